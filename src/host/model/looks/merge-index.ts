import { contains, endRow, type Rect } from '../geometry/rect';

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
