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

/** The tokens of a text, in order; one pass, linear. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'none';
  let at = 0;
  while (at < source.length) {
    const start = at;
    const code = source.charCodeAt(at);
    const sort = sortOf(code);
    if (sort === space || sort === line || sort === format) {
      if (sort === line) gap = 'line';
      else if (gap === 'none') gap = 'space';
      at += 1;
      continue;
    }
    const leftover = code === lessThan || code === ampersand ? leftoverAt(source, at) : null;
    if (leftover) {
      if (leftover.space && gap === 'none') gap = 'space';
      at = leftover.next;
      continue;
    }
    const character = sort === surrogate ? sortOfPair(source, at) : sort;
    at = character === mark ? at + (sort === surrogate ? pairLength(source, at) : 1) : endOfRun(source, at, character);
    tokens.push({
      kind: character === letter ? 'word' : character === digit ? 'number' : 'mark',
      text: fold(source, start, at),
      capital: character === letter && isCapital(source, start),
      gap,
      start,
      end: at,
    });
    gap = 'none';
  }
  return tokens;
}

const lessThan = 0x3c;
const ampersand = 0x26;

/** What pasted pages leave behind: `1<sup>er</sup>`, `2&nbsp;juin`. */
const tag = /<\/?[a-z][^<>]{0,80}>/iy;
const entity = /&(?:nbsp|#160|#xa0);/iy;

function leftoverAt(source: string, at: number): { readonly next: number; readonly space: boolean } | null {
  for (const pattern of [tag, entity]) {
    pattern.lastIndex = at;
    if (pattern.test(source)) return { next: pattern.lastIndex, space: pattern === entity };
  }
  return null;
}

const letter = 1;
const digit = 2;
const space = 3;
const line = 4;
const mark = 5;
/** Half of a character: the whole is looked at each time. */
const surrogate = 6;
/** Nothing to be seen: a soft hyphen in a word, a zero-width space between two. */
const format = 7;

/** The sort of each UTF-16 unit, found when it is first met: properties of Unicode are slow to ask. */
const sorts = new Uint8Array(0x10000);

function sortOf(code: number): number {
  const known = sorts[code]!;
  if (known !== 0) return known;
  const found = code >= 0xd800 && code <= 0xdfff ? surrogate : sortOfCharacter(String.fromCharCode(code));
  sorts[code] = found;
  return found;
}

function sortOfCharacter(character: string): number {
  if (/[\r\n\u2028\u2029]/.test(character)) return line;
  if (/\s/.test(character)) return space;
  if (/[\p{L}\p{M}]/u.test(character)) return letter;
  if (/\p{Cf}/u.test(character)) return format;
  return /\p{Nd}/u.test(character) ? digit : mark;
}

function sortOfPair(source: string, at: number): number {
  return sortOfCharacter(String.fromCodePoint(source.codePointAt(at)!));
}

function pairLength(source: string, at: number): number {
  return source.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The end of the run of letters or of digits that goes on at a place. */
function endOfRun(source: string, from: number, sort: number): number {
  let at = from;
  while (at < source.length) {
    const unit = sortOf(source.charCodeAt(at));
    if (unit === sort || (unit === format && sort === letter)) at += 1;
    else if (unit === surrogate && sortOfPair(source, at) === sort) at += pairLength(source, at);
    else break;
  }
  return at;
}

function isCapital(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return /^\p{Lu}/u.test(String.fromCodePoint(source.codePointAt(at)!));
}

/** The folded form of each UTF-16 unit that is not plain already, found when it is first met. */
const folds = new Map<number, string>();

function fold(source: string, start: number, end: number): string {
  for (let at = start; at < end; at++) {
    if (!isPlain(source.charCodeAt(at))) return foldFrom(source, start, at, end);
  }
  return source.slice(start, end);
}

function foldFrom(source: string, start: number, firstChanged: number, end: number): string {
  let folded = source.slice(start, firstChanged);
  for (let at = firstChanged; at < end; at++) {
    const code = source.charCodeAt(at);
    if (sortOf(code) === surrogate) return foldText(source.slice(start, end));
    folded += isPlain(code) ? source.charAt(at) : foldUnit(code);
  }
  return folded;
}

/** In ASCII, only capitals change. */
function isPlain(code: number): boolean {
  return code < 0x80 && (code < 0x41 || code > 0x5a);
}

function foldUnit(code: number): string {
  let folded = folds.get(code);
  if (folded === undefined) {
    folded = foldText(String.fromCharCode(code));
    folds.set(code, folded);
  }
  return folded;
}

function foldText(text: string): string {
  if (/^[‐‑‒–—−]$/.test(text)) return '-';
  if (/^[’‘]$/.test(text)) return "'";
  // Not the letter o: « 1º mai » is the first, « 1O mai » a slip for the tenth.
  if (text === 'º') return '°';
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
