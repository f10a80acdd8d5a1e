export { columnName, parseRect, parseReference, printRect, printReference, type Reference } from './geometry/address';
export { hasContent } from './cells/cells';
export { Chart } from './chart';
export type { Clearing } from './cells/clear';
export {
  emailOf,
  type Comment,
  type CommentBody,
  type Commenter,
  type CommentReply,
  type Mention,
  type Note,
} from './comments/types';
export type { DefinedName } from './formulas/names';
export { Pivot, type PivotState } from './pivot-tables/pivot-table';
export { changePivotUse, newUse, pivotLabels, pivotUse, type PivotUse } from './pivot-tables/use';
export { endColumn, endRow, isWholeColumns, isWholeRows, rectOf } from './geometry/rect';
export { Sheet } from './sheet';
export type { AutoFilter, FrozenPanes } from './sheet-state';
export { Slicer, type SlicerItem } from './pivot-tables/slicer';
export { StyleTable } from './looks/styles';
export { Table, type TableColumn, type TableOptions, type TableState } from './tables/table';
export { isNumberFormat } from './cells/text';
export * from './types';
export { Workbook } from './workbook';
export { evaluate } from './calc';
