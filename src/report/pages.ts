import type { ReportRow } from './model';

export interface Paper {
  /** The row that heads the columns: it and what is above stand on the first page, it alone on the others. */
  readonly header: number;
  readonly paper: 'letter' | 'a4';
}

/** Points of height in landscape, less the margins that the writer sets. */
const pageHeights = { letter: 612 - 108, a4: 595 - 108 } as const;

/** A band in the last quarter of a page starts the next one: a printer's page is never exactly ours. */
const foot = 0.25;

/**
 * Marks the bands that would stand at the foot of a printed page: they start the next one. All other
 * pages break where they are full, which only the printer knows.
 */
export function breakPages(rows: readonly ReportRow[], { header, paper }: Paper): ReportRow[] {
  const full = pageHeights[paper];
  let room = full;
  return rows.map((row, index) => {
    const isBand = bandStyle(row) && !bandStyle(rows[index - 1]);
    const breakBefore = isBand && index > header + 1 && room < full * foot;
    if (breakBefore) room = full;
    room -= row.height;
    if (room < 0) room += full;
    return breakBefore ? { ...row, breakBefore } : row;
  });
}

function bandStyle(row: ReportRow | undefined): boolean {
  const style = row?.cells[0]?.style;
  return style === 'band' || style === 'bandLabel';
}
