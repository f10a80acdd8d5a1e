import type { Rect } from '../geometry/rect';

/**
 * Cells put in (`by` above 0) or taken out (below 0) from `at` on, in the columns or rows `first` to `end` (exclusive)
 * across: what stands after them, down or to the right, moves.
 */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly by: number;
  readonly first: number;
  readonly end: number;
}

/** Room made for a range, or left by it: along `axis`, within its other sides. */
export function shiftOf(rect: Rect, axis: Shift['axis'], sign: 1 | -1): Shift {
  return axis === 'row'
    ? { axis, at: rect.row, by: sign * rect.rows, first: rect.column, end: rect.column + rect.columns }
    : { axis, at: rect.column, by: sign * rect.columns, first: rect.row, end: rect.row + rect.rows };
}

/** Whether the range lies wholly within the columns (or rows) that shift; one that reaches beyond stays where it is. */
export function isWithin(rect: Rect, { axis, first, end }: Shift): boolean {
  const [start, count] = axis === 'row' ? [rect.column, rect.columns] : [rect.row, rect.rows];
  return start >= first && start + count <= end;
}

/** Where a range is after the shift; null where all its cells were taken out. */
export function shiftedRect(rect: Rect, shift: Shift): Rect | null {
  if (!isWithin(rect, shift)) return rect;
  const [start, count] = shift.axis === 'row' ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const span = shift.by > 0 ? pushed(start, count, shift) : pulled(start, count, shift);
  if (span === null) return null;
  return shift.axis === 'row'
    ? { ...rect, row: span.start, rows: span.count }
    : { ...rect, column: span.start, columns: span.count };
}

interface Span {
  readonly start: number;
  readonly count: number;
}

function pushed(start: number, count: number, { at, by }: Shift): Span {
  if (start >= at) return { start: start + by, count };
  return { start, count: start + count > at ? count + by : count };
}

function pulled(start: number, count: number, { at, by }: Shift): Span | null {
  const before = (place: number): number => Math.min(Math.max(place - at, 0), -by);
  const [above, within] = [before(start), before(start + count)];
  const left = count - (within - above);
  return left === 0 ? null : { start: start - above, count: left };
}
