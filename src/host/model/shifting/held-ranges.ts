import { shiftedRect, type Shift } from './shift-rect';
import type { Rect } from '../geometry/rect';

/** A range that a client holds by reference. It follows its cells; one whose cells were deleted has no rows left. */
export interface HeldRange {
  rect: Rect;
}

/** Lets held ranges follow a shift of cells. Ranges that reach beyond what shifts stay, as in Excel. */
export function followShift(held: Iterable<HeldRange>, shift: Shift): void {
  for (const range of held) {
    range.rect = shiftedRect(range.rect, shift) ?? { ...range.rect, row: shift.at, rows: 0 };
  }
}
