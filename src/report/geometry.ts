import type { Font } from './measure';
import type { BarColumns, CellStyle } from './model';

/**
 * How the report is laid out: `columns` has dates in a column of their own, `compact` is the board's Word table,
 * where dates, title and details stand in one column.
 */
export type ReportLayout = 'columns' | 'compact';

/** The columns of a layout: widths in points, and where each part stands. */
export interface Grid {
  /** Of the columns of text; the last of them is the first of the bar, where there is one. */
  readonly widths: readonly number[];
  readonly strategy: number;
  readonly action: number;
  /** The same column as `activity` where dates have none of their own. */
  readonly dates: number;
  readonly activity: number;
  readonly bar: BarColumns | null;
}

/** A bar of ten cells: a tenth is as fine as a share of actions needs to be with the figures beside it. */
const barCells = 10;
const barCell = 6.6;

/** Widths together fill a letter page in landscape, at full size. */
const layouts = {
  columns: { covered: [132, 182, 104, 232], plain: [146, 186, 104, 280] },
  compact: { covered: [148, 204, 298], plain: [166, 220, 330] },
} as const;

/** The grid of a layout, with a column for the coverage of each strategy on its right or without. */
export function gridOf(layout: ReportLayout, hasCoverage: boolean): Grid {
  const { covered, plain } = layouts[layout];
  const activity = plain.length - 1;
  return {
    widths: hasCoverage ? [...covered, barCell] : plain,
    strategy: 0,
    action: 1,
    dates: 2,
    activity,
    bar: hasCoverage ? { column: plain.length, cells: barCells } : null,
  };
}

/** The width of every column of the sheet. */
export function columnWidths({ widths, bar }: Grid): number[] {
  return [...widths, ...Array.from({ length: bar ? bar.cells - 1 : 0 }, () => barCell)];
}

/**
 * The cells of a bar that are filled: none only where nothing is covered and all only where everything is,
 * whatever the rounding.
 */
export function filledCells(covered: number, all: number): number {
  if (covered === 0) return 0;
  if (covered === all) return barCells;
  return Math.min(barCells - 1, Math.max(1, Math.round((covered * barCells) / all)));
}

const tableWidth = 716;

/** What Excel leaves free beside the text of a cell. */
const cellPadding = 6;

/** On the screen Excel rounds each character to whole pixels, which makes a line some 3 % longer than its print. */
const hinting = 0.95;

/** Three sizes and no more. */
export const sizes = { title: 18, heading: 12, body: 10 } as const;

/** Styles whose text is bold or larger; all others are the body's. */
const fonts: Partial<Record<CellStyle, Font>> = {
  title: { size: sizes.title, bold: true },
  organisation: { size: sizes.heading },
  band: { size: sizes.heading, bold: true },
  bandCoverage: { size: sizes.body, bold: true },
  strategy: { size: sizes.body, bold: true },
  activity: { size: sizes.body, bold: true },
  figures: { size: sizes.body, bold: true },
  columnHeader: { size: sizes.body, bold: true },
  coverageHeader: { size: sizes.body, bold: true },
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

/** The same where the figures of the coverage stand at the end of the line. */
export function bandRoom({ bar }: Grid): number {
  return fullRoom - (bar ? bar.cells * barCell : 0);
}

/** A row above 409 points cannot be; 20 lines stay below, fit under the title of a first page and fill others well. */
export const maxLines = 20;

/** Paragraphs of one style share a row of at most so many lines: higher ones would leave pages half blank. */
export const maxShared = 12;

/** The white strip between two blocks, a row of its own: Excel has no padding inside cells. */
export const spacerHeight = 6;

/** What is left free under the last line of a block, above the line of the next one. */
export const blockFoot = 4;

/** What Excel gives a line of Arial 10: what stands in one row is set as evenly as what runs over several. */
const bodyLine = 12.75;

const lineHeights: Partial<Record<CellStyle, number>> = {
  title: 27,
  organisation: 17.25,
  subtitle: 15,
  figures: 16.5,
  columnHeader: 15.75,
  bandLabel: 19.5,
  band: 16.5,
};

/**
 * Points that a row of `lines` lines gets. Left to itself Excel gives a line on its own more room than one
 * of two in a cell, and a text that runs over several rows would be set unevenly.
 */
export function heightOf(style: CellStyle, lines: number): number {
  return (lineHeights[style] ?? bodyLine) * lines;
}
