import { rectOf, type Sheet } from '..';
import { codeOf, put, sheetOf, valuesIn } from '../testing';

describe('writing', () => {
  it('leaves a cell on null, clears it on an empty text, keeps the format', () => {
    const sheet = sheetOf([['a', 'b', 'c']]);
    sheet.styles.change(rectOf(0, 1), { fill: '#FF0000' });
    put(sheet, rectOf(0, 0, 1, 3), [[null, '', 'd']]);
    expect(valuesIn(sheet, rectOf(0, 0, 1, 3))).toEqual([['a', null, 'd']]);
    expect(sheet.workbook.styles.get(sheet.styles.at(0, 1)).fill).toBe('#FF0000');
  });

  it('gives a date the format of a date in General and keeps any other format', () => {
    const sheet = sheetOf();
    sheet.styles.setNumberFormats(rectOf(0, 1), 'yyyy-mm-dd');
    put(sheet, rectOf(0, 0, 1, 2), [['6/2/2021', '6/2/2021']]);
    expect([sheet.styles.numberFormat(0, 0), sheet.styles.numberFormat(0, 1)]).toEqual(['m/d/yyyy', 'yyyy-mm-dd']);
    expect([sheet.text(0, 0), sheet.text(0, 1)]).toEqual(['2021-06-02', '2021-06-02']);
  });

  it('keeps the apostrophe as a format, shown where the person edits', () => {
    const sheet = sheetOf([["'- texte"]]);
    expect([sheet.cells.get(0, 0)?.value, sheet.text(0, 0), sheet.editText(0, 0)]).toEqual([
      '- texte',
      '- texte',
      "'- texte",
    ]);
    put(sheet, rectOf(0, 0), [['autre']]);
    expect(sheet.editText(0, 0)).toBe('autre');
  });

  it('shows formulas and numbers for editing in the language of the person', () => {
    const sheet = sheetOf([['=SUM(B1,1.5)', 1.25, 0.5, 44349]]);
    sheet.styles.setNumberFormats(rectOf(0, 2, 1, 2), [['0%', 'yyyy-mm-dd']]);
    expect([0, 1, 2, 3].map((column) => sheet.editText(0, column))).toEqual([
      '=SOMME(B1;1,5)',
      '1,25',
      '50%',
      '2021-06-02',
    ]);
  });

  it('computes formulas before the transaction ends', () => {
    const sheet = sheetOf([[1, 2, '=A1+B1']]);
    expect(sheet.cells.get(0, 2)).toMatchObject({ formula: 'A1+B1', value: 3 });
    put(sheet, rectOf(0, 0), [[5]]);
    expect(sheet.cells.get(0, 2)?.value).toBe(7);
  });

  it('turns wrapping on when a person types a line break', () => {
    const sheet = sheetOf();
    sheet.type(0, 0, 'un\ndeux');
    expect(sheet.workbook.styles.get(sheet.styles.at(0, 0)).wrap).toBe(true);
  });

  test.each<[string, string, (sheet: Sheet) => unknown]>([
    ['a wrong shape', 'InvalidArgument', (sheet) => sheet.write(rectOf(0, 0, 2, 2), [[1, 2]], 'values')],
    ['a range outside the sheet', 'InvalidArgument', (sheet) => sheet.write(rectOf(-1, 0), [[1]], 'values')],
    ['a number that is not finite', 'InvalidArgument', (sheet) => sheet.write(rectOf(0, 0), [[NaN]], 'values')],
    ['a format that is none', 'InvalidArgument', (sheet) => sheet.styles.setNumberFormats(rectOf(0, 0), '[oops')],
    [
      'formats of a wrong shape',
      'InvalidArgument',
      (sheet) => sheet.styles.setNumberFormats(rectOf(0, 0), [['0', '0']]),
    ],
    ['a row over 409 points', 'InvalidArgument', (sheet) => sheet.rows.setHeight(0, 1, 410)],
    [
      'a header over 255 characters',
      'InvalidArgument',
      (sheet) => sheet.page.change({ header: { left: 'x'.repeat(256), center: '', right: '' } }),
    ],
  ])('refuses %s', (_what, code, change) => {
    const sheet = sheetOf([['a']]);
    expect(codeOf(() => change(sheet))).toBe(code);
    expect(valuesIn(sheet, rectOf(0, 0))).toEqual([['a']]);
  });
});

describe('text as Excel shows it', () => {
  test.each([
    [1 / 3, 'General', 'fr-CA', '0,333333333'],
    [123456789012, 'General', 'en-US', '1.23457E+11'],
    [true, 'General', 'fr-CA', 'VRAI'],
    [44349, 'yyyy-mm-dd', 'fr-CA', '2021-06-02'],
    [44349, 'd mmmm yyyy', 'fr-CA', '2 juin 2021'],
    [44349, 'm/d/yyyy', 'fr-CA', '2021-06-02'],
    [44349, 'm/d/yyyy', 'en-US', '6/2/2021'],
    [-1, 'yyyy-mm-dd', 'fr-CA', '########'],
    [0.5, '0%', 'fr-CA', '50%'],
    [1234.5, '#,##0.00', 'fr-CA', '1\u202f234,50'],
    ['texte', '@', 'fr-CA', 'texte'],
  ])('%j in %s for %s', (value, format, locale, expected) => {
    const sheet = sheetOf([[value]], locale);
    sheet.styles.setNumberFormats(rectOf(0, 0), format);
    expect(sheet.text(0, 0)).toBe(expected);
  });
});
