import { columnIndex, columnName, parseReference, printReference, quoteSheetName } from './address';
import { rectOf, MAX_COLUMNS, MAX_ROWS } from './rect';

const wholeColumns = { row: 0, column: 1, rows: MAX_ROWS, columns: 2 };
const wholeRows = { row: 1, column: 0, rows: 3, columns: MAX_COLUMNS };

describe('columns', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('%i is %s', (index, name) => {
    expect([columnName(index), columnIndex(name), columnIndex(name.toLowerCase())]).toEqual([name, index, index]);
  });

  test.each(['XFE', 'AAAA', '', 'A1'])('“%s” is none', (name) => expect(columnIndex(name)).toBeNull());
});

describe('references', () => {
  test.each([
    ['A1', { rect: rectOf(0, 0) }],
    ['$B$2:c4', { rect: rectOf(1, 1, 3, 2) }],
    ['C4:B2', { rect: rectOf(1, 1, 3, 2) }],
    ['B:C', { rect: wholeColumns }],
    ['$2:$4', { rect: wholeRows }],
    ['Plan!A1', { sheet: 'Plan', rect: rectOf(0, 0) }],
    ["'Mon plan'!A1:B2", { sheet: 'Mon plan', rect: rectOf(0, 0, 2, 2) }],
    ["'L''été'!B:C", { sheet: "L'été", rect: wholeColumns }],
    ['Activités!2:4', { sheet: 'Activités', rect: wholeRows }],
  ])('%s is read', (text, expected) => expect(parseReference(text)).toEqual(expected));

  test.each(['', 'A0', 'A1048577', 'XFE1', 'A', '1', 'A1:', 'Plan', 'Plan!', "'Plan!A1", 'SUM(A1)'])(
    '“%s” is none',
    (text) => expect(parseReference(text)).toBeNull(),
  );

  test.each([
    ['Plan', rectOf(0, 0), 'Plan!A1'],
    ['Mon plan', rectOf(1, 1, 3, 2), "'Mon plan'!B2:C4"],
    ["L'été", wholeColumns, "'L''été'!B:C"],
    ['Activités', wholeRows, 'Activités!2:4'],
  ])('of %s is printed', (sheet, rect, expected) => {
    expect(printReference(sheet, rect)).toBe(expected);
    expect(parseReference(expected)).toEqual({ sheet, rect });
  });

  it('is printed absolute', () => {
    expect(printReference('Plan', rectOf(0, 0, 2, 2), true)).toBe('Plan!$A$1:$B$2');
    expect(printReference('Plan', wholeColumns, true)).toBe('Plan!$B:$C');
  });

  test.each([
    ['Plan', 'Plan'],
    ['2021', "'2021'"],
    ['A1', "'A1'"],
    ['R1C1', "'R1C1'"],
    ['a-b', "'a-b'"],
  ])('quotes the sheet %s as %s', (name, expected) => expect(quoteSheetName(name)).toBe(expected));
});
