import type { Choices, Finding } from './model';
import type { TableView } from './table';
import { columnKeys, sheetWords, type ActivityColumn } from '../contract/contract';
import { fromSerial } from '../contract/serial';
import { languageOfHeaders } from '../contract/tables';
import { rangeAddress, textOf, type CellValue } from '../contract/values';

type Activities = TableView<ActivityColumn>;

/**
 * Rows that say all that another one of their activity says. They may be two meetings of one day as well as a row that
 * was pasted twice, and which it is a person knows: both what keeps them and what takes one away is theirs to choose.
 */
export function repeatedRows(view: Activities): readonly Finding[] {
  const columns = columnKeys(view.table.spec).filter((column) => view.has(column));
  const contents = (row: number, note?: CellValue) =>
    JSON.stringify(columns.map((column) => (column === 'note' && note !== undefined ? note : view.value(row, column))));
  const said = new Map<string, number>();
  const repeated = view.rows.flatMap((_, row) => {
    if (view.text(row, 'id') === '') return [];
    const first = said.get(contents(row));
    if (first !== undefined) return [{ row, first }];
    said.set(contents(row), row);
    return [];
  });
  return repeated.map(({ row, first }): Finding => {
    const params = { title: view.text(row, 'title'), first: view.address(first, 'id') };
    const problem = view.problem('repeatedRow', row, 'id', params);
    const note = view.has('note') ? freeNote(view, row, (each) => !said.has(contents(row, each))) : null;
    if (note !== null) said.set(contents(row, note), row);
    const keep = note === null ? null : view.repair(problem, false, [{ row, column: 'note', value: note }]);
    return { problem, repair: null, choices: { keep, remove: removable(view, row, first) } };
  });
}

/** The note with the first ordinal that tells the row from all others: what it says already stays. */
function freeNote(view: Activities, row: number, isFree: (note: string) => boolean): string {
  const { spec, headers } = view.table;
  const { occurrence } = sheetWords[languageOfHeaders(spec, headers)];
  const before = view.text(row, 'note');
  for (let nth = 2; ; nth += 1) {
    const note = before === '' ? occurrence({ nth }) : `${before} (${occurrence({ nth })})`;
    if (isFree(note)) return note;
  }
}

/** Only what says nothing that its like does not: formulas and the person's own columns count. */
function removable({ table, checked }: Activities, row: number, first: number): Choices['remove'] {
  const [values, like] = [checked.rows[row], checked.rows[first]];
  // Rows below the table come into it first.
  if (values === undefined || like === undefined) return null;
  const whole = (at: number) => JSON.stringify([checked.rows[at], checked.formulas[at]]);
  if (whole(row) !== whole(first)) return null;
  const { sheetName: sheet, headers, at } = table;
  const place = { row: table.row + row, column: table.column, rows: 1, columns: headers.length };
  const days = [at.date, at.end, at.enteredOn];
  const shown = values
    .map((value, position) => (days.includes(position) ? dayOf(value) : textOf(value)))
    .filter((text) => text !== '');
  return {
    id: textOf(values[at.id ?? 0]).trim(),
    headers,
    values,
    changes: [{ sheet, address: rangeAddress(place), column: '', before: shown.join(' · '), after: '' }],
  };
}

/** A day as `2021-06-02`; what is none, as it stands. */
const dayOf = (value: CellValue): string => (typeof value === 'number' ? fromSerial(value) : null) ?? textOf(value);
