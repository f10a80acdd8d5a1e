import { HostError } from '../../errors';
import { sortComments } from '../comments/follow';
import { endRow, intersects, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { checkWritable } from './guard';

export interface DuplicatesResult {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

/**
 * Takes the rows out of a range whose cells in `columns` (0-based in the range) show what those of a row above show,
 * whatever the case; those below move up within the range, and nothing outside of it moves. `InvalidArgument` for a
 * column that the range has not; `InvalidOperation` with merged cells.
 */
export function removeDuplicates(
  sheet: Sheet,
  rect: Rect,
  columns: readonly number[],
  hasHeader: boolean,
): DuplicatesResult {
  if (columns.length === 0 || columns.some((column) => column < 0 || column >= rect.columns)) {
    throw new HostError('InvalidArgument', 'The range has no such column to look for duplicates in.');
  }
  return sheet.workbook.edit(() => {
    checkWritable(sheet, rect);
    if (sheet.merges.areas.some((merged) => intersects(merged, rect))) {
      throw new HostError('InvalidOperation', 'Merged cells are in the way.');
    }
    const first = hasHeader ? rect.row + 1 : rect.row;
    const kept = uniqueRows(sheet, { ...rect, row: first, rows: endRow(rect) - first }, columns);
    const { cells } = sheet;
    const lines = kept.map((row) => Array.from({ length: rect.columns }, (_, i) => cells.get(row, rect.column + i)));
    cells.update({ ...rect, row: first, rows: endRow(rect) - first }, (_former, row, column) => {
      const line = lines[row - first];
      return line?.[column - rect.column];
    });
    const moves = new Map(kept.map((row, at): [number, number | null] => [row, first + at]));
    for (let row = first; row < endRow(rect); row++) if (!moves.has(row)) moves.set(row, null);
    sortComments(sheet, rect, moves, false);
    sheet.contentChanged(rect, undefined);
    return { removed: endRow(rect) - first - kept.length, uniqueRemaining: kept.length };
  });
}

function uniqueRows(sheet: Sheet, body: Rect, columns: readonly number[]): readonly number[] {
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = body.row; row < endRow(body); row++) {
    const key = JSON.stringify(columns.map((column) => sheet.text(row, body.column + column).toLowerCase()));
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(row);
  }
  return kept;
}
