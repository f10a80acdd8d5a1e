export interface Point {
  readonly row: number;
  readonly column: number;
}

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;

export const MAX_COLUMNS = 16_384;

/** Arithmetic of rectangles of cells. All are 0-based, `rows` and `columns` at least 1. */

export function rectOf(row: number, column: number, rows = 1, columns = 1): Rect {
  return { row, column, rows, columns };
}

/** First row after the rectangle. */
export function endRow(rect: Rect): number {
  return rect.row + rect.rows;
}

/** First column after the rectangle. */
export function endColumn(rect: Rect): number {
  return rect.column + rect.columns;
}

export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < endRow(rect) && column >= rect.column && column < endColumn(rect);
}

export function covers(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    endRow(inner) <= endRow(outer) &&
    endColumn(inner) <= endColumn(outer)
  );
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.row < endRow(b) && b.row < endRow(a) && a.column < endColumn(b) && b.column < endColumn(a);
}

/** What two rectangles share, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
  if (!intersects(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(endRow(a), endRow(b)) - row,
    columns: Math.min(endColumn(a), endColumn(b)) - column,
  };
}

/** The smallest rectangle that holds both. */
export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(endRow(a), endRow(b)) - row,
    columns: Math.max(endColumn(a), endColumn(b)) - column,
  };
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** What is left of `rect` without `hole`: up to four rectangles that do not overlap. */
export function subtract(rect: Rect, hole: Rect): readonly Rect[] {
  const shared = intersection(rect, hole);
  if (!shared) return [rect];
  const left: Rect = { ...shared, column: rect.column, columns: shared.column - rect.column };
  const right: Rect = { ...shared, column: endColumn(shared), columns: endColumn(rect) - endColumn(shared) };
  const above: Rect = { ...rect, rows: shared.row - rect.row };
  const below: Rect = { ...rect, row: endRow(shared), rows: endRow(rect) - endRow(shared) };
  return [above, left, right, below].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Whether it spans every row of the sheet: whole columns. */
export function isWholeColumns(rect: Rect): boolean {
  return rect.row === 0 && rect.rows === MAX_ROWS;
}

/** Whether it spans every column of the sheet: whole rows. */
export function isWholeRows(rect: Rect): boolean {
  return rect.column === 0 && rect.columns === MAX_COLUMNS;
}

/** Whether every bound lies in a sheet. */
export function isInSheet(rect: Rect): boolean {
  return (
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows > 0 &&
    rect.columns > 0 &&
    endRow(rect) <= MAX_ROWS &&
    endColumn(rect) <= MAX_COLUMNS
  );
}
