import { bounding, covers, endColumn, endRow, intersects, type Rect } from '../geometry/rect';
import type { CalcSheet } from './book';
import type { Area } from './references';

/** Rectangles kept apart of a sheet; beyond it one around them all does. */
const MOST = 64;

const none: readonly Rect[] = [];

/** Cells that changed, sheet by sheet, as few rectangles: with some that did not, never without one that did. */
export class ChangedCells {
  readonly #bySheet = new Map<CalcSheet, Rect[]>();

  add({ sheet, rect }: Area): void {
    const known = this.#bySheet.get(sheet);
    if (!known) {
      this.#bySheet.set(sheet, [rect]);
      return;
    }
    const last = known.at(-1);
    if (last && covers(last, rect)) return;
    if (last && isBelow(last, rect)) known[known.length - 1] = bounding(last, rect);
    else known.push(rect);
    if (known.length > MOST) known.splice(0, known.length, known.reduce(bounding));
  }

  on(sheet: CalcSheet): readonly Rect[] {
    return this.#bySheet.get(sheet) ?? none;
  }

  each(visit: (area: Area) => void): void {
    for (const [sheet, rects] of this.#bySheet) for (const rect of rects) visit({ sheet, rect });
  }

  meets({ sheet, rect }: Area): boolean {
    return this.on(sheet).some((changed) => intersects(changed, rect));
  }
}

function isBelow(above: Rect, rect: Rect): boolean {
  const isInLine = above.column === rect.column && endColumn(above) === endColumn(rect);
  return isInLine && rect.row >= above.row && rect.row <= endRow(above);
}
