import { rectOf, type Rect } from '../geometry/rect';
import type { CellInput } from './cell';
import { copyCells, type CopyKind, type CopyOptions } from './copy';
import { codeOf, person, sheetOf, valuesIn } from '../testing';

const values = [
  ['a', 1, '=B1*2'],
  ['', 2, '=B2*2+$B$1'],
] as const;

const copied = (
  from: Rect,
  to: Rect,
  kind: CopyKind,
  options?: CopyOptions,
  start: readonly (readonly CellInput[])[] = values,
) => {
  const sheet = sheetOf(start);
  sheet.workbook.transact(person, () => copyCells({ sheet, rect: from }, { sheet, rect: to }, kind, options));
  return valuesIn(sheet, to);
};

const all = rectOf(0, 0, 2, 3);

test.each<[string, unknown[][], unknown[][]]>([
  [
    'all, with references that move along',
    copied(all, rectOf(4, 1, 2, 3), 'All'),
    [
      ['a', 1, '=C5*2'],
      [null, 2, '=C6*2+$B$1'],
    ],
  ],
  [
    'values',
    copied(all, rectOf(4, 1, 2, 3), 'Values'),
    [
      ['a', 1, 2],
      [null, 2, 5],
    ],
  ],
  [
    'a row over rows that are a multiple of it',
    copied(rectOf(0, 1, 1, 2), rectOf(2, 1, 3, 2), 'Formulas'),
    [
      [1, '=B3*2'],
      [1, '=B4*2'],
      [1, '=B5*2'],
    ],
  ],
  ['links to several cells', copied(rectOf(0, 0, 1, 2), rectOf(4, 0, 1, 2), 'Link'), [['=Feuil1!A1', '=Feuil1!B1']]],
  ['a link to one cell', copied(rectOf(0, 1), rectOf(4, 0), 'Link'), [['=Feuil1!$B$1']]],
  [
    'turned, with what they refer to',
    copied(all, rectOf(4, 4, 3, 2), 'All', { transpose: true }),
    [
      ['a', null],
      [1, 2],
      ['=E6*2', '=F6*2+$B$1'],
    ],
  ],
  [
    'without the blank ones',
    copied(
      all,
      rectOf(4, 0, 2, 3),
      'Values',
      { skipBlanks: true },
      [...values, [], [], ['x', 'x', 'x'], ['x', 'x', 'x']].map((row) => [0, 1, 2].map((at) => row[at] ?? '')),
    ),
    [
      ['a', 1, 2],
      ['x', 2, 5],
    ],
  ],
  ['over themselves', copied(rectOf(0, 1, 2, 1), rectOf(1, 1, 2, 1), 'All'), [[1], [2]]],
])('cells are copied: %s', (_description, result, expected) => {
  expect(result).toEqual(expected);
});

test('links, rules and merged areas come along with all of a cell, turned too, and with nothing else', () => {
  const sheet = sheetOf([['a', 'b']]);
  const rule = { type: 'whole', allowBlank: true, showDropDown: true } as const;
  const rulesAt = () => [
    sheet.hyperlinks.all.map(({ rect }) => rect),
    sheet.validations.all.map(({ rects }) => rects),
    sheet.conditionalFormats.all.map(({ rects }) => rects),
  ];
  sheet.workbook.transact(person, () => {
    sheet.hyperlinks.set(rectOf(0, 1), { address: 'https://exemple.ca' });
    sheet.validations.set(rectOf(0, 0, 1, 2), rule);
    sheet.conditionalFormats.add(rectOf(0, 0), { type: 'custom', formula: 'A1="a"', format: {} });
    copyCells({ sheet, rect: rectOf(0, 0, 1, 2) }, { sheet, rect: rectOf(8, 0, 2, 2) }, 'Values');
    copyCells({ sheet, rect: rectOf(0, 0, 1, 2) }, { sheet, rect: rectOf(2, 0, 2, 1) }, 'All', { transpose: true });
  });
  expect(rulesAt()).toEqual([
    [rectOf(0, 1), rectOf(3, 0)],
    [[rectOf(0, 0, 1, 2)], [rectOf(2, 0, 2, 1)]],
    [[rectOf(2, 0)], [rectOf(0, 0)]].toReversed(),
  ]);
});

test.each(['=$B1', '=B$1', '=SUM(B:B)', '=SUM(1:1)'])(
  'the reference in %s is not turned: refused by name',
  (formula) => {
    const sheet = sheetOf([[formula]]);
    const place = (row: number) => ({ sheet, rect: rectOf(row, 3) });
    expect(codeOf(() => copyCells({ sheet, rect: rectOf(0, 0) }, place(4), 'All', { transpose: true }))).toBe(
      'NotImplemented',
    );
  },
);
