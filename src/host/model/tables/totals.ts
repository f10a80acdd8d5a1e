import { endColumn, endRow, intersection, type Rect } from '../geometry/rect';
import { escapeColumn } from '../formulas/rename-references';
import type { Sheet } from '../sheet';
import { openGap } from '../shifting/shift';
import type { Table } from './table';

/** Adds the totals row below the body: the word, and a total of the last column (a count when it holds text). */
export function addTotals(table: Table): void {
  const { sheet, rect } = table;
  const totals: Rect = { ...rect, row: endRow(rect), rows: 1 };
  if (sheet.cells.hasContentIn(totals) || sheet.tables.some((other) => intersection(other.rect, totals))) {
    openGap(sheet, totals, table);
  }
  table.restore({ showTotals: true, rect: { ...rect, rows: rect.rows + 1 } });
  const last = table.columns.at(-1);
  const column = endColumn(rect) - 1;
  if (rect.columns > 1) {
    sheet.placeCell(totals.row, rect.column, {
      value: sheet.workbook.words.total,
      style: sheet.styles.at(totals.row, rect.column),
    });
  }
  sheet.placeCell(totals.row, column, {
    value: null,
    formula: `SUBTOTAL(${holdsNumbers(sheet, table.bodyRect, column) ? 109 : 103},${table.name}[${escapeColumn(last?.name ?? '')}])`,
    style: sheet.styles.at(totals.row, column),
  });
  sheet.contentChanged(totals, undefined);
}

/** Takes the totals row away, with its content. */
export function removeTotals(table: Table): void {
  const { sheet, totalsRect } = table;
  if (!totalsRect) return;
  table.restore({ showTotals: false, rect: { ...table.rect, rows: table.rect.rows - 1 } });
  sheet.clear(totalsRect, 'Contents');
}

function holdsNumbers(sheet: Sheet, body: Rect, column: number): boolean {
  for (const { cell } of sheet.cells.within({ ...body, column, columns: 1 })) {
    // A formula of this very transaction has no result yet.
    if (typeof cell.value === 'number' || (cell.formula !== undefined && cell.value === null)) return true;
  }
  return false;
}
