import { HostError } from '../../errors';
import { fittedColumnWidths, fittedRowHeights, grownRowHeights } from './autofit';
import type { ColumnLook } from './columns';
import { changeView, editRange, tellLayout } from '../cells/edit';
import { checkUnprotected } from '../cells/guard';
import { withHeight, type RowLook, MAX_ROW_HEIGHT } from './rows';
import type { Sheet } from '../sheet';
import { MAX_ROWS, type Rect } from '../geometry/rect';

/** Widths of columns and heights of rows, in points. */

/** 255 characters of the default font. */
const MAX_COLUMN_WIDTH = 1_791;

export function setColumnWidth(sheet: Sheet, first: number, count: number, points: number): void {
  if (!(points >= 0 && points <= MAX_COLUMN_WIDTH)) {
    throw new HostError('InvalidArgument', `A column cannot be ${points} points wide.`);
  }
  changeColumns(sheet, first, count, (look) =>
    points === 0 ? { ...look, hidden: true } : { ...look, hidden: false, width: points },
  );
}

export function setColumnHidden(sheet: Sheet, first: number, count: number, hidden: boolean): void {
  changeColumns(sheet, first, count, (look) => ({ ...look, hidden }));
}

/** A height of all rows becomes the sheet's default. */
export function setRowHeight(sheet: Sheet, first: number, count: number, points: number | null): void {
  if (points !== null && !(points >= 0 && points <= MAX_ROW_HEIGHT)) {
    throw new HostError('InvalidArgument', `A row cannot be ${points} points high.`);
  }
  if (first === 0 && count === MAX_ROWS && points !== null && points > 0) {
    setDefaultRowHeight(sheet, points);
    const rows = sheet.store.rows.all().map(({ row }) => row);
    changeRows(sheet, rows, (look) => withHeight(look, null, false));
    return;
  }
  changeRows(sheet, range(first, count), (look) => sized(look, points));
}

/** As `setRowHeight` for many runs of rows at once. */
export function setRowHeights(sheet: Sheet, runs: readonly Rect[], points: number): void {
  changeRows(sheet, rowsOf(runs), (look) => sized(look, points));
}

function sized(look: RowLook, points: number | null): RowLook {
  if (points === null) return withHeight(look, null, false);
  return points === 0 ? { ...look, hidden: true } : withHeight({ ...look, hidden: false }, points, true);
}

export function setRowHidden(sheet: Sheet, first: number, count: number, hidden: boolean): void {
  changeRows(sheet, range(first, count), (look) => (look.hidden === hidden ? look : { ...look, hidden }));
}

export function setDefaultRowHeight(sheet: Sheet, defaultRowHeight: number): void {
  checkUnprotected(sheet, 'allowFormatRows');
  changeView(sheet, { defaultRowHeight });
}

export function setDefaultColumnWidth(sheet: Sheet, defaultColumnWidth: number): void {
  checkUnprotected(sheet, 'allowFormatColumns');
  changeView(sheet, { defaultColumnWidth });
}

export function autofitRows(sheet: Sheet, rect: Rect): void {
  editRange(sheet, rect, 'allowFormatRows', () => {
    for (const [row, height] of fittedRowHeights(sheet, rect)) {
      sheet.store.rows.change(row, (look) => withHeight(look, height, false));
    }
    tellLayout(sheet);
  });
}

/** Grows the rows of an entry within the transaction under way, whatever the protection. */
export function growRows(sheet: Sheet, rect: Rect): void {
  const heights = grownRowHeights(sheet, rect);
  if (heights.size === 0) return;
  for (const [row, height] of heights) sheet.store.rows.change(row, (look) => withHeight(look, height, false));
  tellLayout(sheet);
}

export function autofitColumns(sheet: Sheet, rect: Rect): void {
  editRange(sheet, rect, 'allowFormatColumns', () => fitColumns(sheet, rect));
}

/** Fits columns within the transaction under way, whatever the protection. */
export function fitColumns(sheet: Sheet, rect: Rect): void {
  for (const [column, width] of fittedColumnWidths(sheet, rect)) {
    sheet.store.columns.change(column, 1, (look) => ({ ...look, width }));
  }
  tellLayout(sheet);
}

function changeColumns(sheet: Sheet, first: number, count: number, change: (look: ColumnLook) => ColumnLook): void {
  editRange(sheet, { row: 0, rows: MAX_ROWS, column: first, columns: count }, 'allowFormatColumns', () => {
    sheet.store.columns.change(first, count, change);
    tellLayout(sheet);
  });
}

function changeRows(sheet: Sheet, rows: Iterable<number>, change: (look: RowLook) => RowLook): void {
  sheet.workbook.edit(() => {
    checkUnprotected(sheet, 'allowFormatRows');
    const changed = remembered(change);
    for (const row of rows) sheet.store.rows.change(row, changed);
    tellLayout(sheet);
  });
}

/** Rows that look alike share what they become. */
function remembered(change: (look: RowLook) => RowLook): (look: RowLook) => RowLook {
  let last: { readonly look: RowLook; readonly changed: RowLook } | undefined;
  return (look) => {
    if (last?.look !== look) last = { look, changed: change(look) };
    return last.changed;
  };
}

function* rowsOf(runs: readonly Rect[]): Generator<number> {
  for (const { row, rows } of runs) yield* range(row, rows);
}

function* range(first: number, count: number): Generator<number> {
  for (let i = first; i < first + count; i++) yield i;
}
