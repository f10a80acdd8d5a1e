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
 * The rows of text that Excel puts on the clipboard, cells parted by tabs, or writes to a .csv, by
 * commas or semicolons: a cell with line breaks or quotes stands in quotes with its own quotes doubled.
 * Where the text has no cells, its lines.
 */
export function readRows(text: string): TextRow[] {
  if (hasCells(text)) return splitRows(text, '\t');
  return readCsv(text) ?? text.split('\n').map((cell, index) => ({ cells: [cell], line: index + 1 }));
}

/** Rows of one same number of cells, three or more. Prose has commas too, but with spaces after them, and not as many on each line. */
function readCsv(text: string): TextRow[] | null {
  const separator = [';', ','].find((each) => cellsOfFirst(text, each) >= 3);
  const rows = separator === undefined ? [] : splitRows(text, separator).filter(({ cells }) => cells.join('') !== '');
  const width = rows[0]?.cells.length;
  return rows.length > 1 && rows.every(({ cells }) => cells.length === width) ? rows : null;
}

function cellsOfFirst(text: string, separator: string): number {
  const end = text.indexOf('\n');
  const cells = text.slice(0, end < 0 ? undefined : end).split(separator);
  return cells.some((cell) => /^\s/.test(cell)) ? 0 : cells.length;
}

function splitRows(text: string, separator: string): TextRow[] {
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let firstLine = 1;
  let at = 0;
  let stray = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' && stray < mostStray ? readQuoted(text, at, separator) : null;
    if (text[at] === '"' && !quoted) stray += 1;
    const end = quoted?.end ?? nextEnd(text, at, separator);
    const cell = quoted?.cell ?? text.slice(at, end);
    for (const character of quoted ? cell : '') if (character === '\n') line += 1;
    cells.push(cell);
    at = end + 1;
    if (text[end] === separator) continue;
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

function nextEnd(text: string, from: number, separator: string): number {
  const end = separator === '\t' ? /[\t\n]/g : separator === ';' ? /[;\n]/g : /[,\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function readQuoted(
  text: string,
  start: number,
  separator: string,
): { readonly cell: string; readonly end: number } | null {
  let at = start + 1;
  while (at - start < longestCell) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    const next = text[quote + 1];
    if (next !== '"') {
      const closes = next === undefined || next === separator || next === '\n';
      return closes ? { cell: text.slice(start + 1, quote).replace(/""/g, '"'), end: quote + 1 } : null;
    }
    at = quote + 2;
  }
  return null;
}
