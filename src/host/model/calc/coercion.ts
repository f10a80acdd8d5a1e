import { readEntry } from '../cells/coerce';
import type { CellError, CellValue } from '../cells/cell';
import { numberIn } from './criteria';

export const errors = {
  value: { error: '#VALUE!' },
  divide: { error: '#DIV/0!' },
  number: { error: '#NUM!' },
  missing: { error: '#N/A' },
  reference: { error: '#REF!' },
} as const satisfies Record<string, CellError>;

export function isError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** A value where a number is wanted: blank is 0, text is read as a number or a date, and is `#VALUE!` if it is none. */
export function toNumber(value: CellValue): number | CellError {
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return numberOfText(value);
    default:
      return value ?? 0;
  }
}

function numberOfText(text: string): number | CellError {
  const plain = numberIn(text);
  if (plain !== undefined) return plain;
  // What begins with a sign of formulas would be read as one.
  if (!/^\s*\d/.test(text)) return errors.value;
  const entry = readEntry(text.trim(), 'General', { locale: 'en-US', year: 1900, date1904: false });
  return entry.kind === 'value' && typeof entry.value === 'number' ? entry.value : errors.value;
}

/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/** A value where a text is wanted. */
export function toText(value: CellValue): string | CellError {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(Number(value.toPrecision(PRECISION))).toUpperCase();
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      return value ?? '';
  }
}

/** A value as a condition: a number is true unless it is 0; of texts only `TRUE` and `FALSE` are conditions. */
export function toCondition(value: CellValue): boolean | CellError {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string': {
      const word = value.toUpperCase();
      return word === 'TRUE' || (word !== 'FALSE' && errors.value);
    }
    default:
      return value ?? false;
  }
}

/** A number that Excel can hold, or `#NUM!`. */
export function finite(number: number): number | CellError {
  return Number.isFinite(number) ? number : errors.number;
}
