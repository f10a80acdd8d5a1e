import { editRange } from '../cells/edit';
import { blankCell } from '../cells/formats';
import { isWholeColumns, isWholeRows, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { closeGap, openGap } from './shift';
import type { Shift } from './shift-rect';
import type { CellsShift } from '../history/events';

/**
 * What `insert` of a range does: blank cells come in and take the formats of those above, or to the left. Throws as
 * `openGap`.
 */
export function insertCells(sheet: Sheet, gap: Rect, axis: Shift['axis']): void {
  editRange(sheet, gap, allowed(gap, 'Insert'), () => {
    openGap(sheet, gap, null, axis);
    takeFormats(sheet, gap, axis);
    sheet.contentChanged(gap, undefined, { what: 'Inserted', unit: unitOf(gap), axis });
  });
}

/** What `delete` of a range does. Throws as `closeGap`. */
export function deleteCells(sheet: Sheet, gap: Rect, axis: Shift['axis']): void {
  editRange(sheet, gap, allowed(gap, 'Delete'), () => {
    closeGap(sheet, gap, null, axis);
    sheet.contentChanged(gap, undefined, { what: 'Deleted', unit: unitOf(gap), axis });
  });
}

function unitOf(gap: Rect): CellsShift['unit'] {
  if (isWholeRows(gap)) return 'Row';
  return isWholeColumns(gap) ? 'Column' : 'Cell';
}

/** What a protection may let people do all the same: whole rows and columns only. */
function allowed(gap: Rect, verb: 'Insert' | 'Delete'): string | undefined {
  const unit = unitOf(gap);
  return unit === 'Cell' ? undefined : `allow${verb}${unit}s`;
}

function takeFormats(sheet: Sheet, gap: Rect, axis: Shift['axis']): void {
  const isWhole = axis === 'row' ? isWholeRows(gap) : isWholeColumns(gap);
  const before = axis === 'row' ? gap.row - 1 : gap.column - 1;
  if (before < 0) return;
  const model: Rect = axis === 'row' ? { ...gap, row: before, rows: 1 } : { ...gap, column: before, columns: 1 };
  for (const { row, column, cell } of [...sheet.cells.within(model)]) {
    const count = axis === 'row' ? gap.rows : gap.columns;
    for (let step = 1; cell.style !== 0 && step <= count; step++) {
      const place = axis === 'row' ? { row: row + step, column } : { row, column: column + step };
      if (!isWhole || sheet.styles.inherited(place.row, place.column) !== cell.style) {
        sheet.placeCell(place.row, place.column, blankCell(cell.style));
      }
    }
  }
}
