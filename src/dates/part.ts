import type { DateDoubt, DateProblemCode, ReadOptions } from './model';
import {
  glued,
  isLowerWord,
  isMark,
  isOrdinaryWord,
  isPhrase,
  isWord,
  isYear,
  type Read,
  readDayNumber,
  readDigits,
  readLink,
  readMonth,
  readWeekday,
  skipArticles,
  type Tokens,
  type Weekday,
} from './atoms';
import { type DigitForm, type Order, readNumericDay } from './numeric';
import { digitLookalikes, followers, hourWords, months } from './vocabulary';

/** One day of a list as written: what it does not say is null, to be found in its neighbours. */
export interface Part {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly weekday: number | null;
  readonly weekdayPlural: boolean;
  /** « June 10 »: the bare days after it are of its month; of « 10 juin », those before. */
  readonly monthFirst: boolean;
  /** Of a day in digits alone: how they are written. */
  readonly order: Order | null;
  readonly doubts: readonly DateDoubt[];
  /** Why it cannot be made into a day, whatever its neighbours say. */
  readonly problem: DateProblemCode | null;
  /** Its first token, and the one after its last. */
  readonly first: number;
  readonly next: number;
}

/** « le 15 du mois de juin », « d’avril », « juin de l’année 2024 ». */
const joiningPhrases = [
  ['du', 'mois', 'de'],
  ['du', 'mois', 'd', "'"],
  ['de', 'l', "'", 'annee'],
] as const;

const joiners: ReadonlySet<string> = new Set(['de', 'of', 'du']);
const joinerNouns: ReadonlySet<string> = new Set(['mois', 'l']);

/**
 * Where a day that is a number alone has its month: `leads` to it (« 3 et 5 mai »), `follows` it ("May 3 and 5"), or
 * `ends` a range that began with it (« du 3 mai au 5 »).
 */
export type Bare = 'leads' | 'follows' | 'ends';

/** The day written at a token: in digits alone, day first, month first, or a bare day. */
export function readPart(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  bareIs: Bare = 'leads',
  digits: DigitForm = null,
): Part | null {
  const first = skipArticles(tokens, at);
  const weekday = readWeekdays(tokens, first);
  const body = weekday ? skipArticles(tokens, skipComma(tokens, weekday.next)) : first;
  const written =
    readNumericDay(tokens, body, options.language, digits) ??
    readDayFirst(tokens, body, options) ??
    readMonthFirst(tokens, body, options);
  if (written) return partOf(written, weekday?.value ?? null, first);
  // « mar. 2, 2021 » is Tuesday or March: where no day of a month follows the weekday, the month.
  const unweekday = weekday ? readMonthFirst(tokens, first, options) : null;
  if (unweekday) return partOf(unweekday, null, first);
  const bare = readBareDay(tokens, body, options, bareIs, weekday !== null);
  return bare && partOf(bare, weekday?.value ?? null, first);
}

/** « lundi », or « lundi et mardi, » and « du lundi au vendredi, », which are said of all the days after them and of none. */
function readWeekdays(tokens: Tokens, at: number): Read<Weekday | null> | null {
  let read: Read<Weekday | null> | null = readWeekday(tokens, at);
  while (read) {
    const link = readLink(tokens, read.next);
    const other = link && readWeekday(tokens, skipArticles(tokens, link.next));
    const after = other && skipArticles(tokens, skipComma(tokens, other.next));
    if (!other || (tokens[after!]?.kind !== 'number' && readMonth(tokens, after!) === null)) break;
    read = { value: null, next: other.next };
  }
  return read;
}

/** What is written of a day; `doubts` and `monthFirst` where there is something to say. */
interface Written {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly problem?: DateProblemCode | null;
  readonly monthFirst?: boolean;
  readonly order?: Order;
  readonly doubts?: readonly DateDoubt[];
}

const noDoubts: readonly DateDoubt[] = [];

/** Field by field: this is made for every day of a text, and spreading costs more than all the rest of it. */
function partOf({ value, next }: Read<Written>, weekday: Weekday | null, first: number): Part {
  return {
    day: value.day,
    month: value.month,
    year: value.year,
    weekday: weekday === null ? null : weekday.weekday,
    weekdayPlural: weekday?.plural === true,
    monthFirst: value.monthFirst === true,
    order: value.order ?? null,
    doubts: value.doubts ?? noDoubts,
    problem: value.problem ?? null,
    first,
    next,
  };
}

function readBareDay(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  bareIs: Bare,
  hasWeekday: boolean,
): Read<Written> | null {
  const bare = readDayNumber(tokens, at);
  if (!bare) return null;
  if (bareIs === 'leads' || (bareIs === 'ends' && !hasWeekday && !endsDate(tokens, bare.next)))
    return { value: { day: bare.value, month: null, year: null }, next: bare.next };
  const year = readYear(tokens, bare.next, options);
  if (!year && (endsInSentence(tokens, bare.next) || isTime(tokens, bare.next))) return null;
  return {
    value: { day: bare.value, month: null, year: year?.year ?? null, problem: problemOf(year), monthFirst: true },
    next: year?.next ?? bare.next,
  };
}

/** « 2 juin 2021 », « 2nd of June », « 04-oct-2021 ». */
function readDayFirst(tokens: Tokens, at: number, options: ReadOptions): Read<Written> | null {
  const day = readDayNumber(tokens, at);
  if (!day) return null;
  const monthAt = skipJoiner(tokens, day.next);
  const month = readMonth(tokens, monthAt);
  if (!month) return null;
  const year = readYear(tokens, month.next, options);
  if (isOrdinaryWord(tokens, monthAt) && year === null) return null;
  return {
    value: { day: day.value, month: month.value.month, year: year?.year ?? null, problem: problemOf(year) },
    next: year?.next ?? month.next,
  };
}

/** « June 2nd, 2021 ». Without a year « juin 21 » could be June 2021, so that only English may. */
function readMonthFirst(tokens: Tokens, at: number, options: ReadOptions): Read<Written> | null {
  const month = readMonth(tokens, at);
  if (!month) return null;
  // `Jun-02-2024`; but `Jun-02` may be of 2002.
  const isDashed = isMark(tokens, month.next, '-') && glued(tokens, month.next);
  const day = readDayNumber(tokens, isDashed ? month.next + 1 : skipArticles(tokens, month.next));
  if (!day || day.value < 1) return null;
  const year = readYear(tokens, day.next, options);
  const isEnglish = month.value.in === 'en' || (month.value.in === 'both' && options.language === 'en');
  const mayLackYear = (isEnglish || leadsToYear(tokens, day.next, options)) && !isDashed;
  if (!year && (!mayLackYear || isOrdinaryWord(tokens, at) || endsInSentence(tokens, day.next))) return null;
  return {
    value: {
      day: day.value,
      month: month.value.month,
      year: year?.year ?? null,
      problem: problemOf(year),
      monthFirst: true,
    },
    next: year?.next ?? day.next,
  };
}

/** « Sept. 8-9, 2024 »: the year that follows a second day says that the first is one. */
function leadsToYear(tokens: Tokens, at: number, options: ReadOptions): boolean {
  const link = readLink(tokens, at);
  const second = link && readDayNumber(tokens, link.next);
  return second !== null && readFullYear(tokens, second.next, options) !== null;
}

interface YearRead {
  readonly year: number | null;
  readonly next: number;
}

function problemOf(year: YearRead | null): DateProblemCode | null {
  return year?.year === null ? 'unclearYear' : null;
}

const nearby = 20;

/**
 * The year after a month or a day: four digits, or two that close the date (`4 oct. 21`, `’21`). A
 * number that counts something (« 21 membres »), an hour or the day of a next date is no year: null.
 * One that can only be a year but is not (`201`, `20021`) has `year: null`.
 */
function readYear(tokens: Tokens, at: number, options: ReadOptions): YearRead | null {
  // « 3 juin (2024) ».
  const inside = isMark(tokens, at, '(') && isMark(tokens, at + 2, ')') ? readDigits(tokens, at + 1, 4, 4) : null;
  if (inside && isYear(inside.value)) return { year: inside.value, next: at + 3 };
  const comma = isMark(tokens, at, ',');
  let next = comma ? at + 1 : skipJoiner(tokens, at);
  const apostrophe = isMark(tokens, next, "'");
  if (apostrophe) next += 1;
  const token = tokens[next];
  if (token?.kind !== 'number') return null;
  // « 2O24 ».
  if (glued(tokens, next + 1) && isWord(tokens, next + 1, digitLookalikes)) {
    return { year: null, next: glued(tokens, next + 2) ? next + 3 : next + 2 };
  }
  if (token.text.length < 2) return null;
  const after = next + 1;
  const value = Number(token.text);
  if (token.text.length === 4 && isYear(value)) {
    if (!isPeriod(tokens, after)) return { year: value, next: after };
    // « 2 juin 2024-2025 »; « 2 juin 2024-145 » is followed by the number of something.
    return isYear(Number(tokens[after + 1]?.text)) ? { year: null, next: after + 2 } : null;
  }
  const afterDay = tokens[at - 1]?.kind === 'number' && !apostrophe;
  // « June 10–11 »: after a day, a mark leads to another day.
  if (afterDay && next > at) return null;
  const counts = isLowerWord(tokens, after) || (isMark(tokens, after, ':') && glued(tokens, after));
  if (comma || counts || readMonth(tokens, after) !== null) return null;
  const short = 2000 + value;
  const closes = !isLetterOrDigit(tokens, after) && !startsNumberList(tokens, after);
  const clear = token.text.length === 2 && !afterDay && closes && Math.abs(short - options.referenceYear) <= nearby;
  return { year: clear ? short : null, next: after };
}

/** A year of four digits, or « ’21 »: beside a month alone, two digits are a day or a year (« sept. 21 »). */
export function readFullYear(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
): { readonly year: number; readonly next: number } | null {
  const read = readYear(tokens, at, options);
  const year = read?.year ?? null;
  if (!read || year === null) return null;
  const isWhole = tokens[read.next - 1]?.text.length === 4 || isMark(tokens, read.next - 2, "'");
  return isWhole ? { year, next: read.next } : null;
}

/** The token after two years that stand together (`2021-2022`, `2021/22`) where one was to be; null where none do. */
export function readYearPair(tokens: Tokens, at: number): number | null {
  const first = skipJoiner(tokens, at);
  const year = readDigits(tokens, first, 4, 4);
  if (!year || !isYear(year.value)) return null;
  const isPair =
    isPeriod(tokens, first + 1) ||
    (isMark(tokens, first + 1, '/') && glued(tokens, first + 2) && readDigits(tokens, first + 2, 2, 4) !== null);
  return isPair ? first + 3 : null;
}

/** `2021-2024`: the number belongs to a period or to a longer reference. */
function isPeriod(tokens: Tokens, at: number): boolean {
  // « 2 juin 2021-8 juin 2021 »: what goes on is the day of another date.
  if (readDigits(tokens, at + 1, 1, 2) !== null && readMonth(tokens, at + 2) !== null) return false;
  return (
    isMark(tokens, at, '-') && glued(tokens, at) && glued(tokens, at + 1) && readDigits(tokens, at + 1, 1, 9) !== null
  );
}

/** "June 2, 10 a.m.", "June 2, 10-11:30": what follows a number says that it is an hour. */
function isTime(tokens: Tokens, at: number): boolean {
  const link = readLink(tokens, at);
  const second = link && readDigits(tokens, link.next, 1, 2);
  return isHour(tokens, at) || (second !== null && isHour(tokens, second.next));
}

function isHour(tokens: Tokens, at: number): boolean {
  if (isMark(tokens, at, ':')) return glued(tokens, at + 1) && tokens[at + 1]?.kind === 'number';
  return isWord(tokens, at, hourWords) || ['a', 'p'].some((half) => isPhrase(tokens, at, [half, '.', 'm']));
}

function isLetterOrDigit(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.kind !== 'mark' && token.gap !== 'line';
}

/** « 10 juin 12, 13 juillet »: 12 is rather a day than 2012. */
function startsNumberList(tokens: Tokens, at: number): boolean {
  return (
    (isMark(tokens, at, ',') || isMark(tokens, at, '-') || isMark(tokens, at, '/')) &&
    readDayNumber(tokens, at + 1) !== null
  );
}

/** « du 3 mai au 5 : Colloque », and not « le 3 mai au 5, rue Principale ». */
function endsDate(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token || token.gap === 'line') return true;
  return (
    token.kind === 'mark' &&
    ');.(:|-'.includes(token.text) &&
    !(glued(tokens, at + 1) && tokens[at + 1]?.kind === 'number')
  );
}

function endsInSentence(tokens: Tokens, at: number): boolean {
  // « June 10:30 » is an hour; « June 20: Board meeting » a day and what happens on it.
  if (isMark(tokens, at, ':') && glued(tokens, at)) return glued(tokens, at + 1) && tokens[at + 1]?.kind === 'number';
  return isLowerWord(tokens, at) && !isWord(tokens, at, followers) && readMonth(tokens, at) === null;
}

function skipComma(tokens: Tokens, at: number): number {
  return isMark(tokens, at, ',') ? at + 1 : at;
}

/** « 2nd of June », « 2 de juin », and the glued mark of `04-oct-2021`. */
function skipJoiner(tokens: Tokens, at: number): number {
  if (isWord(tokens, at, joiners)) {
    const isLonger = isWord(tokens, at + 1, joinerNouns);
    const phrase = isLonger ? joiningPhrases.find((each) => isPhrase(tokens, at, each)) : undefined;
    return at + (phrase?.length ?? 1);
  }
  const mark = tokens[at];
  if (mark?.kind !== 'mark' || !'-/.'.includes(mark.text) || mark.gap !== 'none' || !glued(tokens, at + 1)) return at;
  const follows = tokens[at + 1];
  return follows?.kind === 'number' || (follows?.kind === 'word' && months.has(follows.text)) ? at + 1 : at;
}
