/**
 * The report as plain blocks: rows of texts with the name of a style each, column widths and the
 * print set-up. The writer in `workbook/` turns names into fonts and fills; nothing here knows Excel.
 */

/** Widths and heights are in points. */
export interface ReportSheet {
  readonly language: 'fr' | 'en';
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly ReportRow[];
  /** The rows that head the columns, 0-based: repeated on every printed page; they and all above stay on the screen. */
  readonly header: { readonly firstRow: number; readonly lastRow: number };
  readonly print: PrintSetup;
}

export interface ReportRow {
  /** One for each column. */
  readonly cells: readonly ReportCell[];
  /** Points. */
  readonly height: number;
  /** True where a printed page starts. */
  readonly breakBefore?: boolean;
}

export interface ReportCell {
  readonly text: string;
  readonly style: CellStyle;
  /** The line above the cell. */
  readonly rule?: Rule;
  /** A web or mail address that was checked; the cell then is a link. */
  readonly link?: string;
}

export const cellStyles = [
  'blank',
  'organisation',
  'title',
  'subtitle',
  'figures',
  'columnHeader',
  'bandLabel',
  'band',
  'strategy',
  'action',
  'note',
  'dates',
  'activity',
  'details',
  'link',
  'none',
] as const;

export type CellStyle = (typeof cellStyles)[number];

export const rules = ['strong', 'light'] as const;

export type Rule = (typeof rules)[number];

/** `{page}` and `{pages}` stand for the numbers that the printer knows. */
export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait';
  readonly paper: 'letter' | 'a4';
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string; readonly right: string };
}
