/** Index into the workbook's `StyleTable`; 0 is the default style. */
export type StyleId = number;

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
