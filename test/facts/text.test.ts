import { codeOf, onSheet, rangeData } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** What Excel makes of text that is written into cells: Microsoft’s documentation and the issues of office-js (`#n`). */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const write = (values: readonly unknown[], format = 'General') =>
  onSheet((sheet) => {
    const range = sheet.getRange('A1').getResizedRange(values.length - 1, 0);
    range.numberFormat = values.map(() => [format]);
    range.values = values.map((value) => [value]);
  });

test('a text that starts with =, + or - is taken as a formula', async () => {
  await write(['=1+1', '+1+1', '-1-1']);
  expect(await rangeData('A1:A3', 'values,formulas')).toMatchObject({
    values: [[2], [2], [-2]],
    formulas: [['=1+1'], ['=+1+1'], ['=-1-1']],
  });
});

test('ordinary text after =, + or - is read as names that do not exist, or refused', async () => {
  await write(['- Poursuivre nos échanges']);
  expect(await rangeData('A1', 'values')).toEqual({ values: [['#NAME?']] });
  expect(await codeOf((sheet) => (sheet.getRange('A1').values = [['- Poursuivre, puis écrire…']]))).toBe(
    'InvalidArgument',
  );
});

test('a text that starts with @ is no ordinary text either', async () => {
  await write(['@tous']);
  expect((await rangeData('A1', 'values')).values).not.toEqual([['@tous']]);
});

test('the format @ alone does not stop a formula that begins with =', async () => {
  await write(['=1+1'], '@');
  expect(await rangeData('A1', 'values')).toEqual({ values: [[2]] });
});

test('the format @ with a leading apostrophe keeps every text, and the apostrophe is not read back', async () => {
  const texts = ['=1+1', '+33', '- Poursuivre', '@tous', '\tretrait', '\rretour', "'cité'", '2021-06-02', '12', 'VRAI'];
  await write(
    texts.map((text) => `'${text}`),
    '@',
  );
  const cells = texts.map((text) => [text]);
  expect(await rangeData(`A1:A${texts.length}`, 'values,valueTypes')).toEqual({
    values: cells,
    valueTypes: cells.map(() => ['String']),
  });
});

test('a text of some 8,200 characters that starts with - is an internal error (#3256)', async () => {
  const text = `-${'a'.repeat(8_199)}`;
  expect(await codeOf((sheet) => (sheet.getRange('A1').values = [[text]]))).toBe('GeneralException');
  await write([`'${text}`], '@');
  expect(await rangeData('A1', 'values')).toEqual({ values: [[text]] });
});

test('formulas read back without the apostrophe, and written back they become formulas (#6687)', async () => {
  await write(["'=1+1"], '@');
  const { formulas } = await rangeData('A1', 'formulas');
  expect(formulas).toEqual([['=1+1']]);
  await onSheet((sheet) => {
    sheet.getRange('A1').formulas = formulas ?? [];
  });
  expect(await rangeData('A1', 'values')).toEqual({ values: [[2]] });
});

test('a text that looks like an ISO date becomes a date; a date in French words stays text', async () => {
  await write(['2021-06-02', '2 juin 2021']);
  expect(await rangeData('A1:A2', 'values,valueTypes')).toEqual({
    values: [[44_349], ['2 juin 2021']],
    valueTypes: [['Double'], ['String']],
  });
});

test('an empty text clears a cell, null leaves it unchanged', async () => {
  await write(['un', 'deux']);
  await write(['', null]);
  expect(await rangeData('A1:A2', 'values,valueTypes')).toEqual({
    values: [[''], ['deux']],
    valueTypes: [['Empty'], ['String']],
  });
});

test('formulas are English with commas, whatever the language of Excel', async () => {
  office.workbook.configure({ locale: 'fr-FR' });
  await onSheet((sheet) => {
    sheet.getRange('A1').formulas = [['=SUM(1,2)']];
  });
  expect(await rangeData('A1', 'values,formulas')).toEqual({ values: [[3]], formulas: [['=SUM(1,2)']] });
  expect(await codeOf((sheet) => (sheet.getRange('A1').formulas = [['=SOMME(1;2)']]))).not.toBe('done');
});

test('a cell holds 32,767 characters and no more', async () => {
  await write([`'${'a'.repeat(32_766)}`], '@');
  expect(await codeOf((sheet) => (sheet.getRange('A1').values = [['a'.repeat(32_768)]]))).toBe('InvalidArgument');
});
