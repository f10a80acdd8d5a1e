/**
 * `@A:A`, the cell of the formula's own row. Files leave the sign out wherever one value is wanted, as every formula meant
 * it before results could spill; where a function would take the whole range they say `_xlfn.SINGLE(A:A)`.
 */
const REFERENCE =
  "(?:(?:'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?\\$?[A-Za-z]{1,3}\\$?\\d*(?::\\$?[A-Za-z]{1,3}\\$?\\d*)?(?![\\w.(\\[])";

/** What is passed over; what opens, with the name of its function, and closes; the sign with its reference. */
const PIECE = new RegExp(
  `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[(?:[^[\\]']|'.|\\[(?:[^[\\]']|'.)*\\])*\\]|([A-Za-z][\\w.]*)?\\(|\\)|@(${REFERENCE})?`,
  'gu',
);
const SINGLE = new RegExp(`"(?:[^"]|"")*"|_xlfn\\.SINGLE\\((${REFERENCE})\\)`, 'giu');

/** Functions all of whose arguments are single values. */
const OF_VALUES: ReadonlySet<string> = new Set(
  (
    'ABS DATE DAY EDATE EOMONTH EXACT FIND IF IFERROR IFNA INT ISBLANK ISERROR ISNUMBER ISTEXT LEFT LEN LOWER MID MOD ' +
    'MONTH NOT PROPER REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SUBSTITUTE TEXT TRIM UPPER VALUE WEEKDAY YEAR'
  ).split(' '),
);

/** Functions that compute with whole ranges, at any depth. */
const OF_ARRAYS: ReadonlySet<string> = new Set(['SUMPRODUCT', 'LOOKUP', 'FREQUENCY', 'MMULT', 'FILTER', 'SORT', 'LET']);

/** A formula of a cell as the file spells it. */
export function withoutSigns(formula: string): string {
  if (!formula.includes('@')) return formula;
  const open: string[] = [];
  return formula.replace(
    PIECE,
    (piece: string, name: string | undefined, reference: string | undefined, at: number) => {
      if (piece.endsWith('(')) open.push((name ?? '').toUpperCase());
      else if (piece === ')') open.pop();
      if (!piece.startsWith('@')) return piece;
      if (reference === undefined) return '';
      const isWhole = /[(,]\s*$/.test(formula.slice(0, at)) && /^\s*[,)]/.test(formula.slice(at + piece.length));
      const isValue = !open.some((each) => OF_ARRAYS.has(each)) && (!isWhole || OF_VALUES.has(open.at(-1) ?? ''));
      return isValue ? reference : `_xlfn.SINGLE(${reference})`;
    },
  );
}

/** A formula of the file with the sign in the place of the function. */
export function withSigns(formula: string): string {
  if (!/_xlfn\.SINGLE/i.test(formula)) return formula;
  return formula.replace(SINGLE, (piece: string, reference: string | undefined) =>
    reference === undefined ? piece : `@${reference}`,
  );
}
