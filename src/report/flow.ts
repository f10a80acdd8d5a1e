import { fontOf, maxLines, maxShared, textRoom, type Grid } from './geometry';
import { textWidth, wrap } from './measure';
import type { CellStyle, ReportCell, ReportRow, Rule, TextRun } from './model';

/** A text of one style, without line breaks, that starts on a line of its own. */
export interface Paragraph {
  readonly text: string;
  readonly style: CellStyle;
  readonly link?: string;
}

/** A row being composed: how many lines it is high, and what its columns hold so far. */
export interface DraftRow {
  lines: number;
  /** By column; a hole or null where nothing stands. */
  readonly cells: (ReportCell | null)[];
  /** A strip between blocks: no text stands in it. */
  readonly spacer?: boolean;
  readonly start?: ReportRow['start'];
  readonly bar?: number;
  /** By column, what is said again where a page starts here. */
  readonly again: (string | undefined)[];
  /** The lines above the row: for each, the column from which it runs to the right edge. */
  rule?: Partial<Record<Rule, number>>;
}

/** What holds for every cell that is composed. */
export interface Setting {
  readonly grid: Grid;
  /** Whether a cell may hold several styles; where it may not, each style stands in a row of its own. */
  readonly richText: boolean;
}

interface Line {
  readonly text: string;
  readonly paragraph: Paragraph;
}

/** A text that goes on in the row below says so on both sides of the break. */
const mark = '…';

/**
 * A row for each run of paragraphs of one style, not so high that pages could not part it; in the compact layout one
 * for all where a cell may hold several styles: the column that sets the height of its neighbours.
 */
export function lead({ grid, richText }: Setting, column: number, paragraphs: readonly Paragraph[]): DraftRow[] {
  const room = textRoom(grid, column);
  // Beside a column of dates a title and its details in a cell each cost half the request.
  const isOneCell = richText && grid.dates === grid.activity;
  const fits = ({ paragraphs: [first], lines: above }: Lead, next: Paragraph, lines: readonly Line[]): boolean => {
    // A link is a cell's: it stands in one of its own.
    if (next.link !== undefined || first?.link !== undefined) return false;
    return isOneCell || (first?.style === next.style && above.length + lines.length <= maxShared);
  };
  const groups: Lead[] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    const lines = linesOf([paragraph], room);
    if (last && fits(last, paragraph, lines)) {
      last.paragraphs.push(paragraph);
      last.lines.push(...lines);
    } else groups.push({ paragraphs: [paragraph], lines });
  }
  return groups.flatMap((group) => leadRows(group, column, room));
}

/** Paragraphs that share a row, or a run of rows where they are too high for one. */
interface Lead {
  readonly paragraphs: Paragraph[];
  readonly lines: Line[];
}

function leadRows({ paragraphs, lines }: Lead, column: number, room: number): DraftRow[] {
  if (lines.length <= maxLines) return [leadRow(column, lines)];
  const markRoom = Math.max(...paragraphs.map(({ style }) => textWidth(` ${mark}`, fontOf(style))));
  const pieces = chunks(linesOf(paragraphs, room - markRoom), maxLines);
  return pieces.map((piece, index) =>
    leadRow(
      column,
      piece.map((line, at) => ({
        ...line,
        text: `${index > 0 && at === 0 ? `${mark} ` : ''}${line.text}${index < pieces.length - 1 && at === piece.length - 1 ? ` ${mark}` : ''}`,
      })),
    ),
  );
}

function leadRow(column: number, lines: readonly Line[]): DraftRow {
  const row = emptyRow(lines.length);
  row.cells[column] = cellOf(lines);
  return row;
}

/**
 * Pours paragraphs down a column beside blocks whose heights another column has set. A paragraph is never torn by the
 * strip between two blocks: it stands beside one of them, the next one beside the same where there is room, else
 * beside the next block; the last one takes all that is left. Lines are broken for good, so that a printer with
 * other ideas of a column's width still gives each row the lines it was made for.
 */
export function pour(
  { grid, richText }: Setting,
  column: number,
  paragraphs: readonly Paragraph[],
  rows: DraftRow[],
): void {
  const room = textRoom(grid, column);
  const units: Line[][] = [];
  for (const paragraph of paragraphs) {
    const lines = linesOf([paragraph], room);
    // Facts about a text stay with it.
    if (paragraph.style === 'note' && units.length > 0) units.at(-1)?.push(...lines);
    else units.push(lines);
  }
  const shares = shared(units, blocksOf(rows));
  // From the foot: rows that are added to a block move those below it.
  for (const { block, lines } of shares.reverse()) pourBeside(rows, block, column, lines, richText);
}

/** Rows of text between two strips: the first, and the one after the last. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
}

function blocksOf(rows: readonly DraftRow[]): Block[] {
  const blocks: Block[] = [];
  rows.forEach((row, index) => {
    if (row.spacer) return;
    const last = blocks.at(-1);
    if (last?.end === index) blocks[blocks.length - 1] = { ...last, end: index + 1, lines: last.lines + row.lines };
    else blocks.push({ start: index, end: index + 1, lines: row.lines });
  });
  return blocks.length > 0 ? blocks : [{ start: rows.length, end: rows.length, lines: 0 }];
}

/** Which units of lines stand beside which blocks. */
function shared(
  units: readonly (readonly Line[])[],
  blocks: readonly Block[],
): { readonly block: Block; readonly lines: Line[] }[] {
  const shares = blocks.map((block) => ({ block, lines: [] as Line[] }));
  let at = 0;
  for (const lines of units) {
    const share = shares[at];
    const isFull =
      share !== undefined && share.lines.length > 0 && share.lines.length + lines.length > share.block.lines;
    if (isFull && at < shares.length - 1) at += 1;
    shares[at]?.lines.push(...lines);
  }
  return shares;
}

/** Each row takes the lines it has room for; the last one is made higher for what is left, rows are added where it cannot. */
function pourBeside(rows: DraftRow[], block: Block, column: number, lines: readonly Line[], richText: boolean): void {
  let { end } = block;
  let next = block.start;
  for (let start = 0; start < lines.length; next += 1) {
    if (next === end) {
      rows.splice(end, 0, emptyRow(0));
      end += 1;
    }
    const [row, first] = [rows[next], lines[start]];
    if (!row || !first) break;
    const isLast = next === end - 1;
    const room = isLast ? Math.max(row.lines, Math.min(lines.length - start, maxLines)) : row.lines;
    const fitting = lines.slice(start, start + room);
    // Without rich text a cell has one style: a paragraph of another one starts in the next row.
    const other = richText ? -1 : fitting.findIndex(({ paragraph }) => paragraph.style !== first.paragraph.style);
    const piece = other < 0 ? fitting : fitting.slice(0, other);
    row.cells[column] = cellOf(piece);
    row.lines = Math.max(row.lines, piece.length);
    start += piece.length;
  }
}

/** Says what a block is again where a page starts in the middle of it: on all of its rows but the first with text. */
export function sayAgain(rows: readonly DraftRow[], column: number, label: string): void {
  const first = rows.findIndex(({ spacer: isSpacer }) => !isSpacer);
  rows.forEach((row, index) => {
    if (index > first) row.again[column] ??= label;
  });
}

function emptyRow(lines: number): DraftRow {
  return { lines, cells: [], again: [] };
}

/** A strip between two blocks. */
export function spacer(): DraftRow {
  return { ...emptyRow(0), spacer: true };
}

/** A strip that opens a block, which pages keep together. */
export function opening(): DraftRow {
  return { ...spacer(), start: 'block' };
}

function linesOf(paragraphs: readonly Paragraph[], room: number): Line[] {
  return paragraphs.flatMap((paragraph) =>
    wrap(paragraph.text, room, fontOf(paragraph.style)).map((text) => ({ text: text.trimEnd(), paragraph })),
  );
}

/** The cell that holds the lines; lines of one style that follow one another are one run. */
function cellOf(lines: readonly Line[]): ReportCell {
  const runs: { text: string; readonly style: CellStyle }[] = [];
  lines.forEach(({ text, paragraph: { style } }, index) => {
    const line = index < lines.length - 1 ? `${text}\n` : text;
    const last = runs.at(-1);
    if (last?.style === style) last.text += line;
    else runs.push({ text: line, style });
  });
  const link = lines[0]?.paragraph.link;
  const rich: readonly TextRun[] = runs;
  return {
    text: lines.map(({ text }) => text).join('\n'),
    style: runs[0]?.style ?? 'blank',
    ...(runs.length > 1 && { runs: rich }),
    ...(link !== undefined && { link }),
  };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
