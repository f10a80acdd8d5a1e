import type { CellError, CellValue } from '../cells/cell';
import { readCriterion } from './criteria';
import type { RangeIndex } from './range-index';
import {
  arrayOf,
  asRuntimeValue,
  fromRuntime,
  isArray,
  toRuntime,
  type RuntimeArray,
  type RuntimeValue,
} from './runtime-values';

/** A range given to a function, listed in step with the other ranges of the same call. */
export interface IndexedRange {
  readonly index: RangeIndex;
  /** Blank cells past the listed ones. */
  readonly unlisted: number;
}

/** What becomes of the values of the cells that meet all criteria. */
type Fold = (values: readonly CellValue[]) => CellValue;

function numbers(values: readonly CellValue[]): number[] | CellError {
  const list: number[] = [];
  for (const value of values) {
    if (typeof value === 'number') list.push(value);
    else if (typeof value === 'object' && value !== null) return value;
  }
  return list;
}

function ofNumbers(fold: (list: readonly number[]) => CellValue): Fold {
  return (values) => {
    const list = numbers(values);
    return Array.isArray(list) ? fold(list) : list;
  };
}

const sum = ofNumbers((list) => list.reduce((total, value) => total + value, 0));
const average = ofNumbers((list) =>
  list.length === 0 ? { error: '#DIV/0!' } : list.reduce((total, value) => total + value, 0) / list.length,
);
const max = ofNumbers((list) => list.reduce((best, value) => Math.max(best, value), list[0] ?? 0));
const min = ofNumbers((list) => list.reduce((best, value) => Math.min(best, value), list[0] ?? 0));

/** Where a function has the range it folds: before its criteria, or after them, being that of the criterion if absent. */
interface Shape {
  /** Absent: the cells are counted. */
  readonly fold?: Fold;
  readonly folded: 'first' | 'last' | 'none';
}

/** The functions that are answered from an index, by their English name. */
export const aggregates: Readonly<Record<string, Shape>> = {
  COUNTIF: { folded: 'none' },
  COUNTIFS: { folded: 'none' },
  SUMIF: { fold: sum, folded: 'last' },
  SUMIFS: { fold: sum, folded: 'first' },
  AVERAGEIF: { fold: average, folded: 'last' },
  AVERAGEIFS: { fold: average, folded: 'first' },
  MAXIFS: { fold: max, folded: 'first' },
  MINIFS: { fold: min, folded: 'first' },
};

/** Positions, among a call's arguments, of those that are ranges; the others are criteria. */
export function rangeArguments(name: string, length: number): readonly number[] | undefined {
  const shape = aggregates[name];
  if (!shape) return undefined;
  const single = !name.endsWith('S');
  if (single) return length === 2 ? [0] : length === 3 && shape.folded === 'last' ? [0, 2] : undefined;
  const pairs = shape.folded === 'first' ? length - 1 : length;
  if (pairs < 2 || pairs % 2 !== 0) return undefined;
  const first = shape.folded === 'first' ? 1 : 0;
  const ranges = Array.from({ length: pairs / 2 }, (_, pair) => first + pair * 2);
  return first === 1 ? [0, ...ranges] : ranges;
}

/** Applies a function to ranges and one value for each criterion. */
function apply(
  fold: Fold | undefined,
  folded: IndexedRange | undefined,
  ranges: readonly IndexedRange[],
  criteria: readonly CellValue[],
): CellValue {
  const read = criteria.map(readCriterion);
  const selections = ranges.map(({ index }, at) => index.select(keyOf(criteria[at] ?? null), read[at]!));
  const [driver, ...others] = selections.sort((a, b) => a.count - b.count);
  if (!driver) return { error: '#VALUE!' };
  if (fold && folded) {
    const values: CellValue[] = [];
    driver.each((cell) => {
      if (others.every((other) => other.has(cell))) values.push(folded.index.value(cell));
    });
    return fold(values);
  }
  let count = others.length === 0 ? driver.count : 0;
  if (others.length > 0) {
    driver.each((cell) => {
      if (others.every((other) => other.has(cell))) count++;
    });
  }
  return read.every(({ meets }) => meets(null)) ? count + (ranges[0]?.unlisted ?? 0) : count;
}

function keyOf(criterion: CellValue): string {
  return typeof criterion === 'object'
    ? (criterion?.error ?? '') + typeof criterion
    : `${typeof criterion}:${String(criterion)}`;
}

/** The array that says how many results there are: the first criterion that is more than one value. */
function shapeOf(criteria: readonly RuntimeValue[]): RuntimeArray | undefined {
  return criteria.filter(isArray).find((array) => array.height > 1 || array.width > 1);
}

function elementAt(criterion: RuntimeValue, row: number, column: number): CellValue {
  if (!isArray(criterion)) return fromRuntime(criterion);
  const line = criterion.rows[criterion.height === 1 ? 0 : row];
  const value = line?.[criterion.width === 1 ? 0 : column];
  return value ? fromRuntime(value) : { error: '#N/A' };
}

/** Calls a function with one value for each criterion; `ranges` in the order of its arguments. */
export function aggregate(name: string, ranges: readonly IndexedRange[], criteria: readonly CellValue[]): CellValue {
  const { fold, folded } = aggregates[name]!;
  const values = folded === 'none' ? undefined : ranges[folded === 'first' ? 0 : ranges.length - 1];
  const asked = folded === 'first' ? ranges.slice(1) : ranges.slice(0, criteria.length);
  return apply(fold, values, asked, criteria);
}

/** As `aggregate`, with the criteria as the library evaluated them: an array of them gives an array of results. */
export function callAggregate(name: string, ranges: readonly IndexedRange[], args: readonly unknown[]): RuntimeValue {
  const criteria = args.map(asRuntimeValue);
  const at = (row: number, column: number): RuntimeValue =>
    toRuntime(
      aggregate(
        name,
        ranges,
        criteria.map((criterion) => elementAt(criterion, row, column)),
      ),
    );
  const array = shapeOf(criteria);
  if (!array) return at(0, 0);
  return arrayOf(array.rows.map((line, row) => line.map((_, column) => at(row, column))));
}
