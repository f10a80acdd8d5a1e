import { HostError } from '../../errors';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  type Cell,
  type Rect,
  type Sheet,
  type StyleId,
  type Style,
  type Workbook,
} from '../../model';
import { parseReference } from '../../model/geometry/address';
import { isInSheet, isWholeColumns, isWholeRows } from '../../model/geometry/rect';
import { invalidArgument, itemNotFound } from '../arguments';
import { filledGrid } from './cell-values';

/** A range of one sheet: what an `Excel.Range` stands for in the host. */
export interface RangeRef {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** Several ranges of one sheet; never empty. */
export type Areas = readonly RangeRef[];

/** The tables that a range touches, or those that lie wholly in it. */
export interface ScopedTables {
  readonly range: RangeRef;
  readonly fullyContained: boolean;
}

export const WHOLE_SHEET: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** A range moved or resized; throws `InvalidArgument` where it would leave the sheet. */
export function rangeOf(sheet: Sheet, rect: Rect): RangeRef {
  if (!isInSheet(rect)) throw invalidArgument();
  return { sheet, rect };
}

/** Whole rows or columns: their cells cannot be read or written one by one. */
export function isUnbounded(rect: Rect): boolean {
  return isWholeColumns(rect) || isWholeRows(rect);
}

/** Whether the sheet still belongs to its workbook. */
export function isAlive(sheet: Sheet): boolean {
  return sheet.workbook.sheetById(sheet.id) === sheet;
}

/**
 * Reads an address (`A1:B2`, `Plan!A:A`, a defined name) as seen from a sheet; nothing is the whole sheet.
 * Throws `InvalidArgument` for what is no address and `ItemNotFound` for a sheet that does not exist.
 */
export function rangeAt(sheet: Sheet, address: string | undefined): RangeRef {
  if (address === undefined || address === '') return { sheet, rect: WHOLE_SHEET };
  const reference = parseReference(address);
  if (reference) {
    const on = reference.sheet === undefined ? sheet : sheet.workbook.sheetByName(reference.sheet);
    if (!on) throw itemNotFound();
    return { sheet: on, rect: reference.rect };
  }
  const named = rangeOfName(sheet.workbook, address, sheet);
  if (!named) throw invalidArgument();
  return named;
}

/** The range that a defined name or a table's name means; null where it means none. */
function rangeOfName(workbook: Workbook, name: string, scope?: Sheet): RangeRef | null {
  const lower = name.toLowerCase();
  const found = workbook.names.all.filter((candidate) => candidate.name.toLowerCase() === lower);
  const defined =
    found.find((candidate) => candidate.scope === scope?.id) ?? found.find((candidate) => !candidate.scope);
  if (defined) return rangeOfFormula(workbook, defined.formula, scope);
  const table = workbook.tableByName(name);
  return table ? { sheet: table.sheet, rect: table.bodyRect } : null;
}

/** The range that a formula is, when it is one reference. */
export function rangeOfFormula(workbook: Workbook, formula: string, scope?: Sheet): RangeRef | null {
  const reference = parseReference(formula.replace(/^=/, ''));
  if (!reference) return null;
  const sheet = reference.sheet === undefined ? scope : workbook.sheetByName(reference.sheet);
  return sheet ? { sheet, rect: reference.rect } : null;
}

/** Reads one thing of each cell into a grid; cells that do not exist give `empty`. Work is per existing cell. */
export function readGrid<T>(
  { sheet, rect }: RangeRef,
  empty: T,
  read: (cell: Cell, row: number, column: number) => T,
): T[][] {
  const grid = filledGrid(rect, empty);
  for (const { row, column, cell } of sheet.cells.within(rect)) {
    const line = grid[row - rect.row];
    if (line) line[column - rect.column] = read(cell, row, column);
  }
  return grid;
}

/** Above this many cells a range's styles are gathered from cells, rows and columns instead of place by place. */
const PLACE_BY_PLACE = 20_000;

/** The distinct styles of a range. */
function stylesIn({ sheet, rect }: RangeRef): readonly Style[] {
  const ids = new Set<StyleId>();
  if (rect.rows * rect.columns <= PLACE_BY_PLACE) {
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++)
        ids.add(sheet.styles.at(row, column));
    }
  } else {
    for (const { cell } of sheet.cells.within(rect)) ids.add(cell.style);
    const spans = [...sheet.columns.spans];
    for (let column = rect.column; column < rect.column + rect.columns;) {
      const span = spans.find(({ first, last }) => first <= column && column <= last);
      ids.add(sheet.columns.styleAt(column));
      column = span ? span.last + 1 : nextSpan(spans, column);
    }
    for (const properties of sheet.rows.all()) {
      if (properties.row >= rect.row && properties.row < rect.row + rect.rows) {
        ids.add(sheet.styles.at(properties.row, rect.column));
      }
    }
  }
  return [...ids].map((id) => sheet.workbook.styles.get(id));
}

function nextSpan(spans: readonly { readonly first: number }[], column: number): number {
  return Math.min(MAX_COLUMNS, ...spans.map(({ first }) => first).filter((first) => first > column));
}

/** One thing of every cell's style: its value where all agree, null where they differ. */
export function uniform<V>(range: RangeRef, pick: (style: Style) => V): V | null {
  return agreed(stylesIn(range).map(pick));
}

/** The value that all share, or null. */
export function agreed<V>(values: readonly V[]): V | null {
  const [first] = values;
  if (first === undefined) return null;
  return values.every((value) => value === first) ? first : null;
}

export function refuseUnbounded(range: RangeRef): void {
  if (isUnbounded(range.rect)) {
    throw new HostError(
      'InvalidArgument',
      'The argument is invalid: the range is unbounded, so its cells cannot be set one by one.',
    );
  }
}
