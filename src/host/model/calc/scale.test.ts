import { Workbook, type CellInput } from '..';

const origin = { session: 'test', by: 'addin' } as const;
const ROWS = 100_000;
const FORMULAS = 1_000;

test('counts 1,000 times over 100,000 rows, and again after a change', () => {
  const book = Workbook.blank({ locale: 'en-US' });
  const data = book.sheets[0]!;
  const live = book.addSheet('Live');
  book.load(() => {
    for (let row = 0; row <= ROWS; row++) {
      const values =
        row === 0 ? ['Id', 'Date', 'No'] : [`id${row}`, 44000 + (row % 700), `1.${row % 50}.${row % 20} a`];
      values.forEach((value, column) => data.putCell(row, column, { value, style: 0 }));
    }
    data.addTable({ row: 0, column: 0, rows: ROWS + 1, columns: 3 }, true, 'T');
  });
  const formulas = Array.from({ length: FORMULAS }, (_, n): CellInput[] => [
    `1.${n % 50}.${n % 20} a`,
    44000 + (n % 700),
    `=COUNTIFS(T[No],A${n + 1})`,
    `=COUNTIFS(T[No],A${n + 1},T[Date],">="&B${n + 1})`,
    `=MAXIFS(T[Date],T[No],A${n + 1})`,
    `=COUNTIF(T[Date],"<"&B${n + 1})`,
  ]);
  book.transact(origin, () => live.write({ row: 0, column: 0, rows: FORMULAS, columns: 6 }, formulas, 'formulas'));
  expect([2, 3, 4, 5].map((column) => live.cells.get(1, column)!.value)).toEqual([1000, 1000, 44601, 142]);
  book.transact(origin, () => live.write({ row: 5, column: 1, rows: 1, columns: 1 }, [[44100]], 'values'));
  const later = Array.from({ length: ROWS }, (_, n) => n + 1).filter((row) => row % 100 === 5 && row % 700 >= 100);
  expect([2, 3].map((column) => live.cells.get(5, column)!.value)).toEqual([1000, later.length]);
});
