import type { Aggregation } from './definition';
import type { CellValue } from '../cells/cell';

/** What a PivotTable reads: a snapshot of its source, taken at creation and at each refresh. */
export interface PivotRecords {
  /** Headers of the source, in order. */
  readonly fields: readonly string[];
  /** One array a record, as long as `fields`; null is a blank. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Number format of each field's cells (the first record's); dates are known by it. Default `General`. */
  readonly formats?: readonly string[];
}

/** What a result cell is: the grid draws it by this, the file marks buttons by it. */
export type PivotRole =
  /** Buttons, with a drop-down in Excel. */
  | 'filterField'
  | 'rowField'
  | 'columnField'
  | 'valuesField'
  /** Beside a filter: `(Tous)`, one item, or `(Plusieurs éléments)`. */
  | 'filterValue'
  /** Name of a data field: in the corner, or above its column. */
  | 'dataCaption'
  | 'rowLabel'
  | 'rowSubtotalLabel'
  | 'rowGrandTotalLabel'
  | 'columnLabel'
  | 'columnSubtotalLabel'
  | 'columnGrandTotalLabel'
  | 'value'
  | 'subtotal'
  | 'grandTotal';

export interface PivotCell {
  /** Offsets from the anchor, which is the first filter when there are filters. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly role: PivotRole;
  /** Steps of indentation of a compact row label. */
  readonly indent: number;
  /** Of the data field, or of the dates of an axis; absent where it is `General`. */
  readonly numberFormat?: string;
}

/** A row or a column of the result's body. */
export interface PivotLine {
  /** `head`: the line of an outer item above its inner ones (compact, outline). */
  readonly kind: 'data' | 'head' | 'subtotal' | 'grand';
  /** Position of the item in `PivotFieldItems.order`, one for each field from the outermost. */
  readonly items: readonly number[];
  /** Which data field the column shows; 0 for rows. */
  readonly data: number;
}

/** The distinct items of one source field. */
export interface PivotFieldItems {
  readonly field: string;
  /** In order of first appearance in the records; text differing only in case is one item. */
  readonly items: readonly CellValue[];
  /** Indices into `items` in the order of display. */
  readonly order: readonly number[];
  /** Positions (in `order`) that are hidden. */
  readonly hidden: ReadonlySet<number>;
  /** Index into `items` of each record. */
  readonly codes: Uint32Array;
  /** Number format of the field's labels. */
  readonly format: string;
}

export interface PivotResult {
  /** Extent from the anchor, filters included. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PivotCell[];
  /** The table without its filters, in offsets from the anchor: the `location` of the file. */
  readonly body: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** Geometry as SpreadsheetML counts it, from the body's first row and column. */
  readonly firstHeaderRow: number;
  readonly firstDataRow: number;
  readonly firstDataColumn: number;
  readonly rowLines: readonly PivotLine[];
  readonly columnLines: readonly PivotLine[];
  /** One for each source field, in source order; `order` and `hidden` are those of its use on an axis. */
  readonly fields: readonly PivotFieldItems[];
}

/** Excel's own words in a PivotTable: those of the interface's language when the pivot is laid out. */
export interface PivotWords {
  /** In which numbers and dates are put into words (`Total 2,5`). */
  readonly locale: string;
  readonly grandTotal: string;
  readonly rowLabels: string;
  readonly columnLabels: string;
  readonly values: string;
  readonly blank: string;
  readonly all: string;
  readonly multipleItems: string;
  readonly true: string;
  readonly false: string;
  /** Label of an item's subtotal. */
  readonly subtotal: (item: string) => string;
  /** Of an item's subtotal column, or of a grand total's (item null), where several data fields are shown. */
  readonly dataTotal: (data: string, item: string | null) => string;
  /** Default name of a data field: « Somme de Activités ». */
  readonly dataName: (summarizeBy: Aggregation, field: string) => string;
}
