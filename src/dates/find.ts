import { addDays } from '../plan';
import { isPhrase, isWord, readMonth, startsFresh, startsSegment, type Tokens } from './atoms';
import { findDays, findDaysOfMonth } from './days';
import { readEnd } from './ends';
import { type Found, type FoundDate, openEnded, problemFound } from './found';
import type { ReadOptions } from './model';
import { readIsoWeek } from './numeric';
import { readPeriods } from './periods';
import { readRefusal } from './refusals';
import { articles, beginnings, type Opener, openersByFirstWord, seasons } from './vocabulary';
import { type DayRead, readEveryWeek } from './weekly';

/** What begins at a token, days before periods before refusals; null where nothing does. `lastEnd` is where the last thing found ended. */
export function findAt(
  tokens: Tokens,
  at: number,
  lastEnd: number,
  options: ReadOptions,
  hasMonthNear: boolean,
): Found | null {
  const token = tokens[at];
  // A word before a number may be a month with a slip in it.
  const mayBegin = token?.kind === 'number' || tokens[at + 1]?.kind === 'number' || beginnings.has(token?.text ?? '');
  if (!token || !mayBegin) return null;
  const opener = readOpener(tokens, at);
  const body = opener?.next ?? at;
  const segmentStart = startsSegment(tokens, at, lastEnd);
  const weekly = hasMonthNear ? readEveryWeek(tokens, at, options, segmentStart) : null;
  if (weekly)
    return { dates: weekly.value.map((each) => foundDay(each, at, weekly.next)), problems: [], next: weekly.next };
  const days =
    hasMonthNear && startsFresh(tokens, body)
      ? findDays(tokens, body, options, opener?.opener ?? null, segmentStart)
      : null;
  if (days) return days;
  const week = readIsoWeek(tokens, at);
  if (week) {
    const { value: start, next } = week;
    const end = start && addDays(start, 6);
    if (!start || !end) return problemFound('impossibleDay', at, next);
    return { dates: [{ value: { kind: 'days', start, end }, doubts: [], first: at, next }], problems: [], next };
  }
  const periods = findPeriods(tokens, body, options, opener?.opener ?? null, segmentStart);
  if (periods) return periods;
  const mayStand = segmentStart || (isWord(tokens, at - 1, articles) && startsSegment(tokens, at - 1, lastEnd));
  const refusal = readRefusal(tokens, at, options, mayStand);
  return refusal && problemFound(refusal.value, at, refusal.next);
}

function foundDay({ day, doubts }: DayRead, first: number, next: number): FoundDate {
  return { value: { kind: 'days', start: day, end: day }, doubts, first, next };
}

function findPeriods(
  tokens: Tokens,
  first: number,
  options: ReadOptions,
  opener: Opener | null,
  segmentStart: boolean,
): Found | null {
  const periods = readPeriods(tokens, first, options, { segmentStart, between: opener === 'between', expected: false });
  if (!periods) return null;
  const { value, next } = periods;
  if (typeof value === 'string') return problemFound(value, first, next);
  const end = readEnd(tokens, next, options);
  if (end) return problemFound(end.value, first, end.next);
  const [only] = value;
  const days = only && value.length === 1 ? findDaysOfMonth(tokens, first, next, only, options) : null;
  if (days) return days;
  const dates = value.map((each) => ({
    value: opener === null ? each.value : openEnded(each.value, opener),
    doubts: each.doubts,
    first,
    next,
  }));
  return { dates, problems: [], next };
}

function readOpener(tokens: Tokens, at: number): { readonly opener: Opener; readonly next: number } | null {
  for (const { opener, phrase } of openersByFirstWord.get(tokens[at]?.text ?? '') ?? []) {
    const next = at + phrase.length;
    // « beginning of June » does not begin anything; « des 3 et 5 mai » is no « dès mai ».
    const isArticle = phrase.length === 1 && phrase[0] === 'des' && !isPeriod(tokens, next);
    if (isPhrase(tokens, at, phrase) && tokens[next]?.text !== 'of' && !isArticle) return { opener, next };
  }
  return null;
}

function isPeriod(tokens: Tokens, at: number): boolean {
  return readMonth(tokens, at) !== null || seasons.has(tokens[at]?.text ?? '');
}
