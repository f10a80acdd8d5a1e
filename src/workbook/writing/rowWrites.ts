import { activitiesTable, columnKeys, type ActivityColumn, type ColumnPositions } from '../contract/contract';
import type { FoundTable } from '../contract/tables';
import type { CellValue } from '../contract/values';
import type { HeldRow } from './heldRows';
import type { RawRow } from './rowChange';
import { writeCell, type StoredRow } from './storedRows';

/** Queues the cells that are to hold something else than they do, as they once were where that is known. */
export function writeCells(
  range: Excel.Range,
  from: RawRow,
  to: { readonly values: RawRow; readonly cells: StoredRow | null },
  table: FoundTable<ActivityColumn>,
): void {
  to.values.forEach((value, column) => {
    if (value === from[column]) return;
    writeCell(range.getCell(0, column), to.cells?.[column] ?? { value, format: formatFor(value, column, table.at) });
  });
}

/** The format that keeps a value what it is: text stays text, a day is shown as one. */
export function formatFor(value: CellValue, column: number, at: ColumnPositions<ActivityColumn>): string {
  const key = columnKeys(activitiesTable).find((candidate) => at[candidate] === column);
  const isDate = key !== undefined && activitiesTable.columns[key].format === 'date';
  if (isDate && (typeof value === 'number' || value === '')) return 'yyyy-mm-dd';
  return typeof value === 'string' ? '@' : 'General';
}

/** From the bottom up, so that what is left to delete does not move. A table keeps one row: it is emptied instead. */
export function removeRows(rows: readonly HeldRow[], areAll: boolean): void {
  [...rows].reverse().forEach(({ range }, index) => {
    if (areAll && index === rows.length - 1) range.clear('Contents');
    else range.delete('Up');
  });
}
