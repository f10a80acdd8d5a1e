import type { CellError, CellValue } from '../cells/cell';
import { errors, finite, isError, toCondition, toNumber, toText } from './coercion';

/** A function of plain values. `tolerant`: errors are passed to it instead of being its result. */
export interface ValueFunction {
  readonly least: number;
  readonly most: number;
  readonly tolerant?: true;
  readonly call: (args: readonly CellValue[]) => CellValue;
}

/** Runs `work` on numbers, or gives the first argument's error. */
function ofNumbers(least: number, most: number, work: (numbers: readonly number[]) => CellValue): ValueFunction {
  return {
    least,
    most,
    call: (args) => {
      const numbers: number[] = [];
      for (const arg of args) {
        const number = toNumber(arg);
        if (typeof number === 'object') return number;
        numbers.push(number);
      }
      return work(numbers);
    },
  };
}

function ofText(work: (text: string) => CellValue): ValueFunction {
  return {
    least: 1,
    most: 1,
    call: ([arg = null]) => {
      const text = toText(arg);
      return typeof text === 'object' ? text : work(text);
    },
  };
}

function asks(question: (value: CellValue) => boolean): ValueFunction {
  return { least: 1, most: 1, tolerant: true, call: ([value = null]) => question(value) };
}

/** Rounds by way of the decimal text, so that 1.005 to two places is 1.01, as Excel has it; halves go away from zero. */
function rounded(value: number, places: number): number | CellError {
  const whole = Math.trunc(places);
  const shifted = shift(Math.abs(value), whole);
  const result = shift(Math.round(shifted), -whole);
  return finite(value < 0 && result !== 0 ? -result : result);
}

function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(Number(value.toPrecision(15))).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function substitute([text, old, replacement, instance]: readonly CellValue[]): CellValue {
  const source = toText(text ?? null);
  const sought = toText(old ?? null);
  const given = toText(replacement ?? null);
  for (const part of [source, sought, given]) if (typeof part === 'object') return part;
  if (typeof source === 'object' || typeof sought === 'object' || typeof given === 'object') return errors.value;
  if (instance === undefined) return sought === '' ? source : source.replaceAll(sought, () => given);
  const which = toNumber(instance);
  if (typeof which === 'object') return which;
  if (which < 1) return errors.value;
  if (sought === '') return source;
  let at = source.indexOf(sought);
  for (let n = 1; n < Math.trunc(which) && at >= 0; n++) at = source.indexOf(sought, at + sought.length);
  return at < 0 ? source : source.slice(0, at) + given + source.slice(at + sought.length);
}

function middle([value = null, from = null, wanted = null]: readonly CellValue[]): CellValue {
  const [text, start, count] = [toText(value), toNumber(from), toNumber(wanted)];
  if (typeof text === 'object') return text;
  if (typeof start === 'object') return start;
  if (typeof count === 'object') return count;
  if (start < 1 || count < 0) return errors.value;
  return text.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count));
}

function joined(parts: readonly CellValue[]): CellValue {
  let result = '';
  for (const part of parts) {
    const text = toText(part);
    if (typeof text === 'object') return text;
    result += text;
  }
  return result;
}

function sliced(take: (text: string, count: number) => string): ValueFunction {
  return {
    least: 1,
    most: 2,
    call: ([value = null, wanted = 1]) => {
      const text = toText(value);
      if (typeof text === 'object') return text;
      const count = toNumber(wanted);
      if (typeof count === 'object') return count;
      return count < 0 ? errors.value : take(text, Math.trunc(count));
    },
  };
}

/** The functions of plain values that are computed here rather than by the library, by their English name. */
export const valueFunctions: Readonly<Record<string, ValueFunction>> = {
  ABS: ofNumbers(1, 1, ([value = 0]) => Math.abs(value)),
  MOD: ofNumbers(2, 2, ([value = 0, by = 0]) =>
    by === 0 ? errors.divide : finite(value - by * Math.floor(value / by)),
  ),
  INT: ofNumbers(1, 1, ([value = 0]) => Math.floor(value)),
  ROUND: ofNumbers(2, 2, ([value = 0, places = 0]) => rounded(value, places)),
  LEN: ofText((text) => text.length),
  LOWER: ofText((text) => text.toLowerCase()),
  UPPER: ofText((text) => text.toUpperCase()),
  TRIM: ofText((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  LEFT: sliced((text, count) => text.slice(0, count)),
  RIGHT: sliced((text, count) => (count === 0 ? '' : text.slice(-count))),
  MID: { least: 3, most: 3, call: middle },
  CONCATENATE: { least: 1, most: 255, call: (args) => joined(args) },
  EXACT: {
    least: 2,
    most: 2,
    call: ([left = null, right = null]) => {
      const [a, b] = [toText(left), toText(right)];
      return typeof a === 'object' ? a : typeof b === 'object' ? b : a === b;
    },
  },
  SUBSTITUTE: { least: 3, most: 4, call: substitute },
  NOT: {
    least: 1,
    most: 1,
    call: ([value = null]) => {
      const condition = toCondition(value);
      return typeof condition === 'object' ? condition : !condition;
    },
  },
  ISBLANK: asks((value) => value === null),
  ISERROR: asks(isError),
  ISNUMBER: asks((value) => typeof value === 'number'),
  ISTEXT: asks((value) => typeof value === 'string'),
};

/** What a function makes of the values of cells and of arguments given outright. */
export interface Fold {
  /** Takes a value of a cell; an error ends it. */
  cell(value: CellValue): CellError | undefined;
  /** Takes an argument that is no reference. */
  argument(value: CellValue): CellError | undefined;
  result(): CellValue;
}

/** Of cells only numbers count; an argument given outright is turned into one. */
function overNumbers(take: (value: number) => void, result: () => CellValue): Fold {
  return {
    cell(value) {
      if (typeof value === 'number') take(value);
      return isError(value) ? value : undefined;
    },
    argument(value) {
      const number = toNumber(value);
      if (typeof number === 'object') return number;
      take(number);
      return undefined;
    },
    result,
  };
}

/** The functions that fold any number of cells and values, by their English name: each call starts a new fold. */
export const foldFunctions: Readonly<Record<string, () => Fold>> = {
  SUM: () => {
    let total = 0;
    return overNumbers(
      (value) => (total += value),
      () => finite(total),
    );
  },
  MIN: () => {
    let best: number | undefined;
    return overNumbers(
      (value) => (best = best === undefined ? value : Math.min(best, value)),
      () => best ?? 0,
    );
  },
  MAX: () => {
    let best: number | undefined;
    return overNumbers(
      (value) => (best = best === undefined ? value : Math.max(best, value)),
      () => best ?? 0,
    );
  },
  AVERAGE: () => {
    let total = 0;
    let count = 0;
    return overNumbers(
      (value) => {
        total += value;
        count += 1;
      },
      () => (count === 0 ? errors.divide : finite(total / count)),
    );
  },
  COUNT: () => {
    let count = 0;
    return {
      cell: (value) => void (count += typeof value === 'number' ? 1 : 0),
      argument: (value) => void (count += typeof toNumber(value) === 'number' ? 1 : 0),
      result: () => count,
    };
  },
  COUNTA: () => {
    let count = 0;
    return {
      cell: (value) => void (count += value === null ? 0 : 1),
      argument: () => void (count += 1),
      result: () => count,
    };
  },
};
