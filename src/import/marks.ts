import type { ListMark } from './blocks';

/** A list mark at the beginning of a text: `>` may touch its word, a dash or a star may not. */
const typedMark =
  /^\s*(?:([>►▶➢➤➔➡→»•●○◦▪■□▫‣⁃·✓✔✅☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc])\ufe0f?\s*|([-–—*+]|o(?=\s+\p{Lu}))\s+)(?=\S)/u;

/** « 1. 6 mai 2024 », « 2) Le 12 mai »: before a day a number is the item's, else it may be a heading's. */
const numberMark =
  /^\s*(\(?\d{1,2}[.)])\s+(?=(?:\p{L}{2,9}\.?,?\s+){0,2}\d{1,2}(?:\p{L}{1,3})?[\s.]*(?:janv|f[ée]v|mar|avr|apr|ma[iy]|ju[inl]|ao[uû]|aug|sep|oct|nov|d[ée]c)|\d{4}-\d)/iu;

export interface MarkedText {
  readonly marker: string;
  /** UTF-16 units of the mark and the white space about it. */
  readonly length: number;
}

/** The list mark that a text begins with, or null. */
export function readMark(text: string): MarkedText | null {
  const match = typedMark.exec(text) ?? numberMark.exec(text);
  if (!match) return null;
  return { marker: match[1] ?? match[2] ?? '', length: match[0].length };
}

/** Which of its kind a mark is: arrows lead, numbers count, dashes and bullets list. */
export type MarkKind = 'arrow' | 'number' | 'bullet' | 'dash';

/** Word's arrow comes out of the clipboard as the letter Ø of a symbol font. */
const arrows = /^[>►▶➢➤➔➡→»\uf0d8Ø]$/u;
const dashes = /^[-–—+]$/u;

export function markKind({ marker }: Pick<ListMark, 'marker'>): MarkKind {
  if (arrows.test(marker)) return 'arrow';
  if (dashes.test(marker)) return 'dash';
  return /^\(?(?:\d|[a-z]\)|[ivx]+[.)])/i.test(marker) ? 'number' : 'bullet';
}
