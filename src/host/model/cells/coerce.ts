import { getFormatFromId, getLocale, parseValue } from 'numfmt';
import { HostError } from '../../errors';
import { parses } from '../calc/parses';
import { fromLocalFormula } from '../formulas/locale';
import { keepsText, knownLocale, OFFSET_1904, showsDates } from './text';
import { MAX_CELL_TEXT, type CellError } from './cell';

/** What becomes of a text that is entered into a cell. */
export type Entry =
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly value: string; readonly quotePrefix: boolean }
  /** With the format that a cell in General takes on. */
  | { readonly kind: 'value'; readonly value: number | boolean | CellError; readonly format?: string };

export interface EntryContext {
  /** Whose numbers and dates: `en-US` for what the API writes, the person's locale for what is typed. */
  readonly locale: string;
  /** The year of a date that is entered without one. */
  readonly year: number;
  /** Dates become serial numbers that count from 1904. */
  readonly date1904: boolean;
}

const MAX_FORMULA = 8_192;
/** No number, date or time is longer. */
const MAX_LITERAL = 40;
/** `4/6`, `2-Jun`: a date whose year is the present one. */
const DAY_AND_MONTH = 16;

/**
 * Reads a text as Excel reads what is entered into a cell of the number format. An apostrophe keeps it text; `=` makes a
 * formula even in a text cell; `+`, `-` and `@` make one unless a number follows; what looks like a number, a date, a
 * percentage, an amount, a truth value or an error becomes one, but not in a text cell. Wide signs count as their
 * narrow ones, which Excel does where the system is East Asian.
 * Throws `InvalidArgument` for a formula that does not parse and for text over 32,767 characters, `GeneralException`
 * for a formula over 8,192.
 */
export function readEntry(text: string, numberFormat: string, context: EntryContext): Entry {
  if (text.length > MAX_CELL_TEXT) {
    throw new HostError('InvalidArgument', 'A cell holds at most 32,767 characters.');
  }
  if (text.startsWith("'")) return { kind: 'text', value: text.slice(1), quotePrefix: true };
  const entered = withNarrowSign(text);
  if (entered.startsWith('=') && entered.length > 1) return formulaEntry(entered.slice(1), context);
  if (keepsText(numberFormat)) return { kind: 'text', value: text, quotePrefix: false };
  const literal = readError(text) ?? readLiteral(text, context);
  if (literal) return literal;
  if (/^[+\-@]\s*\S/.test(entered)) return formulaEntry(entered.startsWith('@') ? entered.slice(1) : entered, context);
  return { kind: 'text', value: text, quotePrefix: false };
}

const WIDE_SIGNS: Readonly<Record<string, string>> = { '＝': '=', '＋': '+', '－': '-', '＠': '@' };

function withNarrowSign(text: string): string {
  const sign = WIDE_SIGNS[text.charAt(0)];
  return sign === undefined ? text : sign + text.slice(1);
}

function formulaEntry(written: string, context: EntryContext): Entry {
  if (written.length >= MAX_FORMULA) {
    throw new HostError('GeneralException', 'There was an internal error while processing the request.');
  }
  const formula = fromLocalFormula(written, context.locale);
  if (!parses(formula)) {
    throw new HostError('InvalidArgument', 'There is a problem with the formula: the text begins as one but is none.');
  }
  return { kind: 'formula', formula };
}

const ERRORS: readonly CellError['error'][] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

function readError(text: string): Entry | null {
  if (!text.startsWith('#')) return null;
  const error = ERRORS.find((name) => name === text.trim().toUpperCase());
  return error === undefined ? null : { kind: 'value', value: { error } };
}

function readLiteral(text: string, context: EntryContext): Entry | null {
  if (text.length > MAX_LITERAL || !mayBeLiteral(text)) return null;
  const locale = knownLocale(context.locale);
  const parsed = parseValue(withGroupSigns(text, locale), { locale });
  if (!parsed) return null;
  const { value } = parsed;
  if (typeof value === 'boolean') return { kind: 'value', value };
  const id = 'formatId' in parsed ? parsed.formatId : undefined;
  if (id === undefined) return { kind: 'value', value };
  const format = getFormatFromId(id, 'en-US');
  const inYear = id === DAY_AND_MONTH ? inYearOf(value, context.year) : value;
  const isDay = showsDates(format) && inYear >= 1;
  return { kind: 'value', value: context.date1904 && isDay ? inYear - OFFSET_1904 : inYear, format };
}

/** Cheap, since nearly every text written is neither: a literal holds a digit or is a short word. */
function mayBeLiteral(text: string): boolean {
  return /\d/.test(text) || (text.length <= 8 && /^\s*\p{L}+\s*$/u.test(text));
}

/** A person groups thousands with the space at hand; the parser knows the one of the locale only. */
function withGroupSigns(text: string, locale: string): string {
  const group = getLocale(locale)?.group ?? ',';
  return /\s/.test(group) ? text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, group) : text;
}

/** The parser takes the year of the machine's clock; the host's clock may say another. */
function inYearOf(serial: number, year: number): number {
  const parsed = new Date((serial - 25_569) * 86_400_000);
  return Date.UTC(year, parsed.getUTCMonth(), parsed.getUTCDate()) / 86_400_000 + 25_569;
}
