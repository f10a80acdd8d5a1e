import type { Journal, SlotStore } from '../history/journal';
import { Notes } from '../history/journal';
import { bounding, endColumn, endRow, rectOf, MAX_COLUMNS, type Rect } from '../geometry/rect';
import { FormulaPlaces } from './formula-places';
import type { Cell, CellAt } from './cell';

type Row = (Cell | undefined)[];

/** Whether the cell holds anything but a format. */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
}

/**
 * The cells of one sheet, in rows: three million fit in well under a gigabyte. Cells are immutable and replaced on
 * write. Knows at all times the extent of its cells and where the formulas are.
 */
export class CellStore implements SlotStore<Cell | undefined> {
  readonly #rows: (Row | undefined)[] = [];
  readonly #notes: Notes<Cell | undefined>;
  readonly #formulas = new FormulaPlaces();
  #sorted: number[] = [];
  #isSorted = true;
  #extent: Rect | null = null;
  #extentIsStale = false;
  #contentExtent: Rect | null = null;
  #contentExtentIsStale = false;
  #version = 0;
  #formulaVersion = 0;
  #changed: Rect | null = null;

  constructor(journal: Journal) {
    this.#notes = new Notes(journal, this);
  }

  /** Grows with every change; a cache made of cells is good while it stands still. */
  get version(): number {
    return this.#version;
  }

  /** The rectangle in which cells changed what they hold, not only their style, since it was last asked for. */
  takeChanged(): Rect | null {
    const changed = this.#changed;
    this.#changed = null;
    return changed;
  }

  /** Grows when a formula comes, goes or changes; not when only its value does. */
  get formulaVersion(): number {
    return this.#formulaVersion;
  }

  get formulaCount(): number {
    return this.#formulas.size;
  }

  get(row: number, column: number): Cell | undefined {
    return this.#rows[row]?.[column];
  }

  /** Puts a cell as it is; undefined removes it. */
  set(row: number, column: number, cell: Cell | undefined): void {
    const key = row * MAX_COLUMNS + column;
    this.#notes.note(key, this.#replace(row, column, cell));
  }

  /** For files: puts a whole row, of which the last cell exists; the array is the store's from then on. */
  loadRow(row: number, cells: Row): void {
    if (this.#rows[row]) {
      cells.forEach((cell, column) => cell && this.set(row, column, cell));
      return;
    }
    this.#sortIn(row);
    this.#rows[row] = cells;
    this.#version += cells.length;
    let first = -1;
    let last = -1;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (!hasContent(cell)) continue;
      if (first < 0) first = column;
      last = column;
      if (cell?.formula === undefined) continue;
      this.#formulas.add(row, column);
      this.#formulaVersion++;
    }
    const [left, right] = [cells.findIndex((cell) => cell !== undefined), cells.length - 1];
    this.#extent = expanded(expanded(this.#extent, row, left), row, right);
    if (first < 0) return;
    this.#contentExtent = expanded(expanded(this.#contentExtent, row, first), row, last);
    this.#changed = expanded(expanded(this.#changed, row, first), row, last);
  }

  /**
   * Puts into every place of a rectangle what `next` makes of what is there, which it gives back to leave it. Costs
   * far less than a `get` and a `set` for each.
   */
  update(rect: Rect, next: (cell: Cell | undefined, row: number, column: number) => Cell | undefined): void {
    const last = endColumn(rect);
    for (let row = rect.row; row < endRow(rect); row++) {
      let cells = this.#rows[row];
      for (let column = rect.column; column < last; column++) {
        const former = cells?.[column];
        const cell = next(former, row, column);
        if (cell === former) continue;
        const key = row * MAX_COLUMNS + column;
        this.#notes.note(key, former);
        cells ??= this.#newRow(row);
        this.#put(cells, row, column, cell);
      }
    }
  }

  exchange(key: number, cell: Cell | undefined): Cell | undefined {
    return this.#replace(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, cell);
  }

  hasContentIn(rect: Rect): boolean {
    for (const { cell } of this.within(rect)) if (hasContent(cell)) return true;
    return false;
  }

  /** The existing cells of a rectangle, row by row. */
  *within(rect: Rect): Generator<CellAt> {
    const last = endColumn(rect);
    for (const row of this.rowsWithin(rect)) {
      const cells = this.#rows[row];
      if (!cells) continue;
      for (let column = rect.column; column < last && column < cells.length; column++) {
        const cell = cells[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  /** All rows that hold cells, in order, each with its cells by column: for whoever goes over a whole sheet. */
  *rows(): Generator<{ readonly row: number; readonly cells: readonly (Cell | undefined)[] }> {
    for (const row of this.#sortedRows()) yield { row, cells: this.#rows[row] ?? [] };
  }

  /** Rows of the rectangle that hold cells, in order. */
  *rowsWithin(rect: Rect): Generator<number> {
    const last = endRow(rect);
    if (rect.rows <= this.#sorted.length) {
      for (let row = rect.row; row < last; row++) if (this.#rows[row]) yield row;
      return;
    }
    for (const row of [...this.#sortedRows()]) {
      if (row >= last) return;
      if (row >= rect.row) yield row;
    }
  }

  /** The cells with formulas, column by column and row by row. */
  *formulas(): Generator<CellAt> {
    for (const [column, rows] of this.formulaColumns()) {
      for (const row of rows) {
        const cell = this.get(row, column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  /** Where the formulas stand, column by column and row by row. */
  formulaColumns(): Iterable<readonly [number, Uint32Array]> {
    return this.#formulas.columns();
  }

  /** The rectangle of all cells, or of those with content; null when there is none. */
  extent(contentOnly = false): Rect | null {
    if (contentOnly) {
      if (this.#contentExtentIsStale) this.#contentExtent = this.#measure(hasContent);
      this.#contentExtentIsStale = false;
      return this.#contentExtent;
    }
    if (this.#extentIsStale) this.#extent = this.#measure((cell) => cell !== undefined);
    this.#extentIsStale = false;
    return this.#extent;
  }

  #replace(row: number, column: number, cell: Cell | undefined): Cell | undefined {
    let cells = this.#rows[row];
    if (!cells) {
      if (!cell) return undefined;
      cells = this.#newRow(row);
    }
    return this.#put(cells, row, column, cell);
  }

  #put(cells: Row, row: number, column: number, cell: Cell | undefined): Cell | undefined {
    this.#version++;
    const former = cells[column];
    // Filled up to the column: an array with holes at its end would become a slow dictionary.
    while (cell && cells.length < column && column < 1024) cells.push(undefined);
    cells[column] = cell;
    if (cell?.value !== former?.value) this.#changed = expanded(this.#changed, row, column);
    if (cell?.formula !== former?.formula) {
      this.#formulaVersion++;
      if (cell?.formula === undefined) this.#formulas.delete(row, column);
      else this.#formulas.add(row, column);
    }
    this.#adjustExtents(row, column, former, cell);
    return former;
  }

  #newRow(row: number): Row {
    this.#sortIn(row);
    const cells: Row = [];
    this.#rows[row] = cells;
    return cells;
  }

  #sortIn(row: number): void {
    const last = this.#sorted.at(-1);
    if (last !== undefined && row < last) this.#isSorted = false;
    this.#sorted.push(row);
  }

  #sortedRows(): readonly number[] {
    if (!this.#isSorted) this.#sorted.sort((a, b) => a - b);
    this.#isSorted = true;
    return this.#sorted;
  }

  #adjustExtents(row: number, column: number, former: Cell | undefined, cell: Cell | undefined): void {
    if (cell) this.#extent = expanded(this.#extent, row, column);
    else if (former && isOnEdge(this.#extent, row, column)) this.#extentIsStale = true;
    if (hasContent(cell)) this.#contentExtent = expanded(this.#contentExtent, row, column);
    else if (hasContent(former) && isOnEdge(this.#contentExtent, row, column)) this.#contentExtentIsStale = true;
  }

  #measure(counts: (cell: Cell | undefined) => boolean): Rect | null {
    let result: Rect | null = null;
    for (const row of this.#sortedRows()) {
      const cells = this.#rows[row] ?? [];
      const first = cells.findIndex(counts);
      if (first < 0) continue;
      const span = rectOf(row, first, 1, cells.findLastIndex(counts) - first + 1);
      result = result ? bounding(result, span) : span;
    }
    return result;
  }
}

function expanded(extent: Rect | null, row: number, column: number): Rect {
  if (!extent) return rectOf(row, column);
  if (row >= extent.row && column >= extent.column && row < endRow(extent) && column < endColumn(extent)) return extent;
  return bounding(extent, rectOf(row, column));
}

function isOnEdge(extent: Rect | null, row: number, column: number): boolean {
  if (!extent) return false;
  return (
    row === extent.row || row === endRow(extent) - 1 || column === extent.column || column === endColumn(extent) - 1
  );
}
