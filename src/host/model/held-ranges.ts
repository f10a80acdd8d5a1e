import { endColumn, endRow } from './rect';
import type { Rect } from './types';

/** A range that a client holds by reference. It follows its cells; one whose cells were deleted has no rows left. */
export interface HeldRange {
  rect: Rect;
}

/**
 * Lets held ranges follow a shift of the cells from the top of `region` down: `by` rows down where rows were put in,
 * up where as many above it were taken out. Ranges that reach beyond the columns that shift stay, as in Excel.
 */
export function followShift(held: Iterable<HeldRange>, region: Rect, by: number): void {
  for (const range of held) {
    const { rect } = range;
    if (rect.column < region.column || endColumn(rect) > endColumn(region)) continue;
    if (by > 0) range.rect = pushedDown(rect, region.row, by);
    else range.rect = pulledUp(rect, region.row + by, -by);
  }
}

function pushedDown(rect: Rect, at: number, by: number): Rect {
  if (rect.row >= at) return { ...rect, row: rect.row + by };
  return endRow(rect) > at ? { ...rect, rows: rect.rows + by } : rect;
}

function pulledUp(rect: Rect, first: number, count: number): Rect {
  const before = (row: number) => Math.min(Math.max(row - first, 0), count);
  const [above, withIn] = [before(rect.row), before(endRow(rect))];
  return above === 0 && withIn === 0 ? rect : { ...rect, row: rect.row - above, rows: rect.rows - (withIn - above) };
}
