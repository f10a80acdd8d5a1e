import { parseRect, printRect } from '../model';
import type { Rect } from '../model';

/** The rectangles of an `sqref`; those that name no cells are left out. */
export function readRects(sqref: string | undefined): Rect[] {
  return (sqref ?? '')
    .split(/\s+/)
    .map((reference) => parseRect(reference))
    .filter((rect) => rect !== null);
}

export function printRects(rects: readonly Rect[]): string {
  return rects.map((rect) => printRect(rect)).join(' ');
}
