import { HostError } from '../../errors';
import { blankCell } from '../cells/formats';
import { checkInSheet } from '../cells/guard';
import { endColumn, endRow, intersects, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Table } from './table';

/** Throws `InvalidOperation` when a table at the place would overlap another table, a pivot or a merged area. */
export function checkTablePlace(sheet: Sheet, rect: Rect, table: Table | null): void {
  checkInSheet(rect);
  if (sheet.tables.some((other) => other !== table && intersects(other.rect, rect))) {
    throw new HostError('InvalidOperation', 'A table cannot overlap another table.');
  }
  if (sheet.pivots.some((pivot) => intersects(pivot.rect, rect))) {
    throw new HostError('InvalidOperation', 'A table cannot overlap a PivotTable.');
  }
  if (sheet.merges.areas.some((merged) => intersects(merged, rect))) {
    throw new HostError('InvalidOperation', 'A table cannot hold merged cells.');
  }
}

/** Writes the headers whose cells do not say the column's name as text. */
export function restoreHeaders(sheet: Sheet, header: Rect, names: readonly string[]): void {
  names.forEach((name, i) => {
    const column = header.column + i;
    const cell = sheet.cells.get(header.row, column);
    if (cell?.value === name && cell.formula === undefined) return;
    sheet.placeCell(header.row, column, { value: name, style: sheet.styles.at(header.row, column) });
  });
}

/** New rows of a table take over formats, validation and conditional formats of a row that it had. */
export function extendDown(sheet: Sheet, model: Rect, added: Rect): void {
  for (let column = model.column; column < endColumn(model); column++) {
    const style = sheet.styles.at(model.row, column);
    for (let row = added.row; row < endRow(added); row++) {
      const cell = sheet.cells.get(row, column);
      const inherited = sheet.styles.inherited(row, column);
      if (style === inherited || (cell && cell.style !== inherited)) continue;
      sheet.placeCell(row, column, cell ? { ...cell, style } : blankCell(style));
    }
  }
  const extend = (rect: Rect): Rect => {
    const ends = endRow(rect) === added.row && rect.column >= model.column && endColumn(rect) <= endColumn(model);
    return ends ? { ...rect, rows: rect.rows + added.rows } : rect;
  };
  sheet.update({
    validations: sheet.validations.all.map((item) => ({ ...item, rects: item.rects.map(extend) })),
    conditionalFormats: sheet.conditionalFormats.all.map((item) => ({ ...item, rects: item.rects.map(extend) })),
  });
}
