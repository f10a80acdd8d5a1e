import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isoText, readDateValues, statusOf } from '.';

const [, ...lines] = readFileSync(path.resolve(__dirname, 'expressions.tsv'), 'utf8').trimEnd().split('\n');

const rows = lines.map((line) => {
  const [expression = '', year = '', expected = '', note = '', kind = ''] = line.split('\t');
  const reading = readDateValues(expression, { language: kind === 'en' ? 'en' : 'fr', referenceYear: Number(year) });
  return { expression, expected, note, kind, reading, status: statusOf(reading) };
});

/** `ERROR`, `REFUSE` or `NONE`, else the values; a refusal beside a date shows both. */
function summary({ reading, status }: (typeof rows)[number]): string {
  const words = { error: 'ERROR', refused: 'REFUSE', none: 'NONE', flag: '', ok: '' }[status];
  return [words, reading.dates.map(({ value }) => isoText(value)).join(';')].filter((text) => text !== '').join(' ');
}

/** The project's own table, which the benchmark reads too. */
describe('the table of expressions', () => {
  test('is large and has no row twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    const keys = rows.map(({ expression, kind }) => `${kind}\t${expression}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is read whole', () => {
    expect(rows.map((row) => [row.expression, summary(row)])).toEqual(
      rows.map(({ expression, expected }) => [expression, expected]),
    );
  });

  test('has a flag where the note says FLAG, and nowhere else', () => {
    const noted = rows.filter(({ note }) => note.includes('FLAG'));
    expect(rows.filter(({ status }) => status === 'flag').map(({ expression }) => expression)).toEqual(
      noted.map(({ expression }) => expression),
    );
  });

  test('has an inferred year where the note says so, and nowhere else', () => {
    const inferred = rows.filter(({ reading }) => reading.dates.some(({ doubts }) => doubts.includes('inferredYear')));
    const noted = rows.filter(({ note }) => note.includes('inferredYear'));
    expect(inferred.map(({ expression }) => expression)).toEqual(noted.map(({ expression }) => expression));
  });
});
