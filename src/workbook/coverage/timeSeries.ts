import { countSpans, spansOf, yearOf, type CoverageRow } from '../../plan';

export type TimeSpan = 'month' | 'quarter' | 'year';

/** What each month has had, or each quarter, or each year: as many as a chart can show. */
export interface TimeSeries {
  readonly span: TimeSpan;
  readonly points: readonly TimePoint[];
}

export interface TimePoint {
  readonly label: string;
  /** Activities that began then, as in the PivotTable. */
  readonly activities: number;
  readonly occurrences: number;
}

const mostPoints = 18;

/** The sums of the coverage rows by month, by quarter where there are more than 18, else by year; silent ones are 0. */
export function timeSeries(
  rows: readonly CoverageRow[],
  words: { readonly quarter: (p: { readonly year: number; readonly quarter: number }) => string },
): TimeSeries {
  const span: TimeSpan =
    countSpans(rows, 'month') <= mostPoints ? 'month' : countSpans(rows, 'quarter') <= mostPoints ? 'quarter' : 'year';
  const labelOf = ({ month, quarter }: Pick<CoverageRow, 'month' | 'quarter'>) =>
    ({ month, quarter, year: String(yearOf(month)) })[span];
  const sums = new Map<string, { activities: number; occurrences: number }>();
  // A mistyped year would make a century of empty years: of those, only the ones that hold something.
  const labels = span === 'year' ? [...new Set(rows.map(labelOf))].sort() : spansOf(rows, span, words).map(labelOf);
  for (const label of labels) sums.set(label, { activities: 0, occurrences: 0 });
  for (const row of rows) {
    const sum = sums.get(labelOf(row));
    if (!sum) continue;
    sum.activities += row.activities;
    sum.occurrences += row.occurrences;
  }
  return { span, points: [...sums].map(([label, sum]) => ({ label, ...sum })) };
}
