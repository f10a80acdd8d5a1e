import { activeSheet, codeOf, onSheet } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** Comments, which colleagues on OneDrive write: they belong to a cell and go where it goes. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await onSheet((sheet) => {
    sheet.getRange('A1:B4').values = [
      ['Id', 'Rang'],
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ];
    sheet.comments.add('A2', 'sur a');
  });
});
afterEach(() => office.dispose());

/** The cells with comments, in the sheet in front. */
const cells = () =>
  Excel.run(async (context) => {
    const comments = activeSheet(context).comments.load('items/id');
    await context.sync();
    const places = comments.items.map((comment) => comment.getLocation().load('address'));
    await context.sync();
    return places.map(({ address }) => address.split('!')[1]);
  });

test.each<[string, (sheet: Excel.Worksheet) => unknown, readonly string[]]>([
  ['rows put in above it', (sheet) => sheet.getRange('1:2').insert('Down'), ['A4']],
  ['its own row deleted', (sheet) => sheet.getRange('2:2').delete('Up'), []],
  ['a sort', (sheet) => sheet.getRange('A1:B4').sort.apply([{ key: 1, ascending: true }], false, true), ['A4']],
  ['the sort of a table', (sheet) => sheet.tables.add('A1:B4', true).sort.apply([{ key: 1, ascending: true }]), ['A4']],
  ['moveTo (1.11), as cut and paste', (sheet) => sheet.getRange('A2').moveTo('D9'), ['D9']],
  ['copyFrom, as copy and paste', (sheet) => sheet.getRange('D9').copyFrom('A2'), ['A2', 'D9']],
  ['copyFrom over it', (sheet) => sheet.getRange('A2').copyFrom('A3'), []],
  ['copyFrom of values', (sheet) => sheet.getRange('D9').copyFrom('A2', 'Values'), ['A2']],
  ['clear of contents', (sheet) => sheet.getRange('A2').clear('Contents'), ['A2']],
  ['clear of all', (sheet) => sheet.getRange('A2').clear(), []],
  ['new values', (sheet) => (sheet.getRange('A2').values = [['x']]), ['A2']],
])('a comment after %s', async (_description, job, expected) => {
  await onSheet(job);
  expect(await cells()).toEqual(expected);
});

test('a cell has one comment: another is refused, and a cell without one has none to give', async () => {
  expect(await codeOf((sheet) => sheet.comments.add('A2', 'encore'))).toBe('InvalidOperation');
  expect(await codeOf((sheet) => sheet.comments.getItemByCell('B2').load('id'))).toBe('ItemNotFound');
});

test('a copy of a sheet has copies of its comments', async () => {
  await onSheet((sheet) => sheet.copy('End').activate());
  expect(await cells()).toEqual(['A2']);
});
