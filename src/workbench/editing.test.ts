import { numberEntry } from './editing';

describe('numberEntry', () => {
  it.each([
    [44349, 'yyyy-mm-dd', 'fr-CA', '2021-06-02'],
    [44349.75, 'd mmm yyyy hh:mm', 'fr-CA', '2021-06-02 18:00:00'],
    [0.5, 'h:mm', 'fr-CA', '12:00:00'],
    [1, 'yyyy-mm-dd', 'en-US', '1900-01-01'],
    [61, 'yyyy-mm-dd', 'en-US', '1900-03-01'],
    [0.125, '0.0%', 'fr-CA', '12,5%'],
    [0.07, '0%', 'en-US', '7%'],
    [1234.5, '#,##0.00 "jours"', 'fr-CA', '1234,5'],
    [1234.5, 'General', 'en-US', '1234.5'],
    [3, '[Red]0', 'en-US', '3'],
    [-5, 'yyyy-mm-dd', 'en-US', '-5'],
  ])('%d in %s (%s) is edited as %s', (value, format, locale, expected) => {
    expect(numberEntry(value, format, locale)).toBe(expected);
  });
});
