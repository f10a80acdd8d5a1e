import { MAX_CELL_TEXT, type CellInput, type CellValue, type Rect } from '../../model';
import type { Json } from '../../wire/protocol';
import { invalidArgument } from '../arguments';

/** A cell's value as the wire carries it: nothing is the empty text, an error its name. */
export function plain(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** `Excel.RangeValueType` of a cell's value. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    default:
      return 'Error';
  }
}

/** A grid filled with one value, of the size of `rect`. */
export function filledGrid<T>(rect: Rect, value: T): T[][] {
  return Array.from({ length: rect.rows }, () => new Array<T>(rect.columns).fill(value));
}

/**
 * What `range.values = …` was given, as a grid of the range's size. One value stands for every cell.
 * Throws `InvalidArgument` for another shape or anything that no cell can hold.
 */
export function inputGrid(rect: Rect, value: Json): readonly (readonly CellInput[])[] {
  if (!Array.isArray(value)) return filledGrid(rect, cellInput(value));
  const rows = value as readonly Json[];
  if (rows.length !== rect.rows) throw invalidArgument();
  for (const row of rows) if (!isLine(row, rect.columns)) throw invalidArgument();
  return rows as readonly (readonly CellInput[])[];
}

function isLine(row: Json, columns: number): row is readonly CellInput[] {
  if (!Array.isArray(row) || row.length !== columns) return false;
  // A call for each cell of a large grid would take longer than what it asks.
  for (const value of row as readonly Json[]) if (!isCellInput(value)) return false;
  return true;
}

function isCellInput(value: Json): value is CellInput {
  if (typeof value === 'string') return value.length <= MAX_CELL_TEXT;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

function cellInput(value: Json): CellInput {
  if (!isCellInput(value)) throw invalidArgument();
  return value;
}

/** Texts (number formats) in the shape of the range, or one for all. */
export function textGrid(rect: Rect, value: Json): string | readonly (readonly string[])[] {
  if (typeof value === 'string') return value;
  const single = onlyText(value);
  if (single !== undefined) return single;
  const grid = inputGrid(rect, value);
  return grid.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'string') throw invalidArgument();
      return cell;
    }),
  );
}

/** The one text of a grid of one cell: Excel takes it for the whole range. */
function onlyText(value: Json): string | undefined {
  if (!Array.isArray(value) || value.length !== 1) return undefined;
  const [row] = value as readonly Json[];
  if (!Array.isArray(row) || row.length !== 1) return undefined;
  const [text] = row as readonly Json[];
  return typeof text === 'string' ? text : undefined;
}
