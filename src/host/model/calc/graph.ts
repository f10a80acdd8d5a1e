import type { Sheet } from '../sheet';
import { MAX_COLUMNS, type Rect } from '../types';
import type { Area } from './references';

/** Number of a cell in its sheet. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** Where the formulas of a workbook stand, sheet by sheet. */
export class FormulaMap {
  readonly #bySheet = new Map<Sheet, Map<number, number>>();

  add(sheet: Sheet, row: number, column: number, formula: number): void {
    let cells = this.#bySheet.get(sheet);
    if (!cells) this.#bySheet.set(sheet, (cells = new Map<number, number>()));
    cells.set(cellKey(row, column), formula);
  }

  /** The number of the formula in a cell. */
  at(sheet: Sheet, row: number, column: number): number | undefined {
    return this.#bySheet.get(sheet)?.get(cellKey(row, column));
  }

  /** Numbers of the formulas in an area. Costs the lesser of its cells and its sheet's formulas. */
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

/** In which order to compute, so that everything comes after what it reads. */
export interface EvaluationOrder {
  readonly order: readonly number[];
  /** What waits for itself: in a cycle, or on a way from one cycle to another. It is in no order. */
  readonly circular: ReadonlySet<number>;
}

/** Orders formulas, given for each what it reads. Linear in the readings. */
export function evaluationOrder(reads: readonly (readonly number[])[]): EvaluationOrder {
  const readBy = reads.map((): number[] => []);
  reads.forEach((list, formula) => {
    for (const read of list) readBy[read]!.push(formula);
  });
  const all = new Set(reads.keys());
  const order = peel(all, reads, readBy);
  if (all.size === 0) return { order, circular: all };
  // What can be computed in some order is gone; then goes what nothing left is waiting for.
  peel(all, readBy, reads);
  const rest = new Set(reads.keys());
  for (const formula of all) rest.delete(formula);
  return { order: peel(rest, reads, readBy), circular: all };
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
