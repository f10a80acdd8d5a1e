import { fontOf, lineHeight, textRoom, type ColumnIndex } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportRow } from './model';

export interface Paper {
  /** The row that heads the columns: it and what is above stand on the first page, it alone on the others. */
  readonly header: number;
  readonly paper: 'letter' | 'a4';
}

/** Points of height in landscape, less the margins that the writer sets. */
const pageHeights = { letter: 612 - 108, a4: 595 - 108 } as const;

/** The heights here are estimates: a page is planned a little short, so that a row too high never makes a page of one line. */
const safety = 0.94;

/** Excel allows 1,026 breaks on a sheet; a report that long is not read on paper, and its pages may break anywhere. */
const mostBreaks = 1000;

/**
 * Marks the rows where a printed page starts: only where a block does, so that no activity is cut in
 * two and no band stands alone at the foot of a page.
 */
export function breakPages(rows: readonly ReportRow[], { header, paper }: Paper): ReportRow[] {
  const heights = rows.map(rowHeight);
  const sum = (from: number, to: number) => heights.slice(from, to).reduce((total, height) => total + height, 0);
  const full = pageHeights[paper] * safety;
  const starts = blockStarts(rows, header + 1);
  const breaks = new Set<number>();
  let room = full - sum(0, header + 1);
  starts.forEach((start, index) => {
    const height = sum(start, starts[index + 1] ?? rows.length);
    // A block higher than a page gains nothing from starting on a new one.
    if (height > room && height <= full && start > header + 1) {
      breaks.add(start);
      room = full - (heights[header] ?? 0);
    }
    room -= height;
    while (room < 0) room += full;
  });
  if (breaks.size > mostBreaks) return [...rows];
  return rows.map((row, index) => (breaks.has(index) ? { ...row, breakBefore: true } : row));
}

/** A block starts at a ruled strip; a band belongs to the block under it. */
function blockStarts(rows: readonly ReportRow[], from: number): number[] {
  const starts: number[] = [];
  let inBand = false;
  for (let index = from; index < rows.length; index += 1) {
    const row = rows[index]!;
    const band = row.cells[0]?.style === 'band' || row.cells[0]?.style === 'bandLabel';
    const ruled = row.cells.some(({ rule }) => rule !== undefined);
    const closing = index === rows.length - 1;
    if (band ? !inBand : ruled && !inBand && !closing) starts.push(index);
    // The strip under a band is the band's own.
    inBand = band;
  }
  return starts;
}

/** What Excel's autofit will give the row, near enough. */
function rowHeight({ cells, height }: ReportRow): number {
  if (height !== undefined) return height;
  return Math.max(
    lineHeight,
    ...cells.map(({ text, style }, index) => {
      const font = fontOf(style);
      const lines = spills(style) || text === '' ? 1 : wrap(text, textRoom(index as ColumnIndex), font).length;
      return Math.ceil(lines * lineHeight * (font.size / fontOf('details').size));
    }),
  );
}

/** These run over the blank cells beside them. */
function spills(style: CellStyle): boolean {
  return wholeWidth.has(style);
}

const wholeWidth: ReadonlySet<CellStyle> = new Set([
  'organisation',
  'title',
  'subtitle',
  'figures',
  'band',
  'bandLabel',
]);
