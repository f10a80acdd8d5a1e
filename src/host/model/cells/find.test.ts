import { findCells, replaceCells } from './find';
import { rectOf } from '../geometry/rect';
import { sheetOf, valuesIn } from '../testing';

const anywhere = { completeMatch: false, matchCase: false };
const all = rectOf(0, 0, 3, 2);
const sheetToSearch = () =>
  sheetOf([
    ['Visite', 'visiteurs'],
    ['a?b', 12],
    ['=CONCATENATE("vis","ite")', '12,5'],
  ]);

function hideSheet(sheet: ReturnType<typeof sheetToSearch>): void {
  sheet.workbook.addSheet('Autre');
  sheet.setVisibility('Hidden');
}

test.each([
  ['a part, whatever its case', 'visite', anywhere, ['0,0', '0,1', '2,0']],
  ['the whole cell', 'visite', { completeMatch: true, matchCase: false }, ['0,0', '2,0']],
  ['with its case', 'Visite', { completeMatch: false, matchCase: true }, ['0,0']],
  ['with signs that stand for others', 'v*e', { completeMatch: true, matchCase: false }, ['0,0', '2,0']],
  ['with those signs themselves', 'a~?b', anywhere, ['1,0']],
  ['in what a number shows', '12', anywhere, ['1,1', '2,1']],
])('finds %s', (_description, text, options, expected) => {
  const found = findCells(sheetToSearch(), all, text, options);
  expect(found.map(({ row, column }) => `${row},${column}`)).toEqual(expected);
});

test.each<[string, (sheet: ReturnType<typeof sheetToSearch>) => void, readonly string[]]>([
  ['a hidden row', (sheet) => sheet.rows.setHidden(0, 1, true), ['2,0']],
  ['a hidden column', (sheet) => sheet.columns.setHidden(0, 1, true), ['0,1']],
  ['a hidden sheet', hideSheet, []],
])('finds nothing in %s', (_description, hide, expected) => {
  const sheet = sheetToSearch();
  hide(sheet);
  expect(findCells(sheet, all, 'vis', anywhere).map(({ row, column }) => `${row},${column}`)).toEqual(expected);
});

test('replaces in constants and in formulas, and counts the cells', () => {
  const sheet = sheetToSearch();
  expect(replaceCells(sheet, all, 'vis', 'mus', anywhere)).toBe(3);
  expect(valuesIn(sheet, all)).toEqual([
    ['musite', 'musiteurs'],
    ['a?b', 12],
    ['=CONCATENATE("mus","ite")', '12,5'],
  ]);
  expect(sheet.cells.get(2, 0)?.value).toBe('musite');
});
