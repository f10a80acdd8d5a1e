import type { CellError, CellValue } from '../../model';

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
export function errorValue(text: string): CellError {
  return { error: isError(text) ? text : '#VALUE!' };
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** The serial number of an ISO date, a time, or both, as strict files hold them; null for anything else. */
export function serialOfIso(text: string): number | null {
  const match = ISO.exec(text);
  if (!match || text === '') return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const days = year === undefined ? 0 : (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY;
  return days + (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}
