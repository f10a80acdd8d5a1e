import { rectOf, type CellInput, type Rect, type Sheet } from '..';
import { codeOf, people, put, sheetOf, valuesIn } from '../testing';

describe('growth of tables', () => {
  const grown = (
    from: readonly (readonly CellInput[])[],
    at: Rect,
    input: readonly (readonly CellInput[])[],
  ): string => {
    const sheet = sheetOf(from);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    put(sheet, at, input);
    return `${table.rect.rows}×${table.rect.columns}`;
  };

  test.each<[string, readonly (readonly CellInput[])[], Rect, readonly (readonly CellInput[])[], string]>([
    [
      'directly below',
      people,
      rectOf(3, 0, 2, 2),
      [
        [3, 'c'],
        [4, 'd'],
      ],
      '5×2',
    ],
    ['directly below, one column', people, rectOf(3, 1), [['c']], '4×2'],
    ['over the last row and below', people, rectOf(2, 0, 2, 1), [[3], [4]], '4×2'],
    ['a blank row', people, rectOf(3, 0, 1, 2), [['', '']], '3×2'],
    ['a row apart', people, rectOf(4, 0), [[3]], '3×2'],
    ['wider than the table', people, rectOf(3, 0, 1, 3), [[3, 'c', 'd']], '3×2'],
    ['over content', [...people, ['x', null]], rectOf(3, 0), [[3]], '3×2'],
    ['beside content in the new row', [...people, [null, 'x']], rectOf(3, 0), [[3]], '3×2'],
    ['a header beside it', people, rectOf(0, 2), [['Note']], '3×3'],
    ['a value beside a body row', people, rectOf(1, 2), [['x']], '3×2'],
  ])('%s', (_what, from, at, input, expected) => expect(grown(from, at, input)).toBe(expected));

  it('does not happen when the person has it off, nor with a totals row, nor over a validation rule', () => {
    const extents = (['off', 'totals', 'validation'] as const).map((why) => {
      const sheet = sheetOf(people);
      const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
      if (why === 'off') sheet.workbook.configure({ tableGrowth: false });
      if (why === 'totals') table.change({ showTotals: true });
      if (why === 'validation')
        sheet.validations.set(rectOf(3, 0), { type: 'list', allowBlank: true, showDropDown: true });
      const next = table.rect.row + table.rect.rows;
      put(sheet, rectOf(next, 0), [[9]]);
      return table.rect.rows + table.rect.row === next;
    });
    expect(extents).toEqual([true, true, true]);
  });

  it('takes formats and validation of the last row along', () => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true);
    sheet.styles.setNumberFormats(rectOf(1, 0, 2, 1), '000');
    sheet.validations.set(rectOf(1, 1, 2, 1), {
      type: 'list',
      formula1: 'A1:A2',
      allowBlank: true,
      showDropDown: true,
    });
    put(sheet, rectOf(3, 0, 1, 2), [[3, 'c']]);
    expect([sheet.text(3, 0), sheet.validations.all[0]?.rects]).toEqual(['003', [rectOf(1, 1, 3, 1)]]);
  });

  it('misplaces what is written over rows that a filter hides', () => {
    const sheet = sheetOf([...people, [3, 'a']]);
    const table = sheet.addTable(rectOf(0, 0, 4, 2), true);
    table.setFilter({ column: 1, values: ['a'] });
    put(sheet, rectOf(1, 0, 3, 1), [[10], [20], [30]]);
    expect(valuesIn(sheet, rectOf(1, 0, 3, 1))).toEqual([[10], [2], [20]]);
  });
});

describe('tables', () => {
  it('names columns: text, never blank, never twice', () => {
    const sheet = sheetOf([
      ['Nom', 'nom', '', 2021],
      [1, 2, 3, 4],
    ]);
    const table = sheet.addTable(rectOf(0, 0, 2, 4), true);
    expect([table.name, table.columns.map(({ name }) => name)]).toEqual([
      'Tableau1',
      ['Nom', 'nom2', 'Colonne3', '2021'],
    ]);
    expect(valuesIn(sheet, rectOf(0, 0, 1, 4))).toEqual([['Nom', 'nom2', 'Colonne3', '2021']]);
    put(sheet, rectOf(0, 1, 1, 2), [['', '=A1']]);
    expect(table.columns.map(({ id, name }) => [id, name])).toEqual([
      [1, 'Nom'],
      [2, 'Colonne2'],
      [3, '=A1'],
      [4, '2021'],
    ]);
  });

  it('gets a header row put in, or a blank body row', () => {
    const sheet = sheetOf([[1, 2]]);
    const table = sheet.addTable(rectOf(0, 0, 1, 2), false);
    expect([table.rect, valuesIn(sheet, table.rect)]).toEqual([
      rectOf(0, 0, 2, 2),
      [
        ['Colonne1', 'Colonne2'],
        [1, 2],
      ],
    ]);
    const empty = sheetOf([['Id', 'Nom']]).addTable(rectOf(0, 0, 1, 2), true);
    expect(empty.bodyRect).toEqual(rectOf(1, 0, 1, 2));
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    ['another table', 'InvalidOperation', (sheet) => sheet.addTable(rectOf(2, 1, 3, 2), true)],
    ['a merged area', 'InvalidOperation', (sheet) => sheet.addTable(rectOf(8, 0, 3, 2), true)],
    ['a name with a space', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 'Mon tableau')],
    ['a name that is a cell', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 'AB12')],
    ['a name that is taken', 'InvalidArgument', (sheet) => sheet.addTable(rectOf(20, 0, 3, 2), true, 't')],
    ['a header moved by resizing', 'InvalidArgument', (sheet) => sheet.tables[0]?.resize(rectOf(1, 0, 3, 2))],
    ['a merge over it', 'InvalidOperation', (sheet) => sheet.merges.merge(rectOf(2, 0, 2, 1))],
    ['a row of the wrong width', 'InvalidArgument', (sheet) => sheet.tables[0]?.rows.add(null, [[1]])],
    ['a row it does not have', 'InvalidArgument', (sheet) => sheet.tables[0]?.rows.delete(2, 1)],
  ])('refuse %s', (_what, code, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.merges.merge(rectOf(9, 0, 1, 2));
    expect(codeOf(() => change(sheet))).toBe(code);
  });

  it('insert and delete rows, moving what stands below in their columns', () => {
    const sheet = sheetOf([...people, [null, null], ['dessous', null]]);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
    table.rows.add(1, [[9, 'i']]);
    table.rows.add(null, [[10, 'z']]);
    expect(valuesIn(sheet, rectOf(1, 0, 6, 1))).toEqual([[1], [9], [2], [10], [null], ['dessous']]);
    table.rows.delete(0, 2);
    expect([valuesIn(sheet, rectOf(1, 0, 4, 1)), table.rect.rows]).toEqual([[[2], [10], [null], ['dessous']], 3]);
    table.rows.delete(0, 2);
    expect([valuesIn(sheet, rectOf(1, 0, 3, 1)), table.rect.rows]).toEqual([[[null], [null], ['dessous']], 2]);
  });

  it('delete nothing while filtered', () => {
    const sheet = sheetOf(people);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true);
    table.setFilter({ column: 0, values: ['2'] });
    table.rows.delete(0, 1);
    expect([table.rect.rows, sheet.rows.isHidden(1), sheet.rows.isHidden(2)]).toEqual([3, true, false]);
    table.clearFilters();
    expect(sheet.rows.isHidden(1)).toBe(false);
  });

  it('add a totals row that counts, and take it away', () => {
    const sheet = sheetOf(people);
    const table = sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    table.change({ showTotals: true });
    expect([table.totalsRect, valuesIn(sheet, rectOf(3, 0, 1, 2))]).toEqual([
      rectOf(3, 0, 1, 2),
      [['Total', '=SUBTOTAL(103,T[Nom])']],
    ]);
    table.change({ showTotals: false });
    expect([table.totalsRect, table.rect.rows, sheet.cells.hasContentIn(rectOf(3, 0, 1, 2))]).toEqual([null, 3, false]);
  });
});
