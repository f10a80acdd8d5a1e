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

/**
 * Formulas that wait for themselves, given for each the formulas it reads: those in a cycle, and those on a way
 * from one cycle to another.
 */
export function circular(reads: readonly (readonly number[])[]): ReadonlySet<number> {
  const readBy = reads.map((): number[] => []);
  reads.forEach((list, formula) => list.forEach((read) => readBy[read]!.push(formula)));
  // What can be computed in some order goes, then what nothing left is waiting for.
  const remaining = new Set(reads.keys());
  peel(remaining, reads, readBy);
  peel(remaining, readBy, reads);
  return remaining;
}

/** Takes off, again and again, whatever waits for nothing that remains. */
function peel(
  remaining: Set<number>,
  waitsFor: readonly (readonly number[])[],
  waitedBy: readonly (readonly number[])[],
): void {
  const waiting = waitsFor.map((list) => list.filter((other) => remaining.has(other)).length);
  const ready = [...remaining].filter((formula) => waiting[formula] === 0);
  for (let formula = ready.pop(); formula !== undefined; formula = ready.pop()) {
    remaining.delete(formula);
    for (const next of waitedBy[formula]!) {
      const left = waiting[next]! - 1;
      waiting[next] = left;
      if (left === 0 && remaining.has(next)) ready.push(next);
    }
  }
}
