import type { Sheet } from '../host/model';
import { pixels, points } from './grid/axis';
import { compose, fontOf } from './grid/look';
import { textWidth } from './grid/measure';

const padding = 8;

/** A number or date just typed into a column whose width nobody has set widens it, where it would show as `####`. */
export function widenForNumber(sheet: Sheet, row: number, column: number): void {
  const cell = sheet.cells.get(row, column);
  if (typeof cell?.value !== 'number' || sheet.columns.width(column) !== sheet.columns.defaultWidth) return;
  const look = compose(sheet.workbook.styles.get(cell.style), [], []);
  const needed = Math.ceil(textWidth(sheet.text(row, column), fontOf(look))) + padding;
  if (needed > pixels(sheet.columns.width(column))) sheet.columns.setWidth(column, 1, points(needed));
}
