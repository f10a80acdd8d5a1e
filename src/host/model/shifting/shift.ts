import { HostError } from '../../errors';
import { hasContent } from '../cells/cells';
import { shiftComments } from '../comments/follow';
import { followDrawings } from './drawings';
import { followShift } from './held-ranges';
import {
  endColumn,
  endRow,
  intersects,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Rect,
} from '../geometry/rect';
import type { OutlineLook } from '../looks/outline';
import { rewriteAll } from '../formulas/rename-references';
import { isWithin, shiftedRect, shiftOf, type Shift } from './shift-rect';
import { shiftReferences } from './shift-references';
import type { Sheet } from '../sheet';
import type { Table } from '../tables/table';
import type { PageLayout } from '../looks/page';

/**
 * Puts cells in where `gap` is: what stands there and after it moves down or to the right, and all that refers to it
 * follows. `own` is a table that makes room for itself and sees to its own extent. Throws `InvalidOperation` when that
 * would tear something apart or push content off the sheet.
 */
export function openGap(sheet: Sheet, gap: Rect, own: Table | null = null, axis: Shift['axis'] = 'row'): void {
  shiftCells(sheet, gap, shiftOf(gap, axis, 1), own);
}

/** Takes the cells of `gap` out; what stands after them moves up or to the left, and all that refers to it follows. */
export function closeGap(sheet: Sheet, gap: Rect, own: Table | null = null, axis: Shift['axis'] = 'row'): void {
  const shift = shiftOf(gap, axis, -1);
  checkMovable(sheet, gap, shift, own);
  for (const { row, column } of [...sheet.cells.within(gap)]) sheet.cells.set(row, column, undefined);
  shiftCells(sheet, gap, shift, own);
}

function shiftCells(sheet: Sheet, gap: Rect, shift: Shift, own: Table | null): void {
  checkMovable(sheet, gap, shift, own);
  const isWhole = shift.axis === 'row' ? isWholeRows(gap) : isWholeColumns(gap);
  const drawingsFollow = isWhole ? followDrawings(sheet, shift) : null;
  moveCells(sheet, movingRegion(gap, shift), shift);
  if (isWhole && shift.axis === 'row') moveRows(sheet, shift);
  if (isWhole && shift.axis === 'column') moveColumns(sheet, shift);
  drawingsFollow?.();
  moveRanges(sheet, shift);
  shiftComments(sheet, shift);
  followShift(sheet.heldRanges, shift);
  for (const table of sheet.tables) {
    const rect = table === own ? table.rect : shiftedRect(table.rect, shift);
    if (rect === null) table.convertToRange();
    else if (rect !== table.rect) table.moveTo(rect, shift);
  }
  const inSteps = shift.axis === 'row' || isWholeColumns(gap);
  rewriteAll(sheet.workbook, (formula, sheetOf) => shiftReferences(formula, sheetOf, sheet.name, shift), inSteps);
  for (const pivot of sheet.workbook.pivots) pivot.followShift(sheet.name, shift);
  sheet.workbook.invalidateFormulas();
}

/** The cells that move: all after the gap when it opens, all after its end when it closes. */
function movingRegion(gap: Rect, { axis, by }: Shift): Rect {
  if (axis === 'row') {
    const row = by > 0 ? gap.row : endRow(gap);
    return { ...gap, row, rows: MAX_ROWS - row };
  }
  const column = by > 0 ? gap.column : endColumn(gap);
  return { ...gap, column, columns: MAX_COLUMNS - column };
}

function checkMovable(sheet: Sheet, gap: Rect, shift: Shift, own: Table | null): void {
  const { axis, by } = shift;
  const region = axis === 'row' ? { ...gap, rows: MAX_ROWS - gap.row } : { ...gap, columns: MAX_COLUMNS - gap.column };
  const isTorn = (rect: Rect): boolean => intersects(rect, region) && !isWithin(rect, shift);
  const torn =
    sheet.merges.areas.some(isTorn) ||
    sheet.tables.some((table) => table !== own && (isTorn(table.rect) || losesItsHead(table, gap, shift))) ||
    sheet.pivots.some((pivot) => intersects(pivot.rect, region));
  if (torn) {
    throw new HostError('InvalidOperation', 'The cells that would move belong to something that cannot move in part.');
  }
  const used = sheet.cells.extent(true);
  if (!used || by < 0) return;
  const isPushedOff = axis === 'row' ? endRow(used) + by > MAX_ROWS : endColumn(used) + by > MAX_COLUMNS;
  if (isPushedOff && sheet.cells.hasContentIn(region)) {
    throw new HostError('InvalidOperation', 'Content would be pushed off the end of the sheet.');
  }
}

/** A table stays a table only with its header and one row of data. */
function losesItsHead(table: Table, gap: Rect, { axis, by }: Shift): boolean {
  if (axis !== 'row' || by > 0 || !intersects(table.rect, gap)) return false;
  const isWhole = gap.row <= table.rect.row && endRow(gap) >= endRow(table.rect);
  const holdsBody = gap.row <= table.bodyRect.row && endRow(gap) >= endRow(table.bodyRect);
  return !isWhole && (holdsBody || gap.row < table.bodyRect.row);
}

function moveCells(sheet: Sheet, region: Rect, { axis, by }: Shift): void {
  const { cells } = sheet;
  const [rows, columns] = axis === 'row' ? [by, 0] : [0, by];
  const moving = [...cells.within(region)];
  // In the direction of the move the places are free already, so that no cell is overwritten before it is moved.
  for (const { row, column, cell } of by > 0 ? moving.toReversed() : moving) {
    cells.set(row, column, undefined);
    const isInside = row + rows < MAX_ROWS && column + columns < MAX_COLUMNS;
    if (isInside && (hasContent(cell) || cell.style !== 0)) cells.set(row + rows, column + columns, cell);
  }
}

/** Heights and looks of whole rows move with them; rows put in are as the one above. */
function moveRows(sheet: Sheet, { at, by }: Shift): void {
  const { rows } = sheet;
  const moving = rows.all().filter(({ row }) => row >= at);
  for (const { row } of moving) rows.change(row, () => ({ custom: false, hidden: false, style: 0 }));
  for (const { row, ...look } of moving) {
    if (row + by >= at && row + by < MAX_ROWS) rows.change(row + by, () => look);
  }
  for (let row = at; at > 0 && row < at + by; row++) {
    rows.change(row, () => betweenLook(rows.at(at - 1), rows.at(at + by)));
  }
}

/** What is put in looks as what stands before it, shows, and is in the groups that go on after it. */
function betweenLook<T extends OutlineLook & { readonly hidden: boolean }>(before: T, after: OutlineLook): T {
  const { outline = 0, collapsed, ...look } = before;
  const level = Math.min(outline, after.outline ?? 0);
  return { ...look, hidden: false, ...(level > 0 && { outline: level }) } as T;
}

function moveColumns(sheet: Sheet, { at, by }: Shift): void {
  const { columns } = sheet;
  const moving = columns.spans.filter(({ last }) => last >= at);
  columns.change(at, MAX_COLUMNS - at, () => ({ hidden: false, style: 0 }));
  for (const { first, last, ...look } of moving) {
    const from = Math.max(Math.max(first, at) + by, at);
    const to = Math.min(last + by, MAX_COLUMNS - 1);
    if (to >= from) columns.change(from, to - from + 1, () => look);
  }
  if (at > 0 && by > 0) columns.change(at, by, () => betweenLook(columns.at(at - 1), columns.at(at + by)));
}

/** What is kept by ranges follows; what has no cell left goes. */
function moveRanges(sheet: Sheet, shift: Shift): void {
  const moved = (rect: Rect): readonly Rect[] => {
    const next = shiftedRect(rect, shift);
    return next ? [next] : [];
  };
  const movedItems = <T extends { readonly rects: readonly Rect[] }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, rects: item.rects.flatMap(moved) })).filter(({ rects }) => rects.length > 0);
  const { autoFilter } = sheet;
  const filtered = autoFilter && shiftedRect(autoFilter.rect, shift);
  sheet.update({
    merges: sheet.merges.areas.flatMap(moved).filter(({ rows, columns }) => rows * columns > 1),
    hyperlinks: sheet.hyperlinks.all.flatMap((link) => moved(link.rect).map((rect) => ({ ...link, rect }))),
    validations: movedItems(sheet.validations.all),
    conditionalFormats: movedItems(sheet.conditionalFormats.all),
    autoFilter: autoFilter && filtered ? { ...autoFilter, rect: filtered } : null,
    pageLayout: { ...sheet.page.layout, ...movedPage(sheet.page.layout, moved) },
  });
}

function movedPage(
  { printArea, titleRows, rowBreaks }: PageLayout,
  moved: (rect: Rect) => readonly Rect[],
): Partial<PageLayout> {
  const rowsOf = (first: number, last: number): Rect => ({
    row: first,
    column: 0,
    rows: last - first + 1,
    columns: MAX_COLUMNS,
  });
  const [titles] = titleRows ? moved(rowsOf(titleRows.first, titleRows.last)) : [];
  return {
    printArea: printArea.flatMap(moved),
    titleRows: titles ? { first: titles.row, last: endRow(titles) - 1 } : null,
    rowBreaks: rowBreaks.flatMap((row) => moved(rowsOf(row, row)).map((rect) => rect.row)),
  };
}
