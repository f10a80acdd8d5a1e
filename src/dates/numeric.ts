import { addDays, type Day, day, weekday } from '../plan';
import type { DateDoubt, DateLanguage } from './model';
import { glued, isMark, isWord, isYear, type Read, readDigits, startsFresh, type Tokens } from './atoms';
import { referenceWords } from './vocabulary';

/** What stands first of a day in digits; `either` where both can be the day. */
export type Order = 'year' | 'day' | 'month' | 'either';

/**
 * What digits may stand for besides a whole day: `rangeOfDays` after `3-` (`3-5/06/2024`), `range` after `25/05-`,
 * `pair` for a day and a month whose year another says (`paddedPair` where only both zeros tell it from a fraction),
 * `isoPair` for a month and a day after `2024-05-25`.
 */
export type DigitForm = 'rangeOfDays' | 'range' | Pair | null;

type Pair = 'pair' | 'paddedPair' | 'isoPair';

/** A day in digits. */
export interface NumericDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  readonly order: Order;
  /** True for `2021-10-04`: bare days after it are of its month. */
  readonly monthFirst: boolean;
  readonly doubts: readonly DateDoubt[];
}

const isSeparator = (mark: string): boolean => mark === '-' || mark === '/' || mark === '.';

/**
 * `2021-10-04` (with its time, which is dropped), `2021/10/04`, `04/10/2021`, `04.10.2021`, and
 * `20211004` where it is the whole text. Null where the digits are a part of something longer or
 * follow the word of a reference (« dossier 2021-10-04 »).
 */
export function readNumericDay(
  tokens: Tokens,
  at: number,
  language: DateLanguage,
  also: DigitForm = null,
): Read<NumericDay> | null {
  const compact = tokens.length === 1 ? readDigits(tokens, at, 8, 8) : null;
  if (compact) {
    const year = Math.floor(compact.value / 10000);
    const day = {
      year,
      month: Math.floor(compact.value / 100) % 100,
      day: compact.value % 100,
      order: 'year' as const,
      monthFirst: false,
      doubts: [],
    };
    return isYear(year) ? { value: day, next: compact.next } : null;
  }
  if (tokens[at]?.kind !== 'number') return null;
  const three = readThree(tokens, at);
  const inRange = also === 'range' || also === 'rangeOfDays';
  if (!three) return also === null || inRange ? null : readPair(tokens, at, language, also);
  if (!(inRange || standsAlone(tokens, at) || isInterval(tokens, at - 1))) return null;
  const [[a, lengthA], [b], [c, lengthC]] = three.value;
  if (lengthA === 4 && lengthC <= 2) {
    const value = { year: a, month: b, day: c, order: 'year', monthFirst: true, doubts: [] } as const;
    return { value, next: skipTime(tokens, three.next) };
  }
  if (lengthA > 2 || lengthC !== 4) return null;
  const order = also === 'rangeOfDays' ? 'day' : orderOf(a, b);
  return { value: { year: c, ...inOrder(a, b, order, language) }, next: three.next };
}

/** `25/05`, `05-25`: with a dash or a point, only with both zeros, as `3-5` and `1.2` are something else. */
function readPair(tokens: Tokens, at: number, language: DateLanguage, kind: Pair): Read<NumericDay> | null {
  const separator = tokens[at + 1];
  const [first, second] = [digitsAt(tokens, at), digitsAt(tokens, at + 2)];
  if (!first || !second || separator?.kind !== 'mark' || !isSeparator(separator.text) || !isTight(tokens, at + 1))
    return null;
  const [[a, lengthA], [b, lengthB]] = [first, second];
  const padded = lengthA === 2 && lengthB === 2;
  const next = at + 3;
  const goesOn = continues(tokens, next) && !(isMark(tokens, next, '-') && shapeAt(tokens, next + 1) === 'yearLast');
  if (lengthA > 2 || lengthB > 2 || goesOn || !standsAlone(tokens, at)) return null;
  if (!padded && (separator.text !== '/' || kind !== 'pair')) return null;
  // « 13/06, 20/06 2024 ».
  const year = tokens[next]?.gap === 'space' ? readDigits(tokens, next, 4, 4) : null;
  const value = inOrder(a, b, kind === 'isoPair' ? 'year' : orderOf(a, b), language);
  return year && isYear(year.value)
    ? { value: { ...value, year: year.value }, next: year.next }
    : { value: { ...value, year: null }, next };
}

/** True at a mark with nothing but digits or letters on both its sides. */
export function isTight(tokens: Tokens, at: number): boolean {
  return glued(tokens, at) && glued(tokens, at + 1);
}

/**
 * True at the mark of an interval with nothing glued to the whole: `2021-06-15/2021-06-18` and
 * `2021-06-15/18` of ISO 8601, `15/06/2021-18/06/2021`.
 */
export function isInterval(tokens: Tokens, at: number): boolean {
  if (!glued(tokens, at) || !glued(tokens, at + 1)) return false;
  const [before, after] = [shapeAt(tokens, at - 5), shapeAt(tokens, at + 1)];
  const isShort = before === 'iso' && after === null && digitsAt(tokens, at + 1)?.[1] === 2;
  const mark = before === 'iso' ? '/' : '-';
  const end = isShort ? at + 2 : at + 6;
  if (before === null || !isMark(tokens, at, mark) || (before !== after && !isShort)) return false;
  return standsAlone(tokens, at - 5) && !continues(tokens, end) && !isMark(tokens, end, '/');
}

/** How a day in digits is written: `2021-06-15`, or `15/06/2021`. */
function shapeAt(tokens: Tokens, at: number): 'iso' | 'yearLast' | null {
  for (let offset = 1; offset < 5; offset++) if (!glued(tokens, at + offset)) return null;
  const [a = 0, b = 0, c = 0] = [0, 2, 4].map((offset) => digitsAt(tokens, at + offset)?.[1]);
  const marks = `${tokens[at + 1]?.text}${tokens[at + 3]?.text}`;
  if (marks === '--' && a === 4 && b === 2 && c === 2) return 'iso';
  const isShort = (length: number): boolean => length === 1 || length === 2;
  return (marks === '//' || marks === '..') && isShort(a) && isShort(b) && c === 4 ? 'yearLast' : null;
}

/** `2024-W23`, `2024W23`: the Monday of a week of ISO 8601; null in it where the year has no such week. */
export function readIsoWeek(tokens: Tokens, at: number): Read<Day | null> | null {
  const year = readDigits(tokens, at, 4, 4);
  const letter = isMark(tokens, at + 1, '-') && glued(tokens, at + 1) ? at + 2 : at + 1;
  if (!year || !isYear(year.value) || tokens[letter]?.text !== 'w' || !isTight(tokens, letter)) return null;
  const week = readDigits(tokens, letter + 1, 2, 2);
  const fourth = day(year.value, 1, 4);
  if (!week || !fourth || continues(tokens, week.next) || !standsAlone(tokens, at)) return null;
  const monday = addDays(fourth, 1 - weekday(fourth) + (week.value - 1) * 7);
  const thursday = monday && addDays(monday, 3);
  return { value: week.value > 0 && thursday?.startsWith(`${year.value}-`) ? monday : null, next: week.next };
}

/** `4/10/21`, `21-10-04` and, at the beginning of a segment, `04/10`: dates that can be read in several ways. */
export function readUnclearNumbers(tokens: Tokens, at: number, segmentStart: boolean): number | null {
  if (!standsAlone(tokens, at)) return null;
  const three = readThree(tokens, at);
  if (three) {
    const [[a, lengthA], [b, lengthB], [c, lengthC]] = three.value;
    const short = lengthA <= 2 && lengthC === 2;
    const possible = [a, b, c].every((number) => number > 0) && Math.min(a, b, c) <= 12 && b <= 31;
    // `1.1.10` is a number of the plan, `10.11.12` can be a date.
    const written = isMark(tokens, at + 1, '/') || (lengthA === 2 && lengthB === 2);
    return short && possible && written ? three.next : null;
  }
  const two = segmentStart ? readTwo(tokens, at, '/') : null;
  if (!two) return null;
  const [[a, lengthA], [b, lengthB]] = two.value;
  if (lengthA > 2 || lengthB > 2) return null;
  // `4/6` counts meetings and `24/7` hours; a leading zero or a first number above the second looks like a date.
  const padded = lengthA + lengthB === 4 && (a < 10 || b < 10);
  const datelike = padded || (a > b && a <= 31 && b <= 12 && !(a === 24 && b === 7));
  return datelike && a > 0 && b > 0 ? two.next : null;
}

/** `2021-10` and `10/2021` where a segment begins with it: a month. « règlement no 2021-04 » is none. */
export function readNumericMonth(tokens: Tokens, at: number): Read<{ year: number; month: number }> | null {
  if (!standsAlone(tokens, at)) return null;
  const iso = readTwo(tokens, at, '-') ?? readTwo(tokens, at, '/');
  if (!iso) return null;
  const [[a, lengthA], [b, lengthB]] = iso.value;
  const [year, month] =
    lengthA === 4 && lengthB === 2
      ? [a, b]
      : lengthA <= 2 && lengthB === 4 && isMark(tokens, at + 1, '/')
        ? [b, a]
        : [0, 0];
  return isYear(year) && month >= 1 && month <= 12 ? { value: { year, month }, next: iso.next } : null;
}

type Digits = readonly [value: number, length: number];

function orderOf(a: number, b: number): Order {
  return a > 12 ? 'day' : b > 12 ? 'month' : 'either';
}

function inOrder(a: number, b: number, order: Order, language: DateLanguage): Omit<NumericDay, 'year'> {
  const dayFirst = order === 'day' || (order === 'either' && language === 'fr');
  const [day, month] = dayFirst ? [a, b] : [b, a];
  return {
    day,
    month,
    order,
    monthFirst: order === 'year',
    doubts: order === 'either' && a !== b ? ['dayMonthOrder'] : [],
  };
}

function standsAlone(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.kind !== 'number' || !startsFresh(tokens, at)) return false;
  if (glued(tokens, at) && (isMark(tokens, at - 1, '-') || isMark(tokens, at - 1, '/'))) return false;
  const mark = tokens[at - 1];
  const before = mark?.kind === 'mark' && '.°#'.includes(mark.text) ? at - 2 : at - 1;
  return !isWord(tokens, before, referenceWords);
}

function digitsAt(tokens: Tokens, at: number): Digits | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 ? [Number(token.text), token.text.length] : null;
}

function readTwo(tokens: Tokens, at: number, separator: string): Read<readonly [Digits, Digits]> | null {
  const a = digitsAt(tokens, at);
  const b = digitsAt(tokens, at + 2);
  const joined = a && b && isMark(tokens, at + 1, separator) && glued(tokens, at + 1) && glued(tokens, at + 2);
  return joined && !continues(tokens, at + 3) ? { value: [a, b], next: at + 3 } : null;
}

function readThree(tokens: Tokens, at: number): Read<readonly [Digits, Digits, Digits]> | null {
  const separator = tokens[at + 1];
  if (separator?.kind !== 'mark' || !isSeparator(separator.text) || !isMark(tokens, at + 3, separator.text))
    return null;
  const tight = glued(tokens, at + 1) && glued(tokens, at + 2) && glued(tokens, at + 3) && glued(tokens, at + 4);
  if (!tight) return null;
  const a = digitsAt(tokens, at);
  const b = digitsAt(tokens, at + 2);
  const c = digitsAt(tokens, at + 4);
  if (!a || !b || !c || b[1] > 2) return null;
  if (continues(tokens, at + 5) && !isInterval(tokens, at + 5)) return null;
  return { value: [a, b, c], next: at + 5 };
}

/** True where glued digits or a glued mark and digits go on: the whole is something longer. */
function continues(tokens: Tokens, at: number): boolean {
  if (!glued(tokens, at)) return false;
  const token = tokens[at];
  if (token?.kind === 'word') return token.text !== 't';
  return (
    token?.kind === 'mark' && isSeparator(token.text) && glued(tokens, at + 1) && tokens[at + 1]?.kind === 'number'
  );
}

/** The time of `2021-10-04T13:30:00`. */
function skipTime(tokens: Tokens, at: number): number {
  if (tokens[at]?.text !== 't' || !glued(tokens, at)) return at;
  let next = at + 1;
  while (glued(tokens, next) && (tokens[next]?.kind === 'number' || isMark(tokens, next, ':'))) next += 1;
  return next;
}
