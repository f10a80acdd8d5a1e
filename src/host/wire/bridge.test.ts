import { openBridge, type BridgeHarness } from '../../../test/support/office';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

test('writes and reads cells through the real proxies', async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 'x'],
      [true, '=A1+1'],
    ];
    range.load('values,formulas,text,address');
    sheet.load('name');
    await context.sync();
    return {
      name: sheet.name,
      values: range.values,
      formulas: range.formulas,
      text: range.text,
      address: range.address,
    };
  });
  expect(read).toEqual({
    name: 'Feuil1',
    values: [
      [1, 'x'],
      [true, 2],
    ],
    formulas: [
      [1, 'x'],
      [true, '=A1+1'],
    ],
    text: [
      ['1', 'x'],
      ['VRAI', '2'],
    ],
    address: 'Feuil1!A1:B2',
  });
  expect(office.session.statistics.requests).toBe(1);
});
