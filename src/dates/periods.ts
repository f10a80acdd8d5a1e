import { day, type Month, monthOf } from '../plan';
import type { DateDoubt, DateValue, ReadOptions } from './model';
import {
  glued,
  isLowerWord,
  isMark,
  isWord,
  type Read,
  readDigits,
  readLink,
  readMonth,
  startsFresh,
  type Tokens,
} from './atoms';
import { readNumericMonth } from './numeric';
import { readFullYear } from './part';
import {
  type Link,
  monthQualifiers,
  ordinalEndings,
  ordinaryEnglishWords,
  quarterLetters,
  quarterNames,
  quarterWords,
  seasons,
} from './vocabulary';

/** A period of whole months. */
export interface PeriodRead {
  readonly value: Extract<DateValue, { kind: 'months' }>;
  readonly doubts: readonly DateDoubt[];
}

/** Months, quarters and seasons written at a token, with the precision they have. */
export function readPeriods(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  segmentStart: boolean,
): Read<readonly PeriodRead[]> | null {
  const numeric = segmentStart ? readNumericMonth(tokens, at) : null;
  if (numeric) {
    const { year, month } = numeric.value;
    return single(monthsOf(year, month, month), [], numeric.next);
  }
  const quarter = readQuarter(tokens, at, options);
  // Of all periods in words, only « 3e trimestre » begins with digits.
  if (quarter || tokens[at]?.kind !== 'word') return quarter;
  return readSeason(tokens, at, options) ?? readMonths(tokens, at, options, segmentStart);
}

/** « octobre 2021 », « septembre et octobre 2021 », « de septembre à décembre 2021 »; alone without a year where nothing else is said. */
function readMonths(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  segmentStart: boolean,
): Read<readonly PeriodRead[]> | null {
  const first = skipQualifiers(tokens, at);
  const written: { month: number; year: number | null }[] = [];
  const links: Link[] = [];
  let next = first;
  for (;;) {
    const link = written.length === 0 ? null : readLink(tokens, next);
    if (written.length > 0 && !link) break;
    const month = readMonth(tokens, link?.next ?? next);
    if (!month || written.length > 11) break;
    const year = readFullYear(tokens, month.next, options);
    if (link) links.push(link.value);
    written.push({ month: month.value.month, year: year?.year ?? null });
    next = year?.next ?? month.next;
  }
  if (written.length === 0) return null;
  const stated = written.some(({ year }) => year !== null);
  if (!stated && !standsForMonth(tokens, first, next, first > at, segmentStart)) return null;
  return { value: joinMonths(written, links, options.referenceYear), next };
}

/** A month without a year is one only where it is all there is, or said to be (« en juin »). */
function standsForMonth(
  tokens: Tokens,
  first: number,
  next: number,
  qualified: boolean,
  segmentStart: boolean,
): boolean {
  if (isWord(tokens, first, ordinaryEnglishWords) && isLowerWord(tokens, first)) return false;
  const after = tokens[next];
  const ends = after === undefined || after.gap === 'line';
  return (segmentStart && ends) || (qualified && after?.kind !== 'number');
}

function joinMonths(
  written: readonly { month: number; year: number | null }[],
  links: readonly Link[],
  referenceYear: number,
): PeriodRead[] {
  const stated = written.some(({ year }) => year !== null);
  const doubts: DateDoubt[] = stated ? [] : ['inferredYear'];
  let year = written.findLast((each) => each.year !== null)?.year ?? referenceYear;
  const values: { first: number; last: number }[] = [];
  // From the right: a month without a year has that of the next, a year less where the months go down.
  for (let i = written.length - 1; i >= 0; i--) {
    const { month, year: own } = written[i]!;
    const following = written[i + 1];
    year = own ?? (following && month > following.month ? year - 1 : year);
    const number = year * 12 + month - 1;
    const next = values[0];
    const ranged = links[i] === 'to' || links[i] === 'dash';
    if (next && (ranged || next.first === number + 1) && number <= next.first)
      values[0] = { first: number, last: next.last };
    else values.unshift({ first: number, last: number });
  }
  return values.flatMap(({ first, last }) => {
    const value = monthsBetween(first, last);
    return value ? [{ value, doubts }] : [];
  });
}

/** « 3e trimestre 2021 », « troisième trimestre de 2021 », `T3 2021`, `Q3 2021`: of the calendar, which is to be confirmed. */
function readQuarter(tokens: Tokens, at: number, options: ReadOptions): Read<readonly PeriodRead[]> | null {
  const quarter = readQuarterNumber(tokens, at);
  if (!quarter || quarter.value < 1 || quarter.value > 4) return null;
  const year = readFullYear(tokens, quarter.next, options);
  if (!year) return null;
  return single(monthsOf(year.year, quarter.value * 3 - 2, quarter.value * 3), ['calendarQuarter'], year.next);
}

function readQuarterNumber(tokens: Tokens, at: number): Read<number> | null {
  if (isWord(tokens, at, quarterLetters) && glued(tokens, at + 1)) return readDigits(tokens, at + 1, 1, 1);
  const word = tokens[at]?.kind === 'word' ? quarterWords.get(tokens[at].text) : undefined;
  const digit = startsFresh(tokens, at) ? readDigits(tokens, at, 1, 1) : null;
  const number = word ?? digit?.value;
  if (number === undefined) return null;
  const name = word === undefined && isWord(tokens, at + 1, ordinalEndings) ? at + 2 : at + 1;
  return isWord(tokens, name, quarterNames) ? { value: number, next: name + 1 } : null;
}

function readSeason(tokens: Tokens, at: number, options: ReadOptions): Read<readonly PeriodRead[]> | null {
  const season = tokens[at]?.kind === 'word' ? seasons.get(tokens[at].text) : undefined;
  const year = season && !isMark(tokens, at + 1, ',') ? readFullYear(tokens, at + 1, options) : null;
  if (!season || !year) return null;
  return single(monthsOf(year.year, season[0], season[1]), [], year.next);
}

/** « en début mars » has two, which is the most. */
function skipQualifiers(tokens: Tokens, at: number): number {
  const first = skipQualifier(tokens, at);
  return first === at ? at : skipQualifier(tokens, first);
}

/** A qualifier and the hyphen of « mi-juin ». */
function skipQualifier(tokens: Tokens, at: number): number {
  if (!isWord(tokens, at, monthQualifiers)) return at;
  return isMark(tokens, at + 1, '-') ? at + 2 : at + 1;
}

function single(
  value: PeriodRead['value'] | null,
  doubts: readonly DateDoubt[],
  next: number,
): Read<readonly PeriodRead[]> | null {
  return value && { value: [{ value, doubts }], next };
}

function monthsOf(year: number, first: number, last: number): PeriodRead['value'] | null {
  return monthsBetween(year * 12 + first - 1, year * 12 + last - 1);
}

/** Months by number: years times twelve, January being 0. */
function monthsBetween(first: number, last: number): PeriodRead['value'] | null {
  const [start, end] = [monthAt(first), monthAt(last)];
  return start && end && { kind: 'months', start, end };
}

function monthAt(number: number): Month | null {
  const first = day(Math.floor(number / 12), (number % 12) + 1, 1);
  return first && monthOf(first);
}
