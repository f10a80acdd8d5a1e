import { coverage as en } from '../../i18n/en/coverage';
import { coverage as fr } from '../../i18n/fr/coverage';
import { sheetWords } from '../contract/contract';

/** The words of the coverage sheet: those that all sheets are known by, and its own. */
export const coverageWords = { fr: { ...sheetWords.fr, ...fr }, en: { ...sheetWords.en, ...en } };
