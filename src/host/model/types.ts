import type { CommentChange, CommentDetail } from './comments/types';

/**
 * The plain data of the workbook model. Rows and columns are 0-based; lengths are in points;
 * colours are `#RRGGBB`; a date is a serial number in a cell with a date format.
 */

export interface CellError {
  readonly error: '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#SPILL!' | '#CALC!';
}

/** null is an empty cell; `''` is the empty text that a formula or an apostrophe can give. */
export type CellValue = null | string | number | boolean | CellError;

/** Index into the workbook's `StyleTable`; 0 is the default style. */
export type StyleId = number;

export interface RichRun {
  readonly text: string;
  readonly font?: Partial<FontStyle>;
}

export interface Cell {
  readonly value: CellValue;
  /** Without its `=`; absent for a constant. */
  readonly formula?: string;
  readonly style: StyleId;
  readonly rich?: readonly RichRun[];
}

/** What `write` takes: null leaves the cell as it is, '' clears it. */
export type CellInput = string | number | boolean | null;

export interface Point {
  readonly row: number;
  readonly column: number;
}

export interface CellAt extends Point {
  readonly cell: Cell;
}

/** Columns that share width, style and visibility; no width is the sheet's default. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  /** Points. */
  readonly width?: number;
  readonly hidden: boolean;
  readonly style: StyleId;
}

/** A row that is not as the sheet's default. */
export interface RowProperties {
  readonly row: number;
  /** Points; absent is the sheet's default. */
  readonly height?: number;
  /** The height was set by hand, not by autofit. */
  readonly custom: boolean;
  readonly hidden: boolean;
  readonly style: StyleId;
}

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_ROW_HEIGHT = 409;
export const MAX_CELL_TEXT = 32_767;

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
  readonly color: string;
}

export type BorderEdge = 'left' | 'right' | 'top' | 'bottom' | 'diagonalUp' | 'diagonalDown';

/** The line names of SpreadsheetML (`thin`, `hair`, `mediumDashed`…). */
export interface Border {
  readonly line: string;
  readonly color: string;
}

export type HorizontalAlignment =
  'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';

/** Everything about how a cell looks. Immutable: change it through `StyleTable.change`. */
export interface Style {
  readonly numberFormat: string;
  readonly font: FontStyle;
  /** null is no fill. */
  readonly fill: string | null;
  readonly borders: Readonly<Partial<Record<BorderEdge, Border>>>;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly shrink: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The cell was typed with a leading apostrophe. */
  readonly quotePrefix: boolean;
  /** Excel draws the drop-down of a PivotTable's field on the cell. */
  readonly pivotButton?: boolean;
  /**
   * Index of the file's own cell format that this style comes from: opaque to the model, part of a style's identity
   * and kept by every change, so that saving clones that format with all that the model does not know.
   */
  readonly xf?: number;
}

export interface StylePatch extends Partial<Omit<Style, 'font' | 'borders'>> {
  readonly font?: Partial<FontStyle>;
  /** null removes an edge. */
  readonly borders?: Readonly<Partial<Record<BorderEdge, Border | null>>>;
}

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface Hyperlink {
  readonly rect: Rect;
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

/**
 * A validation or conditional-format formula is kept as written, without `=`; a list of values stands between quotes:
 * `"a,b"`. Operators, icon sets and kinds of threshold have SpreadsheetML's names: `between`, `greaterThanOrEqual`,
 * `containsText`, `notContains`, `beginsWith`, `endsWith`, `3TrafficLights1`, `percent`.
 */
export interface Validation {
  readonly rects: readonly Rect[];
  readonly type: 'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly allowBlank: boolean;
  readonly showDropDown: boolean;
  readonly errorStyle?: 'stop' | 'warning' | 'information';
  readonly errorTitle?: string;
  readonly error?: string;
  readonly promptTitle?: string;
  readonly prompt?: string;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly rects: readonly Rect[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule: ConditionalRule;
}

export type ConditionalRule =
  | { readonly type: 'custom'; readonly formula: string; readonly format: StylePatch }
  | {
      readonly type: 'cellValue';
      readonly operator: string;
      readonly formula1: string;
      readonly formula2?: string;
      readonly format: StylePatch;
    }
  | { readonly type: 'containsText'; readonly operator: string; readonly text: string; readonly format: StylePatch }
  | { readonly type: 'dataBar'; readonly color: string; readonly showValue: boolean }
  | {
      readonly type: 'iconSet';
      readonly icons: string;
      readonly thresholds: readonly { readonly type: string; readonly value: string; readonly strict?: boolean }[];
      readonly showValue: boolean;
      readonly reverse: boolean;
    };

export interface PageLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  /** Names of Office.js: `Letter`, `A4`… */
  readonly paperSize: string;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly zoom: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  /** First and last row repeated on each page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly titleColumns: { readonly first: number; readonly last: number } | null;
  readonly printArea: readonly Rect[];
  /** Rows (0-based) above which a page starts. */
  readonly rowBreaks: readonly number[];
  readonly header: { readonly left: string; readonly center: string; readonly right: string };
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

export interface SheetProtection {
  readonly protected: boolean;
  /** As Office.js names them: `allowFormatCells`… */
  readonly options: Readonly<Record<string, boolean>>;
  /** The attributes of a password as they came, kept and never checked. */
  readonly secret?: Readonly<Record<string, string>>;
}

/** Protection of the workbook's structure: sheets are neither added nor deleted, renamed, moved, hidden or coloured. */
export interface StructureProtection {
  readonly protected: boolean;
  /** The attributes of a password as they came, kept and never checked. */
  readonly secret?: Readonly<Record<string, string>>;
}

export interface TableFilter {
  /** Column of the table, 0-based. */
  readonly column: number;
  readonly values?: readonly string[];
  readonly condition?: FilterCondition;
  /** The file's own criteria element, kept as it came when it is neither. */
  readonly raw?: string;
}

/** `first` and `second` are criteria as `>=5` or `=*s`; a dynamic type has SpreadsheetML's name: `thisMonth`, `Q1`. */
export type FilterCondition =
  | { readonly kind: 'custom'; readonly first: string; readonly second?: string; readonly and: boolean }
  | { readonly kind: 'top'; readonly count: number; readonly bottom: boolean; readonly percent: boolean }
  | { readonly kind: 'dynamic'; readonly type: string };

export type Aggregation = 'Sum' | 'Count' | 'Average' | 'Max' | 'Min' | 'CountNumbers' | 'Product';

/** What a PivotTable shows. Fields are named by the header of their source column. */
export interface PivotDefinition {
  readonly name: string;
  readonly source: PivotSource;
  readonly rows: readonly PivotAxisField[];
  readonly columns: readonly PivotAxisField[];
  readonly filters: readonly PivotAxisField[];
  /** Fields on no axis that slicers filter by. */
  readonly sliced: readonly PivotAxisField[];
  readonly data: readonly PivotDataField[];
  readonly layout: 'Compact' | 'Outline' | 'Tabular';
  readonly repeatLabels: boolean;
  readonly showRowGrandTotals: boolean;
  readonly showColumnGrandTotals: boolean;
  readonly fillEmptyCells: boolean;
  readonly emptyCellText: string;
  readonly autoFormat: boolean;
  readonly preserveFormatting: boolean;
  readonly refreshOnOpen: boolean;
  readonly style: string;
  readonly altTextTitle: string;
  readonly altTextDescription: string;
}

/** A table by name follows its growth; a rectangle does not. */
export type PivotSource =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'range'; readonly sheet: string; readonly rect: Rect };

export interface PivotAxisField {
  readonly field: string;
  readonly name: string;
  readonly subtotals: boolean;
  readonly showAllItems: boolean;
  /** Items the person has hidden, by their label. */
  readonly hiddenItems: readonly string[];
  readonly sort: 'Ascending' | 'Descending' | 'Manual';
  /** Labels in the order a person gave them (`Manual`); items not named follow in ascending order. */
  readonly order?: readonly string[];
}

export interface SlicerDefinition {
  readonly name: string;
  readonly caption: string;
  /** Field of the PivotTable's source. */
  readonly field: string;
  readonly sortBy: 'DataSourceOrder' | 'Ascending' | 'Descending';
  readonly style: string;
  /** Points from the top left of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PivotDataField {
  readonly field: string;
  readonly name: string;
  readonly summarizeBy: Aggregation;
  readonly numberFormat: string;
}

export interface ChartDefinition {
  readonly name: string;
  /** Names of Office.js: `BarStacked`, `ColumnClustered`, `Line`, `Pie`… */
  readonly type: string;
  readonly title: string | null;
  readonly series: readonly ChartSeries[];
  readonly legend: 'Top' | 'Bottom' | 'Left' | 'Right' | null;
  /** Points from the top left of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** `TwoCell` where absent, as Excel makes charts. */
  readonly placement?: Placement;
  readonly altText: string;
  readonly categoryAxisReversed: boolean;
  /** Where the value axis starts; left to the program that draws where absent. */
  readonly valueAxisMinimum?: number;
  /** Between two marks of the value axis; left to the program that draws where absent. */
  readonly valueAxisMajorUnit?: number;
  readonly gapWidth?: number;
}

/** Ranges as formulas with their sheet: `Couverture!$B$5:$B$12`. */
export interface ChartSeries {
  readonly name: string;
  readonly nameFormula?: string;
  readonly categories: string;
  readonly values: string;
  readonly color?: string;
}

/** How what floats over the cells follows them: moves and stretches, moves only, or neither. */
export type Placement = 'TwoCell' | 'OneCell' | 'Absolute';

/** What a file draws over the cells and the model does not know: a picture, a shape, another kind of chart. */
export interface KeptDrawing {
  /** Opaque to the model. */
  readonly id: string;
  readonly placement: Placement;
  /** The cells of its corners. */
  readonly first: Point;
  readonly last: Point;
}

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  readonly keywords: string;
  readonly comments: string;
  readonly category: string;
  readonly manager: string;
}

/** Who made a change: the person at the grid, this session's add-in, or another session. */
export interface Origin {
  readonly session: string;
  readonly by: 'person' | 'addin';
}

/** Cells that were put in or taken out: what stood there, or after them, moved along the axis. */
export interface CellsShift {
  readonly what: 'Inserted' | 'Deleted';
  readonly unit: 'Row' | 'Column' | 'Cell';
  readonly axis: 'row' | 'column';
  /** Whose rows or columns they were: after a deletion it may no longer reach there. */
  readonly table?: number;
}

/** What happened, told once a transaction ends. */
export type ModelEvent =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly rect: Rect;
      readonly origin: Origin;
      readonly before?: CellValue;
      readonly after?: CellValue;
      readonly shift?: CellsShift;
      /** True where rows were sorted. */
      readonly isSort?: boolean;
    }
  /** Results of formulas were computed anew: Excel raises no `onChanged` for it, a view must repaint. */
  | { readonly kind: 'calculated'; readonly sheet: string; readonly origin: Origin }
  | { readonly kind: 'format'; readonly sheet: string; readonly rect: Rect; readonly origin: Origin }
  | { readonly kind: 'layout'; readonly sheet: string; readonly origin: Origin }
  | {
      readonly kind: 'table';
      readonly what: 'added' | 'removed' | 'resized' | 'changed';
      readonly sheet: string;
      readonly table: number;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'sheet';
      readonly what: 'added' | 'removed' | 'renamed' | 'moved' | 'shown';
      readonly sheet: string;
      readonly origin: Origin;
    }
  | { readonly kind: 'selection'; readonly sheet: string; readonly rect: Rect; readonly origin: Origin }
  | { readonly kind: 'activated'; readonly sheet: string; readonly previous: string | null; readonly origin: Origin }
  | { readonly kind: 'pivot'; readonly sheet: string; readonly pivot: string; readonly origin: Origin }
  | { readonly kind: 'chart'; readonly sheet: string; readonly chart: string; readonly origin: Origin }
  | { readonly kind: 'slicer'; readonly sheet: string; readonly slicer: string; readonly origin: Origin }
  | {
      readonly kind: 'comment';
      readonly what: 'added' | 'deleted' | 'changed';
      readonly change?: CommentChange;
      readonly sheet: string;
      readonly details: readonly CommentDetail[];
      readonly origin: Origin;
    }
  | { readonly kind: 'reset' };

/** How this Excel behaves; each switch is off or on in some real one. */
export interface HostOptions {
  /** Interface language, as `fr-CA`. */
  readonly locale: string;
  /** Typing or writing below a table makes it grow (an AutoCorrect choice of the person). */
  readonly tableGrowth: boolean;
  readonly readOnly: boolean;
  /** A cell is being edited: calls are refused. */
  readonly cellEditing: boolean;
  /** PivotTables cannot be made (some tenants refuse them). */
  readonly pivotsRefused: boolean;
  /** Slicers cannot be made (many builds fail at it). */
  readonly slicersRefused: boolean;
  /** Highest ExcelApi answered, as `1.15`. */
  readonly excelApi: string;
  /** What was done can be undone; without it a long run needs less memory. */
  readonly keepsUndo: boolean;
  /** Milliseconds that what Excel says takes to reach the add-in's page: a slow connection, a busy machine. */
  readonly answersAfter: number;
  /** Bytes of a request or a response above which Excel on the web refuses. */
  readonly payloadLimit: number;
  /** The clock: `TODAY()`, dates of properties. Serial number with time, local to the person. */
  readonly now: () => number;
}
