import { addDays, daysBetween, weekday } from '../plan';
import { isPhrase, isWord, type Read, startsFresh, startsSegment, type Tokens } from './atoms';
import { type Chain, readChain } from './chain';
import type { DateDoubt, DateProblemCode, DateValue, ReadOptions } from './model';
import { type Periods, readPeriods } from './periods';
import { readRefusal } from './refusals';
import { resolveChain } from './resolve';
import type { Token } from './tokens';
import { beginnings, links, type Opener, openersByFirstWord, quietWords, relativeAdjectives } from './vocabulary';
import { type DayRead, readEveryWeek } from './weekly';

interface FoundDate {
  readonly value: DateValue;
  readonly doubts: readonly DateDoubt[];
  readonly first: number;
  readonly next: number;
}

interface FoundProblem {
  readonly code: DateProblemCode;
  readonly first: number;
  readonly next: number;
}

/** What was found at a token: its values and problems by token numbers, and the token after it. */
export interface Found {
  readonly dates: readonly FoundDate[];
  readonly problems: readonly FoundProblem[];
  readonly next: number;
  /** True where the first thing found is a day without a month of its own. */
  readonly startsBare?: boolean;
}

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
    hasMonthNear && startsFresh(tokens, body) ? findDays(tokens, body, options, opener?.opener ?? null) : null;
  if (days) return days;
  const surroundings = { segmentStart, between: opener?.opener === 'between', expected: false };
  const periods = readPeriods(tokens, body, options, surroundings);
  if (periods) return foundPeriods(periods, body, opener?.opener ?? null);
  const refusal = readRefusal(tokens, at, options, segmentStart);
  return (
    refusal && { dates: [], problems: [{ code: refusal.value, first: at, next: refusal.next }], next: refusal.next }
  );
}

function foundDay({ day, doubts }: DayRead, first: number, next: number): FoundDate {
  return { value: { kind: 'days', start: day, end: day }, doubts, first, next };
}

function foundPeriods({ value: periods, next }: Read<Periods>, first: number, opener: Opener | null): Found {
  if (typeof periods === 'string') return { dates: [], problems: [{ code: periods, first, next }], next };
  const dates = periods.map(({ value, doubts }) => ({
    value: opener === null ? value : openEnded(value, opener),
    doubts,
    first,
    next,
  }));
  return { dates, problems: [], next };
}

function findDays(tokens: Tokens, at: number, options: ReadOptions, opener: Opener | null): Found | null {
  const chain = readChain(tokens, at, options);
  if (!chain || beginsWithNumberOf(tokens, at, chain)) return null;
  // « 24 avril dernier »: its year depends on the day of writing, which is not known.
  if (chain.parts.at(-1)?.year === null && isWord(tokens, chain.next, relativeAdjectives)) {
    const next = chain.next + 1;
    return { dates: [], problems: [{ code: 'relativeDate', first: at, next }], next };
  }
  const dates: FoundDate[] = [];
  const problems: FoundProblem[] = [];
  for (const each of resolveChain(chain, options.referenceYear, opener === 'between')) {
    const { first, next } = each;
    if ('problem' in each) {
      problems.push({ code: each.problem, first, next });
      continue;
    }
    const plain = { value: { kind: 'days', start: each.start, end: each.end } as const, doubts: each.doubts };
    const { value, doubts } = opener ? opened(plain, opener) : plain;
    dates.push({ value, doubts, first, next });
  }
  return { dates, problems, next: chain.next, startsBare: chain.parts[0]?.month === null };
}

/** « Rencontre 4, 12 juin 2024 »: the first number is the word's. « Rencontres 4 et 12 juin » and « le 4, 12 juin » are two days. */
function beginsWithNumberOf(tokens: Tokens, at: number, { parts, links: [link] }: Chain): boolean {
  const word = tokens[at - 1];
  const isNoun = word?.kind === 'word' && !word.text.endsWith('s') && !isSilent(word) && tokens[at]?.gap === 'space';
  return isNoun && parts.length === 2 && link === 'comma' && parts[0]?.month === null && tokens[at]?.kind === 'number';
}

/** A single day after a phrase that makes it a week, a deadline or a beginning; a range stays itself. */
function opened(
  date: { readonly value: Extract<DateValue, { kind: 'days' }>; readonly doubts: readonly DateDoubt[] },
  opener: Opener,
): { readonly value: DateValue; readonly doubts: readonly DateDoubt[] } {
  const { value, doubts } = date;
  if (daysBetween(value.start, value.end) > 0) return date;
  if (opener !== 'week') return { value: openEnded(value, opener), doubts };
  const sunday = addDays(value.start, 6) ?? value.end;
  return { value: { ...value, end: sunday }, doubts: weekday(value.start) === 1 ? doubts : [...doubts, 'notMonday'] };
}

function openEnded(value: Exclude<DateValue, { kind: 'open' }>, opener: Opener): DateValue {
  if (opener === 'until') return { kind: 'open', from: null, to: value.end };
  if (opener === 'since' || opener === 'from') return { kind: 'open', from: value.start, to: null };
  return value;
}

function readOpener(tokens: Tokens, at: number): { readonly opener: Opener; readonly next: number } | null {
  for (const { opener, phrase } of openersByFirstWord.get(tokens[at]?.text ?? '') ?? []) {
    const next = at + phrase.length;
    // « beginning of June » does not begin anything.
    if (isPhrase(tokens, at, phrase) && tokens[next]?.text !== 'of') return { opener, next };
  }
  return null;
}

/** Marks, links and articles say nothing by themselves. */
export function isSilent(token: Token): boolean {
  return token.kind === 'mark' || (token.kind === 'word' && (quietWords.has(token.text) || links.has(token.text)));
}
