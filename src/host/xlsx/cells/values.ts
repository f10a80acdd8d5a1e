import type { CellError, CellValue } from '../../model';
import { decodeText } from '../xml/xml-text';
import { decodeXstring } from '../xml/xstring';

const ERRORS: ReadonlySet<string> = new Set<CellError['error']>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
]);

const isError = (text: string): text is CellError['error'] => ERRORS.has(text);

/** An error value; one that the model does not know is #VALUE!. */
function errorValue(text: string): CellError {
  return { error: isError(text) ? text : '#VALUE!' };
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** The serial number of an ISO date, a time, or both, as strict files hold them; null for anything else. */
function serialOfIso(text: string): number | null {
  const match = ISO.exec(text);
  if (!match || text === '') return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const days = year === undefined ? 0 : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY;
  return days + (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
}

/** The value that `v` spells in a cell of a type that is no reference to a string; null for none. */
export function valueOf(type: string, raw: string | undefined): CellValue {
  if (raw === undefined) return null;
  if (type === '' || type === 'n') {
    const number = Number(raw);
    return raw.trim() === '' || !Number.isFinite(number) ? null : number;
  }
  if (type === 'b') return raw.trim() === '1' || raw.trim() === 'true';
  if (type === 'e') return errorValue(raw.trim());
  if (type === 'd') return serialOfIso(raw.trim());
  return decodeXstring(decodeText(raw));
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}
