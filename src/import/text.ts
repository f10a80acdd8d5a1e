import { type Block, hasWords } from './blocks';
import { BlockBuilder, type ParagraphKind } from './builder';
import { clean } from './clean';
import { escapeAround, hasRemnants, readEmphasis } from './emphasis';
import { feedHtml } from './html';
import { readMark } from './marks';
import { limits, type Read, refused } from './refusals';
import { readRows, type TextRow } from './rows';

/**
 * Lines and tables of plain text: Excel's cells parted by tabs, Markdown, pipe tables, lists, and
 * what is left of HTML in any of them. A Markdown parser is not used: `>` marks an action in such
 * documents and not a quotation, and line breaks, dashes and numbers say what it would fold away.
 */
export function readText(source: string): Read<readonly Block[]> {
  if (separators(source) > limits.pieces) return refused('tooLarge');
  const reader = new TextReader();
  const rows = readRows(clean(source));
  for (let at = 0; at < rows.length && !reader.tooLarge;) at = reader.read(rows, at);
  return reader.tooLarge ? refused('tooLarge') : { ok: true, value: reader.finish() };
}

/** Line ends and tabs: what parts a text into lines and cells. */
function separators(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 10) count++;
  }
  return count;
}

/** A line that goes on with the one before it, and is no « b) » or « (c) » of a list. */
const continuation = /^\s*(?!\(?[a-z][.)]\s)[\p{Ll}(]/u;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const rule = /^\s*(?:[-=_*~#|+:–—]\s*){3,}$/;
const setext = /^\s{0,3}(?:(=+)|(-{2,}))\s*$/;
/** No heading, rule or row of dashes is longer; patterns with several stretches of white space are kept from more. */
const longestMarkup = 1000;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

class TextReader {
  private line = 1;
  private readonly builder = new BlockBuilder(() => ({ kind: 'line', line: this.line }));
  private inTable = false;
  /** True where the next line may go on with the one before it, as mail programs break lines. */
  private canContinue = false;

  get tooLarge(): boolean {
    return this.builder.tooLarge;
  }

  /** Reads the row at `at` and what belongs to it; gives the one to go on from. */
  read(rows: readonly TextRow[], at: number): number {
    const row = rows[at]!;
    this.line = row.line;
    if (row.cells.length > 1 && !isIndented(row)) {
      this.tableRow(row.cells);
      return at + 1;
    }
    this.endTable();
    const text = row.cells.join('\t');
    if (isPipeRow(rows, at)) return this.pipeTable(rows, at);
    const next = rows[at + 1];
    const underline = next?.cells.length === 1 ? setext.exec((next.cells[0] ?? '').slice(0, longestMarkup)) : null;
    if (underline && hasWords(text) && !readMark(text)) {
      this.textLine(text, underline[1] ? 1 : 2);
      return at + 2;
    }
    if (!hasWords(text)) {
      // A blank line and a rule both end what stood before.
      this.canContinue = false;
      if (text.trim() === '' || (text.length <= longestMarkup && rule.test(text))) this.builder.paragraph();
      return at + 1;
    }
    const match = text.length <= longestMarkup ? heading.exec(text) : null;
    this.textLine(match?.[2] ?? text, match?.[1]?.length ?? 0);
    return at + 1;
  }

  finish(): readonly Block[] {
    this.endTable();
    return this.builder.finish();
  }

  private textLine(text: string, level: number): void {
    const indent = indentOf(text);
    const mark = readMark(text);
    const kind: ParagraphKind = {
      heading: level,
      list: mark && { depth: 1 + Math.floor(indent / 2), marker: mark.marker, typed: true },
    };
    if (this.canContinue && level === 0 && !mark && continuation.test(text)) this.builder.text(' ', plainLook);
    else if (this.canContinue && level === 0 && !mark) this.builder.lineBreak();
    else this.builder.paragraph(kind);
    this.rich(text);
    this.canContinue = level === 0;
  }

  private tableRow(written: readonly string[]): void {
    const cells = written.length <= mostColumns ? written : widthOf(written);
    if (!this.inTable) this.builder.openTable();
    this.inTable = true;
    this.builder.openRow();
    for (const cell of cells) {
      this.builder.openCell();
      this.cell(cell);
    }
    this.builder.closeRow();
    this.canContinue = false;
  }

  private endTable(): void {
    if (this.inTable) this.builder.closeTable();
    this.inTable = false;
  }

  private pipeTable(rows: readonly TextRow[], from: number): number {
    let at = from;
    for (; isPipeRow(rows, at); at++) {
      const row = rows[at]!;
      const text = row.cells.join('\t');
      this.line = row.line;
      if (!isDelimiter(text)) this.tableRow(splitPipes(text));
    }
    this.endTable();
    return at;
  }

  private cell(text: string): void {
    if (hasRemnants(text)) {
      this.rich(text);
      return;
    }
    for (const line of text.split('\n')) {
      const mark = readMark(line);
      this.builder.paragraph({
        heading: 0,
        list: mark && { depth: 1 + Math.floor(indentOf(line) / 2), marker: mark.marker, typed: true },
      });
      this.rich(line);
    }
  }

  /** A text with its emphasis; where tags are left in it, two spaces are a line break that was lost. */
  private rich(text: string): void {
    const pieces = readEmphasis(text);
    if (!hasRemnants(text)) {
      for (const piece of pieces) this.builder.text(piece.text, piece);
      return;
    }
    const html = pieces.map(({ text: piece, bold, italic }) => {
      const inside = escapeAround(piece).replace(/[ \u00a0]{2,}(?=\S)/g, '<br>');
      const leaning = italic ? `<i>${inside}</i>` : inside;
      return bold ? `<b>${leaning}</b>` : leaning;
    });
    feedHtml(html.join(''), this.builder);
  }
}

/** Nobody keeps a plan in more columns. */
const mostColumns = 64;

/** What stands beyond the last column goes with it. */
function widthOf(cells: readonly string[]): string[] {
  return [...cells.slice(0, mostColumns - 1), cells.slice(mostColumns - 1).join('\t')];
}

const plainLook = { bold: false, italic: false } as const;

/** Columns of white space before a text, a tab counting as four. */
function indentOf(text: string): number {
  let indent = 0;
  for (const character of text) {
    if (character === '\t') indent += 4;
    else if (character === ' ' || character === '\u00a0') indent += 1;
    else break;
  }
  return indent;
}

const numberCell = /^(?:\d{1,2}(?:\.\d{1,2})+\.?|\(?(?:\d{1,2}|[A-Z]|[IVX]{2,4})[.)])$/i;

/** `•⇥text`, `1.1⇥text`: an item that a word processor put a tab in, not two cells. */
function isIndented({ cells }: TextRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = '', second] = filled;
  if (filled.length !== 2 || second === undefined) return false;
  const mark = first.trim();
  return readMark(`${mark} ${second}`)?.length === mark.length + 1 || numberCell.test(mark);
}

function isDelimiter(line: string): boolean {
  return line.length <= longestMarkup && delimiterRow.test(line);
}

function isPipeRow(rows: readonly TextRow[], at: number): boolean {
  const text = rows[at]?.cells.join('\t') ?? '';
  if (!text.includes('|')) return false;
  const trimmed = text.trim();
  if (trimmed.startsWith('|') && trimmed.indexOf('|', 1) > 0) return true;
  const beside = [rows[at - 1], rows[at + 1]].map((row) => row?.cells.join('\t') ?? '');
  return beside.some((line) => line.includes('|') && line.includes('-') && isDelimiter(line));
}

/** The cells of a pipe row; `\|` is a pipe of the text. */
function splitPipes(text: string): string[] {
  const inside = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim());
}
