import { checkUnprotected } from '../cells/guard';
import { changeView } from '../cells/edit';
import { endRow, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { AutoFilter } from '../sheet-state';
import { passesOf, type TableFilter } from './conditions';

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Hides the rows of a body that filters do not let through, and shows the others. */
export function hideByFilters(sheet: Sheet, body: Rect, filters: readonly TableFilter[]): void {
  const tests = filters.flatMap((filter) => testOf(sheet, body, filter) ?? []);
  // A criterion that is kept as the file has it cannot be tested: the rows it has hidden stay hidden.
  const keepsHidden = tests.length < filters.length;
  for (let row = body.row; row < endRow(body); row++) {
    const passes = tests.every((test) => test(row));
    const hidden = !passes || (keepsHidden && sheet.rows.isHidden(row));
    sheet.rows.change(row, (look) => (look.hidden === hidden ? look : { ...look, hidden }));
  }
}

function testOf(
  sheet: Sheet,
  body: Rect,
  { column: index, values, condition }: TableFilter,
): ((row: number) => boolean) | null {
  const column = body.column + index;
  if (values) {
    const wanted = new Set(values.map((value) => value.toLowerCase()));
    return (row) => wanted.has(sheet.text(row, column).toLowerCase());
  }
  if (!condition) return null;
  if (condition.kind === 'color') {
    const { look, color } = condition;
    return (row) => colorAt(sheet, row, column, look) === color.toUpperCase();
  }
  const { date1904, options } = sheet.workbook;
  const valueAt = (row: number) => sheet.cells.get(row, column)?.value ?? null;
  const all = Array.from({ length: body.rows }, (_, i) => valueAt(body.row + i));
  const passes = passesOf(condition, all, options.now(), date1904 ? EPOCH_1904 : EPOCH_1900);
  return (row) => passes(valueAt(row));
}

function colorAt(sheet: Sheet, row: number, column: number, look: 'fill' | 'font'): string | undefined {
  const style = sheet.workbook.styles.get(sheet.styles.at(row, column));
  return (look === 'fill' ? style.fill : style.font.color)?.toUpperCase();
}

/** Filters cells of a sheet that are no table, or takes the filter away (null). Throws `AccessDenied` where protected. */
export function filterSheet(sheet: Sheet, autoFilter: AutoFilter | null): void {
  checkUnprotected(sheet, 'allowAutoFilter');
  sheet.workbook.edit(() => {
    const former = sheet.autoFilter;
    if (former && former.filters.length > 0) hideByFilters(sheet, bodyOf(former), []);
    changeView(sheet, { autoFilter });
    if (autoFilter) hideByFilters(sheet, bodyOf(autoFilter), autoFilter.filters);
  });
}

function bodyOf({ rect }: AutoFilter): Rect {
  return { ...rect, row: rect.row + 1, rows: Math.max(1, rect.rows - 1) };
}
