import { MAX_COLUMNS, type Cell, type CellInput, type Sheet, type Table } from '../../src/host';
import { insertCells } from '../../src/host/model/shifting/insert';

/** What people do to a table at the grid, without the add-in: to be called within `asPerson`. */

export type Line = readonly (Cell | undefined)[];

/** Sorts the rows by what a column holds, as its header's menu does: cells move, ranges that somebody holds do not. */
export function sortTable(table: Table, column: number, ascending: boolean): void {
  const { sheet, bodyRect } = table;
  const texts = new Map(
    Array.from({ length: bodyRect.rows }, (_, row) => [
      sheet.cells.get(bodyRect.row + row, bodyRect.column + column),
      sheet.text(bodyRect.row + row, bodyRect.column + column),
    ]),
  );
  const text = (line: Line) => texts.get(line[column]) ?? '';
  const sign = ascending ? 1 : -1;
  reorderRows(table, (rows) => rows.toSorted((one, other) => sign * text(one).localeCompare(text(other), 'fr')));
}

/** Puts the rows into another order, as several sorts may. */
export function reorderRows(table: Table, next: (rows: readonly Line[]) => readonly Line[]): void {
  reorder(table, 'bodyRect', next);
}

/** Puts the columns into another order, headers included. */
export function reorderColumns(table: Table, next: (cells: Line) => Line): void {
  reorder(table, 'rect', (rows) => rows.map(next));
}

/** Puts a column of the person’s own before column `at`, or after the last. */
export function insertColumn(table: Table, at: number, header: string): void {
  table.addColumn(at);
  table.sheet.type(table.headerRect.row, table.headerRect.column + at, header);
}

/** Puts rows in before body row `at`, or after the last (null); what a line does not say stays blank. */
export function insertRows(table: Table, at: number | null, lines: readonly (readonly CellInput[])[]): void {
  const cells = lines.map((line) => table.columns.map((_, column) => line[column] ?? null));
  table.rows.add(at, cells);
}

/** Puts whole rows of the sheet in above row `at` (0-based). */
export function insertSheetRows(sheet: Sheet, at: number, rows: number): void {
  insertCells(sheet, { row: at, column: 0, rows, columns: MAX_COLUMNS }, 'row');
}

/** Types over the first cells of a body row. */
export function typeOver({ sheet, bodyRect }: Table, row: number, cells: readonly CellInput[]): void {
  sheet.write({ row: bodyRect.row + row, column: bodyRect.column, rows: 1, columns: cells.length }, [cells], 'values');
}

/** Types or pastes a row right below a table, by header; what is not said stays blank. */
export function typeBelow(table: Table, cells: Readonly<Record<string, CellInput>>): void {
  const { sheet, bodyRect, columns } = table;
  const place = { row: bodyRect.row + bodyRect.rows, column: bodyRect.column, rows: 1, columns: columns.length };
  sheet.write(place, [columns.map(({ name }) => cells[name] ?? null)], 'values');
}

function reorder(table: Table, part: 'bodyRect' | 'rect', next: (rows: readonly Line[]) => readonly Line[]): void {
  const { sheet, [part]: rect } = table;
  const cells = Array.from({ length: rect.rows }, (_, down) =>
    Array.from({ length: rect.columns }, (__, across) => sheet.cells.get(rect.row + down, rect.column + across)),
  );
  next(cells).forEach((line, down) => {
    line.forEach((cell, across) =>
      sheet.putCell(rect.row + down, rect.column + across, cell ?? { value: null, style: 0 }),
    );
  });
  sheet.contentChanged(rect, undefined, part === 'bodyRect' ? 'sort' : undefined);
}
