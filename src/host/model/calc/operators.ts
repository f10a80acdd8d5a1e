import type { CellError, CellValue } from '../cells/cell';
import { errors, finite, isError, toNumber, toText } from './coercion';

type Binary = (left: CellValue, right: CellValue) => CellValue;

function arithmetic(work: (left: number, right: number) => number | CellError): Binary {
  return (left, right) => {
    const a = toNumber(left);
    if (typeof a === 'object') return a;
    const b = toNumber(right);
    return typeof b === 'object' ? b : work(a, b);
  };
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** A blank is compared as the empty value of the other's kind. */
function ofKind(blank: CellValue, other: CellValue): CellValue {
  if (blank !== null) return blank;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function rank(value: CellValue): number {
  return typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0;
}

/** Numbers come before texts, texts before truth values; case does not count. */
function order(left: CellValue, right: CellValue): number {
  const a = ofKind(left, right);
  const b = ofKind(right, left);
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : collator.compare(a, b);
  return rank(a) - rank(b) || Number(a) - Number(b);
}

function comparison(holds: (difference: number) => boolean): Binary {
  return (left, right) => {
    if (isError(left)) return left;
    if (isError(right)) return right;
    return holds(order(left, right));
  };
}

function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent === 0) return errors.number;
  if (base === 0 && exponent < 0) return errors.divide;
  return finite(base ** exponent);
}

/** The operators between two values, by their sign; an error on either side is the result. */
export const binaryOperators: Readonly<Record<string, Binary>> = {
  '+': arithmetic((a, b) => finite(a + b)),
  '-': arithmetic((a, b) => finite(a - b)),
  '*': arithmetic((a, b) => finite(a * b)),
  '/': arithmetic((a, b) => (b === 0 ? errors.divide : finite(a / b))),
  '^': arithmetic(power),
  '&': (left, right) => {
    const a = toText(left);
    if (typeof a === 'object') return a;
    const b = toText(right);
    return typeof b === 'object' ? b : a + b;
  },
  '=': comparison((difference) => difference === 0),
  '<>': comparison((difference) => difference !== 0),
  '<': comparison((difference) => difference < 0),
  '>': comparison((difference) => difference > 0),
  '<=': comparison((difference) => difference <= 0),
  '>=': comparison((difference) => difference >= 0),
};

type Unary = (value: CellValue) => CellValue;

function ofNumber(work: (value: number) => number): Unary {
  return (value) => {
    const number = toNumber(value);
    return typeof number === 'object' ? number : work(number);
  };
}

/** A plus sign leaves a text a text, as in Excel. */
export const unaryOperators: Readonly<Record<string, Unary>> = {
  '+': (value) => value,
  '-': ofNumber((value) => (value === 0 ? 0 : -value)),
};

export const percent = ofNumber((value) => value / 100);
