import { addDays, type Day, weekday } from '../plan';
import { glued, isMark, isSilent, isWord, isYear, readDigits, readLink, type Tokens } from './atoms';
import { type Chain, readChain } from './chain';
import { isCalledOff, readEnd } from './ends';
import { type Found, type FoundDate, openEnded, problemFound } from './found';
import type { DateDoubt, DateValue, ReadOptions } from './model';
import { type Part, readPart } from './part';
import type { PeriodRead } from './periods';
import { type Resolved, resolveChain } from './resolve';
import {
  calledOffWords,
  fromWords,
  type Link,
  numberedWords,
  onwardWords,
  type Opener,
  relativeAdjectives,
  weekWords,
} from './vocabulary';

/** The days written at a token, after a phrase that leads to them if there is one; null where there are none. */
export function findDays(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  opener: Opener | null,
  segmentStart: boolean,
): Found | null {
  const chain = readChain(tokens, at, options);
  const number = chain && numberBefore(tokens, at, chain, segmentStart);
  if (!chain || number === 'itsOwn') return null;
  if (number === 'unclear') return problemFound('undecided', at, chain.next);
  // « 24 avril dernier »: its year depends on the day of writing, which is not known.
  if (chain.parts.at(-1)?.year === null && isWord(tokens, chain.next, relativeAdjectives)) {
    return problemFound('relativeDate', at, chain.next + 1);
  }
  const end = readEnd(tokens, chain.next, options);
  if (end) return problemFound(end.value, at, end.next);
  const year = yearAbove(tokens, at) ?? options.referenceYear;
  const off = calledOffBefore(tokens, at) ?? (isCalledOff(tokens, chain.next) ? 'all' : null);
  // « reportée du 3 au 10 juin » is no range.
  const resolved = resolveChain(off === 'first' ? apart(chain) : chain, year, opener === 'between');
  return foundDays(tokens, chain, resolved, off === 'first' ? null : opener, off);
}

function foundDays(
  tokens: Tokens,
  { parts, next }: Chain,
  resolved: readonly Resolved[],
  opener: Opener | null,
  off: 'first' | 'all' | null,
): Found {
  const dates: FoundDate[] = [];
  const problems: Found['problems'][number][] = [];
  const onward = isWord(tokens, next, onwardWords);
  resolved.forEach((each, index) => {
    const { first, next: end } = each;
    if ('problem' in each) {
      problems.push({ code: each.problem, first, next: end });
      return;
    }
    const { notes } = each;
    const isOff =
      off === 'all' || (off === 'first' && index === 0) || notes.some((note) => isCalledOff(tokens, note.first));
    // Weeks are listed; a deadline or a beginning is the first day after its phrase.
    const own = onward ? 'since' : index === 0 || opener === 'week' || opener === 'weekend' ? opener : null;
    const { value, doubts } = opened(each, own);
    dates.push({ value, doubts: isOff ? [...doubts, 'calledOff'] : doubts, notes, first, next: end });
  });
  return { dates, problems, next: onward ? next + 1 : next, startsBare: parts[0]?.month === null };
}

/**
 * Whose the first number is, where another word may have it. « Rencontre 4, 12 juin 2024 »: it is the word’s own;
 * « Rencontres 4 et 12 juin » and « le 4, 12 juin » are two days. « Rencontre 3 - 10 juin », « Semaine 3 juin 2024 » and
 * « 1- 3 juin » are unclear.
 */
function numberBefore(
  tokens: Tokens,
  at: number,
  { parts, links: [link] }: Chain,
  segmentStart: boolean,
): 'itsOwn' | 'unclear' | null {
  const number = tokens[at];
  if (number?.kind !== 'number') return null;
  const word = tokens[isMark(tokens, at - 1, '.') ? at - 2 : at - 1];
  const isAfterWord = word?.kind === 'word' && number.gap === 'space';
  if (parts.length === 1) return isAfterWord && weekWords.has(word.text) ? 'unclear' : null;
  if (parts.length !== 2 || parts[0]?.month !== null) return null;
  if (link === 'comma') return isAfterWord && !word.text.endsWith('s') && !isSilent(word) ? 'itsOwn' : null;
  if (link !== 'dash' || glued(tokens, at + 2)) return null;
  const isItem = segmentStart && number.text.length === 1 && glued(tokens, at + 1);
  return isItem || (isAfterWord && numberedWords.has(word.text)) ? 'unclear' : null;
}

/** Which days do not take place by what stands before them: « Annulé : 3 juin »; « reportée du 3 au 10 juin », « au lieu du 3 juin ». */
function calledOffBefore(tokens: Tokens, at: number): 'first' | 'all' | null {
  const from = isWord(tokens, at, fromWords) ? at : at - 1;
  const isMoved = isWord(tokens, from - 1, calledOffWords) || tokens[from - 1]?.text === 'lieu';
  if (isMoved && isWord(tokens, from, fromWords)) return 'first';
  const leads = isMark(tokens, at - 1, ':') || isMark(tokens, at - 1, '-');
  return leads && isWord(tokens, at - 2, calledOffWords) ? 'all' : null;
}

function apart(chain: Chain): Chain {
  return { ...chain, links: chain.links.map((link): Link => (link === 'to' ? 'semicolon' : link)) };
}

/** « 2024 : 3 juin, 10 juin »: the year that heads a line is that of its days. */
function yearAbove(tokens: Tokens, at: number): number | null {
  const mark = tokens[at - 1];
  const before =
    mark?.kind === 'mark' && ':-,|'.includes(mark.text) ? at - 2 : tokens[at]?.gap === 'line' ? at - 1 : -1;
  const year = readDigits(tokens, before, 4, 4);
  return year && isYear(year.value) && (before === 0 || tokens[before]?.gap === 'line') ? year.value : null;
}

/** A single day after a phrase that makes it a week, a deadline or a beginning; a range stays itself. */
function opened(
  { start, end, doubts }: { readonly start: Day; readonly end: Day; readonly doubts: readonly DateDoubt[] },
  opener: Opener | null,
): { readonly value: DateValue; readonly doubts: readonly DateDoubt[] } {
  const value = { kind: 'days', start, end } as const;
  if (opener === null || start !== end) return { value, doubts };
  if (opener !== 'week' && opener !== 'weekend') return { value: openEnded(value, opener), doubts };
  const first = weekday(start);
  const isFirst = opener === 'week' ? first === 1 : first === 5 || first === 6;
  const sunday = opener === 'week' ? addDays(start, 6) : isFirst ? addDays(start, 7 - first) : null;
  const doubt = opener === 'week' ? 'notMonday' : 'wrongWeekday';
  return { value: { kind: 'days', start, end: sunday ?? end }, doubts: isFirst ? doubts : [...doubts, doubt] };
}

/** « Mars 2024 : 4, 11 et 18 », « juin 2024 (3-10-17) »: the days listed after their month; one number alone may count something. */
export function findDaysOfMonth(
  tokens: Tokens,
  first: number,
  at: number,
  { value, doubts }: PeriodRead,
  options: ReadOptions,
): Found | null {
  const inside = isMark(tokens, at, '(');
  if (value.start !== value.end || !(inside || isMark(tokens, at, ':') || isMark(tokens, at, '|'))) return null;
  const [year, month] = [Number(value.start.slice(0, 4)), Number(value.start.slice(5, 7))];
  const parts: Part[] = [];
  const links: Link[] = [];
  let next = at + 1;
  while (parts.length < 31) {
    const link = parts.length === 0 ? null : readLink(tokens, next);
    const part = parts.length === 0 || link ? readPart(tokens, link?.next ?? next, options) : null;
    if (part?.month !== null) break;
    if (link) links.push(link.value);
    parts.push({ ...part, month, year });
    next = part.next;
  }
  const after = tokens[next];
  const ends = inside ? isMark(tokens, next, ')') : !after || after.gap === 'line' || ';-|:'.includes(after.text);
  if (parts.length < 2 || !ends) return null;
  const chain = { parts, links, asides: [], next: inside ? next + 1 : next };
  const { dates, problems } = foundDays(tokens, chain, resolveChain(chain, year, false), null, null);
  const added = dates.map((date) => ({ ...date, first, doubts: [...date.doubts, ...doubts] }));
  return { dates: added, problems, next: chain.next };
}
