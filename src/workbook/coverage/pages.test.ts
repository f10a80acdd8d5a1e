import { pageBreaks } from './pages';

/** A page of twenty rows, and what is left free of it. */
const page = (20 * 13.5) / 0.97;

test.each([
  ['rows that follow each other', [], 45, []],
  ['a heading in the last rows of a page', [{ row: 18, rows: 5 }], 45, [18]],
  ['a heading in the middle of one', [{ row: 10, rows: 5 }], 30, []],
  ['a heading further down', [{ row: 50, rows: 5 }], 90, [20, 40]],
  ['a chart that begins a page already', [{ row: 20, rows: 13 }], 34, [20]],
  ['a chart that a page would part', [{ row: 12, rows: 13 }], 30, [12]],
  ['a chart higher than a page', [{ row: 5, rows: 30 }], 30, [5]],
  ['nothing', [], 0, []],
])('%s', (_what, parts, end, expected) => {
  expect(pageBreaks(parts, end, page)).toEqual(expected);
});

test('a sheet of very many pages has breaks for the first of them', () => {
  expect(pageBreaks([{ row: 99_999, rows: 1 }], 100_000, page).length).toBeLessThanOrEqual(150);
});
