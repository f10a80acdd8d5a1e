/** A line of text as cells: one where no tab parts it. */
export interface TextRow {
  readonly cells: readonly string[];
  /** Counted from 1, in the source. */
  readonly line: number;
}

/** A cell written over more characters than Excel's limit is not a cell but text with a stray quote. */
const longestCell = 40_000;
/** After that many quotes without an end, quotes are text: the bound keeps reading linear. */
const mostStray = 20;

/**
 * The rows of text that Excel puts on the clipboard: cells parted by tabs, a cell with line breaks or
 * quotes in quotes with its own quotes doubled. Where the text has no tabs, its lines.
 */
export function readRows(text: string): TextRow[] {
  if (!hasCells(text)) return text.split('\n').map((cell, index) => ({ cells: [cell], line: index + 1 }));
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let firstLine = 1;
  let at = 0;
  let stray = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' && stray < mostStray ? readQuoted(text, at) : null;
    if (text[at] === '"' && !quoted) stray += 1;
    const end = quoted?.end ?? nextEnd(text, at);
    const cell = quoted?.cell ?? text.slice(at, end);
    for (const character of quoted ? cell : '') if (character === '\n') line += 1;
    cells.push(cell);
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push({ cells, line: firstLine });
    cells = [];
    line += 1;
    firstLine = line;
  }
  return rows;
}

/** A tab after a text that is not a mere list mark (`•⇥text`): Word lists pasted as text have those. Or a cell in quotes. */
function hasCells(text: string): boolean {
  if (text.includes('\t"')) return true;
  for (let tab = text.indexOf('\t'); tab >= 0;) {
    const start = text.lastIndexOf('\n', tab) + 1;
    if (!/^[\s>•·▪–—*+.)-]*$/.test(text.slice(start, tab))) return true;
    // A tab that only indents: on to the next line.
    const next = nextTextTab(text, tab);
    if (next === null) break;
    tab = next;
  }
  return text.startsWith('"') && text.slice(0, longestCell).includes('\n');
}

/** The next tab that has a text before it on its line, or the first of a later line. */
function nextTextTab(text: string, tab: number): number | null {
  let at = tab + 1;
  while (text[at] === '\t') at += 1;
  const next = text.indexOf('\t', at);
  return next < 0 ? null : next;
}

function nextEnd(text: string, from: number): number {
  const end = /[\t\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function readQuoted(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let at = start + 1;
  while (at - start < longestCell) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    const next = text[quote + 1];
    if (next !== '"') {
      const closes = next === undefined || next === '\t' || next === '\n';
      return closes ? { cell: text.slice(start + 1, quote).replace(/""/g, '"'), end: quote + 1 } : null;
    }
    at = quote + 2;
  }
  return null;
}
