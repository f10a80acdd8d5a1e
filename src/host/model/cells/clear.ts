import { hasContent } from './cells';
import { unstyle } from './formats';
import { clearComments } from '../comments/follow';
import { checkUnprotected, checkWritable } from './guard';
import { unmerged } from '../looks/merges';
import { covers, intersects, type Rect } from '../geometry/rect';
import { withoutLinks } from '../rules/hyperlinks';
import { withoutRange } from '../rules/on-ranges';
import type { Sheet } from '../sheet';
import { contentOf } from './write';

export type Clearing = 'All' | 'Contents' | 'Formats' | 'Hyperlinks';

/**
 * Clears a range. `All` takes with it notes and comments, and the tables and pivots that lie wholly inside. Throws `AccessDenied` for locked
 * cells and `InvalidOperation` for a part of a pivot.
 */
export function clearRange(sheet: Sheet, rect: Rect, what: Clearing): void {
  if (what === 'All') removeWhole(sheet, rect);
  if (what === 'All' || what === 'Contents') clearContents(sheet, rect);
  if (what === 'All' || what === 'Formats') clearFormats(sheet, rect);
  if (what === 'All' || what === 'Hyperlinks') clearLinks(sheet, rect);
  if (what !== 'All') return;
  sheet.update({ validations: withoutRange(sheet.validations.all, rect) });
  clearComments(sheet, rect);
}

function removeWhole(sheet: Sheet, rect: Rect): void {
  for (const pivot of sheet.pivots) if (covers(rect, pivot.rect)) pivot.remove();
  for (const table of sheet.tables) if (covers(rect, table.rect)) table.convertToRange();
}

function clearContents(sheet: Sheet, rect: Rect): void {
  checkWritable(sheet, rect);
  const before = contentOf(sheet, rect);
  for (const { row, column, cell } of sheet.cells.within(rect)) {
    if (hasContent(cell)) sheet.placeCell(row, column, { value: null, style: cell.style });
  }
  sheet.contentChanged(rect, before);
}

function clearFormats(sheet: Sheet, rect: Rect): void {
  checkUnprotected(sheet, 'allowFormatCells');
  if (sheet.merges.areas.some((merged) => intersects(merged, rect)))
    sheet.update({ merges: unmerged(sheet.merges.areas, rect) });
  unstyle(sheet, rect);
  sheet.update({ conditionalFormats: withoutRange(sheet.conditionalFormats.all, rect) });
  sheet.workbook.tell((origin) => ({ kind: 'format', sheet: sheet.id, rect, origin }));
}

function clearLinks(sheet: Sheet, rect: Rect): void {
  if (!sheet.hyperlinks.all.some((link) => intersects(link.rect, rect))) return;
  checkUnprotected(sheet, 'allowInsertHyperlinks');
  sheet.update({ hyperlinks: withoutLinks(sheet.hyperlinks.all, rect) });
}
