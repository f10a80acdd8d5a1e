import { HostError } from '../../errors';
import { hasContent } from '../cells/cells';
import { editRange, tellLayout } from '../cells/edit';
import { checkMergesWhole } from '../cells/guard';
import { mergedAreas, unmerged } from './merges';
import { intersects, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';

/** Merges a range, or each of its rows; only the top left content of each area stays. */
export function mergeRange(sheet: Sheet, rect: Rect, across: boolean): void {
  editRange(sheet, rect, undefined, () => {
    const areas = mergedAreas(rect, across);
    if (sheet.workbook.isLoading) {
      // A file has many and none that overlap; looking through them for each would be quadratic.
      sheet.update({ merges: [...sheet.merges, ...areas] });
      return;
    }
    checkMergeable(sheet, rect);
    sheet.update({ merges: [...unmerged(sheet.merges, rect), ...areas] });
    for (const area of areas) emptyButFirst(sheet, area);
    sheet.workbook.invalidateFormulas();
    tellLayout(sheet);
  });
}

export function unmergeRange(sheet: Sheet, rect: Rect): void {
  editRange(sheet, rect, undefined, () => {
    sheet.update({ merges: unmerged(sheet.merges, rect) });
    tellLayout(sheet);
  });
}

function checkMergeable(sheet: Sheet, rect: Rect): void {
  checkMergesWhole(sheet, rect);
  if (sheet.tables.some((table) => intersects(table.rect, rect))) {
    throw new HostError('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  if (sheet.pivots.some((pivot) => intersects(pivot.rect, rect))) {
    throw new HostError('InvalidOperation', 'A part of a PivotTable cannot be changed.');
  }
}

function emptyButFirst(sheet: Sheet, area: Rect): void {
  for (const { row, column, cell } of [...sheet.cellsIn(area)]) {
    const isFirst = row === area.row && column === area.column;
    if (!isFirst && hasContent(cell)) sheet.placeCell(row, column, { value: null, style: cell.style });
  }
}
