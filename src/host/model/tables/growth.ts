import { hasContent } from '../cells/cells';
import { contains, endColumn, endRow, intersects, rectOf, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Table } from './table';

/** A table that a write may make larger, decided before the write and done after it. */
export interface Growth {
  readonly table: Table;
  readonly rect: Rect;
  /** Where the write must have left something, or the table stays. */
  readonly proof: Rect;
}

/**
 * The tables that grow when a block is written: directly below (within the columns, no totals row, nothing in the new
 * rows before, no validation rule there) or with a header directly to the right. None when the person has it off.
 */
export function plannedGrowth(sheet: Sheet, written: Rect): readonly Growth[] {
  const { workbook } = sheet;
  if (!workbook.options.tableGrowth || workbook.isLoading || sheet.protection.protected) return [];
  return sheet.tables.flatMap((table) => downwards(sheet, table, written) ?? rightwards(sheet, table, written) ?? []);
}

/** Enlarges the table if the write left something in its first new row or header. */
export function grow({ table, rect, proof }: Growth): void {
  for (const { cell } of table.sheet.cells.within(proof)) {
    if (!hasContent(cell)) continue;
    table.growTo(rect);
    return;
  }
}

function downwards(sheet: Sheet, table: Table, written: Rect): Growth | null {
  const { rect } = table;
  const next = endRow(rect);
  const isBelow = written.row <= next && endRow(written) > next && endRow(written) > written.row;
  const isWithin = written.column >= rect.column && endColumn(written) <= endColumn(rect);
  if (!isBelow || !isWithin || written.row < rect.row || table.totalsRect) return null;
  const added: Rect = { ...rect, row: next, rows: endRow(written) - next };
  if (!isFree(sheet, table, added)) return null;
  return { table, rect: { ...rect, rows: rect.rows + added.rows }, proof: { ...added, rows: 1 } };
}

function rightwards(sheet: Sheet, table: Table, written: Rect): Growth | null {
  const { rect } = table;
  const next = endColumn(rect);
  const isBeside = table.showHeaders && written.column === next && contains(written, rect.row, next);
  if (!isBeside || endRow(written) > endRow(rect) || written.row !== rect.row) return null;
  const added: Rect = { ...rect, column: next, columns: written.columns };
  if (!isFree(sheet, table, added)) return null;
  return { table, rect: { ...rect, columns: rect.columns + added.columns }, proof: rectOf(rect.row, next) };
}

function isFree(sheet: Sheet, table: Table, added: Rect): boolean {
  const others = [
    ...sheet.tables.filter((other) => other !== table).map((other) => other.rect),
    ...sheet.pivots.map((pivot) => pivot.rect),
    ...sheet.merges.areas,
    ...sheet.validations.all.flatMap((validation) =>
      validation.rects.filter((rect) => !intersects(rect, table.bodyRect)),
    ),
  ];
  if (others.some((other) => intersects(other, added))) return false;
  for (const { cell } of sheet.cells.within(added)) if (hasContent(cell)) return false;
  return true;
}
