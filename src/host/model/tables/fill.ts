import { hasContent } from '../cells/cells';
import { shiftFormula } from '../formulas/shift';
import { contains, endColumn, endRow, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Table } from './table';

/**
 * What Excel calls “fill formulas in tables”: a formula that comes into one row of a table is carried to its whole
 * column, where the rest of the column is empty or holds one formula. To be called after a block is written.
 */
export function fillColumns(sheet: Sheet, written: Rect): void {
  if (written.rows !== 1 || sheet.workbook.isLoading) return;
  const table = sheet.tables.find(
    ({ bodyRect }) => bodyRect.rows > 1 && contains(bodyRect, written.row, written.column),
  );
  if (!table) return;
  const last = Math.min(endColumn(written), endColumn(table.rect));
  for (let column = written.column; column < last; column++) fillColumn(table, written.row, column);
}

function fillColumn({ sheet, bodyRect }: Table, row: number, column: number): void {
  const formula = sheet.cells.get(row, column)?.formula;
  if (formula === undefined || !isOpen(sheet, { ...bodyRect, column, columns: 1 }, row)) return;
  for (let other = bodyRect.row; other < endRow(bodyRect); other++) {
    if (other === row) continue;
    const style = sheet.styles.at(other, column);
    sheet.placeCell(other, column, { value: null, formula: shiftFormula(formula, other - row, 0), style });
  }
}

/** Whether all cells of the column but the one written are empty, or hold the same formula in their place. */
function isOpen(sheet: Sheet, body: Rect, written: number): boolean {
  const others = [...sheet.cells.within(body)].filter(({ row, cell }) => row !== written && hasContent(cell));
  const [first] = others;
  if (!first) return true;
  if (others.length !== body.rows - 1) return false;
  const { formula } = first.cell;
  if (formula === undefined) return false;
  return others.every(({ row, cell }) => cell.formula === shiftFormula(formula, row - first.row, 0));
}
