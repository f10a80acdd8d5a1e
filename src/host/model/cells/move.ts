import { HostError } from '../../errors';
import { moveComments } from '../comments/follow';
import { rewriteAll } from '../formulas/rename-references';
import { covers, intersection, intersects, type Point, type Rect } from '../geometry/rect';
import { withoutLinks } from '../rules/hyperlinks';
import { withoutRange } from '../rules/on-ranges';
import { moveReferences } from '../shifting/shift-references';
import type { Sheet } from '../sheet';
import { checkInSheet, checkMergesWhole, checkUnprotected, checkWritable } from './guard';

/**
 * Moves cells with all there is to them, as cut and paste on a sheet does: what they refer to stays the same, what
 * refers to them follows, and what stood at the target goes. Throws `AccessDenied` and `InvalidOperation` as a write
 * does at both places, and `InvalidOperation` where a table, a PivotTable or a part of a merged area is in the way.
 */
export function moveCells(sheet: Sheet, from: Rect, at: Point): void {
  const to: Rect = { ...from, row: at.row, column: at.column };
  checkInSheet(to);
  if (from.row === to.row && from.column === to.column) return;
  sheet.workbook.edit(() => {
    for (const rect of [from, to]) checkMovable(sheet, rect);
    moveContents(sheet, from, to);
    moveRules(sheet, from, to);
    moveComments(sheet, from, to);
    rewriteAll(sheet.workbook, (formula, own) => moveReferences(formula, own, sheet.name, from, to));
    sheet.contentChanged(from, undefined);
    sheet.contentChanged(to, undefined);
  });
}

function checkMovable(sheet: Sheet, rect: Rect): void {
  checkWritable(sheet, rect);
  checkUnprotected(sheet, 'allowFormatCells');
  checkMergesWhole(sheet, rect);
  if (sheet.tables.some((table) => intersects(table.rect, rect))) {
    throw new HostError('InvalidOperation', 'The embedded Excel host moves no cells of tables.');
  }
}

function moveContents({ cells }: Sheet, from: Rect, to: Rect): void {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  const moving = [...cells.within(from)];
  for (const rect of [from, to]) cells.update(rect, () => undefined);
  for (const { row, column, cell } of moving) cells.set(row + rows, column + columns, cell);
}

function moveRules(sheet: Sheet, from: Rect, to: Rect): void {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  const moved = (rect: Rect): Rect => ({ ...rect, row: rect.row + rows, column: rect.column + columns });
  const inside = (rects: readonly Rect[]) => rects.flatMap((rect) => intersection(rect, from) ?? []).map(moved);
  const followed = <T extends { readonly id?: string; readonly rects: readonly Rect[] }>(items: readonly T[]) => {
    const rest = withoutRange(withoutRange(items, from), to);
    const isLeft = (item: T) => rest.find((other) => other.id !== undefined && other.id === item.id);
    const along = items.map((item) => ({ ...item, rects: inside(item.rects) })).filter(({ rects }) => rects.length > 0);
    // A conditional format that stays in part goes on as one, of both its areas.
    const joined = rest.map((item) => {
      const part = along.find(({ id }) => id !== undefined && id === item.id);
      return part ? { ...item, rects: [...item.rects, ...part.rects] } : item;
    });
    return [...joined, ...along.filter((item) => !isLeft(item))];
  };
  const links = sheet.hyperlinks.all.flatMap((link) => inside([link.rect]).map((rect) => ({ ...link, rect })));
  const areas = sheet.merges.areas.filter((merge) => covers(from, merge)).map(moved);
  sheet.update({
    hyperlinks: [...withoutLinks(withoutLinks(sheet.hyperlinks.all, from), to), ...links],
    validations: followed(sheet.validations.all),
    conditionalFormats: followed(sheet.conditionalFormats.all),
    merges: [...sheet.merges.areas.filter((merge) => !covers(from, merge) && !covers(to, merge)), ...areas],
  });
}
