export { itemText } from './items';
export { layOut } from './layout';
export { ascending } from './order';
export { pivotWords } from './words';
export type { PivotCell, PivotFieldItems, PivotLine, PivotRecords, PivotResult, PivotRole, PivotWords } from './types';
