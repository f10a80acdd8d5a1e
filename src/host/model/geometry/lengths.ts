import type { Sheet } from '../sheet';

/** Points. */
export const MAX_ROW_HEIGHT = 409;

/** Width of columns in points; hidden ones take no room. */
export function columnsWidth(sheet: Sheet, first: number, count: number): number {
  let width = count * sheet.columns.defaultWidth;
  for (const span of sheet.columns.spans) {
    const shared = Math.min(span.last, first + count - 1) - Math.max(span.first, first) + 1;
    if (shared <= 0) continue;
    const each = span.hidden ? 0 : (span.width ?? sheet.columns.defaultWidth);
    width += shared * (each - sheet.columns.defaultWidth);
  }
  return width;
}

/** Height of rows in points; hidden ones take no room. */
export function rowsHeight(sheet: Sheet, first: number, count: number): number {
  let height = count * sheet.rows.defaultHeight;
  for (const { row, height: own, hidden } of sheet.rows.all()) {
    if (row < first || row >= first + count) continue;
    height += (hidden ? 0 : (own ?? sheet.rows.defaultHeight)) - sheet.rows.defaultHeight;
  }
  return height;
}
