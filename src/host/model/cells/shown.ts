import { CELL_PADDING, textWidth } from '../looks/measure';
import { endColumn } from '../geometry/rect';
import type { Sheet } from '../sheet';

/** Number signs as Excel shows them, never none. */
const LEAST_SIGNS = 1;

/**
 * The text of a cell as its column lets it be seen: a number or a date that does not fit is a row of number signs,
 * and that is what Excel gives as its `text` too. Numbers in General are rounded to fit, in hidden columns all is
 * as it would be in a wide one.
 */
export function shownText(sheet: Sheet, row: number, column: number): string {
  const text = sheet.text(row, column);
  const cell = sheet.cells.get(row, column);
  if (typeof cell?.value !== 'number') return text;
  const { font, numberFormat, shrink } = sheet.workbook.styles.get(cell.style);
  if (numberFormat === 'General' || shrink) return text;
  const width = widthAt(sheet, row, column);
  if (width === 0 || textWidth(text, font) <= width - CELL_PADDING) return text;
  const signs = Math.floor((width - CELL_PADDING) / textWidth('#', font));
  return '#'.repeat(Math.max(LEAST_SIGNS, signs));
}

function widthAt(sheet: Sheet, row: number, column: number): number {
  const merged = sheet.merges.at(row, column);
  let width = 0;
  for (let at = column; at < (merged ? endColumn(merged) : column + 1); at++) width += sheet.columns.width(at);
  return width;
}
