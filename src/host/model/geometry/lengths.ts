import type { Sheet } from '../sheet';

/** Width of columns in points; hidden ones take no room. */
export function columnsWidth(sheet: Sheet, first: number, count: number): number {
  let width = count * sheet.defaultColumnWidth;
  for (const span of sheet.columnSpans()) {
    const shared = Math.min(span.last, first + count - 1) - Math.max(span.first, first) + 1;
    if (shared <= 0) continue;
    const each = span.hidden ? 0 : (span.width ?? sheet.defaultColumnWidth);
    width += shared * (each - sheet.defaultColumnWidth);
  }
  return width;
}

/** Height of rows in points; hidden ones take no room. */
export function rowsHeight(sheet: Sheet, first: number, count: number): number {
  let height = count * sheet.defaultRowHeight;
  for (const { row, height: own, hidden } of sheet.rowProperties()) {
    if (row < first || row >= first + count) continue;
    height += (hidden ? 0 : (own ?? sheet.defaultRowHeight)) - sheet.defaultRowHeight;
  }
  return height;
}
