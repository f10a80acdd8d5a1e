import type { Font } from './measure';
import type { CellStyle } from './model';

/**
 * How the report is laid out: `columns` has dates in a column of their own, `compact` is the board's Word table,
 * where dates, title and details stand in one column.
 */
export type ReportLayout = 'columns' | 'compact';

/** The columns of a layout: widths in points, and where each part stands. */
export interface Grid {
  readonly widths: readonly number[];
  readonly strategy: number;
  readonly action: number;
  /** The same column as `activity` where dates have none of their own. */
  readonly dates: number;
  readonly activity: number;
}

/** Widths together fill a letter page in landscape, at full size. */
export const grids: Readonly<Record<ReportLayout, Grid>> = {
  columns: { widths: [146, 188, 98, 284], strategy: 0, action: 1, dates: 2, activity: 3 },
  compact: { widths: [166, 220, 330], strategy: 0, action: 1, dates: 2, activity: 2 },
};

const tableWidth = 716;

/** What Excel leaves free beside the text of a cell. */
const cellPadding = 6;

/** On the screen Excel rounds each character to whole pixels, which makes a line some 3 % longer than its print. */
const hinting = 0.95;

/** Three sizes and no more. */
export const sizes = { title: 18, heading: 11, body: 9 } as const;

/** Styles whose text is bold or larger; all others are the body's. */
const fonts: Partial<Record<CellStyle, Font>> = {
  title: { size: sizes.title, bold: true },
  organisation: { size: sizes.heading },
  band: { size: sizes.heading, bold: true },
  strategy: { size: sizes.body, bold: true },
  activity: { size: sizes.body, bold: true },
  columnHeader: { size: sizes.body, bold: true },
  bandLabel: { size: sizes.body, bold: true },
};

export function fontOf(style: CellStyle): Font {
  return fonts[style] ?? { size: sizes.body };
}

/** Points that the text of a cell has from side to side. */
export function textRoom({ widths }: Grid, column: number): number {
  return ((widths[column] ?? 0) - cellPadding) * hinting;
}

/** Points that a line of text over the whole width has. */
export const fullRoom = (tableWidth - cellPadding) * hinting;

/** A row above 409 points cannot be; 30 lines stay below and still break well over pages. */
export const maxLines = 30;

/** The white strip between two blocks, a row of its own: Excel has no padding inside cells. */
export const spacerHeight = 6;

const bodyLine = 12.75;

const lineHeights: Partial<Record<CellStyle, number>> = {
  title: 27,
  organisation: 16.5,
  subtitle: 15,
  figures: 15.75,
  columnHeader: 18,
  bandLabel: 18,
  band: 18,
};

/**
 * Points that a row of `lines` lines gets. Left to itself Excel gives a line on its own more room than one
 * of two in a cell, and a text that runs over several rows would be set unevenly.
 */
export function heightOf(style: CellStyle, lines: number): number {
  return (lineHeights[style] ?? bodyLine) * lines;
}
