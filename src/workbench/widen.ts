import type { Sheet } from '../host/model';
import { pixels, points } from './grid/axis';
import { compose, fontOf } from './grid/look';
import { textWidth } from './grid/measure';

const padding = 8;

/** A number or date just typed into a column whose width nobody has set widens it, where it would show as `####`. */
export function widenForNumber(sheet: Sheet, row: number, column: number): void {
  const cell = sheet.cell(row, column);
  if (typeof cell?.value !== 'number' || sheet.columnWidth(column) !== sheet.defaultColumnWidth) return;
  const look = compose(sheet.workbook.styles.get(cell.style), [], []);
  const needed = Math.ceil(textWidth(sheet.text(row, column), fontOf(look))) + padding;
  if (needed > pixels(sheet.columnWidth(column))) sheet.setColumnWidth(column, 1, points(needed));
}
