import type { CoverageRow, CoverageWords } from './coverageRows';
import { type Month, quarterOf, yearOf } from './day';

/** By what the columns of the coverage go. */
export type Span = 'month' | 'quarter';

/** A month or a quarter: the month it begins with, and its label in both. */
export type SpanLabels = Pick<CoverageRow, 'month' | 'quarter'>;

/** The months of some rows from the first to the last, those without a row included. Month numbers stay under 9999 × 12. */
function monthNumbers(rows: readonly Pick<CoverageRow, 'month'>[]): { readonly first: number; readonly last: number } {
  let first = Infinity;
  let last = -Infinity;
  let previous = '';
  for (const { month } of rows) {
    if (month === previous) continue;
    previous = month;
    const number = yearOf(month) * 12 + Number(month.slice(5)) - 1;
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return { first, last };
}

function monthFrom(number: number): Month {
  // Made of a year and a month that are in range: what a Month is.
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}` as Month;
}

/** How many months or quarters there are from the first to the last of the rows. */
export function countSpans(rows: readonly Pick<CoverageRow, 'month'>[], by: Span): number {
  if (rows.length === 0) return 0;
  const { first, last } = monthNumbers(rows);
  return by === 'month' ? last - first + 1 : Math.floor(last / 3) - Math.floor(first / 3) + 1;
}

/** Every month or quarter from the first to the last of the rows, in order: a silent one is to be seen too. */
export function spansOf(
  rows: readonly Pick<CoverageRow, 'month'>[],
  by: Span,
  { quarter }: Pick<CoverageWords, 'quarter'>,
): SpanLabels[] {
  if (rows.length === 0) return [];
  const { first } = monthNumbers(rows);
  const start = by === 'month' ? first : first - (first % 3);
  const step = by === 'month' ? 1 : 3;
  return Array.from({ length: countSpans(rows, by) }, (_, index): SpanLabels => {
    const month = monthFrom(start + index * step);
    return { month, quarter: quarter({ year: yearOf(month), quarter: quarterOf(month) }) };
  });
}

/**
 * The rows with, for each item, a row of 0 for every span in which it has none, so that any program shows a 0 there
 * and nobody takes a blank for something that was not looked at. Sums are unchanged. Items keep their order; `rows`
 * has those of an item one after the other, as `coverageRows` gives them.
 */
export function fillSpans(
  rows: readonly CoverageRow[],
  by: Span,
  words: Pick<CoverageWords, 'quarter'>,
): CoverageRow[] {
  const spans = spansOf(rows, by, words);
  const filled: CoverageRow[] = [];
  let had = new Set<string>();
  rows.forEach((row, index) => {
    filled.push(row);
    had.add(row[by]);
    if (rows[index + 1]?.no === row.no) return;
    for (const span of spans) {
      if (!had.has(span[by])) filled.push({ ...row, ...span, date: null, activities: 0, occurrences: 0 });
    }
    had = new Set();
  });
  return filled;
}
