import type { Axis } from './axis';

/** Room, in pixels, that a text takes beyond its cell on each side. */
export interface Overflow {
  readonly left: number;
  readonly right: number;
}

export const noOverflow: Overflow = { left: 0, right: 0 };

/** As far as Excel's own screens go; no text is longer than that. */
const furthest = 60;

/**
 * How far a text on one line spreads over empty neighbours. `needed`: its width with padding;
 * `align`: where it starts from; `free`: whether a column of the row is empty.
 */
export function overflowOf(
  columns: Axis,
  column: number,
  needed: number,
  align: 'left' | 'right' | 'center',
  free: (column: number) => boolean,
): Overflow {
  const missing = needed - columns.size(column);
  if (missing <= 0) return noOverflow;
  const each = align === 'center' ? missing / 2 : missing;
  return {
    left: align === 'left' ? 0 : room(columns, column, -1, each, free),
    right: align === 'right' ? 0 : room(columns, column, 1, each, free),
  };
}

function room(columns: Axis, from: number, step: 1 | -1, needed: number, free: (column: number) => boolean): number {
  let found = 0;
  for (let k = 1; k <= furthest && found < needed; k += 1) {
    const column = from + step * k;
    if (column < 0 || column >= columns.count || !free(column)) break;
    found += columns.size(column);
  }
  return found;
}
