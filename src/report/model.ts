/**
 * The report as plain blocks: rows of texts with the name of a style each, column widths and the
 * print set-up. The writer in `workbook/` turns names into fonts and fills; nothing here knows Excel.
 */

/** Widths and heights are in points. */
export interface ReportSheet {
  readonly language: 'fr' | 'en';
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly ReportRow[];
  /** How many rows at the top repeat on every printed page and stay frozen on the screen; 0-based. */
  readonly header: { readonly firstRow: number; readonly lastRow: number };
  readonly print: PrintSetup;
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  /** The style of the row as a whole (band, rule, spacing); cells may add their own. */
  readonly style: RowStyle;
  /** Points; absent where the height is left to autofit. */
  readonly height?: number;
  /** True where a printed page may start, so that a band is never left alone at a page's foot. */
  readonly breakBefore?: boolean;
}

export interface ReportCell {
  readonly text: string;
  readonly style: CellStyle;
  /** A web or mail address that was checked; the cell then is a link. */
  readonly link?: string;
}

export type RowStyle =
  | 'title'
  | 'subtitle'
  | 'figures'
  | 'band'
  | 'columnHeader'
  | 'blockStart'
  | 'block'
  | 'blockContinued'
  | 'spacer';

export type CellStyle =
  | 'blank'
  | 'title'
  | 'subtitle'
  | 'figures'
  | 'band'
  | 'columnHeader'
  | 'strategy'
  | 'action'
  | 'subItems'
  | 'dates'
  | 'activity'
  | 'details'
  | 'none';

export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait';
  readonly paper: 'letter' | 'a4';
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string; readonly centre: string; readonly right: string };
}
