export {
  columnIndex,
  columnName,
  parseRect,
  parseReference,
  printRect,
  printReference,
  quoteSheetName,
  type Reference,
} from './address';
export { Chart } from './chart';
export type { Clearing } from './clear';
export { lineHeight, runsOf, textWidth, unwrappedWidth, wrappedHeight, type Run } from './measure';
export type { DefinedName } from './names';
export { DEFAULT_OPTIONS } from './options';
export { DEFAULT_PAGE } from './page';
export { Pivot, type PivotState } from './pivot-table';
export { changePivotUse, newUse, pivotLabels, pivotUse, type PivotUse } from './pivot-use';
export {
  bounding,
  contains,
  covers,
  endColumn,
  endRow,
  intersection,
  intersects,
  isInSheet,
  isWholeColumns,
  isWholeRows,
  rectOf,
  sameRect,
  subtract,
} from './rect';
export { Sheet } from './sheet';
export type { AutoFilter, FrozenPanes } from './sheet-state';
export { Slicer, type SlicerItem } from './slicer';
export { DEFAULT_FONT, DEFAULT_STYLE, StyleTable } from './styles';
export { Table, type TableColumn, type TableOptions, type TableState } from './table';
export { displayText, editedText, isNumberFormat, showsDates } from './text';
export * from './types';
export { Workbook } from './workbook';
export { evaluate } from './calc';
