import { readCriterion } from '../calc/criteria';
import type { CellValue } from '../cells/cell';

export interface TableFilter {
  /** Column of the table, 0-based. */
  readonly column: number;
  readonly values?: readonly string[];
  readonly condition?: FilterCondition;
  /** The file's own criteria element, kept as it came when it is neither. */
  readonly raw?: string;
}

/**
 * `first` and `second` are criteria as `>=5` or `=*s`; a dynamic type has SpreadsheetML's name: `thisMonth`, `Q1`; a
 * colour, `#RRGGBB`, is the cells' own.
 */
export type FilterCondition =
  | { readonly kind: 'custom'; readonly first: string; readonly second?: string; readonly and: boolean }
  | { readonly kind: 'top'; readonly count: number; readonly bottom: boolean; readonly percent: boolean }
  | { readonly kind: 'dynamic'; readonly type: string }
  | { readonly kind: 'color'; readonly look: 'fill' | 'font'; readonly color: string };

/** A condition on what cells hold, and not on how they look. */
export type ValueCondition = Exclude<FilterCondition, { kind: 'color' }>;

/** Whether a cell of a filtered column is shown. */
type Passes = (value: CellValue) => boolean;

/** What a condition on values lets through of a column; `now` is a serial number, `epoch` the day 0 of the workbook's dates. */
export function passesOf(condition: ValueCondition, column: readonly CellValue[], now: number, epoch: number): Passes {
  switch (condition.kind) {
    case 'custom': {
      const tests = [condition.first, condition.second].flatMap((text) =>
        text === undefined ? [] : [readCriterion(text).meets],
      );
      return condition.and
        ? (value) => tests.every((meets) => meets(value))
        : (value) => tests.some((meets) => meets(value));
    }
    case 'top':
      return topPasses(condition, numbersIn(column));
    case 'dynamic':
      return dynamicPasses(condition.type, numbersIn(column), now, epoch);
  }
}

function numbersIn(column: readonly CellValue[]): readonly number[] {
  return column.filter((value) => typeof value === 'number');
}

/** Equal ones at the border are all let through, as in Excel. */
function topPasses({ count, bottom, percent }: FilterCondition & { kind: 'top' }, numbers: readonly number[]): Passes {
  const wanted = percent ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const sorted = numbers.toSorted((a, b) => (bottom ? a - b : b - a));
  const last = sorted[Math.min(wanted, sorted.length) - 1];
  if (last === undefined) return () => false;
  return (value) => typeof value === 'number' && (bottom ? value <= last : value >= last);
}

function dynamicPasses(type: string, numbers: readonly number[], now: number, epoch: number): Passes {
  const average = numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
  if (type === 'aboveAverage') return (value) => typeof value === 'number' && value > average;
  if (type === 'belowAverage') return (value) => typeof value === 'number' && value < average;
  const part = /^([MQ])(\d+)$/.exec(type);
  if (part) {
    const [, unit, number] = part;
    return (value) => {
      if (typeof value !== 'number') return false;
      const month = dateOf(value, epoch).getUTCMonth() + 1;
      return (unit === 'M' ? month : Math.ceil(month / 3)) === Number(number);
    };
  }
  const span = spanOf(type, now, epoch);
  if (!span) return () => false;
  return (value) => typeof value === 'number' && value >= span.from && value < span.until;
}

const MILLISECONDS_A_DAY = 86_400_000;

function dateOf(serial: number, epoch: number): Date {
  return new Date(epoch + Math.floor(serial) * MILLISECONDS_A_DAY);
}

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
}

const relatives: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** The days of a period beside today's: weeks begin on Sundays, as Excel's filters have it. */
function spanOf(type: string, now: number, epoch: number): Span | null {
  const today = dateOf(now, epoch);
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const serial = (time: number): number => Math.round((time - epoch) / MILLISECONDS_A_DAY);
  const between = (from: number, until: number): Span => ({ from: serial(from), until: serial(until) });
  const day = days[type];
  if (day !== undefined) return { from: Math.floor(now) + day, until: Math.floor(now) + day + 1 };
  if (type === 'yearToDate') return { from: serial(Date.UTC(year, 0)), until: Math.floor(now) + 1 };
  const [, relative = '', unit] = /^(last|this|next)(Week|Month|Quarter|Year)$/.exec(type) ?? [];
  const by = relatives[relative] ?? 0;
  switch (unit) {
    case 'Week': {
      const sunday = Math.floor(now) - today.getUTCDay() + by * 7;
      return { from: sunday, until: sunday + 7 };
    }
    case 'Month':
      return between(Date.UTC(year, month + by), Date.UTC(year, month + by + 1));
    case 'Quarter': {
      const first = month - (month % 3) + by * 3;
      return between(Date.UTC(year, first), Date.UTC(year, first + 3));
    }
    case 'Year':
      return between(Date.UTC(year + by, 0), Date.UTC(year + by + 1, 0));
    default:
      return null;
  }
}
