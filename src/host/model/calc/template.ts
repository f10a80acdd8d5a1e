import { columnIndex } from '../geometry/address';

/**
 * Text literals, quoted sheet names and the inside of brackets, which are passed over; single cells; other words and
 * numbers, so that `LOG10(` and `1E5` are not taken for cells.
 */
const parts =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'[^]|\[(?:[^[\]']|'[^])*\])*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\w(.!\\])|[\p{L}_\\][\p{L}\w.\\?]*|\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/**
 * The text of a formula with its relative references as distances from its cell: formulas filled down a column have
 * one template, which is parsed and compiled once.
 */
export function templateOf(formula: string, row: number, column: number): string {
  return formula.replace(parts, (part, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    if (letters === undefined || digits === undefined || (fixedColumn === '$' && fixedRow === '$')) return part;
    const across = fixedColumn === '$' ? letters : String((columnIndex(letters) ?? 0) - column);
    const down = fixedRow === '$' ? digits : String(Number(digits) - row);
    // Distances stand in signs that no formula holds.
    return `\u0001${fixedRow ?? ''}${down}\u0002${fixedColumn ?? ''}${across}\u0003`;
  });
}

/** The text of a formula whatever cells it names: whether it parses is the same for all of one skeleton. */
export function skeletonOf(formula: string): string {
  return formula.replace(parts, (part, _fixedColumn, letters?: string) => (letters === undefined ? part : 'A1'));
}
