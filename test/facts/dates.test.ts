import { codeOf, onSheet, rangeData } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** Dates in cells. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

test('a date cell is a serial number, and a whole number in is the same whole number out', async () => {
  await onSheet((sheet) => {
    const range = sheet.getRange('A1:A2');
    range.format.columnWidth = 90;
    range.numberFormat = [['yyyy-mm-dd'], ['yyyy-mm-dd']];
    range.values = [[44_349], [61]];
  });
  expect(await rangeData('A1:A2', 'values,text,valueTypes')).toEqual({
    values: [[44_349], [61]],
    text: [['2021-06-02'], ['1900-03-01']],
    valueTypes: [['Double'], ['Double']],
  });
});

test.each(['fr-CA', 'fr-FR', 'en-US'])('number formats are written and read with en-US codes in %s', async (locale) => {
  office.workbook.configure({ locale });
  await onSheet((sheet) => {
    sheet.getRange('A1').format.columnWidth = 90;
    sheet.getRange('A1').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('A1').values = [[44_349]];
  });
  expect(await rangeData('A1', 'numberFormat,text')).toEqual({
    numberFormat: [['yyyy-mm-dd']],
    text: [['2021-06-02']],
  });
});

test('a date in a column too narrow for it shows number signs, and so does its text; its value does not change', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A1').format.columnWidth = 30;
    sheet.getRange('A1').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('A1').values = [[44_349]];
  });
  const { text, values } = await rangeData('A1', 'text,values');
  expect(values).toEqual([[44_349]]);
  expect(text?.[0]?.[0]).toMatch(/^#+$/);
});

test('local number formats are not dependable (#2824, #1553): the host does not answer them', async () => {
  expect(await codeOf((sheet) => sheet.getRange('A1').load('numberFormatLocal'))).toBe('NotImplemented');
});

test.each([
  [false, '1900-01-01'],
  [true, '1904-01-02'],
])('the date system is known by how a scratch cell shows day 1 (1904: %s)', async (date1904, text) => {
  office.workbook.date1904 = date1904;
  await onSheet((sheet) => {
    sheet.getRange('A1').format.columnWidth = 90;
    sheet.getRange('A1').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('A1').values = [[1]];
  });
  expect(await rangeData('A1', 'text')).toEqual({ text: [[text]] });
});

test('use1904DateSystem is a beta property: the host does not answer it', async () => {
  expect(await codeOf((_sheet, context) => context.workbook.load('use1904DateSystem'))).toBe('NotImplemented');
});

test('the language of the workbook says how people write dates and numbers', async () => {
  office.workbook.configure({ locale: 'fr-CA' });
  const culture = await Excel.run(async (context) => {
    const { cultureInfo } = context.workbook.application;
    cultureInfo.load('name');
    cultureInfo.numberFormat.load('numberDecimalSeparator');
    cultureInfo.datetimeFormat.load('shortDatePattern');
    await context.sync();
    const { name, numberFormat, datetimeFormat } = cultureInfo;
    return [name, numberFormat.numberDecimalSeparator, datetimeFormat.shortDatePattern];
  });
  expect(culture).toEqual(['fr-CA', ',', 'yyyy-MM-dd']);
});
