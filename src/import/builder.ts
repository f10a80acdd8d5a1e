import type { Place } from '../plan';
import { type Block, hasWords, type ListMark, type Merged, type Run, type SourceCell, type TextLine } from './blocks';
import { readMark } from './marks';
import { limits } from './refusals';

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface ParagraphKind {
  readonly heading: number;
  readonly list: ListMark | null;
}

/** Columns up to which a cell may span several: nobody keeps a plan in more. */
const mostColumns = 128;

const plain: ParagraphKind = { heading: 0, list: null };

/** A cell as it is being read: what it holds may itself hold tables. */
interface OpenCell {
  readonly blocks: readonly Block[];
  readonly merged: Merged;
}

interface OpenTable {
  readonly rows: OpenCell[][];
  row: OpenCell[] | null;
  /** For each column, how many more rows the cell above reaches into. */
  readonly reach: number[];
  cell: { readonly columns: number; readonly rows: number; readonly merged: Merged } | null;
  /** What the document held before: lines go back there after the table. */
  readonly outside: Block[];
}

/**
 * Puts lines and tables together from what a reader of a format meets in order: text, line breaks,
 * paragraphs, tables with spans. White space is folded, blank lines fall away, marks typed before a
 * line become the line's list mark. A table inside a cell becomes lines of the cell, unless the outer
 * one only lays out the page.
 */
export class BlockBuilder {
  /** True once tables stood in tables beyond the limit: what was read is then to be refused. */
  tooDeep = false;
  /** Lines and cells so far. */
  private pieces = 0;
  private blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private runs: Run[] = [];
  private kind = plain;
  private startsParagraph = true;
  private lines = 0;

  /** `placeOf` gives the place of a line by its number, counted from 1. */
  constructor(private readonly placeOf: (line: number) => Place = (line) => ({ kind: 'line', line })) {}

  /** True once there were more lines and cells than the limit: what was read is then to be refused. */
  get tooLarge(): boolean {
    return this.pieces > limits.pieces;
  }

  /** True where more makes no difference, as it will all be refused. */
  private get isRefused(): boolean {
    return this.tooDeep || this.tooLarge;
  }

  text(text: string, { bold, italic }: Look): void {
    if (text !== '') this.runs.push({ text, bold, italic });
  }

  lineBreak(): void {
    this.endLine();
  }

  /** Ends the paragraph that is open and begins one of that kind. */
  paragraph(kind: ParagraphKind = plain): void {
    this.endLine();
    this.kind = kind;
    this.startsParagraph = true;
  }

  openTable(): void {
    this.paragraph();
    if (this.tables.length >= limits.tables) this.tooDeep = true;
    if (this.isRefused) return;
    this.tables.push({ rows: [], row: null, reach: [], cell: null, outside: this.blocks });
    this.blocks = [];
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (!table || this.isRefused) return;
    this.closeRow();
    table.row = [];
  }

  /** A cell over that many columns and rows. `merged: 'down'` is how Word's files say that it goes on from above. */
  openCell(columns = 1, rows = 1, merged: Merged = 'no'): void {
    const table = this.tables.at(-1);
    if (!table || this.isRefused) return;
    this.closeCell();
    table.row ??= [];
    this.pieces += fillFromAbove(table, table.row);
    this.paragraph();
    // Text that stands in a table but in no cell (a caption) comes before it.
    append(table.outside, this.blocks);
    this.blocks = [];
    table.cell = { columns: within(columns, 64), rows: within(rows, 10_000), merged };
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (!table || this.isRefused) return;
    this.paragraph();
    const { cell, row } = table;
    if (!cell || !row) return;
    table.cell = null;
    // Spans that reach into each other would make each row wider than the one above.
    const columns = row.length + cell.columns > mostColumns ? 1 : cell.columns;
    this.pieces += columns;
    for (let i = 0; i < columns; i++) {
      table.reach[row.length] = row.length < mostColumns ? cell.rows - 1 : 0;
      row.push(i === 0 ? { blocks: this.blocks, merged: cell.merged } : { blocks: [], merged: 'across' });
    }
    this.blocks = [];
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    if (!table || this.isRefused) return;
    this.closeCell();
    if (!table.row) return;
    this.pieces += fillFromAbove(table, table.row);
    table.rows.push(table.row);
    table.row = null;
  }

  closeTable(): void {
    const table = this.tables.at(-1);
    if (!table || this.isRefused) return;
    this.closeRow();
    this.tables.pop();
    const stray = this.blocks;
    this.blocks = table.outside;
    append(this.blocks, stray);
    if (isLayout(table.rows)) {
      for (const row of table.rows) for (const cell of row) append(this.blocks, cell.blocks);
    } else if (table.rows.length > 0) {
      this.blocks.push({ kind: 'table', rows: table.rows.map((row) => row.map(cellOf)) });
    }
    this.paragraph();
  }

  finish(): Block[] {
    while (this.tables.length > 0 && !this.isRefused) this.closeTable();
    this.paragraph();
    return this.blocks;
  }

  private endLine(): void {
    const runs = foldSpaces(this.runs);
    this.runs = [];
    const text = textOf(runs);
    if (!hasWords(text) || this.isRefused) return;
    this.lines += 1;
    this.pieces += 1;
    this.blocks.push({ kind: 'line', line: this.lineOf(runs, text) });
    this.kind = { ...this.kind, list: null };
    this.startsParagraph = false;
  }

  private lineOf(runs: readonly Run[], text: string): TextLine {
    const { heading, list } = this.kind;
    const base = { heading, startsParagraph: this.startsParagraph, place: this.placeOf(this.lines) };
    const mark = readMark(text);
    if (!mark) return { ...base, text, runs, list };
    return {
      ...base,
      text: text.slice(mark.length),
      runs: sliceRuns(runs, mark.length, text.length),
      list: { depth: list?.depth ?? 1, marker: mark.marker, typed: true },
    };
  }
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The runs of the text from one offset to another. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') kept.push({ ...run, text });
    at += run.text.length;
  }
  return kept;
}

/** Runs with each stretch of white space made one space, none at the ends, and neighbours of one look joined. */
function foldSpaces(runs: readonly Run[]): Run[] {
  const stretches: { readonly run: Run; readonly texts: string[] }[] = [];
  let afterSpace = true;
  for (const run of runs) {
    // Text is put together at the end: looking at a growing text again and again would be quadratic.
    let text = run.text.replace(/[ \t\n]+/g, ' ');
    if (stretches.length === 0) text = text.replace(/^[ \u00a0]+/, '');
    else if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    const last = stretches.at(-1);
    if (last?.run.bold === run.bold && last.run.italic === run.italic) last.texts.push(text);
    else stretches.push({ run, texts: [text] });
  }
  const folded = stretches.map(({ run, texts }) => ({ ...run, text: texts.join('') }));
  for (let last = folded.at(-1); last; last = folded.at(-1)) {
    last.text = last.text.replace(/[ \u00a0]{1,200}$/, '');
    if (last.text !== '') break;
    folded.pop();
  }
  return folded;
}

/** Fills the columns into which cells above reach; gives how many. */
function fillFromAbove(table: OpenTable, row: OpenCell[]): number {
  const before = row.length;
  for (let reach = table.reach[row.length] ?? 0; reach > 0; reach = table.reach[row.length] ?? 0) {
    table.reach[row.length] = reach - 1;
    row.push({ blocks: [], merged: 'down' });
  }
  return row.length - before;
}

/** Mail programs and page editors put everything in a table of one column: it says nothing of the content. */
function isLayout(rows: readonly (readonly OpenCell[])[]): boolean {
  const holdsTable = rows.some((row) => row.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')));
  return holdsTable && rows.every((row) => row.filter(({ blocks }) => blocks.length > 0).length <= 1);
}

function cellOf({ blocks, merged }: OpenCell): SourceCell {
  return { lines: blocks.flatMap(linesOf), merged };
}

function linesOf(block: Block): readonly TextLine[] {
  return block.kind === 'line' ? [block.line] : block.rows.flatMap((row) => row.flatMap(({ lines }) => lines));
}

/** A loop, as a spread of a whole document is more arguments than a call may have. */
function append(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) blocks.push(block);
}

function within(count: number, most: number): number {
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}
