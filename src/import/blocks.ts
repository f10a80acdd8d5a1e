import type { Place } from '../plan';

/** A stretch of text of one look. It never holds a line break. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** What makes a line an item of a list. */
export interface ListMark {
  /** 1 for the outermost list; in plain text, the wider the indent the deeper. */
  readonly depth: number;
  /** `>`, `-`, `•`, `1.`; empty where the list does not say. */
  readonly marker: string;
  /** True where the mark was typed as text, and so belongs to what was written. */
  readonly typed: boolean;
}

/** One line as it is seen: its runs in order, without the mark of its list. `text` is exactly the runs joined. */
export interface TextLine {
  readonly text: string;
  readonly runs: readonly Run[];
  /** 1 to 6 for a heading, 0 for text. */
  readonly heading: number;
  readonly list: ListMark | null;
  /** False for a line after a line break within a paragraph. */
  readonly startsParagraph: boolean;
  readonly place: Place;
}

/** `down`: continues the cell above; `across`: continues the cell to its left. Merged cells hold no line of their own. */
export type Merged = 'no' | 'down' | 'across';

export interface SourceCell {
  readonly lines: readonly TextLine[];
  readonly merged: Merged;
}

/** A table, its spans made into cells: every column of a row is there, up to the last one written. */
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
}

export type Block = { readonly kind: 'line'; readonly line: TextLine } | SourceTable;

export const blankCell: SourceCell = { lines: [], merged: 'no' };

/** The text of a cell, a line break between its lines. */
export function cellText(cell: SourceCell | undefined): string {
  return cell ? cell.lines.map((line) => line.text).join('\n') : '';
}

/** A line as it was written, with its mark where that was typed. */
export function writtenText(line: TextLine): string {
  return line.list?.typed ? `${line.list.marker} ${line.text}` : line.text;
}

/** True for a cell with something to read in it. */
export function isFilled(cell: SourceCell | undefined): cell is SourceCell {
  return cell?.lines.some((line) => hasWords(line.text)) ?? false;
}

/** True where a text holds a letter or a digit: marks and rules alone say nothing. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
