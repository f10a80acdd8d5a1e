import { HostError } from '../../errors';
import { rectOf, type Sheet } from '..';
import { addin, codeOf, people, person, put, sheetOf, stateOf } from '../testing';

describe('undo', () => {
  test.each<[string, (sheet: Sheet) => unknown]>([
    ['values', (sheet) => sheet.write(rectOf(0, 0, 2, 1), [['x'], ['y']], 'values')],
    ['a table that grows', (sheet) => sheet.write(rectOf(3, 0), [['x']], 'values')],
    ['styles', (sheet) => sheet.styles.change(rectOf(0, 0, 3, 3), { font: { bold: true } })],
    ['whole columns', (sheet) => sheet.styles.change(rectOf(0, 0, 1_048_576, 2), { wrap: true })],
    [
      'widths and heights',
      (sheet) => {
        sheet.columns.setWidth(1, 3, 100);
        sheet.rows.setHeight(1, 3, 40);
        sheet.rows.setHidden(2, 2, true);
      },
    ],
    ['merges', (sheet) => sheet.merges.merge(rectOf(10, 0, 2, 2))],
    ['a resized table', (sheet) => sheet.tables[0]?.resize(rectOf(0, 0, 6, 3))],
    ['a removed table', (sheet) => sheet.tables[0]?.remove()],
    [
      'links, rules and page',
      (sheet) => {
        sheet.hyperlinks.set(rectOf(5, 0), { address: 'https://example.org' });
        sheet.conditionalFormats.add(rectOf(0, 0, 5, 5), {
          type: 'custom',
          formula: 'A1>1',
          format: { fill: '#FF0000' },
        });
        sheet.page.change({ orientation: 'Landscape' });
        sheet.changeView({ freeze: { rows: 1, columns: 0 } });
      },
    ],
    ['a sheet', (sheet) => sheet.workbook.addSheet('Autre').write(rectOf(0, 0), [['x']], 'values')],
    ['a renamed sheet', (sheet) => sheet.workbook.renameSheet(sheet, 'Autre')],
    [
      'a pivot',
      (sheet) => {
        const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 6 });
        pivot.change({ data: [{ field: 'Id', name: 'Somme', summarizeBy: 'Sum', numberFormat: 'General' }] });
      },
    ],
    ['all cleared', (sheet) => sheet.clear(rectOf(0, 0, 10, 10), 'All')],
  ])('and redo restore %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.workbook.load(() => sheet.addTable(rectOf(0, 0, 3, 2), true, 'T'));
    const before = stateOf(sheet.workbook);
    sheet.workbook.transact(person, () => change(sheet));
    const after = stateOf(sheet.workbook);
    expect(after).not.toEqual(before);
    expect([sheet.workbook.history.undo(), stateOf(sheet.workbook)]).toEqual([true, before]);
    expect([sheet.workbook.history.redo(), stateOf(sheet.workbook)]).toEqual([true, after]);
    expect(sheet.workbook.history.canRedo).toBe(false);
  });

  it('takes a throw back whole, and a nested one to where it began', () => {
    const sheet = sheetOf(people);
    const before = stateOf(sheet.workbook);
    const fail = (): void => {
      sheet.write(rectOf(5, 5), [['x']], 'values');
      throw new HostError('GeneralException', 'no');
    };
    expect(codeOf(() => sheet.workbook.transact(addin, fail))).toBe('GeneralException');
    expect(stateOf(sheet.workbook)).toEqual(before);
    sheet.workbook.transact(addin, () => {
      sheet.write(rectOf(4, 5), [['kept']], 'values');
      expect(codeOf(() => sheet.workbook.transact(addin, fail))).toBe('GeneralException');
    });
    expect([sheet.cells.get(4, 5)?.value, sheet.cells.get(5, 5)]).toEqual(['kept', undefined]);
  });

  it('is bounded to 100 steps and forgets what was undone once something new is done', () => {
    const sheet = sheetOf();
    for (let i = 0; i < 120; i++) put(sheet, rectOf(0, 0), [[i]]);
    let steps = 0;
    while (sheet.workbook.history.undo()) steps++;
    expect([steps, sheet.cells.get(0, 0)?.value]).toEqual([100, 19]);
    put(sheet, rectOf(0, 0), [[0]]);
    expect(sheet.workbook.history.redo()).toBe(false);
  });
});
