export { languageOf, languages, type Language } from './language';
export { formatNumber, plural } from './format';
export type { Shape } from './shape';
export { describeProblem, describeUpgrade } from './describe';
