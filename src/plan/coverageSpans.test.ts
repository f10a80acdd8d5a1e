import type { CoverageRow } from './coverageRows';
import { fillSpans } from './coverageRows';
import { countSpans, readableSpan, spanLabels, spansOf } from './coverageSpans';
import { monthOf, parseIso } from './day';

const words = { quarter: (p: { year: number; quarter: number }) => `${p.year} T${p.quarter}` };

function row(no: string, day: string, activities: 0 | 1 = 1): CoverageRow {
  const date = parseIso(day)!;
  return {
    no,
    objective: '1',
    strategy: '1.1',
    action: no,
    owner: '',
    covered: 'avec',
    ...spanLabels(monthOf(date), words),
    date,
    activities,
    occurrences: 1,
  };
}

test.each([
  ['month', ['2021-11-03', '2022-02-01'], ['2021-11', '2021-12', '2022-01', '2022-02']],
  ['month', ['2022-02-01', '2022-02-28'], ['2022-02']],
  ['quarter', ['2022-02-01', '2021-05-31'], ['2021 T2', '2021 T3', '2021 T4', '2022 T1']],
  ['year', ['2022-02-01', '2019-12-31'], ['2019', '2020', '2021', '2022']],
  ['month', [], []],
] as const)('by %s, days %p span %p', (by, days, expected) => {
  const rows = days.map((day) => row('1.1.1', day));
  expect(spansOf(rows, by, words).map((span) => span[by])).toEqual(expected);
  expect(countSpans(rows, by)).toBe(expected.length);
});

test.each([
  ['2021-01-31', '2022-06-01', 'month'],
  ['2021-01-31', '2022-07-01', 'quarter'],
  ['2021-01-31', '2023-12-31', 'quarter'],
  ['2021-01-31', '2024-01-01', 'year'],
  ['2021-01-31', '2201-01-01', 'year'],
])('from %s to %s, what can be read is by %s', (first, last, expected) => {
  expect(readableSpan([row('1.1.1', last), row('1.1.1', first)])).toBe(expected);
});

test('every item has a row in every span, and the sums stay', () => {
  const rows = [row('1.1.1', '2021-06-02'), row('1.1.1', '2021-06-03', 0), row('1.1.2', '2021-08-01')];
  const filled = fillSpans(rows, 'month', words);
  expect(
    filled.map(({ no, month, date, activities, occurrences }) => [no, month, date, activities, occurrences]),
  ).toEqual([
    ['1.1.1', '2021-06', '2021-06-02', 1, 1],
    ['1.1.1', '2021-06', '2021-06-03', 0, 1],
    ['1.1.1', '2021-07', null, 0, 0],
    ['1.1.1', '2021-08', null, 0, 0],
    ['1.1.2', '2021-08', '2021-08-01', 1, 1],
    ['1.1.2', '2021-06', null, 0, 0],
    ['1.1.2', '2021-07', null, 0, 0],
  ]);
});
