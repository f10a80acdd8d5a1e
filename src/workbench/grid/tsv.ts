/**
 * Cells as Excel puts them on the clipboard: tabs between cells, CR LF after each row; a cell with a tab,
 * a line break or a quote is quoted, its quotes doubled. Line breaks within a cell are LF.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The reverse of `toTsv`; also reads lone LF, and a quote within an unquoted cell as itself. Always a rectangle. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // What ends with a line break has no row after it.
    if (at === text.length) break;
  }
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}

function plainCell(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): { text: string; end: number } {
  let content = '';
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) break;
    content += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      content += '"';
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end >= text.length || /[\t\r\n]/.test(text[end] ?? '')) return { text: content.replaceAll('\r\n', '\n'), end };
    break;
  }
  // The quote never closes, or does so in the middle of words: it was a character of the text.
  return plainCell(text, start);
}
