import type { CoverageRow, CoverageWords } from './coverageRows';
import { type Month, quarterOf, yearOf } from './day';

/** By what the columns of the coverage go. */
export type Span = 'month' | 'quarter' | 'year';

/** A month, a quarter or a year: the month it begins with, and its label in each. */
export type SpanLabels = Pick<CoverageRow, Span>;

const monthsIn: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** More columns than that are too many to read or to print. */
const mostMonths = 18;
const mostQuarters = 12;

export function spanLabels(month: Month, { quarter }: Pick<CoverageWords, 'quarter'>): SpanLabels {
  return {
    month,
    quarter: quarter({ year: yearOf(month), quarter: quarterOf(month) }),
    year: month.slice(0, 4),
  };
}

/** The finest that can be read: months up to 18, quarters up to 12, years beyond. */
export function readableSpan(rows: readonly Pick<CoverageRow, 'month'>[]): Span {
  if (countSpans(rows, 'month') <= mostMonths) return 'month';
  return countSpans(rows, 'quarter') <= mostQuarters ? 'quarter' : 'year';
}

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

/** How many months, quarters or years there are from the first to the last of the rows. */
export function countSpans(rows: readonly Pick<CoverageRow, 'month'>[], by: Span): number {
  if (rows.length === 0) return 0;
  const { first, last } = monthNumbers(rows);
  return Math.floor(last / monthsIn[by]) - Math.floor(first / monthsIn[by]) + 1;
}

/** Every month, quarter or year from the first to the last of the rows, in order: a silent one is to be seen too. */
export function spansOf(
  rows: readonly Pick<CoverageRow, 'month'>[],
  by: Span,
  words: Pick<CoverageWords, 'quarter'>,
): SpanLabels[] {
  if (rows.length === 0) return [];
  const { first } = monthNumbers(rows);
  const step = monthsIn[by];
  const start = first - (first % step);
  return Array.from({ length: countSpans(rows, by) }, (_, index) => spanLabels(monthFrom(start + index * step), words));
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
