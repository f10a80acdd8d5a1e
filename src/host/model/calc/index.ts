export { createCalc, type Calc } from './calc';
export { parses } from './parses';
export { evaluate } from './evaluate';
