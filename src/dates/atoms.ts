import type { Token } from './tokens';
import {
  articles,
  firstDayWords,
  type Link,
  linkPhrases,
  links,
  months,
  ordinalEndings,
  ordinaryEnglishWords,
  quietWords,
  weekdays,
} from './vocabulary';

/** Something read from a token on, and the token after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

export type Tokens = readonly Token[];

export function glued(tokens: Tokens, at: number): boolean {
  return tokens[at]?.gap === 'none';
}

export function isMark(tokens: Tokens, at: number, text: string): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && token.text === text;
}

export function isWord(tokens: Tokens, at: number, set: ReadonlySet<string>): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && set.has(token.text);
}

/** True where the folded tokens of a phrase stand. */
export function isPhrase(tokens: Tokens, at: number, phrase: readonly string[]): boolean {
  return phrase.every((text, offset) => tokens[at + offset]?.text === text);
}

/** True for the years that people write of: another number of four digits counts something. */
export function isYear(value: number): boolean {
  return value >= 1900 && value < 2200;
}

/** A run of digits of a length between two. */
export function readDigits(tokens: Tokens, at: number, fewest: number, most: number): Read<number> | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length < fewest || token.text.length > most) return null;
  return { value: Number(token.text), next: at + 1 };
}

/**
 * A day's number: one or two digits (0 to 99: whether the month has it is seen later), with an
 * ordinal ending where there is one, or « premier ». « 1 er » lost its superscript, « 1° » has the wrong one.
 */
export function readDayNumber(tokens: Tokens, at: number): Read<number> | null {
  if (isWord(tokens, at, firstDayWords)) return { value: 1, next: at + 1 };
  const digits = readDigits(tokens, at, 1, 2);
  if (!digits) return null;
  const after = tokens[digits.next];
  if (after?.text === '°') return { ...digits, next: digits.next + 1 };
  if (after?.kind !== 'word') return digits;
  if (ordinalEndings.has(after.text) && (after.gap === 'none' || (digits.value === 1 && after.text.endsWith('er')))) {
    return { value: digits.value, next: digits.next + 1 };
  }
  // Letters glued to the digits make them something else (`13h30`), unless they are the month.
  return after.gap === 'none' && !months.has(after.text) ? null : digits;
}

/** A month's name or abbreviation, with the point of the abbreviation. */
export function readMonth(tokens: Tokens, at: number): Read<{ month: number; in: 'fr' | 'en' | 'both' }> | null {
  const token = tokens[at];
  const month = token?.kind === 'word' ? months.get(token.text) : undefined;
  return month ? { value: month, next: skipPoint(tokens, at + 1) } : null;
}

export interface Weekday {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  /** « les lundis ». */
  readonly plural: boolean;
}

export function readWeekday(tokens: Tokens, at: number): Read<Weekday> | null {
  const token = tokens[at];
  const weekday = token?.kind === 'word' ? weekdays.get(token.text) : undefined;
  if (token === undefined || weekday === undefined) return null;
  const plural = token.text.length > 4 && token.text.endsWith('s');
  return { value: { weekday, plural }, next: skipPoint(tokens, at + 1) };
}

/** What joins two dates: a word or a mark, a comma with a word (`, et`), or a phrase (« ainsi que »). */
export function readLink(tokens: Tokens, at: number): Read<Link> | null {
  const phrase = linkPhrases.get(tokens[at]?.text ?? '');
  if (phrase && isPhrase(tokens, at, phrase.words)) return { value: phrase.link, next: at + phrase.words.length };
  const link = linkAt(tokens, at);
  if (link === null) return null;
  // « et/ou ».
  if (link === 'and' && isMark(tokens, at + 1, '/') && linkAt(tokens, at + 2) === 'or')
    return { value: 'or', next: at + 3 };
  const second = link === 'comma' ? linkAt(tokens, at + 1) : null;
  return second === 'and' || second === 'to' || second === 'or'
    ? { value: second, next: at + 2 }
    : { value: link, next: at + 1 };
}

function linkAt(tokens: Tokens, at: number): Link | null {
  const token = tokens[at];
  return token && token.kind !== 'number' ? (links.get(token.text) ?? null) : null;
}

/** Two articles at most (« et le », "on the"): a bound that keeps reading linear. */
export function skipArticles(tokens: Tokens, at: number): number {
  if (!isWord(tokens, at, articles)) return at;
  return isWord(tokens, at + 1, articles) ? at + 2 : at + 1;
}

/** The point of an abbreviation. */
export function skipPoint(tokens: Tokens, at: number): number {
  return isMark(tokens, at, '.') && glued(tokens, at) ? at + 1 : at;
}

/** True at « may » and « march » in lower case, which are months only beside a year. */
export function isOrdinaryWord(tokens: Tokens, at: number): boolean {
  return isWord(tokens, at, ordinaryEnglishWords) && isLowerWord(tokens, at);
}

/** True where a word of a running sentence stands: what precedes it is then hardly the end of a date. */
export function isLowerWord(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && !token.capital;
}

/** False for digits that continue something: the 3 of `102.3`, of `4/3` or of `T3`. */
export function startsFresh(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || !glued(tokens, at)) return true;
  if (before.kind !== 'mark') return false;
  return !',./:-'.includes(before.text) || !glued(tokens, at - 1);
}

/** True at the beginning of the text, of a line, or right after the previous date (`lastEnd`). */
export function startsSegment(tokens: Tokens, at: number, lastEnd: number): boolean {
  return at === 0 || at === lastEnd || tokens[at]?.gap === 'line';
}

/** Marks, links and articles say nothing by themselves. */
export function isSilent(token: Token): boolean {
  return token.kind === 'mark' || (token.kind === 'word' && (quietWords.has(token.text) || links.has(token.text)));
}
