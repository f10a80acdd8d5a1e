const DOT = 46;
const MINUS = 45;
const ZERO = 48;
/** Digits that a double holds whatever they are: all whole numbers of so many are exact. */
const EXACT_DIGITS = 15;
/** Powers of ten that are exact: a whole number divided by one of them is rounded once, as the nearest double. */
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The number that a stretch of ASCII spells, without making a string of it: digits, a point, a sign. NaN for anything
 * else, and for what is longer than a double surely holds, which is for `Number` to read.
 */
export function readDecimal(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  if (first >= end || end - first > EXACT_DIGITS + 1) return NaN;
  let whole = 0;
  let decimals = -1;
  for (let at = first; at < end; at++) {
    const code = bytes[at]!;
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (code === DOT && decimals < 0 && at > first) decimals = 0;
    else return NaN;
  }
  if (decimals < 0 && end - first > EXACT_DIGITS) return NaN;
  const value = decimals > 0 ? whole / POWERS[decimals]! : whole;
  return isNegative ? -value : value;
}

/** The whole number from 0 that a stretch of ASCII spells; -1 for anything else, or more than nine digits. */
export function readIndex(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
