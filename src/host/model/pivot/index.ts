export { layOut } from './layout';
export { pivotWords } from './words';
export type { PivotCell, PivotFieldItems, PivotLine, PivotRecords, PivotResult, PivotRole, PivotWords } from './types';
