import { columnName, parseRect } from '../geometry/address';
import { sameName } from '../formulas/names';
import {
  covers,
  endColumn,
  endRow,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Rect,
} from '../geometry/rect';
import { shiftedRect, type Shift } from './shift-rect';

/** Pieces of a formula: texts, table columns; then references with their sheet, if any; then words and numbers. */
const TOKEN =
  /"(?:[^"]|"")*"|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|((?:'(?:[^']|'')+'|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w.(!\u00c0-\uffff])|[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*|\d+\.?\d*(?:[eE][+-]?\d+)?/g;

/**
 * The formula after a shift of the cells of sheet `target`: references to what moved follow it, ranges grow and
 * shrink, what was taken out is `#REF!`. `own` is the sheet that references without one mean.
 */
export function shiftReferences(formula: string, own: string | null, target: string, shift: Shift): string {
  return followReferences(formula, own, target, (rect) => shiftedRect(rect, shift));
}

/**
 * The formula after the cells of sheet `target` in `from` were moved to `to`: references to them and to nothing else
 * follow, what was overwritten is `#REF!`.
 */
export function moveReferences(formula: string, own: string | null, target: string, from: Rect, to: Rect): string {
  return followReferences(formula, own, target, (rect) => {
    if (covers(from, rect))
      return { ...rect, row: rect.row + to.row - from.row, column: rect.column + to.column - from.column };
    return covers(to, rect) ? null : rect;
  });
}

function followReferences(
  formula: string,
  own: string | null,
  target: string,
  follow: (rect: Rect) => Rect | null,
): string {
  // References into other files name their file in brackets: their sheets are not ours.
  if (/\[\d+\]/.test(formula)) return formula;
  return formula.replace(TOKEN, (token: string, prefix: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const sheet = prefix === undefined ? own : unquoted(prefix.slice(0, -1));
    const rect = parseRect(reference);
    if (rect === null || sheet === null || !sameName(sheet, target)) return token;
    const moved = follow(rect);
    if (moved === null) return `${prefix ?? ''}#REF!`;
    return `${prefix ?? ''}${printed(clipped(moved), reference)}`;
  });
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Whole columns and rows stay whole; what would leave the sheet ends with it. */
function clipped(rect: Rect): Rect {
  return {
    ...rect,
    rows: Math.min(rect.rows, MAX_ROWS - rect.row),
    columns: Math.min(rect.columns, MAX_COLUMNS - rect.column),
  };
}

/** The rectangle with the `$` signs of the reference that it comes from. */
function printed(rect: Rect, reference: string): string {
  const [from = '', to] = reference.split(':');
  const last = { row: endRow(rect) - 1, column: endColumn(rect) - 1 };
  if (to === undefined) return cell(rect.row, rect.column, from);
  if (/^\$?[A-Za-z]+$/.test(from) && isWholeColumns(rect)) {
    return `${dollar(from)}${columnName(rect.column)}:${dollar(to)}${columnName(last.column)}`;
  }
  if (/^\$?\d+$/.test(from) && isWholeRows(rect)) {
    return `${dollar(from)}${rect.row + 1}:${dollar(to)}${last.row + 1}`;
  }
  return `${cell(rect.row, rect.column, from)}:${cell(last.row, last.column, to)}`;
}

function cell(row: number, column: number, like: string): string {
  const [, ofColumn = '', ofRow = ''] = /^(\$?)[A-Za-z]*(\$?)/.exec(like) ?? [];
  return `${ofColumn}${columnName(column)}${ofRow}${row + 1}`;
}

function dollar(part: string): string {
  return part.startsWith('$') ? '$' : '';
}
