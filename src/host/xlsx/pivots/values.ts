import { isDateFormat } from 'numfmt';
import type { CellError, CellValue } from '../../model';
import { xml, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXstring } from '../xml/xstring';

/**
 * How a cache writes values: an element each, `s` text, `n` number, `d` date, `b` boolean, `e` error, `m` missing.
 * A date has no number there, so a field is written as dates when its format and all of its values allow it.
 */
export interface FieldKind {
  readonly isDate: boolean;
  readonly date1904: boolean;
}

const MS_PER_DAY = 86_400_000;
/** Serial number of 1970-01-01 counted from 1899-12-30, and what the system of 1904 is behind. */
const UNIX_EPOCH = 25_569;
const OFFSET_1904 = 1_462;
/** 1900-03-01: before, serial numbers count a day that never was. */
const FIRST_SURE_DAY = 61;
const LAST_SERIAL = 2_958_465;

/** `2021-06-02T00:00:00`, to the second, of a serial number. */
function serialToIso(serial: number, date1904: boolean): string {
  const days = serial + (date1904 ? OFFSET_1904 : 0) - UNIX_EPOCH;
  return new Date(Math.round(days * 86_400) * 1000).toISOString().slice(0, 19);
}

/** The serial number of such a text; NaN when it is none. */
function isoToSerial(iso: string, date1904: boolean): number {
  const days = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`) / MS_PER_DAY;
  return days + UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);
}

export function fieldKind(items: readonly CellValue[], format: string, date1904: boolean): FieldKind {
  const isDay = (item: CellValue): boolean =>
    typeof item === 'number' && item >= FIRST_SURE_DAY && item <= LAST_SERIAL && !date1904
      ? true
      : typeof item === 'number' && date1904 && item >= 0 && item <= LAST_SERIAL - OFFSET_1904;
  const hasNumber = items.some((item) => typeof item === 'number');
  const isDate = hasNumber && isDateFormat(format) && items.every((item) => item === null || isDay(item));
  return { isDate, date1904 };
}

/** The element of a value. */
export function valueElement(value: CellValue, kind: FieldKind): XmlElement {
  if (value === null) return xml('m');
  switch (typeof value) {
    case 'string':
      return xml('s', { v: encodeXstring(value) });
    case 'boolean':
      return xml('b', { v: value });
    case 'number':
      return kind.isDate ? xml('d', { v: serialToIso(value, kind.date1904) }) : xml('n', { v: value });
    default:
      return xml('e', { v: value.error });
  }
}

/** The value of an element; undefined when it is of a kind that no cell has. */
export function elementValue(element: XmlElement, date1904: boolean): CellValue | undefined {
  return writtenValue(element.local, element.get('v') ?? '', date1904);
}

/** The same by the name of the element and its `v`. */
export function writtenValue(name: string, written: string, date1904: boolean): CellValue | undefined {
  switch (name) {
    case 'm':
      return null;
    case 's':
      return decodeXstring(written);
    case 'n':
      return Number(written);
    case 'b':
      return written === '1' || written === 'true';
    case 'd':
      return isoToSerial(written, date1904);
    case 'e':
      return { error: written as CellError['error'] };
    default:
      return undefined;
  }
}

/** What `sharedItems` says of its values, by attributes whose defaults are those of plain text. */
export function sharedItemsAttributes(
  items: readonly CellValue[],
  kind: FieldKind,
): Record<string, string | number | undefined> {
  const numbers = items.filter((item) => typeof item === 'number');
  const texts = items.filter((item) => typeof item === 'string');
  const hasBlank = items.includes(null);
  const hasOther = items.some((item) => typeof item === 'boolean' || (typeof item === 'object' && item !== null));
  const onlyNumbers = texts.length === 0 && !hasOther;
  const lowest = numbers.reduce((best, value) => Math.min(best, value), Infinity);
  const highest = numbers.reduce((best, value) => Math.max(best, value), -Infinity);
  const isNumeric = numbers.length > 0 && !kind.isDate;
  return {
    containsSemiMixedTypes: onlyNumbers && !hasBlank ? 0 : undefined,
    containsNonDate: kind.isDate || items.every((item) => item === null) ? 0 : undefined,
    containsDate: kind.isDate ? 1 : undefined,
    containsString: onlyNumbers ? 0 : undefined,
    containsBlank: hasBlank ? 1 : undefined,
    containsMixedTypes: (numbers.length > 0 && !onlyNumbers) || (texts.length > 0 && hasOther) ? 1 : undefined,
    containsNumber: isNumeric ? 1 : undefined,
    containsInteger: isNumeric && numbers.every(Number.isInteger) ? 1 : undefined,
    minValue: isNumeric ? lowest : undefined,
    maxValue: isNumeric ? highest : undefined,
    minDate: kind.isDate ? serialToIso(lowest, kind.date1904) : undefined,
    maxDate: kind.isDate ? serialToIso(highest, kind.date1904) : undefined,
    longText: texts.some((text) => text.length > 255) ? 1 : undefined,
  };
}
