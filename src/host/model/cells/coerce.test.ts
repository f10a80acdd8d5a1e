import { HostError } from '../../errors';
import { readEntry, type EntryContext } from './coerce';
import type { CellError } from './cell';

const api: EntryContext = { locale: 'en-US', year: 2021, date1904: false };
const quebec: EntryContext = { ...api, locale: 'fr-CA' };
const france: EntryContext = { ...api, locale: 'fr-FR' };

const text = (value: string, quotePrefix = false): unknown => ({ kind: 'text', value, quotePrefix });
const value = (of: number | boolean | CellError, format?: string): unknown => ({
  kind: 'value',
  value: of,
  ...(format === undefined ? {} : { format }),
});
const formula = (of: string): unknown => ({ kind: 'formula', formula: of });

describe('what the API writes', () => {
  test.each([
    ['Rencontre', text('Rencontre')],
    ['12', value(12)],
    ['-5', value(-5)],
    ['+5', value(5)],
    ['- 5', value(-5)],
    ['1.1', value(1.1)],
    ['1.1.2', text('1.1.2')],
    ['1,5', text('1,5')],
    ['1,234.5', value(1234.5, '#,##0.00')],
    ['12.5%', value(0.125, '0.00%')],
    ['true', value(true)],
    ['VRAI', text('VRAI')],
    ['2021-06-02', value(44349, 'm/d/yyyy')],
    ['6/2/2021', value(44349, 'm/d/yyyy')],
    ['4/6', value(44292, 'd-mmm')],
    ['2 juin 2021', text('2 juin 2021')],
    ['2020-2021', text('2020-2021')],
    ['2021-13-45', text('2021-13-45')],
    ['=A1+1', formula('A1+1')],
    ['=', text('=')],
    ['-A1', formula('-A1')],
    ['+A1', formula('+A1')],
    ['@SUM(A1)', formula('SUM(A1)')],
    ['- Rencontre', formula('- Rencontre')],
    ['-', text('-')],
    ["'=A1", text('=A1', true)],
    ["'2021-06-02", text('2021-06-02', true)],
    ["'- Rencontre", text('- Rencontre', true)],
    ["''", text("'", true)],
    ['\tonglet', text('\tonglet')],
    ['＝A1+1', formula('A1+1')],
    ['－A1', formula('-A1')],
    ['＠SUM(A1)', formula('SUM(A1)')],
    ['#REF!', value({ error: '#REF!' })],
    ['#n/a', value({ error: '#N/A' })],
    ['#3', text('#3')],
  ])('%j in General', (entry, expected) => expect(readEntry(entry, 'General', api)).toEqual(expected));

  test.each([
    ['12', text('12')],
    ['2021-06-02', text('2021-06-02')],
    ['- Rencontre', text('- Rencontre')],
    ['+A1', text('+A1')],
    ['@SUM(A1)', text('@SUM(A1)')],
    ['TRUE', text('TRUE')],
    ['#N/A', text('#N/A')],
    ['＋A1', text('＋A1')],
    ['=A1', formula('A1')],
    ['＝A1', formula('A1')],
    ["'=A1", text('=A1', true)],
  ])('%j in a text cell', (entry, expected) => expect(readEntry(entry, '@', api)).toEqual(expected));

  test.each([
    ['- Rencontre, puis suite', 'InvalidArgument'],
    ["- l'été", 'InvalidArgument'],
    ['+ 2 rencontres', 'InvalidArgument'],
    ['=SUM(', 'InvalidArgument'],
    ['x'.repeat(32_768), 'InvalidArgument'],
    [`- ${'mot '.repeat(2_100)}`, 'GeneralException'],
  ])('refuses %j', (entry, code) => {
    let refused: unknown = null;
    try {
      readEntry(entry, 'General', api);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(HostError);
    expect(refused).toMatchObject({ code });
  });

  it('counts dates from 1904 where the workbook does', () => {
    expect(readEntry('2021-06-02', 'General', { ...api, date1904: true })).toEqual(value(44349 - 1462, 'm/d/yyyy'));
  });
});

describe('what a person types', () => {
  test.each([
    ['12,5', quebec, value(12.5)],
    ['12,5 %', quebec, value(0.125, '0.00%')],
    ['1 234,5', quebec, value(1234.5, '#,##0.00')],
    ['1 234,5', france, value(1234.5, '#,##0.00')],
    ['VRAI', quebec, value(true)],
    ['2 juin 2021', quebec, value(44349, 'd-mmm-yy')],
    ['2021-06-02', quebec, value(44349, 'm/d/yyyy')],
    ['02/06/2021', france, value(44349, 'm/d/yyyy')],
    ['2 juin', quebec, value(44349, 'd-mmm')],
    ['=SOMME(A1;1,5)', quebec, formula('SUM(A1,1.5)')],
    ['=NB.SI.ENS(T[Id, a];"a;b")', quebec, formula('COUNTIFS(T[Id, a],"a;b")')],
    ['=SUM(A1,1.5)', { ...api, locale: 'en-CA' }, formula('SUM(A1,1.5)')],
  ])('%j', (entry, context, expected) => expect(readEntry(entry, 'General', context)).toEqual(expected));
});
