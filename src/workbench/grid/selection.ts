import { MAX_COLUMNS, MAX_ROWS, type Point, type Rect } from '../../host/model/types';
import type { Axis } from './axis';

/** The active cell, and the far corner of what is selected with it. */
export interface Selection {
  readonly active: Point;
  readonly focus: Point;
}

/** What moving about a sheet needs to know of it. */
export interface Terrain {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly used: Rect | null;
  filled(row: number, column: number): boolean;
  mergeAt(row: number, column: number): Rect | undefined;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export const only = (at: Point): Selection => ({ active: at, focus: at });

export const lastRow = (rect: Rect): number => rect.row + rect.rows - 1;
export const lastColumn = (rect: Rect): number => rect.column + rect.columns - 1;

export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row <= lastRow(rect) && column >= rect.column && column <= lastColumn(rect);
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.row <= lastRow(b) && b.row <= lastRow(a) && a.column <= lastColumn(b) && b.column <= lastColumn(a);
}

export function spanning(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(lastRow(a), lastRow(b)) - row + 1,
    columns: Math.max(lastColumn(a), lastColumn(b)) - column + 1,
  };
}

const cellRect = ({ row, column }: Point): Rect => ({ row, column, rows: 1, columns: 1 });

/** What is selected: from the active cell to the far corner, grown until no merged cell is cut. */
export function selectedRect(selection: Selection, merges: readonly Rect[]): Rect {
  let rect = spanning(cellRect(selection.active), cellRect(selection.focus));
  for (;;) {
    const grown = merges.reduce((sum, merge) => (intersects(merge, rect) ? spanning(sum, merge) : sum), rect);
    if (grown.rows === rect.rows && grown.columns === rect.columns) return rect;
    rect = grown;
  }
}

const steps: Record<Direction, { readonly vertical: boolean; readonly step: 1 | -1 }> = {
  up: { vertical: true, step: -1 },
  down: { vertical: true, step: 1 },
  left: { vertical: false, step: -1 },
  right: { vertical: false, step: 1 },
};

/** The cell `count` steps away, over hidden rows and columns, out of and into merged cells as one. */
export function stepped(terrain: Terrain, from: Point, direction: Direction, count = 1): Point {
  const { vertical, step } = steps[direction];
  const axis = vertical ? terrain.rows : terrain.columns;
  const merge = terrain.mergeAt(from.row, from.column);
  const at = vertical ? from.row : from.column;
  const far = merge && step > 0 ? (vertical ? lastRow(merge) : lastColumn(merge)) : at;
  const wanted = Math.max(0, Math.min(axis.count - 1, far + step * count));
  const visible = axis.visibleFrom(wanted, step);
  const next = axis.size(visible) > 0 ? visible : at;
  return anchored(terrain, vertical ? { row: next, column: from.column } : { row: from.row, column: next });
}

/** Ctrl+arrow: to the end of the block of filled cells, else to the next filled cell, else to the sheet's edge. */
export function toDataEdge(terrain: Terrain, from: Point, direction: Direction): Point {
  const { vertical, step } = steps[direction];
  const axis = vertical ? terrain.rows : terrain.columns;
  const merge = terrain.mergeAt(from.row, from.column);
  const start = vertical ? from.row : from.column;
  const far = merge && step > 0 ? (vertical ? lastRow(merge) : lastColumn(merge)) : start;
  const filled = (i: number) => (vertical ? terrain.filled(i, from.column) : terrain.filled(from.row, i));
  const found = edge(filled, start, far, step, usedEnds(terrain.used, vertical), axis.count - 1);
  const visible = axis.visibleFrom(found, step);
  const next = axis.size(visible) > 0 ? visible : axis.visibleFrom(found, step === 1 ? -1 : 1);
  return anchored(terrain, vertical ? { row: next, column: from.column } : { row: from.row, column: next });
}

/** Outside what is used nothing is filled: a million empty rows are never looked at. */
function usedEnds(used: Rect | null, vertical: boolean): { first: number; last: number } {
  if (!used) return { first: 0, last: -1 };
  return vertical ? { first: used.row, last: lastRow(used) } : { first: used.column, last: lastColumn(used) };
}

function edge(
  filled: (i: number) => boolean,
  start: number,
  far: number,
  step: 1 | -1,
  used: { first: number; last: number },
  end: number,
): number {
  const limit = step > 0 ? end : 0;
  const inUse = (i: number) => i >= used.first && i <= used.last;
  const next = far + step;
  if (next < 0 || next > end) return far;
  if (filled(start) && inUse(next) && filled(next)) {
    let at = next;
    while (inUse(at + step) && filled(at + step)) at += step;
    return at;
  }
  let at = step > 0 ? Math.max(next, used.first) : Math.min(next, used.last);
  while (inUse(at)) {
    if (filled(at)) return at;
    at += step;
  }
  return limit;
}

/** The cell that stands for a place: the first of its merged cell, else itself. */
export function anchored(terrain: Pick<Terrain, 'mergeAt'>, at: Point): Point {
  const merge = terrain.mergeAt(at.row, at.column);
  return merge ? { row: merge.row, column: merge.column } : at;
}

/** Ctrl+End: the last row and the last column in use. */
export function lastUsed(terrain: Terrain): Point {
  return terrain.used ? { row: lastRow(terrain.used), column: lastColumn(terrain.used) } : { row: 0, column: 0 };
}

/** Enter and Tab within several selected cells: round and round, row by row for Tab, column by column for Enter. */
export function cycled(rect: Rect, at: Point, by: 'row' | 'column', step: 1 | -1): Point {
  const { rows, columns } = rect;
  const down = at.row - rect.row;
  const across = at.column - rect.column;
  const count = rows * columns;
  const index = by === 'row' ? down * columns + across : across * rows + down;
  const next = (index + step + count) % count;
  return by === 'row'
    ? { row: rect.row + Math.floor(next / columns), column: rect.column + (next % columns) }
    : { row: rect.row + (next % rows), column: rect.column + Math.floor(next / rows) };
}

/** `B3`, `B3:D9`, `A:C`, `2:5`: as the name box shows it. */
export function addressOf(rect: Rect): string {
  if (rect.rows === MAX_ROWS && rect.columns === MAX_COLUMNS) return `1:${MAX_ROWS}`;
  if (rect.rows === MAX_ROWS) return `${columnName(rect.column)}:${columnName(lastColumn(rect))}`;
  if (rect.columns === MAX_COLUMNS) return `${rect.row + 1}:${lastRow(rect) + 1}`;
  const first = `${columnName(rect.column)}${rect.row + 1}`;
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${columnName(lastColumn(rect))}${lastRow(rect) + 1}`;
}

/** The reverse of `addressOf`, `$` allowed; null for what is not an address. */
export function rectAt(address: string): Rect | null {
  const [from = '', to = from, ...rest] = address.trim().toUpperCase().replaceAll('$', '').split(':');
  const first = cornerAt(from);
  const last = cornerAt(to);
  if (!first || !last || rest.length > 0) return null;
  if (first.row === null || last.row === null) {
    if (first.row !== last.row || first.column === null || last.column === null || !address.includes(':')) return null;
    return between({ row: 0, column: first.column }, { row: MAX_ROWS - 1, column: last.column });
  }
  if (first.column === null || last.column === null) {
    if (first.column !== last.column || !address.includes(':')) return null;
    return between({ row: first.row, column: 0 }, { row: last.row, column: MAX_COLUMNS - 1 });
  }
  return between({ row: first.row, column: first.column }, { row: last.row, column: last.column });
}

const between = (a: Point, b: Point): Rect => spanning(cellRect(a), cellRect(b));

function cornerAt(text: string): { row: number | null; column: number | null } | null {
  const match = /^([A-Z]{0,3})(\d{0,7})$/.exec(text);
  const [, letters = '', digits = ''] = match ?? [];
  if (letters === '' && digits === '') return null;
  const column = letters === '' ? null : columnAt(letters);
  const row = digits === '' ? null : Number(digits) - 1;
  if (column !== null && column >= MAX_COLUMNS) return null;
  return row !== null && (row < 0 || row >= MAX_ROWS) ? null : { row, column };
}

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
