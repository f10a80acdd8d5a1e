import { HostError } from '../../errors';
import { columnIndex, columnName } from '../geometry/address';
import { MAX_COLUMNS, MAX_ROWS, type Point } from '../geometry/rect';

/** Pieces of a formula that are no reference, tried before one; then cells, and whole columns or rows. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u00c0-\uffff])|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!\u00c0-\uffff])|\$?\d{1,7}:\$?\d{1,7}(?![\w.]))|[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*|\d+\.?\d*(?:[eE][+-]?\d+)?/g;

/**
 * The formula of a cell once it was copied with rows turned into columns: what it referred to so many rows below
 * stands as many columns to the right. Absolute references stay. Throws `NotImplemented` for those that are absolute
 * in one way only, and for whole rows and columns.
 */
export function transposeFormula(formula: string, from: Point, to: Point): string {
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [absoluteColumn, letters, absoluteRow, digits, whole] = groups;
    if (whole !== undefined) throw unknown(token);
    if (letters === undefined || digits === undefined) return token;
    const column = columnIndex(letters);
    if (column === null || (absoluteColumn !== '' && absoluteRow !== '')) return token;
    if (absoluteColumn !== '' || absoluteRow !== '') throw unknown(token);
    const right = (to.column + Number(digits) - 1 - from.row + MAX_COLUMNS) % MAX_COLUMNS;
    const down = (to.row + column - from.column + MAX_ROWS) % MAX_ROWS;
    return `${columnName(right)}${down + 1}`;
  });
}

function unknown(reference: string): HostError {
  return new HostError('NotImplemented', `The embedded Excel host does not transpose the reference ${reference}.`);
}
