import { type Month, quarterOf, yearOf } from './day';

/** By what the columns of the coverage go. */
export type Span = 'month' | 'quarter' | 'year';

/** A month, a quarter or a year: the month it begins with, and its label in each. */
export interface SpanLabels {
  readonly month: Month;
  /** `2021 T2`, `2021 Q2`: sorts as it reads. */
  readonly quarter: string;
  readonly year: string;
}

/** The words of the labels, from the catalogues. */
export interface SpanWords {
  readonly quarter: (p: { readonly year: number; readonly quarter: number }) => string;
}

const monthsIn: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** More columns than that are too many to read or to print. */
const mostMonths = 18;
const mostQuarters = 12;

export function spanLabels(month: Month, { quarter }: SpanWords): SpanLabels {
  return {
    month,
    quarter: quarter({ year: yearOf(month), quarter: quarterOf(month) }),
    year: month.slice(0, 4),
  };
}

/** The finest that can be read: months up to 18, quarters up to 12, years beyond. */
export function readableSpan(rows: readonly Pick<SpanLabels, 'month'>[]): Span {
  if (countSpans(rows, 'month') <= mostMonths) return 'month';
  return countSpans(rows, 'quarter') <= mostQuarters ? 'quarter' : 'year';
}

/** The months of some rows from the first to the last, those without a row included. Month numbers stay under 9999 × 12. */
function monthNumbers(rows: readonly Pick<SpanLabels, 'month'>[]): { readonly first: number; readonly last: number } {
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
export function countSpans(rows: readonly Pick<SpanLabels, 'month'>[], by: Span): number {
  if (rows.length === 0) return 0;
  const { first, last } = monthNumbers(rows);
  return Math.floor(last / monthsIn[by]) - Math.floor(first / monthsIn[by]) + 1;
}

/** Every month, quarter or year from the first to the last of the rows, in order: a silent one is to be seen too. */
export function spansOf(rows: readonly Pick<SpanLabels, 'month'>[], by: Span, words: SpanWords): SpanLabels[] {
  if (rows.length === 0) return [];
  const { first } = monthNumbers(rows);
  const step = monthsIn[by];
  const start = first - (first % step);
  return Array.from({ length: countSpans(rows, by) }, (_, index) => spanLabels(monthFrom(start + index * step), words));
}
