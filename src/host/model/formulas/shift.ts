import { columnIndex, columnName } from '../geometry/address';
import { MAX_COLUMNS, MAX_ROWS } from '../types';

/**
 * Pieces of a formula that are no reference, tried before one: texts, quoted sheets, table columns, words, numbers.
 * What follows are the three shapes of a reference: cell, columns, rows.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u00c0-\uffff])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!\u00c0-\uffff])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])|[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*|\d+\.?\d*(?:[eE][+-]?\d+)?/g;

/**
 * The formula of a cell that shares the formula of another one so many rows above and columns to the left: relative
 * references move along, absolute ones stay; one pushed off the sheet wraps around, as in Excel.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (mark: string, name: string): string | null => {
    const index = columnIndex(name);
    if (index === null) return null;
    return mark + (mark ? name : columnName((index + columns + MAX_COLUMNS) % MAX_COLUMNS));
  };
  const row = (mark: string, digits: string): string =>
    mark + (mark ? digits : String(((Number(digits) - 1 + rows + MAX_ROWS) % MAX_ROWS) + 1));
  return formula.replace(TOKEN, (token, ...groups: (string | undefined)[]) => {
    const [c$, c, r$, r, from$, from, to$, to, top$, top, bottom$, bottom] = groups;
    if (c !== undefined) {
      const moved = column(c$!, c);
      return moved === null ? token : moved + row(r$!, r!);
    }
    if (from !== undefined) {
      const [left, right] = [column(from$!, from), column(to$!, to!)];
      return left === null || right === null ? token : `${left}:${right}`;
    }
    if (top !== undefined) return `${row(top$!, top)}:${row(bottom$!, bottom!)}`;
    return token;
  });
}
