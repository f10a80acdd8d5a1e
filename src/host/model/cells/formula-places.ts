/** Where the formulas of a sheet stand, column by column: half a million take some ten megabytes. */
export class FormulaPlaces {
  readonly #columns = new Map<number, Set<number>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number, column: number): void {
    let rows = this.#columns.get(column);
    if (!rows) this.#columns.set(column, (rows = new Set<number>()));
    this.#size -= rows.size;
    this.#size += rows.add(row).size;
  }

  delete(row: number, column: number): void {
    if (this.#columns.get(column)?.delete(row)) this.#size -= 1;
  }

  /** The rows of each column that has formulas, both in ascending order. */
  *columns(): Generator<readonly [number, Uint32Array]> {
    const columns = [...this.#columns.keys()].sort((a, b) => a - b);
    for (const column of columns) {
      const rows = Uint32Array.from(this.#columns.get(column) ?? []);
      if (rows.length > 0) yield [column, rows.sort()];
    }
  }
}
