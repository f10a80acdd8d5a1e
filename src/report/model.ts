/**
 * The report as plain blocks: rows of texts with the name of a style each, column widths and the
 * print set-up. The writer in `workbook/` turns names into fonts and fills; nothing here knows Excel.
 */

/** Widths and heights are in points. */
export interface ReportSheet {
  readonly language: 'fr' | 'en';
  /** The columns of text, then those that only bars fill. */
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly ReportRow[];
  /** Where the bars of coverage stand; null in a report that has none. */
  readonly bar: BarColumns | null;
  /** The rows that head the columns, 0-based: repeated on every printed page; they and all above stay on the screen. */
  readonly header: { readonly firstRow: number; readonly lastRow: number };
  readonly print: PrintSetup;
}

/** Narrow columns, the last of the sheet: their first is the last column of text too, whose texts run over them. */
export interface BarColumns {
  readonly column: number;
  readonly cells: number;
}

export interface ReportRow {
  /** One for each column of text. */
  readonly cells: readonly ReportCell[];
  /** Points. */
  readonly height: number;
  /** The line above the row. */
  readonly rule?: Ruling;
  /** How many cells of the bar are filled; the others are outlined. */
  readonly bar?: number;
  /** What begins here that a page does not tear from what follows: a band with its first block, or a block. */
  readonly start?: 'band' | 'block';
  /** By column, what is said again on top of a page that starts with this row. */
  readonly again?: readonly (string | undefined)[];
  /** True where a printed page starts. */
  readonly breakBefore?: boolean;
}

export interface ReportCell {
  readonly text: string;
  readonly style: CellStyle;
  /** The text in pieces of several styles; `style` is that of the first. */
  readonly runs?: readonly TextRun[];
  /** A web or mail address that was checked; the cell then is a link. */
  readonly link?: string;
}

export interface TextRun {
  readonly text: string;
  readonly style: CellStyle;
}

export const cellStyles = [
  'blank',
  'organisation',
  'title',
  'subtitle',
  'figures',
  'columnHeader',
  'coverageHeader',
  'bandLabel',
  'band',
  'bandCoverage',
  'strategy',
  'action',
  'note',
  'continued',
  'dates',
  'activity',
  'details',
  'link',
  'none',
  'coverage',
] as const;

export type CellStyle = (typeof cellStyles)[number];

export const rules = ['strong', 'light'] as const;

export type Rule = (typeof rules)[number];

/** A line from a column to the right edge. */
export interface Ruling {
  readonly look: Rule;
  readonly from: number;
}

/** `{page}` and `{pages}` stand for the numbers that the printer knows. */
export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait';
  readonly paper: Paper;
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string; readonly right: string };
}

export type Paper = 'letter' | 'a4';
