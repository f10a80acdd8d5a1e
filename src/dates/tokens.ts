import type { TextSpan } from './model';

/** A word, a run of digits or one mark; white space, tags and entities between them are gaps. */
export interface Token extends TextSpan {
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded: no accents, lower case, superscripts and full-width forms as plain letters; any dash is `-`, any apostrophe `'`. */
  readonly text: string;
  readonly capital: boolean;
  /** What stands before it. */
  readonly gap: 'none' | 'space' | 'line';
}

/**
 * Sticky alternatives, each linear: a tag, an entity for a space, white space, a word, digits, any
 * other character. Tags and entities are what pasted pages leave behind (`1<sup>er</sup>`).
 */
const pattern = /(<\/?[a-z][^<>]{0,80}>)|(&(?:nbsp|#160|#xa0);|\s+)|([\p{L}\p{M}]+)|(\p{Nd}+)|([^])/giuy;

const dashes = /^[-‐‑‒–—−]$/;
const apostrophes = /^['’‘]$/;

/** The tokens of a text, in order. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'none';
  for (const match of source.matchAll(pattern)) {
    const [whole, tag, space, word, digits] = match;
    if (tag !== undefined) continue;
    if (space !== undefined) {
      gap = gap === 'line' || /[\r\n\u2028\u2029]/.test(space) ? 'line' : 'space';
      continue;
    }
    tokens.push({
      kind: word !== undefined ? 'word' : digits !== undefined ? 'number' : 'mark',
      text: foldToken(whole),
      capital: word !== undefined && /^\p{Lu}/u.test(word),
      gap,
      start: match.index,
      end: match.index + whole.length,
    });
    gap = 'none';
  }
  return tokens;
}

function foldToken(text: string): string {
  if (dashes.test(text)) return '-';
  if (apostrophes.test(text)) return "'";
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
