import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isoText, readDateValues, statusOf } from '.';

const file = path.resolve(__dirname, '../../../shared/cases/dates.tsv');

interface Case {
  readonly expression: string;
  readonly year: number;
  readonly expected: string;
  readonly note: string;
  readonly kind: string;
}

function readCases(): Case[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [expression = '', year = '', expected = '', note = '', kind = ''] = line.split('\t');
    return { expression, year: Number(year), expected, note, kind };
  });
}

const asRead = ({ expression, year, kind }: Case) =>
  readDateValues(expression, { language: kind === 'en' ? 'en' : 'fr', referenceYear: year });

function summary(reading: ReturnType<typeof asRead>): string {
  const status = statusOf(reading);
  const dates = reading.dates.map(({ value }) => isoText(value)).join(';');
  return status === 'ok' || status === 'flag'
    ? dates
    : [status.toUpperCase().replace('REFUSED', 'REFUSE'), dates].join(' ').trim();
}

const cases = readCases();

/** The sample of expressions kept beside the repository. */
describe('the sample of dates', () => {
  test('is read whole', () => {
    expect(cases.map((each) => [each.expression, summary(asRead(each))])).toEqual(
      cases.map(({ expression, expected }) => [expression, expected]),
    );
  });

  test('flags what is to be confirmed, and marks years that were inferred', () => {
    const doubts = (each: Case) => asRead(each).dates.flatMap((date) => date.doubts);
    const flagged = cases.filter(({ note }) => note.includes('FLAG'));
    expect(flagged.filter((each) => statusOf(asRead(each)) !== 'flag')).toEqual([]);
    const inferred = cases.filter(({ note }) => note.includes('inferredYear'));
    expect(inferred.filter((each) => !doubts(each).includes('inferredYear'))).toEqual([]);
  });

  test('gives no date where there is none', () => {
    const none = cases.filter(({ expected }) => ['NONE', 'REFUSE', 'ERROR'].includes(expected));
    expect(none.filter((each) => asRead(each).dates.length > 0)).toEqual([]);
  });
});
