import type { CellInput, Rect, Workbook } from '..';
import { rectOf, MAX_COLUMNS } from '../geometry/rect';
import { insertCells } from '../shifting/insert';
import { person, sheetOf } from '../testing';
import { ChangedCells } from './changed';
import { Planner } from './plan';
import { References } from './references';
import { IndexedCalls, IndexStore } from './rewrite';
import { runsOf } from './runs';
import { spansOf } from './stale';

const ROWS = 5_000;

/** Five thousand rows of data, the working formulas of the coverage beside them, and a count over all. */
function workbook(): Workbook {
  const sheet = sheetOf([], 'en-US');
  const { workbook: book } = sheet;
  const lines = Array.from({ length: ROWS }, (_, index): CellInput[] => {
    const row = index + 1;
    return [`'1.${index % 9}`, 44300 + (index % 500), `=IF($A${row}<>"",$A${row}&".","")`, `=MAX($B${row},44400)`];
  });
  book.transact(person, () => {
    sheet.write(rectOf(0, 0, ROWS, 4), lines, 'formulas');
    sheet.write(rectOf(0, 5), [[`=COUNTIFS($C$1:$C$${ROWS},"1.1.*")`]], 'formulas');
    sheet.write(rectOf(1, 5, 3, 1), [['=SUM(2:3)'], ['=SUM(3:4)'], ['=SUM(4:5)']], 'formulas');
  });
  return book;
}

const shape = (book: Workbook) =>
  runsOf(book.sheets[0]!).map(({ column, row, rows, formula }) => [column, row, rows, formula]);

test('a formula is kept once for as far as it is filled down, and parts where a row comes between', () => {
  const book = workbook();
  const others = [
    [5, 0, 1, `COUNTIFS($C$1:$C$${ROWS},"1.1.*")`],
    [5, 1, 1, 'SUM(2:3)'],
    [5, 2, 1, 'SUM(3:4)'],
    [5, 3, 1, 'SUM(4:5)'],
  ];
  expect(shape(book)).toEqual([[2, 0, ROWS, 'IF($A1<>"",$A1&".","")'], [3, 0, ROWS, 'MAX($B1,44400)'], ...others]);
  book.transact(person, () => insertCells(book.sheets[0]!, rectOf(999, 0, 1, 2), 'row'));
  expect(shape(book).slice(0, 4)).toEqual([
    [2, 0, 999, 'IF($A1<>"",$A1&".","")'],
    [2, 999, ROWS - 999, 'IF($A1001<>"",$A1001&".","")'],
    [3, 0, 999, 'MAX($B1,44400)'],
    [3, 999, ROWS - 999, 'MAX($B1001,44400)'],
  ]);
});

test.each<[string, Rect, Record<string, number>]>([
  ['a number of the plan', rectOf(2_000, 0), { C: 1 }],
  ['a date', rectOf(2_000, 1), { D: 1 }],
  ['a row', rectOf(2_000, 0, 1, MAX_COLUMNS), { C: 1, D: 1, F: 1 }],
  ['what a formula gives', rectOf(2_000, 2), { C: 1, F: 1 }],
  ['a cell that nothing reads', rectOf(2_000, 9), {}],
])('after a change of %s only what reads it is computed', (_description, rect, expected) => {
  const book = workbook();
  const [sheet] = book.sheets;
  const environment = { references: new References(book), calls: new IndexedCalls(new IndexStore()), clock: 0 };
  const { ours } = new Planner().plan(book, environment);
  const changed = new ChangedCells();
  changed.add({ sheet: sheet!, rect });
  const computed: Record<string, number> = {};
  for (const { run, row, rows } of ours) {
    const name = 'ABCDEF'[run.column]!;
    for (const { first, end } of spansOf(run, run.program!, { first: row, end: row + rows }, changed)) {
      computed[name] = (computed[name] ?? 0) + end - first;
    }
  }
  expect(computed).toEqual(expected);
});
