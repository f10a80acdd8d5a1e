import { HostError } from '../errors';
import { rectOf, Workbook, type CellInput, type Origin, type Rect, type Sheet } from '.';

/** What the tests of the model share. */

export const person: Origin = { session: 'p', by: 'person' };
export const addin: Origin = { session: 'a', by: 'addin' };

/** A workbook whose only sheet holds the values from A1 on. */
export function sheetOf(values: readonly (readonly CellInput[])[] = [], locale = 'fr-CA'): Sheet {
  const sheet = Workbook.blank({ locale }).activeSheet;
  if (values.length > 0) put(sheet, rectOf(0, 0, values.length, values[0]?.length ?? 1), values);
  return sheet;
}

/** Writes as an add-in does, in one transaction. */
export function put(sheet: Sheet, rect: Rect, values: readonly (readonly CellInput[])[]): void {
  sheet.workbook.transact(addin, () => sheet.write(rect, values, 'values'));
}

/** Values of a range, row by row; formulas with their `=`. */
export function valuesIn(sheet: Sheet, rect: Rect): unknown[][] {
  return Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (_unused, j) => {
      const cell = sheet.cells.get(rect.row + i, rect.column + j);
      return cell?.formula === undefined ? (cell?.value ?? null) : `=${cell.formula}`;
    }),
  );
}

/** The code of the `HostError` that a change throws, or `done`. */
export function codeOf(change: () => unknown): string {
  try {
    change();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return 'done';
}

/** A header row and two records. */
export const people: readonly (readonly CellInput[])[] = [
  ['Id', 'Nom'],
  [1, 'a'],
  [2, 'b'],
];

/** All that a person could see of a workbook, as plain data. */
export function stateOf(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.cells.within(rectOf(0, 0, 20, 20))].map(({ row, column, cell }) => ({ row, column, ...cell })),
    columns: [...sheet.columns.spans],
    rows: [...sheet.rows.all()],
    merges: sheet.merges.areas,
    links: sheet.hyperlinks.all,
    notes: sheet.notes,
    comments: sheet.comments,
    formats: sheet.conditionalFormats.all,
    page: sheet.page.layout,
    freeze: sheet.view.freeze,
    tables: sheet.tables.map(({ id, name, rect, columns }) => ({ id, name, rect, columns })),
    pivots: sheet.pivots.map(({ id, rect, definition }) => ({ id, rect, definition })),
    used: sheet.cells.extent(),
  }));
}
