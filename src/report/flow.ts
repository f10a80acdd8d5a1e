import { fontOf, maxLines, textRoom, type Grid } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportCell, Rule } from './model';

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
  /** The lines above the row: for each, the column from which it runs to the right edge. */
  rule?: Partial<Record<Rule, number>>;
}

/** A row of its own for each paragraph: the column that sets the height of its neighbours. */
export function lead(grid: Grid, column: number, paragraphs: readonly Paragraph[]): DraftRow[] {
  return paragraphs.flatMap((paragraph) => {
    const lines = linesOf(paragraph, textRoom(grid, column));
    const pieces = chunks(lines, maxLines);
    return pieces.map((piece, index) => {
      const row = emptyRow(piece.length);
      row.cells[column] = cellOf(
        paragraph,
        marked(piece.map((line) => line.trimEnd()).join('\n'), index, pieces.length),
      );
      return row;
    });
  });
}

/**
 * Pours paragraphs down a column over rows whose heights another column has set, so that a long text
 * beside short ones makes no tall row: each row takes the lines it has room for, and rows are added at
 * the end for what is left. The pieces stand under one another with nothing between them and read as
 * one text, which no merged cell could do and print. Lines are broken for good, so that a printer with
 * other ideas of a column's width still gives each row the lines it was made for.
 */
export function pour(grid: Grid, column: number, paragraphs: readonly Paragraph[], rows: DraftRow[]): void {
  const at = (index: number): DraftRow => {
    const known = rows[index];
    if (known) return known;
    const added = emptyRow(0);
    rows.push(added);
    return added;
  };
  const lines = paragraphs.flatMap((paragraph) =>
    linesOf(paragraph, textRoom(grid, column)).map((line) => ({ line, paragraph })),
  );
  let next = 0;
  for (let start = 0; start < lines.length;) {
    const row = at(next);
    next += 1;
    const first = lines[start];
    if (row.spacer || !first) continue;
    const room = lines.slice(start, start + (row.lines || maxLines));
    // A cell has one style: a paragraph of another one starts in the next row.
    const other = room.findIndex(({ paragraph }) => paragraph.style !== first.paragraph.style);
    const piece = other < 0 ? room : room.slice(0, other);
    row.cells[column] = cellOf(first.paragraph, piece.map(({ line }) => line.trimEnd()).join('\n'));
    row.lines ||= piece.length;
    start += piece.length;
  }
}

export function emptyRow(lines: number): DraftRow {
  return { lines, cells: [] };
}

/** A strip between two blocks. */
export function spacer(): DraftRow {
  return { ...emptyRow(0), spacer: true };
}

function linesOf({ text, style }: Paragraph, room: number): readonly string[] {
  return wrap(text, room, fontOf(style));
}

function cellOf({ style, link }: Paragraph, text: string): ReportCell {
  return { text, style, ...(link !== undefined && { link }) };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}

/** A text that goes on in the row below says so on both sides of the break. */
function marked(text: string, index: number, count: number): string {
  return `${index > 0 ? '… ' : ''}${text}${index < count - 1 ? ' …' : ''}`;
}
