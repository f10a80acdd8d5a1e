/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { openOffice, type OfficeHarness } from '../../../test/support/office-jsdom';

let harness: OfficeHarness;
beforeEach(async () => {
  harness = await openOffice();
});
afterEach(() => harness.dispose());

test('the whole office.js finds its host', () => {
  const { context } = Office;
  expect({
    host: context.host,
    platform: context.platform,
    display: context.displayLanguage,
    content: context.contentLanguage,
    sets: ['1.13', '1.15', '1.16'].map((version) => context.requirements.isSetSupported('ExcelApi', version)),
  }).toEqual({
    host: 'Excel',
    platform: 'OfficeOnline',
    display: 'fr-CA',
    content: 'fr-CA',
    sets: [true, true, false],
  });
});

test('Excel.run works on the workbook given last', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['bonjour']];
    await context.sync();
  });
  expect(harness.workbook.activeSheet.text(0, 0)).toBe('bonjour');
});
