import { openBridge, type BridgeHarness } from '../../../../test/support/office';
import { activeSheet, codeOf, onSheet, rangeData } from '../../../../test/support/excel';

/** Cells of a kind, edges of blocks, duplicates and moves, through the real proxies. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await onSheet((sheet) => {
    sheet.getRange('A1:C4').formulas = [
      ['Nom', 'Prix', ''],
      ['a', 1, '=B2*2'],
      ['b', '', '=B3/0'],
      ['A', 1, ''],
    ];
  });
});
afterEach(() => office.dispose());

const found = (ask: (sheet: Excel.Worksheet) => Excel.RangeAreas | Excel.Range) =>
  Excel.run(async (context) => {
    const areas = ask(activeSheet(context));
    areas.load('address');
    await context.sync();
    return areas.isNullObject ? null : areas.address.replaceAll('Feuil1!', '');
  });

test.each([
  ['Blanks', undefined, 'C1,B3,C4'],
  ['Constants', undefined, 'A1:B2,A3,A4:B4'],
  ['Constants', 'Numbers', 'B2,B4'],
  ['Constants', 'NumbersText', 'A1:B2,A3,A4:B4'],
  ['Formulas', undefined, 'C2:C3'],
  ['Formulas', 'Errors', 'C3'],
  ['Formulas', 'Logical', null],
] as const)('cells that are %s (%s)', async (type, kind, expected) => {
  const ask = (sheet: Excel.Worksheet) => sheet.getRange().getSpecialCellsOrNullObject(type, kind as 'All' | undefined);
  expect(await found(ask)).toBe(expected);
});

test('cells that are shown, that rules are on; none is an error; what is not known is refused by name', async () => {
  await onSheet((sheet) => {
    sheet.getRange('2:2').rowHidden = true;
    sheet.getRange('B2:B9').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
  });
  expect([
    await found((sheet) => sheet.getRange('A1:C3').getSpecialCells('Visible')),
    await found((sheet) => sheet.getRange('A1:C3').getSpecialCells('DataValidations')),
    await codeOf((sheet) => sheet.getRange('A1:C3').getSpecialCells('ConditionalFormats').load('address')),
    await codeOf((sheet) => sheet.getRange('A1:C3').getSpecialCells('SameDataValidation').load('address')),
  ]).toEqual(['A1:C1,A3:C3', 'B2:B3', 'ItemNotFound', 'NotImplemented']);
});

test.each([
  ['A1', 'Down', 'A4'],
  ['B2', 'Down', 'B4'],
  ['A1', 'Right', 'B1'],
  ['B4', 'Up', 'B2'],
  ['C4', 'Right', 'XFD4'],
  ['A4', 'Down', 'A1048576'],
  ['A1', 'Left', 'A1'],
] as const)('from %s, Ctrl and the arrow %s lead to %s', async (from, direction, to) => {
  expect(await found((sheet) => sheet.getRange(from).getRangeEdge(direction))).toBe(to);
  const extended = await found((sheet) => sheet.getRange(from).getExtendedRange(direction));
  expect(extended?.split(':').sort()).toEqual([...new Set([from, to])].sort());
});

test('duplicates go by what their cells show, and nothing outside of the range moves', async () => {
  const result = await Excel.run(async (context) => {
    const sheet = activeSheet(context);
    sheet.getRange('A5:A6').values = [['c'], ['dehors']];
    const removed = sheet.getRange('A1:B5').removeDuplicates([0], true);
    removed.load('removed,uniqueRemaining');
    await context.sync();
    return [removed.removed, removed.uniqueRemaining];
  });
  expect(result).toEqual([1, 3]);
  expect(await rangeData('A1:B6', 'values')).toEqual({
    values: [
      ['Nom', 'Prix'],
      ['a', 1],
      ['b', ''],
      ['c', ''],
      ['', ''],
      ['dehors', ''],
    ],
  });
  expect(await codeOf((sheet) => sheet.getRange('A1:B5').removeDuplicates([2], true))).toBe('InvalidArgument');
});

test('what refers to moved cells follows, what they refer to stays, what they cover is gone', async () => {
  await onSheet((sheet) => {
    sheet.getRange('E1:E3').formulas = [['=B2'], ['=SUM(B2:B4)'], ['=F9']];
    sheet.getRange('B2').format.fill.color = '#FF0000';
    sheet.getRange('B2').hyperlink = { address: 'https://exemple.ca' };
    sheet.getRange('B2:C2').moveTo('F9');
  });
  expect(await rangeData('E1:E3', 'formulas')).toEqual({ formulas: [['=F9'], ['=SUM(B2:B4)'], ['=#REF!']] });
  expect(await rangeData('F9:G9', 'formulas')).toEqual({ formulas: [[1, '=F9*2']] });
  const sheet = office.workbook.activeSheet;
  const fill = (row: number, column: number) => office.workbook.styles.get(sheet.styles.at(row, column)).fill;
  expect([fill(1, 1), fill(8, 5), sheet.hyperlinks.all.map(({ rect }) => [rect.row, rect.column])]).toEqual([
    null,
    '#FF0000',
    [[8, 5]],
  ]);
});

test('several ranges as one: whole columns, what is used, cleared together', async () => {
  expect(await found((sheet) => sheet.getRanges('A1,C2').getEntireColumn())).toBe('A:A,C:C');
  expect(await found((sheet) => sheet.getRanges('A3:A9,E1').getUsedRangeAreas(true))).toBe('A3:A4');
  await onSheet((sheet) => sheet.getRanges('A2:A4,C2:C3').clear('Contents'));
  expect(await found((sheet) => sheet.getUsedRange(true))).toBe('A1:B4');
});

test('what was there before its rule is told apart: all, none or some are valid, and where it is not', async () => {
  await onSheet((sheet) => {
    sheet.getRange('B2:B5').dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
    sheet.getRange('A2:A4').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    sheet.getRange('B4').values = [[12]];
    sheet.getRange('B5').values = [[13]];
  });
  const valid = (address: string) =>
    Excel.run(async (context) => {
      const { dataValidation } = activeSheet(context).getRange(address);
      dataValidation.load('valid');
      await context.sync();
      return dataValidation.valid;
    });
  expect([await valid('A2:A4'), await valid('B2:B5'), await valid('B4:B5')]).toEqual([true, null, false]);
  const invalid = (address: string) =>
    found((sheet) => sheet.getRange(address).dataValidation.getInvalidCellsOrNullObject());
  expect([await invalid('A1:B9'), await invalid('A2:A4')]).toEqual(['B4:B5', null]);
});

test.each([
  ['A1:C4', 'a', 'Forward', 'A2'],
  ['A1:C4', 'a', 'Backwards', 'A4'],
  // Of one cell, the whole sheet.
  ['A3', 'a', 'Forward', 'A4'],
  ['A3', 'a', 'Backwards', 'A2'],
  ['B1', 'Nom', 'Forward', 'A1'],
  ['A1:B1', 'a', 'Forward', null],
] as const)('looking in %s for %s (%s) finds %s', async (address, text, searchDirection, expected) => {
  const criteria = { completeMatch: true, searchDirection };
  expect(await found((sheet) => sheet.getRange(address).findOrNullObject(text, criteria))).toBe(expected);
});

test('a search that finds nothing stops its request there, and one for too long a text is refused', async () => {
  expect([
    await codeOf((sheet) => {
      const range = sheet.getRange('A1:C4');
      range.find('absent', { completeMatch: true });
      sheet.getRange('A1').values = [['écrit']];
    }),
    await codeOf((sheet) => sheet.getRange('A1:C4').findOrNullObject('a'.repeat(256), {}).load('address')),
    (await rangeData('A1', 'values')).values,
  ]).toEqual(['ItemNotFound', 'InvalidArgument', [['Nom']]]);
});
