import { rectOf } from '../geometry/rect';
import { sortRows } from './sort';
import { codeOf, person, sheetOf, valuesIn } from '../testing';

const rows = [
  ['b', 2, '=B1*10'],
  ['', 1, '=B2*10'],
  ['a', 'texte', '=B3'],
  ['B', true, '=B4'],
  ['é', 10, '=B5*10'],
] as const;

const sorted = (index: number, ascending: boolean, column: number): unknown[] => {
  const sheet = sheetOf(rows);
  sheet.workbook.transact(person, () => sortRows(sheet, rectOf(0, 0, 5, 3), [{ index, ascending }]));
  return valuesIn(sheet, rectOf(0, column, 5, 1)).flat();
};

test.each([
  ['numbers, then text, then truth values', 1, true, 1, [1, 2, 10, 'texte', true]],
  ['the other way round', 1, false, 1, [true, 'texte', 10, 2, 1]],
  ['text whatever its case, blanks last', 0, true, 0, ['a', 'b', 'B', 'é', null]],
  ['blanks last downwards too', 0, false, 0, ['é', 'b', 'B', 'a', null]],
  ['formulas move with their rows', 1, true, 2, ['=B1*10', '=B2*10', '=B3*10', '=B4', '=B5']],
])('%s', (_description, index, ascending, column, expected) => {
  expect(sorted(index, ascending, column)).toEqual(expected);
});

test('a column that is not there, and merged cells, are refused', () => {
  const sheet = sheetOf(rows);
  const sort = (index: number) => () => sortRows(sheet, rectOf(0, 0, 5, 3), [{ index, ascending: true }]);
  expect(codeOf(sort(3))).toBe('InvalidArgument');
  sheet.merge(rectOf(0, 0, 1, 2));
  expect(codeOf(sort(0))).toBe('InvalidOperation');
});
