import { rectOf, type Sheet } from '..';
import { addin, codeOf, people, put, sheetOf, stateOf, valuesIn } from '../testing';

describe('pivots', () => {
  const count = { field: 'Id', name: 'Nombre', summarizeBy: 'Count', numberFormat: 'General' } as const;
  function withPivot(): Sheet {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.workbook.transact(addin, () => {
      const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 4 });
      pivot.change({
        layout: 'Tabular',
        rows: [
          { field: 'Nom', name: 'Nom', subtotals: false, showAllItems: false, hiddenItems: [], sort: 'Ascending' },
        ],
        data: [count],
      });
    });
    return sheet;
  }

  it('show their source, and new rows only once refreshed', () => {
    const sheet = withPivot();
    const shown = [
      ['Nom', 'Nombre'],
      ['a', 1],
      ['b', 1],
      ['Total général', 2],
    ];
    expect(valuesIn(sheet, rectOf(0, 4, 4, 2))).toEqual(shown);
    put(sheet, rectOf(3, 0, 1, 2), [[3, 'c']]);
    expect(valuesIn(sheet, rectOf(0, 4, 4, 2))).toEqual(shown);
    sheet.pivots[0]?.refresh();
    expect(valuesIn(sheet, rectOf(3, 4, 2, 2))).toEqual([
      ['c', 1],
      ['Total général', 3],
    ]);
    sheet.pivots[0]?.remove();
    expect([sheet.pivots.length, sheet.cells.hasContentIn(rectOf(0, 4, 9, 9))]).toEqual([0, false]);
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    [
      'a missing table',
      'ItemNotFound',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'X' }, { row: 0, column: 9 }),
    ],
    [
      'a source of one row',
      'InvalidArgument',
      (sheet) =>
        sheet.addPivot('Q', { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 1, 2) }, { row: 0, column: 9 }),
    ],
    [
      'a blank header',
      'InvalidArgument',
      (sheet) =>
        sheet.addPivot('Q', { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 3, 3) }, { row: 0, column: 9 }),
    ],
    [
      'a name that is taken',
      'InvalidArgument',
      (sheet) => sheet.addPivot('p', { kind: 'table', table: 'T' }, { row: 0, column: 9 }),
    ],
    ['an unknown field', 'InvalidArgument', (sheet) => sheet.pivots[0]?.change({ data: [{ ...count, field: 'X' }] })],
    [
      'another pivot in the way',
      'InvalidOperation',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'T' }, { row: 2, column: 5 }),
    ],
    [
      'a table in the way',
      'InvalidOperation',
      (sheet) => sheet.addPivot('Q', { kind: 'table', table: 'T' }, { row: 1, column: 1 }),
    ],
    ['a write into it', 'InvalidOperation', (sheet) => sheet.write(rectOf(1, 4), [['x']], 'values')],
    [
      'content where it must grow',
      'InvalidOperation',
      (sheet) => {
        sheet.write(rectOf(4, 5), [['x']], 'values');
        sheet.write(rectOf(3, 0, 1, 2), [[3, 'c']], 'values');
        sheet.pivots[0]?.refresh();
      },
    ],
  ])('refuse %s', (_what, code, change) => {
    const sheet = withPivot();
    const before = stateOf(sheet.workbook);
    expect([codeOf(() => sheet.workbook.transact(addin, () => change(sheet))), stateOf(sheet.workbook)]).toEqual([
      code,
      before,
    ]);
  });

  it('are denied where pivots are refused', () => {
    const sheet = sheetOf(people);
    sheet.workbook.configure({ pivotsRefused: true });
    const source = { kind: 'range', sheet: sheet.name, rect: rectOf(0, 0, 3, 2) } as const;
    expect(codeOf(() => sheet.addPivot('P', source, { row: 0, column: 5 }))).toBe('AccessDenied');
  });
});
