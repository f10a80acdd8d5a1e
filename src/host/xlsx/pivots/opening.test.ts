import { openXlsx, saveXlsx } from '..';
import { rectOf, Workbook, type CellInput, type CellValue, type Sheet } from '../../model';

const origin = { session: 'test', by: 'addin' } as const;
const source: CellInput[][] = [
  ['Action', 'Count'],
  ['a', 1],
  ['b', 2],
];

/** A saved workbook whose pivot is older than its source: `b` became 5 after the last refresh. */
function outdated(refreshOnOpen: boolean, spoil: (sheet: Sheet) => void = () => undefined): Uint8Array {
  const book = Workbook.blank({ locale: 'en-US' });
  const sheet = book.sheets[0]!;
  book.transact(origin, () => {
    sheet.write(rectOf(0, 0, 3, 2), source, 'values');
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 4 }).change({
      layout: 'Tabular',
      refreshOnOpen,
      rows: [
        { field: 'Action', name: 'Action', subtotals: false, showAllItems: false, hiddenItems: [], sort: 'Ascending' },
      ],
      data: [{ field: 'Count', name: 'Sum', summarizeBy: 'Sum', numberFormat: 'General' }],
    });
  });
  book.transact(origin, () => {
    sheet.write(
      rectOf(2, 0, 2, 2),
      [
        ['b', 5],
        ['c', 7],
      ],
      'values',
    );
    spoil(sheet);
  });
  return saveXlsx(book);
}

function shown(book: Workbook): CellValue[][] {
  const sheet = book.sheets[0]!;
  return [1, 2, 3, 4].map((row) => [4, 5].map((column) => sheet.cells.get(row, column)?.value ?? null));
}

const former: CellValue[][] = [
  ['a', 1],
  ['b', 2],
  ['Grand Total', 3],
  [null, null],
];
const refreshed: CellValue[][] = [
  ['a', 1],
  ['b', 5],
  ['c', 7],
  ['Grand Total', 13],
];

test.each<[string, Uint8Array, CellValue[][]]>([
  ['marked, it shows its source', outdated(true), refreshed],
  ['unmarked, it shows what it did', outdated(false), former],
  [
    'without room for its rows, it stays as it was',
    outdated(true, (sheet) => sheet.write(rectOf(4, 5), [['mine']], 'values')),
    [...former.slice(0, 3), [null, 'mine']],
  ],
  ['on a protected sheet, it stays as it was', outdated(true, (sheet) => sheet.protect()), former],
])('a pivot on opening: %s', (_, bytes, expected) => {
  const book = openXlsx(bytes, { locale: 'en-US' });
  expect(shown(book)).toEqual(expected);
  expect(book.history.canUndo).toBe(false);
});

test('what was refreshed on opening is saved', () => {
  const again = saveXlsx(openXlsx(outdated(true), { locale: 'en-US' }));
  expect(shown(openXlsx(again, { locale: 'en-US' }))).toEqual(refreshed);
});

test('fields of a pivot are marked as its buttons, there and back', () => {
  const book = openXlsx(outdated(false), { locale: 'en-US' });
  const sheet = book.sheets[0]!;
  const isButton = (row: number, column: number): boolean =>
    book.styles.get(sheet.styles.at(row, column)).pivotButton ?? false;
  expect([isButton(0, 4), isButton(0, 5), isButton(1, 4)]).toEqual([true, false, false]);
});
