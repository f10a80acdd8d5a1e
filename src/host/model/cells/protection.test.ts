import { rectOf, type Sheet } from '..';
import { codeOf, people, sheetOf, stateOf } from '../testing';

describe('protection', () => {
  const changes: readonly [string, (sheet: Sheet) => unknown][] = [
    ['write', (sheet) => sheet.write(rectOf(0, 0), [['x']], 'values')],
    ['type', (sheet) => sheet.type(0, 0, 'x')],
    ['clear', (sheet) => sheet.clear(rectOf(0, 0), 'Contents')],
    ['format', (sheet) => sheet.styles.change(rectOf(0, 0), { wrap: true })],
    ['widen', (sheet) => sheet.columns.setWidth(0, 1, 10)],
    ['merge', (sheet) => sheet.merges.merge(rectOf(8, 0, 2, 2))],
    ['add a table', (sheet) => sheet.addTable(rectOf(8, 0, 2, 2), true)],
    ['resize a table', (sheet) => sheet.tables[0]?.resize(rectOf(0, 0, 5, 2))],
    ['filter', (sheet) => sheet.tables[0]?.setFilter({ column: 0, values: ['1'] })],
    ['add a pivot', (sheet) => sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 5 })],
    ['validate', (sheet) => sheet.validations.set(rectOf(0, 0), null)],
  ];

  test.each(changes)('of the sheet denies to %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.protect();
    const before = stateOf(sheet.workbook);
    expect([codeOf(() => change(sheet)), stateOf(sheet.workbook)]).toEqual(['AccessDenied', before]);
  });

  test.each(changes)('of the whole workbook denies to %s', (_what, change) => {
    const sheet = sheetOf(people);
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.workbook.configure({ readOnly: true });
    expect(codeOf(() => change(sheet))).toBe('AccessDenied');
    sheet.select(rectOf(1, 1));
    expect(sheet.selection).toEqual(rectOf(1, 1));
  });

  test.each<[string, (sheet: Sheet) => unknown]>([
    ['add a sheet', ({ workbook }) => workbook.addSheet('Deux')],
    ['delete one', (sheet) => sheet.workbook.removeSheet(sheet)],
    ['rename it', (sheet) => sheet.workbook.renameSheet(sheet, 'Autre')],
    ['move it', (sheet) => sheet.workbook.moveSheet(sheet, 1)],
    ['hide it', (sheet) => sheet.setVisibility('Hidden')],
    ['show one', ({ workbook }) => workbook.sheetByName('Caché')?.setVisibility('Visible')],
    ['colour its tab', (sheet) => sheet.changeView({ tabColor: '#FF0000' })],
  ])('of the structure denies to %s', (_what, change) => {
    const sheet = sheetOf(people);
    const { workbook } = sheet;
    workbook.addSheet('Visible');
    workbook.addSheet('Caché').setVisibility('Hidden');
    workbook.protect();
    const before = stateOf(workbook);
    expect([codeOf(() => change(sheet)), stateOf(workbook)]).toEqual(['AccessDenied', before]);
    workbook.unprotect();
    expect(codeOf(() => change(sheet))).toBe('done');
  });

  it('of the structure leaves what is on the sheets alone', () => {
    const sheet = sheetOf(people);
    const { workbook } = sheet;
    workbook.protect();
    expect([
      codeOf(() => sheet.write(rectOf(0, 0), [['x']], 'values')),
      codeOf(() => sheet.addTable(rectOf(8, 0, 2, 2), true)),
      codeOf(() => workbook.activate(sheet)),
      codeOf(() => workbook.protect()),
    ]).toEqual(['done', 'done', 'done', 'InvalidOperation']);
  });

  it('lets unlocked cells be written and what it allows be done', () => {
    const sheet = sheetOf(people);
    sheet.styles.change(rectOf(5, 0), { locked: false });
    sheet.protect({ allowFormatCells: true });
    expect([
      codeOf(() => sheet.write(rectOf(5, 0), [['x']], 'values')),
      codeOf(() => sheet.write(rectOf(5, 0, 2, 1), [['x'], ['y']], 'values')),
      codeOf(() => sheet.styles.change(rectOf(0, 0), { wrap: true })),
      codeOf(() => sheet.columns.setWidth(0, 1, 10)),
      codeOf(() => sheet.unprotect()),
      codeOf(() => sheet.columns.setWidth(0, 1, 10)),
    ]).toEqual(['done', 'AccessDenied', 'done', 'AccessDenied', 'done', 'done']);
  });
});
