import { HostError } from '../../errors';
import { contains, intersects, isInSheet, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';

/** What Excel checks before it lets anybody change a sheet. Nothing is checked while a file is loaded. */

/** Throws `InvalidArgument` for a rectangle outside the sheet. */
export function checkInSheet(rect: Rect): void {
  if (!isInSheet(rect)) throw new HostError('InvalidArgument', 'The range lies outside the sheet.');
}

/** Throws `AccessDenied` when the sheet is protected, unless the protection allows `option`. */
export function checkUnprotected(sheet: Sheet, option?: string): void {
  const { protection } = sheet;
  if (sheet.workbook.isLoading || !protection.protected) return;
  if (option !== undefined && protection.options[option] === true) return;
  throw new HostError('AccessDenied', `The sheet “${sheet.name}” is protected.`);
}

/** Throws unless the contents of the range may be changed: `AccessDenied` for locked cells, `InvalidOperation` in a pivot. */
export function checkWritable(sheet: Sheet, rect: Rect): void {
  checkInSheet(rect);
  if (sheet.workbook.isLoading) return;
  if (sheet.protection.protected && hasLockedCell(sheet, rect)) {
    throw new HostError('AccessDenied', `The range is locked on the protected sheet “${sheet.name}”.`);
  }
  if (sheet.pivots.some((pivot) => intersects(pivot.rect, rect))) {
    throw new HostError('InvalidOperation', 'A part of a PivotTable cannot be changed.');
  }
}

function hasLockedCell(sheet: Sheet, rect: Rect): boolean {
  const { styles } = sheet.workbook;
  // Past the used range every cell is as its row or column: looking at one more row and column is enough.
  const used = sheet.cells.extent();
  const rows = Math.min(rect.rows, used ? used.row + used.rows + 1 - rect.row : 1);
  const columns = Math.min(rect.columns, used ? used.column + used.columns + 1 - rect.column : 1);
  for (let row = rect.row; row < rect.row + Math.max(rows, 1); row++) {
    for (let column = rect.column; column < rect.column + Math.max(columns, 1); column++) {
      if (styles.get(sheet.styles.at(row, column)).locked) return true;
    }
  }
  return false;
}

/** Throws `InvalidOperation` when the range cuts a merged area in two. */
export function checkMergesWhole(sheet: Sheet, rect: Rect): void {
  for (const merged of sheet.merges.areas) {
    const inside = contains(rect, merged.row, merged.column);
    const last = contains(rect, merged.row + merged.rows - 1, merged.column + merged.columns - 1);
    if (intersects(merged, rect) && !(inside && last)) {
      throw new HostError('InvalidOperation', 'The range holds a part of a merged area.');
    }
  }
}
