import type { ReportRow } from './model';

export interface Paper {
  /** The row that heads the columns: it and what is above stand on the first page, it alone on the others. */
  readonly header: number;
  readonly paper: 'letter' | 'a4';
}

/** Points of height in landscape, less the margins that the writer sets. */
const pageHeights = { letter: 612 - 108, a4: 595 - 108 } as const;

/** A printer's page is never exactly ours: what is planned on a page stays a little below what it holds. */
const planned = 0.97;

/** Excel keeps 1,026 breaks of a sheet; a report of that many pages is read on a screen. */
const mostBreaks = 200;

/**
 * Marks where printed pages start, so that an activity stays with its details and a band with what it heads:
 * a block that would go over the foot of a page starts the next one. A block longer than a page runs on.
 */
export function breakPages(rows: readonly ReportRow[], { header, paper }: Paper): ReportRow[] {
  const full = pageHeights[paper] * planned;
  const heading = rows[header]?.height ?? 0;
  const breaks = new Set<number>();
  let used = heightBetween(rows, 0, header + 1);
  for (const { start, end } of blocksAfter(rows, header)) {
    const height = heightBetween(rows, start, end);
    if (used + height > full && used > heading && breaks.size < mostBreaks) {
      breaks.add(start);
      used = heading;
    }
    used += height;
    // A block that runs over pages leaves its rest on the last of them, under the repeated heads.
    while (used > full) used -= full - heading;
  }
  return rows.map((row, index) => (breaks.has(index) ? { ...row, breakBefore: true } : row));
}

interface Stretch {
  readonly start: number;
  /** The row after its last. */
  readonly end: number;
}

/** What stays together, top to bottom: an activity with its details; a band with the first activity under it. */
function blocksAfter(rows: readonly ReportRow[], header: number): Stretch[] {
  const starts = rows.flatMap((row, index) => (index > header && opens(rows, index, row) ? [index] : []));
  return starts.flatMap((start, position): Stretch[] => {
    const next = starts[position + 1] ?? rows.length;
    // A band alone is joined to the block below it, which was begun by its own line.
    if (isBand(rows[starts[position - 1] ?? -1])) return [];
    if (isBand(rows[start])) return [{ start, end: starts[position + 2] ?? rows.length }];
    return [{ start, end: next }];
  });
}

/** True where a band begins, or a line is drawn over the column of the activities; the last line of a section closes it. */
function opens(rows: readonly ReportRow[], index: number, row: ReportRow): boolean {
  if (isBand(row)) return !isBand(rows[index - 1]);
  const below = rows[index + 1];
  return row.cells.at(-1)?.rule !== undefined && below !== undefined && !isBand(below);
}

function isBand(row: ReportRow | undefined): boolean {
  const style = row?.cells[0]?.style;
  return style === 'band' || style === 'bandLabel';
}

function heightBetween(rows: readonly ReportRow[], start: number, end: number): number {
  return rows.slice(start, end).reduce((sum, { height }) => sum + height, 0);
}
