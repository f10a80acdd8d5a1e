import type { ListMark } from './blocks';

/** A list mark at the beginning of a text: `>` may touch its word, a dash or a star may not. */
const typedMark = /^\s*(?:([>►▶➢➤➔→»•●○◦▪■□▫‣⁃·✓✔\uf0b7\uf0a7\uf0d8\uf0fc])\s*|([-–—*+]|o(?=\s+\p{Lu}))\s+)(?=\S)/u;

export interface MarkedText {
  readonly marker: string;
  /** UTF-16 units of the mark and the white space about it. */
  readonly length: number;
}

/** The list mark that a text begins with, or null. */
export function readMark(text: string): MarkedText | null {
  const match = typedMark.exec(text);
  if (!match) return null;
  return { marker: match[1] ?? match[2] ?? '', length: match[0].length };
}

/** Which of its kind a mark is: arrows lead, numbers count, dashes and bullets list. */
export type MarkKind = 'arrow' | 'number' | 'bullet' | 'dash';

/** Word's arrow comes out of the clipboard as the letter Ø of a symbol font. */
const arrows = /^[>►▶➢➤➔→»\uf0d8Ø]$/u;
const dashes = /^[-–—+]$/u;

export function markKind({ marker }: Pick<ListMark, 'marker'>): MarkKind {
  if (arrows.test(marker)) return 'arrow';
  if (dashes.test(marker)) return 'dash';
  return /^\(?(?:\d|[a-z]\)|[ivx]+[.)])/i.test(marker) ? 'number' : 'bullet';
}
