import { hasContent } from './cells';
import type { Sheet } from '../sheet';
import type { CellAt } from './cell';
import type { Rect } from '../geometry/rect';

/** How a text is looked for: `?` stands for a character, `*` for any, after `~` for themselves. */
export interface FindOptions {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
}

/**
 * The cells of a range whose text, as they show it, holds what is looked for, row by row. What is not shown is not
 * found: some builds of Excel look into hidden rows, columns and sheets, and some do not.
 */
export function findCells(sheet: Sheet, rect: Rect, text: string, options: FindOptions): readonly CellAt[] {
  if (sheet.visibility !== 'Visible') return [];
  const pattern = patternOf(text, options);
  return [...sheet.cells.within(rect)].filter(
    ({ row, column, cell }) =>
      hasContent(cell) &&
      pattern.test(sheet.text(row, column)) &&
      !sheet.rows.isHidden(row) &&
      !sheet.columns.isHidden(column),
  );
}

/**
 * Replaces a text in the constants and formulas of a range, and gives how many cells have changed. What comes of it is
 * read as an entry. Throws as a write does.
 */
export function replaceCells(
  sheet: Sheet,
  rect: Rect,
  text: string,
  replacement: string,
  options: FindOptions,
): number {
  const pattern = patternOf(text, options, 'g');
  return sheet.workbook.edit(() => {
    let count = 0;
    for (const { row, column, cell } of [...sheet.cells.within(rect)]) {
      const before = sourceOf(sheet, { row, column, cell });
      const after = before.replace(pattern, () => replacement);
      if (before === after) continue;
      const isText = typeof cell.value === 'string' && cell.formula === undefined;
      const entry = isText ? `'${after}` : after;
      sheet.write({ row, column, rows: 1, columns: 1 }, [[after === '' ? '' : entry]], 'formulas');
      count += 1;
    }
    return count;
  });
}

function sourceOf(sheet: Sheet, { row, column, cell }: CellAt): string {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  return cell.value === null || typeof cell.value === 'object' ? '' : sheet.text(row, column);
}

function patternOf(text: string, { completeMatch, matchCase }: FindOptions, flags = ''): RegExp {
  const source = text.replace(/~[?*~]|[.*+?^${}()|[\]\\]/g, (sign) => {
    if (sign.startsWith('~')) return sign === '~~' ? '~' : `\\${sign.charAt(1)}`;
    if (sign === '*') return '[^]*';
    return sign === '?' ? '[^]' : `\\${sign}`;
  });
  return new RegExp(completeMatch ? `^(?:${source})$` : source, `${flags}${matchCase ? '' : 'i'}u`);
}
