import { endColumn, endRow, MAX_COLUMNS, type Rect } from '../geometry/rect';
import type { CalcSheet } from './book';
import type { Area } from './references';
import type { Run } from './runs';

/** Number of a cell in its sheet. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** Where what is ordered stands: it is known by its number. */
export interface Places {
  at(sheet: CalcSheet, row: number, column: number): number | undefined;
  /** Numbers of all that touch an area. */
  within(area: Area): Iterable<number>;
}

/** Where single formulas stand, sheet by sheet. */
export class FormulaMap implements Places {
  readonly #bySheet = new Map<CalcSheet, Map<number, number>>();

  add(sheet: CalcSheet, row: number, column: number, formula: number): void {
    let cells = this.#bySheet.get(sheet);
    if (!cells) this.#bySheet.set(sheet, (cells = new Map<number, number>()));
    cells.set(cellKey(row, column), formula);
  }

  at(sheet: CalcSheet, row: number, column: number): number | undefined {
    return this.#bySheet.get(sheet)?.get(cellKey(row, column));
  }

  /** Costs the lesser of the area's cells and its sheet's formulas. */
  *within({ sheet, rect }: Area): Iterable<number> {
    const cells = this.#bySheet.get(sheet);
    if (!cells) return;
    if (rect.rows * rect.columns <= cells.size) {
      for (const key of keysOf(rect)) {
        const formula = cells.get(key);
        if (formula !== undefined) yield formula;
      }
      return;
    }
    for (const [key, formula] of cells) {
      const row = Math.floor(key / MAX_COLUMNS) - rect.row;
      const column = (key % MAX_COLUMNS) - rect.column;
      if (row >= 0 && row < rect.rows && column >= 0 && column < rect.columns) yield formula;
    }
  }
}

function* keysOf(rect: Rect): Iterable<number> {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) yield cellKey(row, column);
  }
}

interface Numbered {
  readonly run: Run;
  readonly number: number;
}

/** Where runs stand; they must be added column by column and row by row. */
export class RunMap implements Places {
  readonly #bySheet = new Map<CalcSheet, Map<number, Numbered[]>>();

  constructor(runs: readonly Run[]) {
    runs.forEach((run, number) => {
      let columns = this.#bySheet.get(run.sheet);
      if (!columns) this.#bySheet.set(run.sheet, (columns = new Map<number, Numbered[]>()));
      const column = columns.get(run.column);
      if (column) column.push({ run, number });
      else columns.set(run.column, [{ run, number }]);
    });
  }

  at(sheet: CalcSheet, row: number, column: number): number | undefined {
    const runs = this.#bySheet.get(sheet)?.get(column);
    const found = runs?.[firstEndingAfter(runs, row)];
    return found && found.run.row <= row ? found.number : undefined;
  }

  *within({ sheet, rect }: Area): Iterable<number> {
    const columns = this.#bySheet.get(sheet);
    if (!columns) return;
    for (const [column, runs] of columns) {
      if (column < rect.column || column >= endColumn(rect)) continue;
      for (let at = firstEndingAfter(runs, rect.row); at < runs.length; at++) {
        const { run, number } = runs[at]!;
        if (run.row >= endRow(rect)) break;
        yield number;
      }
    }
  }
}

/** The first of runs in order that ends below a row. */
function firstEndingAfter(runs: readonly Numbered[], row: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { run } = runs[middle]!;
    if (run.row + run.rows > row) high = middle;
    else low = middle + 1;
  }
  return low;
}

const nothing: readonly number[] = [];

/**
 * Who reads whom. An area that touches several is a node of its own between its readers and those, so that a
 * thousand formulas over a column of a hundred thousand do not make a hundred million readings.
 */
export class Readings {
  readonly reads: (readonly number[])[];
  readonly #areas = new Map<string, number | null>();
  readonly #shared = new WeakMap<Area, number | null>();

  constructor(
    private readonly places: Places,
    count: number,
  ) {
    this.reads = Array.from({ length: count }, () => nothing);
  }

  add(reader: number, areas: readonly Area[]): void {
    const list: number[] = [];
    for (const area of areas) {
      const { sheet, rect } = area;
      const isCell = rect.rows === 1 && rect.columns === 1;
      const read = isCell ? this.places.at(sheet, rect.row, rect.column) : this.#area(area);
      if (read !== undefined && read !== null) list.push(read);
    }
    // A copy has room for what it holds only; there are as many as formulas.
    if (list.length > 0) this.reads[reader] = list.slice();
  }

  /** The node of an area; null where it holds no formula. */
  #area(area: Area): number | null {
    let node = this.#shared.get(area);
    if (node === undefined) this.#shared.set(area, (node = this.#areaByKey(area)));
    return node;
  }

  #areaByKey(area: Area): number | null {
    const { sheet, rect } = area;
    const key = `${sheet.id}!${rect.row}:${rect.column}:${rect.rows}:${rect.columns}`;
    let node = this.#areas.get(key);
    if (node === undefined) {
      const members = [...this.places.within(area)];
      node = members.length === 0 ? null : this.reads.push(members) - 1;
      this.#areas.set(key, node);
    }
    return node;
  }
}

/** In which order to compute, so that everything comes after what it reads. */
export interface EvaluationOrder {
  /** What waits for nothing in a circle. */
  readonly before: readonly number[];
  /** What waits for itself: in a cycle, or on a way from one cycle to another. It is in no order. */
  readonly circular: ReadonlySet<number>;
  readonly after: readonly number[];
}

/** Orders formulas, given for each what it reads. Linear in the readings. */
export function evaluationOrder(reads: readonly (readonly number[])[]): EvaluationOrder {
  const readBy = reads.map((): number[] => []);
  reads.forEach((list, formula) => {
    for (const read of list) readBy[read]!.push(formula);
  });
  const all = new Set(reads.keys());
  const before = peel(all, reads, readBy);
  if (all.size === 0) return { before, circular: all, after: [] };
  // What can be computed in some order is gone; then goes what nothing left is waiting for.
  const after = new Set(peel(all, readBy, reads));
  return { before, circular: all, after: peel(after, reads, readBy) };
}

/** Takes off, again and again, whatever waits for nothing that remains, and gives it in that order. */
function peel(
  remaining: Set<number>,
  waitsFor: readonly (readonly number[])[],
  waitedBy: readonly (readonly number[])[],
): number[] {
  const waiting = new Uint32Array(waitsFor.length);
  const taken: number[] = [];
  for (const formula of remaining) {
    let count = 0;
    for (const other of waitsFor[formula]!) if (remaining.has(other)) count++;
    waiting[formula] = count;
    if (count === 0) taken.push(formula);
  }
  // Grows while it is walked.
  for (const formula of taken) {
    for (const next of waitedBy[formula]!) {
      const left = waiting[next]! - 1;
      if (left < 0) continue;
      waiting[next] = left;
      if (left === 0 && remaining.has(next)) taken.push(next);
    }
  }
  for (const formula of taken) remaining.delete(formula);
  return taken;
}
