import { codeOf, onSheet } from '../../../../test/support/excel';
import { openBridge, type BridgeHarness } from '../../../../test/support/office';
import { openXlsx, saveXlsx } from '../../xlsx';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

/** The rows of the sheet: its level each, `-` where hidden, `+` where it stands behind what is hidden. */
const rows = (): string =>
  Array.from({ length: 9 }, (_, row) => {
    const { outline = 0, hidden, collapsed } = office.workbook.activeSheet.rows.at(row);
    return `${outline}${hidden ? '-' : ''}${collapsed ? '+' : ''}`;
  }).join(' ');
const columns = (): string =>
  Array.from({ length: 6 }, (_, column) => {
    const { outline = 0, hidden, collapsed } = office.workbook.activeSheet.columns.at(column);
    return `${outline}${hidden ? '-' : ''}${collapsed ? '+' : ''}`;
  }).join(' ');

const byRows = 'ByRows';

test('rows are grouped, one group in another, and what is hidden shows again as it was', async () => {
  await onSheet((sheet) => {
    sheet.getRange('2:7').group(byRows);
    sheet.getRange('A3:B4').group(byRows);
  });
  expect(rows()).toBe('0 1 2 2 1 1 1 0 0');
  await onSheet((sheet) => sheet.getRange('3:4').hideGroupDetails(byRows));
  expect(rows()).toBe('0 1 2- 2- 1+ 1 1 0 0');
  await onSheet((sheet) => sheet.getRange('8:8').hideGroupDetails(byRows));
  expect(rows()).toBe('0 1- 2- 2- 1-+ 1- 1- 0+ 0');
  await onSheet((sheet) => sheet.getRange('8:8').showGroupDetails(byRows));
  expect(rows()).toBe('0 1 2- 2- 1+ 1 1 0 0');
  await onSheet((sheet) => sheet.showOutlineLevels(3, 0));
  expect(rows()).toBe('0 1 2 2 1 1 1 0 0');
  await onSheet((sheet) => sheet.showOutlineLevels(1, 0));
  expect(rows()).toBe('0 1- 2- 2- 1-+ 1- 1- 0+ 0');
  await onSheet((sheet) => sheet.getRange('2:7').ungroup(byRows));
  expect(rows()).toBe('0 0 1- 1- 0+ 0 0 0 0');
  office.workbook.history.undo();
  expect(rows()).toBe('0 1- 2- 2- 1-+ 1- 1- 0+ 0');
});

test('groups follow rows and columns put in and taken out, and heights stay theirs', async () => {
  await onSheet((sheet) => {
    sheet.getRange('3:5').group(byRows);
    sheet.getRange('B:C').group('ByColumns');
    sheet.getRange('3:3').format.rowHeight = 30;
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('5:5').insert('Down');
    sheet.getRange('8:8').insert('Down');
    sheet.getRange('A:A').insert('Right');
  });
  expect([rows(), columns()]).toEqual(['0 0 0 1 1 1 1 0 0', '0 0 1 1 0 0']);
  await onSheet((sheet) => sheet.getRange('4:5').delete('Up'));
  expect(rows()).toBe('0 0 0 1 1 0 0 0 0');
});

test('an outline is kept by the file, with how deep it is', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1:A9').values = Array.from({ length: 9 }, (_, row) => [row]);
    sheet.getRange('2:5').group(byRows);
    sheet.getRange('3:4').group(byRows);
    sheet.getRange('3:4').hideGroupDetails(byRows);
    sheet.getRange('B:D').group('ByColumns');
    sheet.getRange('E:E').hideGroupDetails('ByColumns');
  });
  const before = [rows(), columns()];
  expect(before).toEqual(['0 1 2- 2- 1+ 0 0 0 0', '0 1- 1- 1- 0+ 0']);
  const bytes = saveXlsx(office.workbook);
  office.dispose();
  office = openBridge(openXlsx(bytes));
  expect([rows(), columns()]).toEqual(before);
  await onSheet((sheet) => sheet.getRange('1:1').insert('Down'));
  const later = openXlsx(saveXlsx(office.workbook)).activeSheet;
  expect([later.rows.at(3), later.rows.outlineDepth, later.columns.outlineDepth]).toEqual([
    { custom: false, hidden: true, style: 0, outline: 2 },
    2,
    1,
  ]);
});

test.each<[string, (sheet: Excel.Worksheet) => unknown, string]>([
  ['whole columns by rows', (sheet) => sheet.getRange('A:B').group(byRows), 'InvalidArgument'],
  ['whole rows by columns', (sheet) => sheet.getRange('1:2').group('ByColumns'), 'InvalidArgument'],
  [
    'deeper than seven levels',
    (sheet) => {
      for (let level = 0; level < 8; level++) sheet.getRange('1:2').group(byRows);
    },
    'InvalidOperation',
  ],
  ['what is not grouped, taken apart', (sheet) => sheet.getRange('1:2').ungroup(byRows), 'InvalidOperation'],
  ['levels that there are not', (sheet) => sheet.showOutlineLevels(9, 0), 'InvalidArgument'],
  [
    'a protected sheet',
    (sheet) => {
      sheet.protection.protect();
      sheet.getRange('1:2').group(byRows);
    },
    'AccessDenied',
  ],
])('grouping is refused: %s', async (_description, job, code) => {
  expect(await codeOf(job)).toBe(code);
});
