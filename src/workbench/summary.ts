import { endColumn, endRow, intersection } from '../host/model/geometry/rect';
import type { Rect, Sheet } from '../host/model';

/** What Excel says of a selection at the foot of its window. */
export interface Summary {
  /** Cells that are not empty. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Null for a single cell, or where there is nothing to count. Errors among the cells leave only the count. */
export function summarise(sheet: Sheet, rect: Rect): Summary | null {
  const used = sheet.cells.extent(true);
  const part = used && intersection(rect, { row: 0, column: 0, rows: endRow(used), columns: endColumn(used) });
  if (!part || rect.rows * rect.columns === 1) return null;
  let count = 0;
  let numbers = 0;
  let sum = 0;
  let failed = false;
  for (const { cell } of sheet.cells.within(part)) {
    if (cell.value === null) continue;
    count += 1;
    if (typeof cell.value === 'number') {
      numbers += 1;
      sum += cell.value;
    } else if (typeof cell.value === 'object') failed = true;
  }
  if (count < 2) return null;
  return failed ? { count, numbers: 0, sum: 0 } : { count, numbers, sum };
}
