import { type Day, type DayRange, daysBetween, type Occurrence, toParts } from '../plan';
import type { DateLanguage } from './model';
import { monthNames } from './names';

export interface WriteOptions {
  readonly language: DateLanguage;
  /** Plain spaces within a date instead of no-break ones: for text that is searched or compared. */
  readonly plainSpaces?: boolean;
}

const noBreak = '\u00a0';

/** « 1er juin 2021 », "June 1, 2021". */
export function writeDay(day: Day, options: WriteOptions): string {
  return joinDays([day], true, styleOf(options));
}

/**
 * Occurrences in words, in their order: « 2 juin et 8 septembre 2021 », « 4, 11 et 18 novembre 2021 »,
 * « 13 et 14 septembre 2021 » for a range of two days, « du 28 juin au 2 juillet 2021 » for a longer
 * one, « 21 juin 2021 (rencontre 4/6) ». Where a list could be misread (ranges or notes among the
 * dates, separate days that follow one another) each date is whole and semicolons part them.
 * `readDates` gives the same occurrences back.
 */
export function writeOccurrences(occurrences: readonly Occurrence[], options: WriteOptions): string {
  const days = occurrences.flatMap(({ start, end, note }) => (end === undefined && note === undefined ? [start] : []));
  const simple =
    days.length === occurrences.length && !days.some((day, i) => i > 0 && daysBetween(days[i - 1]!, day) === 1);
  const style = styleOf(options);
  return simple ? writeList(days, style) : occurrences.map((occurrence) => writeOne(occurrence, style)).join('; ');
}

/** A period counted: « du 1er avril au 30 juin 2021 », « depuis le 1er avril 2021 », « jusqu’au 30 juin 2021 »; empty when open on both sides. */
export function writePeriod({ from, to }: DayRange, options: WriteOptions): string {
  const french = options.language === 'fr';
  if (from !== null && to !== null) {
    return from === to ? writeDay(from, options) : writeRange(from, to, styleOf(options));
  }
  if (from !== null) return `${french ? 'depuis le' : 'since'} ${writeDay(from, options)}`;
  return to === null ? '' : `${french ? 'jusqu’au' : 'until'} ${writeDay(to, options)}`;
}

interface Style {
  readonly french: boolean;
  readonly names: readonly string[];
  /** Between the day, the month and the year. */
  readonly gap: string;
}

function styleOf({ language, plainSpaces }: WriteOptions): Style {
  return { french: language === 'fr', names: monthNames[language], gap: plainSpaces ? ' ' : noBreak };
}

function writeOne({ start, end, note }: Occurrence, style: Style): string {
  const days = end === undefined || end === start ? joinDays([start], true, style) : writeRange(start, end, style);
  return note === undefined ? days : `${days} (${note})`;
}

function writeRange(start: Day, end: Day, style: Style): string {
  const [first, last] = [toParts(start), toParts(end)];
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  if (!style.french) {
    const to = joinDays([end], true, style);
    if (sameMonth) return `${joinDays([start], false, style)}–${to.slice(to.indexOf(style.gap) + 1)}`;
    return `${joinDays([start], !sameYear, style)} – ${to}`;
  }
  const from = sameMonth ? frenchDay(first.day) : joinDays([start], !sameYear, style);
  const to = joinDays([end], true, style);
  return daysBetween(start, end) === 1 ? `${from} et ${to}` : `du ${from} au ${to}`;
}

/** Days that share month or year say it once. */
function writeList(days: readonly Day[], style: Style): string {
  const groups: Day[][] = [];
  for (const day of days) {
    const group = groups.at(-1);
    if (group?.[0]?.slice(0, 7) === day.slice(0, 7)) group.push(day);
    else groups.push([day]);
  }
  const texts = groups.map((group, i) => {
    const next = groups[i + 1]?.[0];
    // « septembre et juin 2021 » would put September in the year before.
    const shares = next?.slice(0, 4) === group[0]!.slice(0, 4) && next > group[0]!;
    return joinDays(group, !shares, style);
  });
  return groups.some((group) => group.length > 1) && groups.length > 1 ? texts.join(', ') : enumerate(texts, style);
}

/** Days of one month: « 4, 11 et 18 novembre 2021 », "November 4, 11 and 18, 2021". */
function joinDays(days: readonly Day[], withYear: boolean, style: Style): string {
  const { year, month } = toParts(days[0]!);
  const numbers = days.map((day) => toParts(day).day);
  const name = monthName(month, style);
  if (!style.french) return `${name}${style.gap}${enumerate(numbers.map(String), style)}${withYear ? `, ${year}` : ''}`;
  return `${enumerate(numbers.map(frenchDay), style)}${style.gap}${name}${withYear ? `${style.gap}${year}` : ''}`;
}

function frenchDay(day: number): string {
  return day === 1 ? '1er' : String(day);
}

function monthName(month: number, style: Style): string {
  return style.names[month - 1] ?? '';
}

function enumerate(items: readonly string[], style: Style): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${style.french ? 'et' : 'and'} ${last}`;
}
