import { addDays, type Day, day, weekday } from '../plan';
import type { Chain } from './chain';
import type { DateDoubt, DateProblemCode } from './model';
import type { Aside } from './moments';
import type { Part } from './part';
import type { Link } from './vocabulary';

/** Days found in a chain, or why not; tokens `first` to `next`. */
export type Resolved =
  | {
      readonly start: Day;
      readonly end: Day;
      readonly doubts: readonly DateDoubt[];
      /** What is said of its ends within it. */
      readonly notes: readonly Aside[];
      readonly first: number;
      readonly next: number;
    }
  | { readonly problem: DateProblemCode; readonly first: number; readonly next: number };

/** Gives each part of a chain its month and its year, and joins ranges and consecutive days (« 13 et 14 septembre »). */
export function resolveChain(chain: Chain, referenceYear: number, between: boolean): Resolved[] {
  const { parts } = chain;
  const isUndecided =
    chain.links.includes('or') || parts.some((part, i) => passesMonthEnd(part, parts[i + 1], chain.links[i]));
  if (isUndecided) return [{ problem: 'undecided', first: parts[0]!.first, next: chain.next }];
  const links = chain.links.map((link, i): Link => {
    // « entre le 3 et le 5 »: the first « et » is a « au ».
    if (between && i === 0 && link === 'and') return 'to';
    // « 4-11-18 mars »: three dashed days are a list.
    return link === 'dash' && (chain.links[i - 1] === 'dash' || chain.links[i + 1] === 'dash') ? 'comma' : link;
  });
  const months = monthsOf(parts);
  const { years, added } = yearsOf(parts, months, links, referenceYear);
  const weekdays = weekdaysOf(parts);
  const resolved: Resolved[] = [];
  let open: 'range' | 'run' | null = null;
  parts.forEach((part, index) => {
    const aside = chain.asides[index] ?? null;
    const current = resolvePart(part, years[index]!, months[index]!, weekdays[index] ?? null, added[index]!, aside);
    const previous = resolved.at(-1);
    const link = index === 0 ? null : (links[index - 1] ?? null);
    const joined = previous && link !== null ? join(previous, link, current, open) : null;
    if (joined) {
      resolved[resolved.length - 1] = joined;
      open = isRange(link) ? 'range' : 'run';
    } else {
      resolved.push(current);
      open = null;
    }
  });
  return resolved;
}

/** « 28, 29, 30 et 1er juin »: the first are rather of May, which is not written. */
function passesMonthEnd(part: Part, following: Part | undefined, link: Link | undefined): boolean {
  const shares = part.month === null && !part.monthFirst && following !== undefined;
  return shares && !isRange(link) && part.day >= 25 && following.day <= 7;
}

export function isRange(link: Link | null | undefined): boolean {
  return link === 'to' || link === 'dash';
}

/** Bare days take the month of the day they follow where the month came first, else of the one they lead to. */
function monthsOf(parts: readonly Part[]): number[] {
  let month = 0;
  const given = parts.map((part) => {
    if (part.month !== null) month = part.month;
    return part.month ?? (part.monthFirst ? month : 0);
  });
  for (let i = given.length - 1; i >= 0; i--) {
    if (given[i] === 0) given[i] = month;
    else month = given[i]!;
  }
  return given;
}

/** « les lundis 4 et 18 octobre »: a plural weekday is said of the days after it too. */
function weekdaysOf(parts: readonly Part[]): (number | null)[] {
  let plural: number | null = null;
  return parts.map((part) => {
    if (part.weekday !== null) plural = part.weekdayPlural ? part.weekday : null;
    return part.weekday ?? plural;
  });
}

/**
 * A missing year is the one written after it (« 2 juin et 8 septembre 2021 »), a year less where the
 * months go down; else the one before it, else the reference year, and then it is inferred. The month of
 * a day that does not exist says nothing of going down (« 13 septembre et 31 juin 2021 »). With the
 * doubts that this adds to each part: a day has those of the year that it takes over.
 */
function yearsOf(
  parts: readonly Part[],
  months: readonly number[],
  links: readonly Link[],
  referenceYear: number,
): { readonly years: readonly number[]; readonly added: readonly (readonly DateDoubt[])[] } {
  const written = parts.map((part) => part.year);
  const added = parts.map((): DateDoubt[] => []);
  for (let i = parts.length - 2; i >= 0; i--) {
    const later = written[i + 1] ?? null;
    if (written[i] !== null || later === null) continue;
    const backwards = months[i]! > months[i + 1]!;
    const exists = day(later, months[i + 1]!, parts[i + 1]!.day) !== null;
    const down = backwards && exists;
    written[i] = down ? later - 1 : later;
    if (down && isRange(links[i])) added[i]!.push('inferredYear');
    else if (down || added[i + 1]!.includes('yearBefore')) added[i]!.push('yearBefore');
    else if (backwards || links[i] === 'beside' || added[i + 1]!.includes('inferredYear')) {
      added[i]!.push('inferredYear');
    }
  }
  let before: number | null = null;
  const years = written.map((own, i) => {
    let year = own;
    if (year === null) {
      // « du 28 décembre au 3 janvier », without any year, ends in the next; « 8 décembre, 12 janvier » does too.
      const drop = (months[i - 1] ?? 0) - months[i]!;
      const crosses = drop > 0 && (isRange(links[i - 1]) || drop >= 6);
      year = (before ?? referenceYear) + (crosses ? 1 : 0);
      // A bare day is of the month, and so of the year, of the day before it: « 2021-06-02 et 03 ».
      const isItsOwn = before === null || parts[i]!.month !== null;
      if (isItsOwn || added[i - 1]!.includes('inferredYear')) added[i]!.push('inferredYear');
    }
    before = year;
    if (Math.abs(year - referenceYear) > farYears) added[i]!.push('farYear');
    return year;
  });
  return { years, added };
}

const farYears = 20;

const noNotes: readonly Aside[] = [];

function resolvePart(
  part: Part,
  year: number,
  month: number,
  dayOfWeek: number | null,
  added: readonly DateDoubt[],
  aside: Aside | null,
): Resolved {
  const { first, next } = part;
  if (part.problem) return { problem: part.problem, first, next };
  const value = day(year, month, part.day);
  if (value === null) return { problem: 'impossibleDay', first, next };
  const wrong = dayOfWeek !== null && dayOfWeek !== weekday(value);
  // Most days have no doubt: no list is made for them.
  const doubts = part.doubts.length === 0 ? added : [...part.doubts, ...added];
  const notes = aside ? [aside] : noNotes;
  return { start: value, end: value, doubts: wrong ? [...doubts, 'wrongWeekday'] : doubts, notes, first, next };
}

/** One range of two neighbours; null where they stay apart. */
function join(previous: Resolved, link: Link, current: Resolved, open: 'range' | 'run' | null): Resolved | null {
  const span = { first: previous.first, next: current.next };
  const ranged = isRange(link) && open === null;
  if ('problem' in previous || 'problem' in current) {
    // Half a range is no range: what was written cannot be kept in part.
    const code = 'problem' in previous ? previous.problem : 'problem' in current ? current.problem : null;
    return ranged && code !== null ? { problem: code, ...span } : null;
  }
  const doubts = union(previous.doubts, current.doubts);
  const notes = previous.notes.length === 0 ? current.notes : [...previous.notes, ...current.notes];
  if (ranged) {
    if (current.end < previous.start) return { problem: 'endBeforeStart', ...span };
    return { start: previous.start, end: current.end, doubts, notes, ...span };
  }
  if (previous.notes.length > 0) return null;
  // « 3 juin / June 3 »: said in two languages.
  if (link === 'slash' && previous.start === current.start && previous.end === current.end) {
    return { ...current, doubts, ...span };
  }
  const consecutive =
    link !== 'beside' &&
    link !== 'semicolon' &&
    link !== 'to' &&
    (open !== 'range' || link === 'dash') &&
    addDays(previous.end, 1) === current.start;
  return consecutive ? { start: previous.start, end: current.end, doubts, notes, ...span } : null;
}

function union(a: readonly DateDoubt[], b: readonly DateDoubt[]): readonly DateDoubt[] {
  const more = b.filter((doubt) => !a.includes(doubt));
  return more.length === 0 ? a : [...a, ...more];
}
