import {
  bounding,
  endColumn,
  endRow,
  intersects,
  rectOf,
  sameRect,
  type Point,
  type Rect,
} from '../../host/model/geometry/rect';
import type { Axis } from './axis';

/** The active cell, and two opposite corners of what is selected with it; extending moves `focus`. */
export interface Selection {
  readonly active: Point;
  readonly anchor: Point;
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

export const extended = ({ active }: Selection, focus: Point): Selection => ({ active, anchor: active, focus });

export const only = (at: Point): Selection => ({ active: at, anchor: at, focus: at });

/** What is selected: from corner to corner, grown until no merged cell is cut. */
export function selectedRect(selection: Selection, merges: readonly Rect[]): Rect {
  const { anchor, focus } = selection;
  let rect = bounding(rectOf(anchor.row, anchor.column), rectOf(focus.row, focus.column));
  for (;;) {
    const before = rect;
    const grown = merges.reduce((sum, merge) => (intersects(merge, before) ? bounding(sum, merge) : sum), before);
    if (sameRect(grown, before)) return before;
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
  const far = merge && step > 0 ? (vertical ? endRow(merge) - 1 : endColumn(merge) - 1) : at;
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
  const far = merge && step > 0 ? (vertical ? endRow(merge) - 1 : endColumn(merge) - 1) : start;
  const filled = (i: number) => (vertical ? terrain.filled(i, from.column) : terrain.filled(from.row, i));
  const found = edge(filled, start, far, step, usedEnds(terrain.used, vertical), axis.count - 1);
  const visible = axis.visibleFrom(found, step);
  const next = axis.size(visible) > 0 ? visible : axis.visibleFrom(found, step === 1 ? -1 : 1);
  return anchored(terrain, vertical ? { row: next, column: from.column } : { row: from.row, column: next });
}

/** Outside what is used nothing is filled: a million empty rows are never looked at. */
function usedEnds(used: Rect | null, vertical: boolean): { first: number; last: number } {
  if (!used) return { first: 0, last: -1 };
  return vertical ? { first: used.row, last: endRow(used) - 1 } : { first: used.column, last: endColumn(used) - 1 };
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
  return terrain.used ? { row: endRow(terrain.used) - 1, column: endColumn(terrain.used) - 1 } : { row: 0, column: 0 };
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
