import { format, getFormatFromId, getLocale, isDateFormat, isPercentFormat, isTextFormat, isValidFormat } from 'numfmt';
import type { CellValue } from './cell';

/** The format that Excel stores for the short date of the person's own country: it is shown as that, everywhere. */
const SHORT_DATE = 'm/d/yyyy';
const SHORT_DATE_ID = 14;
/** Days from the first day of the usual calendar of serial numbers to that of 1904. */
export const OFFSET_1904 = 1_462;

const MAX_FORMAT_CACHE = 2_000;
const validity = new Map<string, boolean>();

/** Whether Excel takes the number format. */
export function isNumberFormat(pattern: string): boolean {
  let isValid = validity.get(pattern);
  if (isValid === undefined) {
    isValid = isValidFormat(pattern);
    if (validity.size < MAX_FORMAT_CACHE) validity.set(pattern, isValid);
  }
  return isValid;
}

/** Whether a number in this format is a date or a time. */
export function showsDates(pattern: string): boolean {
  return isDateFormat(pattern);
}

/** Whether what is entered into a cell of this format stays text. */
export function keepsText(pattern: string): boolean {
  return pattern === '@' || (pattern.includes('@') && isTextFormat(pattern));
}

/** A locale that the formatter knows: `fr-CA`, or its language, or `en-US`. */
export function knownLocale(locale: string): string {
  return getLocale(locale) ? locale : 'en-US';
}

/**
 * A value as Excel shows it in a cell of the number format, were the column wide enough: General rounds to 11
 * characters, decimal signs and names of months are those of the locale.
 */
export function displayText(value: CellValue, pattern: string, locale: string, date1904 = false): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string' && (pattern === 'General' || pattern === '@')) return value;
  const known = knownLocale(locale);
  const shown = pattern === SHORT_DATE ? getFormatFromId(SHORT_DATE_ID, known) : pattern;
  const counted = date1904 && typeof value === 'number' && isDateFormat(pattern) ? value + OFFSET_1904 : value;
  return format(shown, counted, {
    locale: known,
    throws: false,
    dateErrorNumber: false,
    dateSpanLarge: false,
    overflow: '########',
    invalid: typeof value === 'string' ? value : '########',
  });
}

/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/** A constant as the formula bar shows it: a date short, a number with all its digits, in the person's language. */
export function editedText(value: CellValue, pattern: string, locale: string, date1904 = false): string {
  if (typeof value !== 'number') return displayText(value, 'General', locale);
  if (isDateFormat(pattern)) return editedDate(date1904 ? value + OFFSET_1904 : value, locale);
  const decimal = getLocale(knownLocale(locale))?.decimal ?? '.';
  const isPercent = isPercentFormat(pattern);
  const digits = String(Number((isPercent ? value * 100 : value).toPrecision(PRECISION)));
  return digits.toUpperCase().replace('.', decimal) + (isPercent ? '%' : '');
}

function editedDate(serial: number, locale: string): string {
  const time = displayText(serial, 'hh:mm:ss', locale);
  if (serial < 1) return time;
  const day = displayText(serial, SHORT_DATE, locale);
  return Number.isInteger(serial) ? day : `${day} ${time}`;
}
