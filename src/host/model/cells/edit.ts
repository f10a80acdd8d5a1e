import { checkInSheet, checkUnprotected } from './guard';
import type { Sheet } from '../sheet';
import type { SheetState } from '../sheet-state';
import type { Rect } from '../geometry/rect';

/** Changes something of a range: it must lie in the sheet, and the protection allow `option` (undefined: nothing does). */
export function editRange<T>(sheet: Sheet, rect: Rect, option: string | undefined, change: () => T): T {
  return sheet.workbook.edit(() => {
    checkInSheet(rect);
    checkUnprotected(sheet, option);
    return change();
  });
}

/** Changes what Excel lets people change on a protected sheet as well: how the sheet is shown and printed. */
export function changeView(sheet: Sheet, patch: Partial<SheetState>): void {
  sheet.workbook.edit(() => {
    sheet.update(patch);
    tellLayout(sheet);
  });
}

export function tellFormat(sheet: Sheet, rect: Rect): void {
  sheet.workbook.tell((origin) => ({ kind: 'format', sheet: sheet.id, rect, origin }));
}

export function tellLayout(sheet: Sheet): void {
  sheet.workbook.tell((origin) => ({ kind: 'layout', sheet: sheet.id, origin }));
}
