import { endColumn, endRow } from '../../host/model/geometry/rect';
import type { Rect } from '../../host/model';
import { fontOf } from './look';
import { textWidth } from './measure';
import { noOverflow as none, overflowOf, type Overflow } from './overflow';
import type { CellView, SheetView } from './sheet-view';

/** One box of a row to draw, in pixels from the left of the sheet and the top of the row. */
export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly merge: Rect | null;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cell: CellView | null;
  readonly text: string;
  readonly overflow: Overflow;
  /** The text that spreads hides the lines of the grid, there being no fill that does. */
  readonly hidesLines: boolean;
  /** Part of a merged cell that another part of the screen already stands for. */
  readonly duplicate: boolean;
}

/** The columns of a row drawn on one side of the frozen edge. */
export interface Side {
  readonly first: number;
  readonly last: number;
}

const padding = 6;
/** How many cells to the left of the window may hold a text that reaches into it. */
const furthestLeft = 30;

/**
 * The boxes of a row between two columns. A merged cell is drawn by the first of its rows in the band
 * (`topmost`: this row is), from where it really begins.
 */
export function rowPieces(view: SheetView, row: number, side: Side, topmost: boolean): Piece[] {
  const pieces: Piece[] = [];
  const spill = spillingFrom(view, row, side);
  if (spill) pieces.push(spill);
  for (let column = side.first; column <= side.last; column += 1) {
    const merge = view.mergeAt(row, column);
    if (merge) {
      const drawn = (row === merge.row || topmost) && (column === merge.column || column === side.first);
      if (drawn) pieces.push(mergedPiece(view, merge, row, side));
      column = Math.min(side.last, endColumn(merge) - 1);
    } else if (view.columns.size(column) > 0) {
      pieces.push(plainPiece(view, row, column));
    }
  }
  return pieces;
}

function plainPiece(view: SheetView, row: number, column: number): Piece {
  const cell = view.cell(row, column);
  const width = view.columns.size(column);
  const text = cell ? fitted(cell, width) : '';
  const overflow = cell ? spread(view, row, column, cell, text) : none;
  return {
    row,
    column,
    merge: null,
    left: view.columns.offset(column),
    top: 0,
    width,
    height: view.rows.size(row),
    cell,
    text,
    overflow,
    hidesLines: overflow !== none && cell?.css.covers === false && !reachesPainted(view, row, column, overflow),
    duplicate: false,
  };
}

function mergedPiece(view: SheetView, merge: Rect, row: number, side: Side): Piece {
  const { rows, columns, frozenRows, frozenColumns } = view;
  const cell = view.cell(merge.row, merge.column);
  const left = columns.offset(merge.column);
  const width = columns.offset(endColumn(merge)) - left;
  return {
    row: merge.row,
    column: merge.column,
    merge,
    left,
    top: rows.offset(merge.row) - rows.offset(row),
    width,
    height: rows.offset(endRow(merge)) - rows.offset(merge.row),
    cell,
    text: cell ? fitted(cell, width) : '',
    overflow: none,
    hidesLines: false,
    duplicate:
      (merge.column < frozenColumns && side.first >= frozenColumns) || (merge.row < frozenRows && row >= frozenRows),
  };
}

/** The cell beyond the left edge whose text reaches into the window, if there is one. */
function spillingFrom(view: SheetView, row: number, side: Side): Piece | null {
  for (let column = side.first; column >= Math.max(0, side.first - furthestLeft); column -= 1) {
    if (view.mergeAt(row, column)) return null;
    if (!view.filled(row, column)) continue;
    if (column === side.first) return null;
    const piece = plainPiece(view, row, column);
    return piece.left + piece.width + piece.overflow.right > view.columns.offset(side.first) ? piece : null;
  }
  return null;
}

function spread(view: SheetView, row: number, column: number, cell: CellView, text: string): Overflow {
  const { look, align } = cell;
  if (text === '' || look.wrap || typeof cell.value !== 'string' || text.includes('\n')) return none;
  const needed = widthOf(cell, text) + padding + look.indent * 9;
  return overflowOf(
    view.columns,
    column,
    needed,
    align,
    (other) => !view.filled(row, other) && !view.mergeAt(row, other),
  );
}

/** Whether a text spreads over a cell with a fill or a border, which it must not hide. */
function reachesPainted(view: SheetView, row: number, column: number, { left, right }: Overflow): boolean {
  const { columns } = view;
  const start = columns.offset(column);
  const last = columns.at(start + columns.size(column) + right - 1);
  for (let other = columns.at(start - left); other <= last; other += 1) {
    if (view.cell(row, other)?.css.covers) return true;
  }
  return false;
}

function widthOf(cell: CellView, text: string): number {
  if (!cell.runs) return textWidth(text, fontOf(cell.look));
  return cell.runs.reduce((sum, { text: part, font }) => {
    const { look } = cell;
    return (
      sum +
      textWidth(
        part,
        fontOf({
          fontName: font?.name ?? look.fontName,
          fontSize: font?.size ?? look.fontSize,
          bold: font?.bold ?? look.bold,
          italic: font?.italic ?? look.italic,
        }),
      )
    );
  }, 0);
}

/** A number never spreads: a general one loses decimals, and what still does not fit shows as `####`. */
function fitted(cell: CellView, width: number): string {
  const { text, value, look } = cell;
  if (typeof value !== 'number' || text === '' || look.wrap) return text;
  const room = width - padding + 2;
  const font = fontOf(look);
  if (textWidth(text, font) <= room) return text;
  const separator = /\d([.,])\d+$/.exec(text)?.[1];
  if (separator !== undefined && cell.general) {
    for (let digits = text.length - text.lastIndexOf(separator) - 2; digits >= 0; digits -= 1) {
      const shorter = value.toFixed(digits).replace('.', separator);
      if (textWidth(shorter, font) <= room) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / textWidth('#', font))));
}
