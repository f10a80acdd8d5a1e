import { HostError } from '../errors';
import { hasContent } from './cells';
import { followShift } from './held-ranges';
import { endColumn, endRow, intersects } from './rect';
import type { Sheet } from './sheet';
import type { Table } from './table';
import { MAX_ROWS, type Rect } from './types';

/**
 * Opens or closes a gap in some columns of a sheet, as a table does when rows are added to it or taken out: what stands
 * below moves. Formulas that refer to it are not rewritten. Throws `InvalidOperation` when that would tear something
 * apart or push content off the sheet.
 */
export function openGap(sheet: Sheet, gap: Rect, table: Table): void {
  moveBelow(sheet, { ...gap, rows: 1 }, gap.rows, table);
}

export function closeGap(sheet: Sheet, gap: Rect, table: Table): void {
  for (const { row, column } of [...sheet.store.cells.within(gap)]) sheet.store.cells.set(row, column, undefined);
  sheet.update({ merges: sheet.merges.filter((merged) => !intersects(merged, gap)) });
  moveBelow(sheet, { ...gap, row: endRow(gap), rows: 1 }, -gap.rows, table);
}

function moveBelow(sheet: Sheet, from: Rect, by: number, table: Table): void {
  const region: Rect = { ...from, rows: MAX_ROWS - from.row };
  checkMovable(sheet, region, by, table);
  moveCells(sheet, region, by);
  followShift(sheet.heldRanges, region, by);
  const moved = (rect: Rect): Rect => movedRect(rect, region, by);
  sheet.update({
    merges: sheet.merges.map(moved),
    hyperlinks: sheet.hyperlinks.map((link) => ({ ...link, rect: moved(link.rect) })),
    validations: sheet.validations.map((item) => ({ ...item, rects: item.rects.map(moved) })),
    conditionalFormats: sheet.conditionalFormats.map((item) => ({ ...item, rects: item.rects.map(moved) })),
  });
  for (const other of sheet.tables) {
    if (other !== table && intersects(other.rect, region)) other.moveBy(by);
  }
}

function checkMovable(sheet: Sheet, region: Rect, by: number, table: Table): void {
  const isTorn = (rect: Rect): boolean => intersects(rect, region) && !isWithinColumns(rect, region);
  const torn =
    sheet.merges.some(isTorn) ||
    sheet.tables.some((other) => other !== table && isTorn(other.rect)) ||
    sheet.pivots.some((pivot) => intersects(pivot.rect, region));
  if (torn) {
    throw new HostError('InvalidOperation', 'Cells below the table belong to something that cannot be moved in part.');
  }
  const used = sheet.usedRect(true);
  if (used && by > 0 && endRow(used) + by > MAX_ROWS) {
    throw new HostError('InvalidOperation', 'Content would be pushed off the end of the sheet.');
  }
}

function isWithinColumns(rect: Rect, region: Rect): boolean {
  return rect.column >= region.column && endColumn(rect) <= endColumn(region);
}

function moveCells(sheet: Sheet, region: Rect, by: number): void {
  const { cells } = sheet.store;
  const moving = [...cells.within(region)];
  // In the direction of the move the places are free already, so that no cell is overwritten before it is moved.
  for (const { row, column, cell } of by > 0 ? moving.toReversed() : moving) {
    cells.set(row, column, undefined);
    if (row + by < MAX_ROWS && (hasContent(cell) || cell.style !== 0)) cells.set(row + by, column, cell);
  }
}

/** What starts below moves; what spans the edge grows or shrinks; all else stays. */
function movedRect(rect: Rect, region: Rect, by: number): Rect {
  if (!intersects(rect, region) || !isWithinColumns(rect, region)) return rect;
  if (rect.row >= region.row) return { ...rect, row: rect.row + by };
  return { ...rect, rows: Math.max(1, rect.rows + by) };
}
