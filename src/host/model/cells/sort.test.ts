import { rectOf } from '../geometry/rect';
import { sortCells } from './sort';
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
  sheet.workbook.transact(person, () => sortCells(sheet, rectOf(0, 0, 5, 3), [{ index, ascending }]));
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
  const sort = (index: number) => () => sortCells(sheet, rectOf(0, 0, 5, 3), [{ index, ascending: true }]);
  expect(codeOf(sort(3))).toBe('InvalidArgument');
  sheet.merges.merge(rectOf(0, 0, 1, 2));
  expect(codeOf(sort(0))).toBe('InvalidOperation');
});

test('the columns of a range can be sorted, and cells by their colour', () => {
  const sheet = sheetOf([
    ['c', 'a', 'b'],
    [1, 2, 3],
  ]);
  sheet.workbook.transact(person, () => {
    sheet.styles.change(rectOf(1, 2), { fill: '#FF0000' });
    sortCells(sheet, rectOf(0, 0, 2, 3), [{ index: 0, ascending: true }], { columns: true });
  });
  expect(valuesIn(sheet, rectOf(0, 0, 2, 3))).toEqual([
    ['a', 'b', 'c'],
    [2, 3, 1],
  ]);
  const by = { look: 'fill', color: '#ff0000' } as const;
  sheet.workbook.transact(person, () =>
    sortCells(sheet, rectOf(0, 0, 2, 3), [{ index: 1, ascending: true, by }], { columns: true }),
  );
  expect(valuesIn(sheet, rectOf(1, 0, 1, 3))).toEqual([[3, 2, 1]]);
});

test('texts that read as numbers can be compared as numbers', () => {
  const sheet = sheetOf([["'10"], ["'9"], [8]]);
  const sort = (textAsNumber: boolean) => {
    sheet.workbook.transact(person, () =>
      sortCells(sheet, rectOf(0, 0, 3, 1), [{ index: 0, ascending: true, textAsNumber }]),
    );
    return valuesIn(sheet, rectOf(0, 0, 3, 1)).flat();
  };
  expect([sort(false), sort(true)]).toEqual([
    [8, '10', '9'],
    [8, '9', '10'],
  ]);
});

test('links go with their cells, rules stay, and hidden rows keep their place', () => {
  const sheet = sheetOf([['c'], ['b'], ['a'], ['d']]);
  const rule = { type: 'whole', allowBlank: true, showDropDown: true } as const;
  sheet.workbook.transact(person, () => {
    sheet.hyperlinks.set(rectOf(0, 0, 2, 1), { address: 'https://exemple.ca' });
    sheet.validations.set(rectOf(0, 0), rule);
    sheet.rows.setHidden(1, 1, true);
    sortCells(sheet, rectOf(0, 0, 3, 1), [{ index: 0, ascending: true }]);
  });
  expect(valuesIn(sheet, rectOf(0, 0, 4, 1)).flat()).toEqual(['a', 'b', 'c', 'd']);
  expect(sheet.hyperlinks.all.map(({ rect }) => rect.row)).toEqual([2, 1]);
  expect(sheet.validations.all.map(({ rects }) => rects)).toEqual([[rectOf(0, 0)]]);
});
