/**
 * A calendar day as ISO text (`2021-06-02`), years 1900 to 9999: no time, no time zone.
 *
 * Text rather than an object because days are compared, sorted and used as keys
 * everywhere: `<`, `===` and `Map` then just work, and JSON needs no conversion.
 */
export type Day = string & { readonly __day: unique symbol };

/** A month as ISO text (`2021-06`). */
export type Month = string & { readonly __month: unique symbol };

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const firstYear = 1900;
const lastYear = 9999;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1 to 12); 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day, or null where the calendar has none (31 June, 29 February 2021, a year outside 1900 to 9999). */
export function day(year: number, month: number, dayOfMonth: number): Day | null {
  const exists =
    Number.isInteger(year) &&
    Number.isInteger(dayOfMonth) &&
    year >= firstYear &&
    year <= lastYear &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysInMonth(year, month);
  return exists ? isoDay(year, month, dayOfMonth) : null;
}

/** The day written exactly as `YYYY-MM-DD`; null for anything else or a day that does not exist. */
export function parseIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function toParts(value: Day): DayParts {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), day: Number(value.slice(8, 10)) };
}

/** Days since 1970-01-01, negative before. */
export function dayNumber(value: Day): number {
  const { year, month, day: dayOfMonth } = toParts(value);
  return numberOf(year, month, dayOfMonth);
}

/** The day that many days after 1970-01-01; null outside the years 1900 to 9999. */
export function fromDayNumber(number: number): Day | null {
  if (!Number.isInteger(number)) return null;
  // The civil-from-days algorithm: years begin in March, so that the leap day is the last of a year.
  const shifted = number + daysFromMarch0000;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return day(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `count` days later (earlier when negative); null outside the years 1900 to 9999. */
export function addDays(value: Day, count: number): Day | null {
  return fromDayNumber(dayNumber(value) + count);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekday(value: Day): number {
  // 1970-01-01 was a Thursday (4); the extra 7s keep the remainder positive for days before it.
  return ((((dayNumber(value) + 3) % 7) + 7) % 7) + 1;
}

export function monthOf(value: Day): Month {
  // A slice of a valid day is a valid month: the brand is earned.
  return value.slice(0, 7) as Month;
}

/** The calendar quarter of a day or a month: 1 to 4. */
export function quarterOf(value: Day | Month): number {
  return Math.ceil(Number(value.slice(5, 7)) / 3);
}

export function yearOf(value: Day | Month): number {
  return Number(value.slice(0, 4));
}

/** For sorting: negative when `a` is earlier. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days; a null is no day and gives way. */
export function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

/** The later of two days; a null is no day and gives way. */
export function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a >= b ? a : b;
}

const daysInEra = 146097;
const daysFromMarch0000 = 719468;

function numberOf(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - daysFromMarch0000;
}

function isoDay(year: number, month: number, dayOfMonth: number): Day {
  // The only places where a Day is made are here and behind `day`, which has checked it.
  return `${String(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}
