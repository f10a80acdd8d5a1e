import { randomFrom } from '../../../../test/support/generator';
import { Workbook, type CellInput, type CellValue, type Sheet } from '..';
import { sortCells } from '../cells/sort';
import { copyCells } from '../cells/copy';
import { rectOf, MAX_COLUMNS } from '../geometry/rect';
import { deleteCells, insertCells } from '../shifting/insert';
import { HostError } from '../../errors';
import { addin } from '../testing';
import { createCalc } from './calc';

const ROWS = 12;
const WORK = 18;

/** A workbook as the coverage makes it, and what people put beside: totals that run, names, tables, a library's formula. */
function workbook(): { readonly book: Workbook; readonly data: Sheet; readonly work: Sheet; readonly list: Sheet } {
  const book = Workbook.blank({ locale: 'en-US', now: () => 44350.75 });
  const list = book.sheets[0]!;
  const [data, work] = [book.addSheet('Data'), book.addSheet('Work')];
  const rows = Array.from({ length: ROWS }, (_, n): CellInput[] => [`id${n % 9}`, 44300 + n * 7, `'1.${n % 4}`, n]);
  book.transact(addin, () => {
    data.write(rectOf(0, 0, ROWS + 1, 4), [['Id', 'Date', 'No', 'Hours'], ...rows], 'values');
    data.addTable(rectOf(0, 0, ROWS + 1, 4), true, 'T');
    book.names.define({ name: 'Limit', formula: 'Data!$H$1', visible: true, comment: '' });
    data.write(rectOf(0, 7, 1, 1), [[44360]], 'values');
    for (let row = 2; row < WORK + 2; row++) {
      const line = [
        `=IF(AND(Data!$C${row}<>"",ISNUMBER(Data!$B${row})),SUBSTITUTE(TRIM(Data!$C${row}),",",".")&".","")`,
        `=IF($A${row}="","",IF(Data!$A${row}="",1,1/COUNTIFS(T[Id],Data!$A${row})))`,
        `=MAX(Data!$B${row},Limit)`,
        `=SUM($B$2:B${row})`,
        row === 2 ? '=B2' : `=E${row - 1}+B${row}`,
        `=IF(@Data!$C:$C="","",@Data!$B$1:$B$${WORK + 1}+$B${row})`,
      ];
      work.write(rectOf(row - 1, 0, 1, 6), [line], 'formulas');
    }
    for (let item = 1; item <= 4; item++) {
      const line = [
        `'1.${item - 1}`,
        `=ROUND(SUMIFS(Work!$B$2:$B$${WORK + 1},Work!$A$2:$A$${WORK + 1},$A${item}&".*"),0)`,
        `=IF($B${item}=0,"",MAXIFS(Work!$C$2:$C$${WORK + 1},Work!$A$2:$A$${WORK + 1},$A${item}&".*"))`,
        `=IF($B${item}=0,"none",IF(TODAY()-$C${item}>30,"late","on time"))`,
        `=SUMPRODUCT((T[No]=$A${item})*T[Hours])+B${item}`,
      ];
      list.write(rectOf(item - 1, 0, 1, 5), [line], 'formulas');
    }
    list.write(rectOf(6, 0, 1, 4), [['=SUM(B1:B4)', '=COUNTA(T[Id])', '=A7+C7', '=B7*2']], 'formulas');
    list.write(rectOf(7, 0, 1, 2), [['=B8+1', '=A8+C7']], 'formulas');
  });
  return { book, data, work, list };
}

function valuesOf(book: Workbook): Record<string, CellValue> {
  const values: Record<string, CellValue> = {};
  for (const sheet of book.sheets) {
    for (const { row, column, cell } of sheet.cells.formulas()) {
      values[`${sheet.name}!${row}:${column} ${cell.formula}`] = cell.value;
    }
  }
  return values;
}

type Change = (pick: (below: number) => number, books: ReturnType<typeof workbook>) => void;

const changes: Readonly<Record<string, Change>> = {
  date: (pick, { data }) => data.write(rectOf(1 + pick(ROWS), 1), [[44300 + pick(100)]], 'values'),
  number: (pick, { data }) =>
    data.write(rectOf(1 + pick(ROWS), 2), [[['', "'1.1", "'1.3", 'x', 5][pick(5)]!]], 'values'),
  id: (pick, { data }) => data.write(rectOf(1 + pick(ROWS), 0), [[`id${pick(9)}`]], 'values'),
  'two far apart': (pick, { data }) => {
    data.write(rectOf(1, 3), [[pick(9)]], 'values');
    data.write(rectOf(ROWS, 0), [[`id${pick(9)}`]], 'values');
  },
  'a row below': (pick, { data }) => {
    const { row, rows } = data.tables[0]!.rect;
    data.write(rectOf(row + rows, 0, 1, 4), [[`id${pick(20)}`, 44300 + pick(90), `'1.${pick(4)}`, 1]], 'values');
  },
  'a row put in': (pick, { data }) => insertCells(data, rectOf(1 + pick(ROWS), 0, 1, MAX_COLUMNS), 'row'),
  'a row taken out': (pick, { data }) => deleteCells(data, rectOf(1 + pick(ROWS), 0, 1, MAX_COLUMNS), 'row'),
  'a column put in': (_, { data }) => insertCells(data, rectOf(0, 5, 1, 1), 'column'),
  sort: (pick, { data }) => sortCells(data, data.tables[0]!.bodyRect, [{ index: pick(4), ascending: pick(2) === 0 }]),
  'a formula over': (pick, { work }) =>
    work.write(rectOf(1 + pick(WORK), pick(5)), [[`=A${1 + pick(5)}&"x"`]], 'formulas'),
  'a constant over': (pick, { work }) => work.write(rectOf(1 + pick(WORK), pick(5)), [[pick(3)]], 'values'),
  'formulas copied': (pick, { work }) => {
    const row = 2 + pick(WORK - 3);
    copyCells({ sheet: work, rect: rectOf(row, 0, 1, 5) }, { sheet: work, rect: rectOf(row + 1, 0, 1, 5) });
  },
  clear: (pick, { work }) => work.clear(rectOf(1 + pick(WORK), pick(5), 1, 2), 'Contents'),
  name: (pick, { book }) =>
    book.names.define({ name: 'Limit', formula: `Data!$H$${1 + pick(2)}`, visible: true, comment: '' }),
  'a sheet’s name': (pick, { book, data }) => book.renameSheet(data, `Data${pick(3)}`),
  'a table’s name': (pick, { data }) => data.tables[0]!.rename(`T${pick(3)}`),
  undo: (_, { book }) => void book.history.undo(),
  redo: (_, { book }) => void book.history.redo(),
};

test.each([1, 2, 3])('whatever changed, the formulas give what computing them all gives (seed %d)', (seed) => {
  const books = workbook();
  const { book } = books;
  const random = randomFrom(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const names = Object.keys(changes);
  for (let step = 0; step < 40; step++) {
    const name = names[pick(names.length)]!;
    const change = () => changes[name]!(pick, books);
    try {
      if (name === 'undo' || name === 'redo') change();
      else book.transact(addin, change);
    } catch (error) {
      // What the workbook refuses is no change.
      if (!(error instanceof HostError)) throw error;
    }
    const values = valuesOf(book);
    book.transact(addin, () => createCalc().recalculate(book));
    expect({ step, name, values }).toEqual({ step, name, values: valuesOf(book) });
  }
});
