import { HostError } from '../../errors';
import { shiftFormula } from '../formulas/shift';
import { blankCell } from './formats';
import { checkMergesWhole, checkUnprotected, checkWritable } from './guard';
import { nextId } from '../geometry/ids';
import { contains, covers, intersection, intersects } from '../geometry/rect';
import { withoutLinks, withoutRange } from '../looks/rules';
import type { Sheet } from '../sheet';
import { displayText } from './text';
import type { Cell, Rect } from '../types';

/** Where cells are copied from or to. */
export interface Place {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/**
 * Copies cells whole, as a paste does: contents, formats, links, validations and conditional formats; what the
 * target held of these goes. References in formulas move with the cells; heights and widths stay the target's.
 * Both places are of one size. Throws `AccessDenied` and `InvalidOperation` as a write does, `InvalidOperation`
 * where a merged area would be cut.
 */
export function copyCells(from: Place, to: Place): void {
  const { sheet } = to;
  sheet.workbook.edit(() => {
    checkWritable(sheet, to.rect);
    checkUnprotected(sheet, 'allowFormatCells');
    refuseWhole(from);
    checkMergesWhole(sheet, to.rect);
    const moved = (rect: Rect): Rect => movedBy(rect, to.rect.row - from.rect.row, to.rect.column - from.rect.column);
    copyContents(from, to);
    copyRules(from, to, moved);
    sheet.contentChanged(to.rect, undefined);
    sheet.workbook.tell((origin) => ({ kind: 'format', sheet: sheet.id, rect: to.rect, origin }));
  });
}

/** Copies how cells look, and nothing of what they hold. Both places are of one size. Throws as a change of formats. */
export function copyFormats(from: Place, to: Place): void {
  const { sheet } = to;
  sheet.workbook.edit(() => {
    checkUnprotected(sheet, 'allowFormatCells');
    const [rows, columns] = [to.rect.row - from.rect.row, to.rect.column - from.rect.column];
    sheet.store.cells.update(to.rect, (cell, row, column) => {
      const style = from.sheet.styleAt(row - rows, column - columns);
      if ((cell?.style ?? sheet.inheritedStyle(row, column)) === style) return cell;
      return cell ? { ...cell, style } : blankCell(style);
    });
    sheet.workbook.tell((origin) => ({ kind: 'format', sheet: sheet.id, rect: to.rect, origin }));
  });
}

/** Excel makes another table or PivotTable of one that is copied whole, which this engine does not. */
function refuseWhole({ sheet, rect }: Place): void {
  const stands = [...sheet.tables, ...sheet.pivots].some((each) => intersects(each.rect, rect));
  if (!stands) return;
  throw new HostError('NotImplemented', 'The embedded Excel host does not copy tables and PivotTables.');
}

function copyContents(from: Place, to: Place): void {
  const { sheet } = to;
  const [rows, columns] = [to.rect.row - from.rect.row, to.rect.column - from.rect.column];
  const headers = sheet.tables.filter(({ showHeaders }) => showHeaders).map(({ headerRect }) => headerRect);
  const { cells } = from.sheet.store;
  sheet.store.cells.update(to.rect, (_former, row, column) => {
    const cell = cells.get(row - rows, column - columns);
    const copied = cell ? shifted(cell, rows, columns) : styledBlank(from.sheet, row - rows, column - columns);
    if (!copied) return sheet.inheritedStyle(row, column) === 0 ? undefined : blankCell(0);
    // The head of a table's column is text, whatever is put there.
    const isHead = headers.some((header) => contains(header, row, column)) && typeof copied.value !== 'string';
    return isHead ? { value: displayText(copied.value, 'General', 'en-US'), style: copied.style } : copied;
  });
}

function shifted(cell: Cell, rows: number, columns: number): Cell {
  if (cell.formula === undefined) return cell;
  return { ...cell, formula: shiftFormula(cell.formula, rows, columns) };
}

/** A cell that does not exist has the look of its row or column. */
function styledBlank(sheet: Sheet, row: number, column: number): Cell | undefined {
  const style = sheet.inheritedStyle(row, column);
  return style === 0 ? undefined : blankCell(style);
}

function copyRules(from: Place, to: Place, moved: (rect: Rect) => Rect): void {
  const { sheet } = to;
  const inside = (rects: readonly Rect[]) => rects.flatMap((rect) => intersection(rect, from.rect) ?? []).map(moved);
  const links = from.sheet.hyperlinks.flatMap((link) => inside([link.rect]).map((rect) => ({ ...link, rect })));
  const validations = from.sheet.validations
    .map((each) => ({ ...each, rects: inside(each.rects) }))
    .filter(({ rects }) => rects.length > 0);
  const formats = from.sheet.conditionalFormats
    .map((each) => ({ ...each, rects: inside(each.rects) }))
    .filter(({ rects }) => rects.length > 0);
  const kept = withoutRange(sheet.conditionalFormats, to.rect);
  const added = formats.reduce<typeof kept>((all, each) => [...all, { ...each, id: nextId(all) }], kept);
  sheet.update({
    hyperlinks: [...withoutLinks(sheet.hyperlinks, to.rect), ...links],
    validations: [...withoutRange(sheet.validations, to.rect), ...validations],
    conditionalFormats: added,
    merges: [
      ...sheet.merges.filter((merge) => !covers(to.rect, merge)),
      ...from.sheet.merges.filter((merge) => covers(from.rect, merge)).map(moved),
    ],
  });
}

function movedBy(rect: Rect, rows: number, columns: number): Rect {
  return { ...rect, row: rect.row + rows, column: rect.column + columns };
}
