import { problem } from '../plan';
import { coverage as enCoverage } from './en/coverage';
import { dates as enDates } from './en/dates';
import { diagnostic as enDiagnostic } from './en/diagnostic';
import { importer as enImporter } from './en/importer';
import { problems as enProblems } from './en/problems';
import { screens as enScreens } from './en/screens';
import { sheets as enSheets } from './en/sheets';
import { coverage as frCoverage } from './fr/coverage';
import { dates as frDates } from './fr/dates';
import { diagnostic as frDiagnostic } from './fr/diagnostic';
import { importer as frImporter } from './fr/importer';
import { problems as frProblems } from './fr/problems';
import { screens as frScreens } from './fr/screens';
import { sheets as frSheets } from './fr/sheets';
import { describeProblem, formatNumber, languageOf, plural } from '.';

/** Every text of a catalogue, functions called with a parameter that answers to any name. */
function texts(words: object): string[] {
  const anything = new Proxy({}, { get: () => 'x' });
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'string') return [word];
    if (typeof word === 'function') return [String(Reflect.apply(word, undefined, [anything]))];
    return typeof word === 'object' && word !== null ? texts(word) : [];
  });
}

describe('catalogues', () => {
  test.each([
    ['problems', frProblems],
    ['dates', frDates],
    ['sheets', frSheets],
    ['coverage', frCoverage],
    ['importer', frImporter],
    ['screens', frScreens],
    ['diagnostic', frDiagnostic],
  ])('French typography: %s', (_, words) => {
    for (const text of texts(words)) {
      expect(text).not.toMatch(/'/);
      expect(text).not.toMatch(/« | »|[^\u00a0]»| [:?!]|«[^\u00a0]/);
    }
  });

  test.each([
    ['problems', enProblems],
    ['dates', enDates],
    ['sheets', enSheets],
    ['coverage', enCoverage],
    ['importer', enImporter],
    ['screens', enScreens],
    ['diagnostic', enDiagnostic],
  ])('English typography: %s', (_, words) => {
    for (const text of texts(words)) expect(text).not.toMatch(/["'«»]/);
  });
});

test('a problem in words', () => {
  const found = problem('unknownNo', { kind: 'workbook' }, { no: '9.9' });
  expect(describeProblem('fr', found)).toMatch(/^Le plan n’a pas de numéro 9\.9\./);
  expect(describeProblem('en', found)).toMatch(/^The plan has no number 9\.9\./);
});

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['en', 'en'],
  ['en-CA', 'en'],
  ['EN_us', 'en'],
  [' en ', 'en'],
  ['', 'fr'],
  ['de', 'fr'],
])('the language of %j is %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('numbers and plurals', () => {
  expect(formatNumber('fr', 1234.5)).toBe('1\u00a0234,5');
  expect(formatNumber('en', 1234.5)).toBe('1,234.5');
  const forms = { one: 'one', other: 'other' };
  expect([0, 1, 1.5, 2].map((count) => plural('fr', count, forms))).toEqual(['one', 'one', 'one', 'other']);
  expect([0, 1, 1.5, 2].map((count) => plural('en', count, forms))).toEqual(['other', 'one', 'other', 'other']);
});
