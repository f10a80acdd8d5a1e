/** Rows that no page parts: a heading with the first of what it heads, a chart. */
export interface Part {
  /** 0-based. */
  readonly row: number;
  readonly rows: number;
}

/** Points: a row of the sheet, said since programs differ in what they give one by themselves, and that of a heading. */
export const rowHeight = 13.5;
export const headingHeight = 21;

/** What is planned on a page stays a little below what it holds: printers differ. */
const planned = 0.97;

/** A sheet of more pages is read on a screen. */
const mostBreaks = 150;

/**
 * The rows (0-based) above `end` that start a page, where one holds so many points. Every page is said as far as there
 * is something to keep whole, for a break that is a row off from where the program makes its own leaves a page with
 * one row; what follows is the program's.
 */
export function pageBreaks(parts: readonly Part[], end: number, pageHeight: number): number[] {
  const kept = new Map(parts.map(({ row, rows }) => [row, rows]));
  const full = pageHeight * planned;
  const breaks: number[] = [];
  let used = 0;
  let wanted = 0;
  for (let row = 0; row < end && breaks.length < mostBreaks; row += 1) {
    const rows = kept.get(row);
    if (used > 0 && used + (rows ?? 1) * rowHeight > full) {
      breaks.push(row);
      used = 0;
    }
    used += rows === undefined ? rowHeight : headingHeight;
    if (rows !== undefined) wanted = breaks.length;
  }
  return breaks.slice(0, wanted);
}
