import { endRow } from '../geometry/rect';
import type { Table } from './table';

/** Hides the rows of a table that its filters do not let through, and shows the others. */
export function hideByFilters(table: Table): void {
  const { sheet, bodyRect } = table;
  const tests = table.filters.flatMap(({ column, values }) =>
    values ? [{ column: bodyRect.column + column, values: new Set(values.map((value) => value.toLowerCase())) }] : [],
  );
  // A criterion that is kept as the file has it cannot be tested: the rows it has hidden stay hidden.
  const keepsHidden = table.filters.some(({ values }) => values === undefined);
  for (let row = bodyRect.row; row < endRow(bodyRect); row++) {
    const passes = tests.every(({ column, values }) => values.has(sheet.text(row, column).toLowerCase()));
    const hidden = !passes || (keepsHidden && sheet.rowHidden(row));
    sheet.store.rows.change(row, (look) => (look.hidden === hidden ? look : { ...look, hidden }));
  }
}
