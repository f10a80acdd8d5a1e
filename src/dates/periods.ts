import { day, type Month, monthOf } from '../plan';
import type { DateDoubt, DateProblemCode, DateValue, ReadOptions } from './model';
import {
  glued,
  isMark,
  isOrdinaryWord,
  isWord,
  isYear,
  type Read,
  readDigits,
  readLink,
  readMonth,
  skipArticles,
  startsFresh,
  type Tokens,
} from './atoms';
import { readNumericMonth } from './numeric';
import { readChain } from './chain';
import { readFullYear, readYearPair } from './part';
import { isRange } from './resolve';
import {
  type Link,
  monthFillers,
  monthQualifiers,
  ordinalEndings,
  ordinalWords,
  quarterLetters,
  quarterNames,
  seasons,
} from './vocabulary';

/** A period of whole months. */
export interface PeriodRead {
  readonly value: Extract<DateValue, { kind: 'months' }>;
  readonly doubts: readonly DateDoubt[];
}

/** Months, quarters and seasons that stand together: their values, or why they have none. */
export type Periods = readonly PeriodRead[] | DateProblemCode;

/** A month, a quarter or a season as written; months by number in their year. */
interface Unit {
  readonly sort: 'month' | 'quarter' | 'season';
  readonly first: number;
  readonly last: number;
}

interface WrittenUnit extends Unit {
  readonly year: number | null;
}

/** What stands about the periods. */
interface Surroundings {
  /** True at the beginning of a segment of the text. */
  readonly segmentStart: boolean;
  /** True after « entre »: the first « et » is a « à ». */
  readonly between: boolean;
  /** True where what stands before leads to a month: « les mardis de mai ». */
  readonly expected: boolean;
}

/**
 * Months, quarters and seasons written at a token, with the precision they have: « octobre 2021 »,
 * « de la fin mars à la mi-avril 2024 », « T1 et T2 2024 », "spring/summer 2024". Without a year where
 * nothing else is said.
 */
export function readPeriods(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  { segmentStart, between, expected }: Surroundings,
): Read<Periods> | null {
  const numeric = segmentStart ? readNumericMonths(tokens, at, options) : null;
  if (numeric) return numeric;
  const before = readYearBefore(tokens, at);
  const start = skipQualifiers(tokens, before?.next ?? at);
  if (!readUnit(tokens, start.next)) return null;
  const written: WrittenUnit[] = [];
  const links: Link[] = [];
  let { next } = start;
  while (written.length < 12) {
    const link = written.length === 0 ? null : readLink(tokens, next);
    if (written.length > 0 && !link) break;
    // « de mars au 15 avril »: half of it is no day.
    const isBefore = link?.value === 'to' && written.at(-1)!.sort === 'month' && !isOrdinaryWord(tokens, start.next);
    const days = isBefore ? readChain(tokens, link.next, options) : null;
    if (days) return { value: 'notADay', next: days.next };
    const unit = readUnit(tokens, link ? skipQualifiers(tokens, link.next).next : next);
    if (!unit) break;
    // « hiver 2021-2022 », « T4 2021-2022 »: of which of the two years depends on the organisation.
    const pair = readYearPair(tokens, unit.next);
    if (pair !== null) return { value: 'unclearYear', next: pair };
    const year = yearOf(tokens, unit, options);
    if (link) links.push(link.value);
    written.push({ ...unit.value, year: year?.year ?? (link ? null : (before?.value ?? null)) });
    next = year?.next ?? unit.next;
  }
  if (written.length === 0) return null;
  const isStated = written.some(({ year }) => year !== null);
  if (!isStated && !standForMonths(tokens, start.next, next, written, segmentStart, expected || start.qualified))
    return null;
  if (links.includes('or')) return { value: 'undecided', next };
  if (between && links[0] === 'and') links[0] = 'to';
  return { value: joinUnits(written, links, options.referenceYear), next };
}

/** « 2024-06 », « 06/2024 à 03/2025 ». */
function readNumericMonths(tokens: Tokens, at: number, options: ReadOptions): Read<Periods> | null {
  const written: WrittenUnit[] = [];
  const links: Link[] = [];
  let next = at;
  while (written.length < 12) {
    const link = written.length === 0 ? null : readLink(tokens, next);
    const month = written.length === 0 || link ? readNumericMonth(tokens, link?.next ?? next) : null;
    if (!month) break;
    if (link) links.push(link.value);
    written.push({ sort: 'month', first: month.value.month, last: month.value.month, year: month.value.year });
    next = month.next;
  }
  return written.length > 0 ? { value: joinUnits(written, links, options.referenceYear), next } : null;
}

/** Months without a year are some only where they are all of a line, or said to be (« en juin »); « T3 » and « l’automne » are none. */
function standForMonths(
  tokens: Tokens,
  first: number,
  next: number,
  written: readonly Unit[],
  segmentStart: boolean,
  qualified: boolean,
): boolean {
  if (written.some(({ sort }) => sort !== 'month') || isOrdinaryWord(tokens, first)) return false;
  const after = tokens[next];
  const ends = after === undefined || after.gap === 'line';
  return (segmentStart && ends) || (qualified && after?.kind !== 'number');
}

/** « En été, 2024 personnes »: only months are parted from their year by a comma. */
function yearOf(tokens: Tokens, { value, next }: Read<Unit>, options: ReadOptions): ReturnType<typeof readFullYear> {
  return value.sort !== 'month' && isMark(tokens, next, ',') ? null : readFullYear(tokens, next, options);
}

/** `2024-T1`, "2024 Q1": the year of a quarter that stands before it. */
function readYearBefore(tokens: Tokens, at: number): Read<number> | null {
  const year = startsFresh(tokens, at) ? readDigits(tokens, at, 4, 4) : null;
  if (!year || !isYear(year.value)) return null;
  const next = isMark(tokens, year.next, '-') ? year.next + 1 : year.next;
  return isWord(tokens, next, quarterLetters) ? { ...year, next } : null;
}

/** From the right: a period without a year has that of the next, a year less where they go down. Consecutive ones are one. */
function joinUnits(written: readonly WrittenUnit[], links: readonly Link[], referenceYear: number): PeriodRead[] {
  const stated = written.findLast(({ year }) => year !== null)?.year ?? null;
  const doubts: DateDoubt[] = stated === null ? ['inferredYear'] : [];
  if (written.some(({ sort }) => sort === 'quarter')) doubts.push('calendarQuarter');
  let year = stated ?? referenceYear;
  const values: { first: number; last: number }[] = [];
  for (let i = written.length - 1; i >= 0; i--) {
    const { first, last, year: own } = written[i]!;
    const following = written[i + 1];
    year = own ?? (following && first > following.first ? year - 1 : year);
    const unit = { first: year * 12 + first - 1, last: year * 12 + last - 1 };
    const next = values[0];
    const ranged = isRange(links[i]);
    if (next && (ranged || next.first <= unit.last + 1) && unit.first <= next.first) next.first = unit.first;
    else values.unshift(unit);
  }
  return values.flatMap(({ first, last }) => {
    const value = monthsBetween(first, last);
    return value ? [{ value, doubts }] : [];
  });
}

function readUnit(tokens: Tokens, at: number): Read<Unit> | null {
  const month = readMonth(tokens, at);
  if (month) {
    const { month: number } = month.value;
    return { value: { sort: 'month', first: number, last: number }, next: month.next };
  }
  const quarter = readQuarterNumber(tokens, at);
  if (quarter && quarter.value >= 1 && quarter.value <= 4) {
    return { value: { sort: 'quarter', first: quarter.value * 3 - 2, last: quarter.value * 3 }, next: quarter.next };
  }
  const season = tokens[at]?.kind === 'word' ? seasons.get(tokens[at].text) : undefined;
  return season ? { value: { sort: 'season', first: season[0], last: season[1] }, next: at + 1 } : null;
}

/** « 3e trimestre », « troisième trimestre de », `T3`, `Q3`: of the calendar, which is to be confirmed. */
function readQuarterNumber(tokens: Tokens, at: number, listed = 0): Read<number> | null {
  if (isWord(tokens, at, quarterLetters) && glued(tokens, at + 1)) return readDigits(tokens, at + 1, 1, 1);
  const word = tokens[at]?.kind === 'word' ? ordinalWords.get(tokens[at].text) : undefined;
  const digit = startsFresh(tokens, at) ? readDigits(tokens, at, 1, 1) : null;
  const number = word ?? digit?.value;
  if (number === undefined) return null;
  const name = word === undefined && isWord(tokens, at + 1, ordinalEndings) ? at + 2 : at + 1;
  if (isWord(tokens, name, quarterNames)) return { value: number, next: name + 1 };
  // « 1er et 2e trimestres »: the name is said once.
  const isOrdinal = word !== undefined || name > at + 1;
  const link = isOrdinal && listed < 4 ? readLink(tokens, name) : null;
  const following = link && readQuarterNumber(tokens, skipArticles(tokens, link.next), listed + 1);
  return following ? { value: number, next: name } : null;
}

/** More words than « vers la fin du mois de » has before its month: the bound keeps reading linear. */
const longestQualifier = 6;

/** « mi-juin », « la fin du mois de juin », "the end of June"; where none stands, the token itself. */
function skipQualifiers(tokens: Tokens, at: number): { readonly next: number; readonly qualified: boolean } {
  let next = at;
  let qualified = false;
  for (; next < at + longestQualifier; next++) {
    if (isWord(tokens, next, monthQualifiers)) {
      qualified = true;
      if (isMark(tokens, next + 1, '-')) next += 1;
    } else if (!isWord(tokens, next, monthFillers) && !isMark(tokens, next, "'")) break;
  }
  return { next, qualified };
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
