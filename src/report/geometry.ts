import type { Font } from './measure';
import type { CellStyle } from './model';

/** Columns of the report, left to right. Together they fill a letter page in landscape, at full size. */
export const columns = [
  { name: 'strategy', width: 146 },
  { name: 'action', width: 188 },
  { name: 'dates', width: 98 },
  { name: 'activity', width: 284 },
] as const;

export type ColumnIndex = 0 | 1 | 2 | 3;

export const tableWidth = columns.reduce((sum, { width }) => sum + width, 0);

/** What Excel leaves free on both sides of a cell's text, and a little for its rounding of widths to pixels. */
const cellPadding = 8;

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
export function textRoom(column: ColumnIndex): number {
  return columns[column].width - cellPadding;
}

/** Points that a line of text over the whole width has. */
export const fullRoom = tableWidth - cellPadding;

/** Excel gives a line of the body this height: what pages are planned with. */
export const lineHeight = 12;

/** A row above 409 points cannot be; 30 lines stay well below and still break well over pages. */
export const maxLines = 30;

/** The white strip between two blocks, a row of its own: Excel has no padding inside cells. */
export const spacerHeight = 5;
