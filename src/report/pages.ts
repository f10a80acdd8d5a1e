import type { PrintSetup, ReportCell, ReportRow, ReportSheet } from './model';

/** Points. Room on the left for the holes of a binder is the printer's matter: the sheet is centred. */
export const margins = { left: 36, right: 36, top: 46, bottom: 48, header: 22, footer: 24 } as const;

/** A page of paper, in points: what is left of it between the margins. */
export interface Page {
  readonly width: number;
  readonly height: number;
}

/** Points, upright. */
const papers = { letter: { width: 612, height: 792 }, a4: { width: 595.3, height: 841.9 } } as const;

/** The page that the report asks for. */
export function pageOf({ paper, orientation }: Pick<PrintSetup, 'paper' | 'orientation'>): Page {
  const { width, height } = papers[paper];
  const turned = orientation === 'landscape' ? { width: height, height: width } : { width, height };
  return {
    width: turned.width - margins.left - margins.right,
    height: turned.height - margins.top - margins.bottom,
  };
}

/** A printer's page is never exactly ours: what is planned on a page stays a little below what it holds. */
const planned = 0.97;

/** Excel keeps 1,026 breaks of a sheet; a report of that many pages is read on a screen. */
const mostBreaks = 150;

/** A block goes to the next page whole where that leaves at most this part of the page blank; else it is parted. */
const mostBlank = 0.2;

/** Where a block is parted, at least so much of it stands on either side: some three lines. */
const leastPart = 38;

/**
 * The report with its pages planned: an activity stays with its details and a band with what it heads, unless
 * too much of a page would stay blank; where a block goes on over a page, its strategy and its action are said
 * again on top.
 */
export function paginate(report: ReportSheet, page: Page = pageOf(report.print)): ReportSheet {
  const { rows, columns, header } = report;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  // One page wide: a narrower paper prints everything smaller, and holds more.
  const full = (page.height / Math.min(1, page.width / width)) * planned;
  const heading = heightBetween(rows, header.firstRow, header.lastRow + 1);
  const breaks: number[] = [];
  let used = heightBetween(rows, 0, header.lastRow + 1);
  for (const { start, end } of blocksOf(rows, header.lastRow + 1)) {
    let from = start;
    let left = heightBetween(rows, start, end);
    while (used + left > full && breaks.length < mostBreaks) {
      const room = full - used;
      const isWorthParting = room > full * mostBlank || heading + left > full;
      const split = isWorthParting ? splitOf(rows, from, end, room) : null;
      if (split !== null) {
        left -= heightBetween(rows, from, split);
        from = split;
      } else if (used === heading) break;
      breaks.push(from);
      used = heading;
    }
    // A long report is not walked to its end for pages that it does not get.
    if (breaks.length === mostBreaks) break;
    used += left;
  }
  const paged = [...rows];
  for (const top of breaks) {
    const row = rows[top];
    if (row) paged[top] = { ...row, breakBefore: true };
  }
  for (const top of breaks) {
    const said = saidAgain(paged, top);
    if (said) paged[said.index] = said.row;
  }
  return { ...report, rows: paged };
}

/** Points that the rows from one to the one before another take. */
function heightBetween(rows: readonly ReportRow[], from: number, end: number): number {
  let sum = 0;
  for (let row = from; row < end; row += 1) sum += rows[row]?.height ?? 0;
  return sum;
}

interface Stretch {
  readonly start: number;
  /** The row after its last. */
  readonly end: number;
}

/** What stays together, top to bottom: a block; a band with the first block under it. */
function* blocksOf(rows: readonly ReportRow[], first: number): Generator<Stretch> {
  let head: number | null = null;
  let isUnderBand = false;
  for (let row = first; row < rows.length; row += 1) {
    const begins = rows[row]?.start;
    if (begins === undefined) continue;
    if (begins === 'band' || !isUnderBand) {
      if (head !== null) yield { start: head, end: row };
      head = row;
    }
    isUnderBand = begins === 'band';
  }
  if (head !== null) yield { start: head, end: rows.length };
}

/**
 * The last row of the block that a page may start with, when `room` points are left on this one; null where there is
 * none. A band and the strips under it are no part of a block: alone they would head nothing.
 */
function splitOf(rows: readonly ReportRow[], start: number, end: number, room: number): number | null {
  const block = rows.slice(start, end);
  const first = block.findIndex(({ cells, start: begins }) => {
    const isBand = begins === 'band' || cells[0]?.style === 'band';
    return !isBand && cells.some(({ text }) => text !== '');
  });
  if (first < 0) return null;
  let split: number | null = null;
  let used = 0;
  let above = 0;
  let below = heightBetween(rows, start + first, end);
  block.forEach(({ height }, index) => {
    if (used <= room && above >= leastPart && below >= leastPart) split = start + index;
    used += height;
    if (index < first) return;
    above += height;
    below -= height;
  });
  return split;
}

/** The first row with text of a page, its labels said again where nothing stands in their place; null where none are. */
function saidAgain(
  rows: readonly ReportRow[],
  top: number,
): { readonly index: number; readonly row: ReportRow } | null {
  let index = top;
  while (rows[index]?.cells.every(({ text }) => text === '')) index += 1;
  const row = rows[index];
  if (!row?.again) return null;
  const cells = row.cells.map((cell, column): ReportCell => {
    const label = row.again?.[column];
    return label === undefined || cell.text !== '' ? cell : { text: label, style: 'continued' };
  });
  return { index, row: { ...row, cells } };
}
