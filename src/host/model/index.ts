export type { Cell, CellAt, CellError, CellInput, CellValue, RichRun } from './cells/cell';
export { MAX_CELL_TEXT } from './cells/cell';
export { hasContent } from './cells/cells';
export type { Clearing } from './cells/clear';
export { isNumberFormat } from './cells/text';
export { evaluate } from './calc';
export {
  emailOf,
  type Comment,
  type CommentBody,
  type Commenter,
  type CommentReply,
  type Mention,
  type Note,
} from './comments/types';
export type { CustomProperty } from './custom-properties';
export type { CustomXmlPart } from './custom-xml';
export { Chart, type ChartDefinition, type ChartSeries } from './drawings/chart';
export type { KeptDrawing, Placement } from './drawings/drawing';
export type { DefinedName } from './formulas/names';
export { columnName, parseRect, parseReference, printRect, printReference, type Reference } from './geometry/address';
export { MAX_ROW_HEIGHT } from './geometry/lengths';
export {
  endColumn,
  endRow,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rectOf,
  type Point,
  type Rect,
} from './geometry/rect';
export type { CellsShift, ModelEvent, Origin } from './history/events';
export type { ColumnSpan } from './looks/columns';
export type { OutlineLook } from './looks/outline';
export type { PageLayout } from './looks/page';
export type { RowProperties } from './looks/rows';
export type {
  Border,
  BorderEdge,
  FontStyle,
  HorizontalAlignment,
  Style,
  StyleId,
  StylePatch,
  VerticalAlignment,
} from './looks/style';
export { DEFAULT_FONT, StyleTable } from './looks/styles';
export type { HostOptions } from './options';
export type { Aggregation, PivotAxisField, PivotDataField, PivotDefinition, PivotSource } from './pivot/definition';
export { Pivot, type PivotState } from './pivot-tables/pivot-table';
export { Slicer, type SlicerDefinition, type SlicerItem } from './pivot-tables/slicer';
export { changePivotUse, newUse, pivotLabels, pivotUse, type PivotUse } from './pivot-tables/use';
export type { DocumentProperties } from './properties';
export type { SheetProtection, StructureProtection } from './protection';
export type { ConditionalFormat, ConditionalRule } from './rules/conditional-formats';
export type { Hyperlink } from './rules/hyperlinks';
export type { Validation } from './rules/validations';
export { Sheet } from './sheet';
export type { AutoFilter, FrozenPanes, SheetState, SheetView, SheetVisibility } from './sheet-state';
export type { FilterCondition, TableFilter } from './tables/conditions';
export type { TableColumn } from './tables/columns';
export type { TableOptions, TableState } from './tables/state';
export { Table } from './tables/table';
export { Workbook } from './workbook';
