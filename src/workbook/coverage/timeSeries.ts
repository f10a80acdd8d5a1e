import { readableSpan, spansOf, type CoverageRow, type Span } from '../../plan';

/** What each month has had, or each quarter, or each year: as many as a chart can show. */
export interface TimeSeries {
  readonly span: Span;
  readonly points: readonly TimePoint[];
}

export interface TimePoint {
  readonly label: string;
  /** Activities that began then, as in the PivotTable. */
  readonly activities: number;
  readonly occurrences: number;
}

/** The sums of the coverage rows by the finest span that can be read; silent ones are 0. */
export function timeSeries(
  rows: readonly CoverageRow[],
  words: { readonly quarter: (p: { readonly year: number; readonly quarter: number }) => string },
): TimeSeries {
  const span = readableSpan(rows);
  const sums = new Map<string, { activities: number; occurrences: number }>();
  // A mistyped year would make a century of empty years: of those, only the ones that hold something.
  const labels =
    span === 'year'
      ? [...new Set(rows.map(({ year }) => year))].sort()
      : spansOf(rows, span, words).map((labels) => labels[span]);
  for (const label of labels) sums.set(label, { activities: 0, occurrences: 0 });
  for (const row of rows) {
    const sum = sums.get(row[span]);
    if (!sum) continue;
    sum.activities += row.activities;
    sum.occurrences += row.occurrences;
  }
  return { span, points: [...sums].map(([label, sum]) => ({ label, ...sum })) };
}
