import { intersects, subtract, type Rect } from '../geometry/rect';

/** What is kept by ranges of cells (validations, conditional formats, links), changed without touching the rest. */

interface OnRects {
  readonly rects: readonly Rect[];
}

/** Takes a range out of every item; one that has no cell left goes. */
export function withoutRange<T extends OnRects>(items: readonly T[], rect: Rect): readonly T[] {
  if (!items.some((item) => touches(item, rect))) return items;
  return items
    .map((item) =>
      touches(item, rect) ? { ...item, rects: item.rects.flatMap((other) => subtract(other, rect)) } : item,
    )
    .filter((item) => item.rects.length > 0);
}

function touches(item: OnRects, rect: Rect): boolean {
  return item.rects.some((other) => intersects(other, rect));
}
