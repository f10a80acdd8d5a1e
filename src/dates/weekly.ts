import { addDays, type Day, day, daysBetween, type Month, weekday, yearOf } from '../plan';
import {
  glued,
  isMark,
  isWord,
  type Read,
  readDigits,
  readLink,
  readWeekday,
  skipArticles,
  type Tokens,
} from './atoms';
import { readChain } from './chain';
import type { DateDoubt, ReadOptions } from './model';
import { readPeriods } from './periods';
import { resolveChain } from './resolve';
import { articles, eachWords, lastWords, monthQualifiers, ofWords, ordinalEndings, ordinalWords } from './vocabulary';

/** A day of a series. */
export interface DayRead {
  readonly day: Day;
  readonly doubts: readonly DateDoubt[];
}

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly doubts: readonly DateDoubt[];
}

/** Five years: a longer series is no list of days. */
const longestSeries = 1830;

/**
 * « les mardis et jeudis de mai 2024 », « chaque lundi du 6 mai au 17 juin », "Tuesdays in May": each of
 * these days, and not those between; « le 2e mardi de mai », « les 1er et 3e lundis de juin ». Null where it is said of no time, or of none that has such a day.
 */
export function readEveryWeek(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  segmentStart: boolean,
): Read<readonly DayRead[]> | null {
  const isEach = isWord(tokens, at, eachWords);
  if (!segmentStart && !isEach && !isWord(tokens, at, articles)) return null;
  const first = isEach ? at + 1 : skipArticles(tokens, at);
  const nth = readOrdinals(tokens, first);
  const from = nth?.next ?? first;
  const mayBeOne = isEach || nth !== null || isOneOfRange(tokens, from);
  const week = readWeekday(tokens, from) && readWeekdays(tokens, from, mayBeOne);
  const months = week && readMonths(tokens, week.next, options);
  const spans = months ?? (week && !nth ? readRange(tokens, week.next, options) : null);
  const days = spans?.value.flatMap((span) => daysOf(span, week!.value)) ?? [];
  const chosen = nth
    ? days.filter(({ day: each }) => nth.value.has(nthOf(each)) || (nth.value.has(last) && isLast(each)))
    : days;
  return spans && chosen.length > 0 ? { value: chosen, next: spans.next } : null;
}

/** « le lundi du 4 mars au 15 avril », « lundi, du 4 mars au 15 avril »: all the Mondays, though one is named. */
function isOneOfRange(tokens: Tokens, at: number): boolean {
  const comma = isMark(tokens, at + 1, ',');
  return (comma || tokens[at - 1]?.text === 'le') && tokens[comma ? at + 2 : at + 1]?.text === 'du';
}

/** « dernier » among ordinals. */
const last = 0;

/** « 1er et 3e », "last": which of the weekdays of a month. */
function readOrdinals(tokens: Tokens, at: number): Read<ReadonlySet<number>> | null {
  const found = new Set<number>();
  let next = at;
  while (found.size < 5) {
    const link = found.size === 0 ? null : readLink(tokens, next);
    if (found.size > 0 && !link) break;
    const ordinal = readOrdinal(tokens, skipArticles(tokens, link?.next ?? next));
    if (!ordinal || found.has(ordinal.value)) break;
    found.add(ordinal.value);
    next = ordinal.next;
  }
  return found.size > 0 ? { value: found, next } : null;
}

function readOrdinal(tokens: Tokens, at: number): Read<number> | null {
  if (isWord(tokens, at, lastWords)) return { value: last, next: at + 1 };
  const word = tokens[at]?.kind === 'word' ? ordinalWords.get(tokens[at].text) : undefined;
  if (word !== undefined) return { value: word, next: at + 1 };
  const digit = isWord(tokens, at + 1, ordinalEndings) && glued(tokens, at + 1) ? readDigits(tokens, at, 1, 1) : null;
  return digit && { value: digit.value, next: at + 2 };
}

function nthOf(each: Day): number {
  return Math.ceil(Number(each.slice(8)) / 7);
}

function isLast(each: Day): boolean {
  return addDays(each, 7)?.slice(5, 7) !== each.slice(5, 7);
}

/** « mardis et jeudis »; one alone is all of them after « chaque ». */
function readWeekdays(tokens: Tokens, at: number, isEach: boolean): Read<ReadonlySet<number>> | null {
  const found = new Set<number>();
  let next = at;
  while (found.size < 7) {
    const link = found.size === 0 ? null : readLink(tokens, next);
    const day = readWeekday(tokens, skipArticles(tokens, link?.next ?? next));
    if (!day || (found.size > 0 && !link) || !(isEach || day.value.plural)) break;
    found.add(day.value.weekday);
    next = day.next;
  }
  return found.size > 0 ? { value: found, next } : null;
}

function readMonths(tokens: Tokens, at: number, options: ReadOptions): Read<readonly Span[]> | null {
  let next = at;
  while (next < at + 3 && (isWord(tokens, next, ofWords) || isMark(tokens, next, "'"))) next += 1;
  const surroundings = { segmentStart: false, between: false, expected: true };
  // « les mardis de fin mars »: which of them is not said.
  const isWhole = next > at && !isWord(tokens, next, monthQualifiers);
  const periods = isWhole ? readPeriods(tokens, next, options, surroundings) : null;
  if (!periods || typeof periods.value === 'string') return null;
  const spans = periods.value.flatMap(({ value, doubts }) => {
    const [from, to] = [dayIn(value.start, 1), lastDay(value.end)];
    return from && to ? [{ from, to, doubts }] : [];
  });
  return { value: spans, next: periods.next };
}

function dayIn(month: Month, date: number): Day | null {
  return day(yearOf(month), Number(month.slice(5, 7)), date);
}

function lastDay(month: Month): Day | null {
  return dayIn(month, 31) ?? dayIn(month, 30) ?? dayIn(month, 29) ?? dayIn(month, 28);
}

function readRange(tokens: Tokens, at: number, options: ReadOptions): Read<readonly Span[]> | null {
  const chain = readChain(tokens, isMark(tokens, at, ',') ? at + 1 : at, options);
  const [range, ...others] = chain ? resolveChain(chain, options.referenceYear, false) : [];
  if (!chain || !range || 'problem' in range || others.length > 0 || range.start === range.end) return null;
  return { value: [{ from: range.start, to: range.end, doubts: range.doubts }], next: chain.next };
}

function daysOf({ from, to, doubts }: Span, weekdays: ReadonlySet<number>): DayRead[] {
  const length = daysBetween(from, to) + 1;
  if (length > longestSeries) return [];
  return Array.from({ length }, (_, offset) => addDays(from, offset)).flatMap((each) =>
    each && weekdays.has(weekday(each)) ? [{ day: each, doubts }] : [],
  );
}
