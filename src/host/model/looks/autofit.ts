import { CELL_PADDING, lineHeight, runsOf, unwrappedWidth, wrappedHeight } from './measure';
import { contains, endRow, intersection, MAX_COLUMNS, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { MAX_ROW_HEIGHT } from '../geometry/lengths';
import type { Cell } from '../cells/cell';
import type { Style } from './style';

/** Points that one step of indentation takes (9 pixels). */
const INDENT = 6.75;
const MAX_COLUMN_WIDTH = 1_340;
const PIXEL = 0.75;

/**
 * Heights of rows that show their content whole, as Excel's autofit: merged cells are ignored, 409 points at most, never
 * less than a line of each cell's font. Rows of nothing get the sheet's default (null).
 */
export function fittedRowHeights(sheet: Sheet, rect: Rect): ReadonlyMap<number, number | null> {
  const heights = new Map<number, number | null>();
  const used = sheet.cells.extent();
  const rows = used && intersection({ ...rect, column: 0, columns: MAX_COLUMNS }, used);
  for (const { row, height } of sheet.rows.all()) {
    if (contains(rect, row, rect.column) && height !== undefined) heights.set(row, null);
  }
  if (rows) fit(sheet, rows, heights);
  return heights;
}

/**
 * Heights that rows without one of their own take, as in Excel, when something is entered in them: as high as their
 * wrapped texts, or again as low. Rows that stay as they are are left out; null is the sheet's default.
 */
export function grownRowHeights(sheet: Sheet, rect: Rect): ReadonlyMap<number, number | null> {
  const heights = new Map<number, number | null>();
  const { rows } = sheet;
  if (!hasOpenRow(sheet, rect)) return heights;
  for (const row of rowsThatMayGrow(sheet, rect)) {
    if (!rows.at(row).custom) heights.set(row, null);
  }
  if (heights.size === 0) return heights;
  fit(sheet, { ...rect, column: 0, columns: MAX_COLUMNS }, heights, (row) => heights.has(row));
  for (const [row, height] of heights) {
    if (height === null && (rows.at(row).height ?? 0) <= rows.defaultHeight) heights.delete(row);
  }
  return heights;
}

/** Whether any of the rows has no height of its own: where all have, no cell needs to be looked at. */
function hasOpenRow({ rows }: Sheet, rect: Rect): boolean {
  for (let row = rect.row; row < endRow(rect); row++) if (!rows.at(row).custom) return true;
  return false;
}

/** Rows with a wrapped text among these cells, and those that are high already. */
function* rowsThatMayGrow(sheet: Sheet, rect: Rect): Generator<number> {
  const { styles } = sheet.workbook;
  const wrapping = new Map<number, boolean>();
  for (const { row, cell } of sheet.cells.within(rect)) {
    if (typeof cell.value !== 'string') continue;
    let isWrapped = wrapping.get(cell.style);
    if (isWrapped === undefined) wrapping.set(cell.style, (isWrapped = wraps(styles.get(cell.style))));
    if (isWrapped) yield row;
  }
  for (let row = rect.row; row < endRow(rect); row++) {
    if ((sheet.rows.at(row).height ?? 0) > sheet.rows.defaultHeight) yield row;
  }
}

/** Raises heights to what the cells need. */
function fit(
  sheet: Sheet,
  rect: Rect,
  heights: Map<number, number | null>,
  isFitted: (row: number) => boolean = () => true,
): void {
  const widths = new Map<number, number>();
  const widthOf = (column: number): number => {
    let width = widths.get(column);
    if (width === undefined) widths.set(column, (width = sheet.columns.width(column)));
    return width;
  };
  for (const { row, column, cell } of sheet.cells.within(rect)) {
    if (!isFitted(row) || sheet.merges.at(row, column)) continue;
    const needed = neededHeight(sheet, row, column, cell, widthOf);
    if (needed > (heights.get(row) ?? sheet.rows.defaultHeight)) heights.set(row, Math.min(needed, MAX_ROW_HEIGHT));
  }
}

function neededHeight(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell,
  widthOf: (column: number) => number,
): number {
  const style = sheet.workbook.styles.get(cell.style);
  const single = lineHeight(style.font);
  if (cell.value === null || typeof cell.value === 'boolean') return single;
  const mayWrap = wraps(style) && typeof cell.value === 'string';
  if (!mayWrap && !cell.rich) return single;
  const text = sheet.text(row, column);
  const runs = runsOf(text, style.font, cell.rich);
  const width = mayWrap ? widthOf(column) - CELL_PADDING - style.indent * INDENT : Number.POSITIVE_INFINITY;
  return wrappedHeight(mayWrap ? runs : runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') })), width);
}

function wraps(style: Style): boolean {
  return style.wrap || style.horizontal === 'Justify' || style.horizontal === 'Distributed';
}

/** Widths of columns that show their content on one line, or as wrapped now; columns of nothing are left out. */
export function fittedColumnWidths(sheet: Sheet, rect: Rect): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const used = sheet.cells.extent(true);
  const filled = used && intersection(rect, used);
  if (!filled) return widths;
  for (const { row, column, cell } of sheet.cells.within(filled)) {
    if (cell.value === null || sheet.merges.at(row, column)) continue;
    const style = sheet.workbook.styles.get(cell.style);
    const runs = runsOf(sheet.text(row, column), style.font, cell.rich);
    const width = Math.min(unwrappedWidth(runs) + CELL_PADDING + style.indent * INDENT, MAX_COLUMN_WIDTH);
    if (width > (widths.get(column) ?? 0)) widths.set(column, Math.ceil(width / PIXEL) * PIXEL);
  }
  return widths;
}
