import { contains, endRow, intersects, type Rect } from '../geometry/rect';

/** Merged areas of more rows than this are looked through one by one: an entry a row would cost too much. */
const MAX_INDEXED_ROWS = 1_000;

/** Finds the merged area of a cell in constant time. Built anew when the areas change. */
export class MergeIndex {
  readonly #byRow = new Map<number, Rect[]>();
  readonly #tall: Rect[] = [];

  constructor(readonly areas: readonly Rect[]) {
    for (const area of areas) this.#add(area);
  }

  at(row: number, column: number): Rect | undefined {
    return (
      this.#byRow.get(row)?.find((area) => contains(area, row, column)) ??
      this.#tall.find((area) => contains(area, row, column))
    );
  }

  #add(area: Rect): void {
    if (area.rows > MAX_INDEXED_ROWS) {
      this.#tall.push(area);
      return;
    }
    for (let row = area.row; row < endRow(area); row++) {
      const areas = this.#byRow.get(row);
      if (areas) areas.push(area);
      else this.#byRow.set(row, [area]);
    }
  }
}

/** The areas that merging a range makes: itself, or each of its rows when `across`. None for a single cell. */
export function mergedAreas(rect: Rect, across: boolean): readonly Rect[] {
  const areas = across
    ? Array.from({ length: rect.rows }, (_, i): Rect => ({ ...rect, row: rect.row + i, rows: 1 }))
    : [rect];
  return areas.filter((area) => area.rows * area.columns > 1);
}

/** The areas that are left when those touching a range are taken apart. */
export function unmerged(areas: readonly Rect[], rect: Rect): readonly Rect[] {
  return areas.filter((area) => !intersects(area, rect));
}
