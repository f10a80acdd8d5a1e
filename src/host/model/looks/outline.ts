import { HostError } from '../../errors';
import { tellLayout } from '../cells/edit';
import { checkInSheet, checkUnprotected } from '../cells/guard';
import { isWholeColumns, isWholeRows, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';

/** Groups of rows or columns, as an outline shows and hides them: seven deep, one within the other. */

export type OutlineAxis = 'rows' | 'columns';

/** What an outline says of a row or column. */
export interface OutlineLook {
  /** How deep it is grouped, 1 to 7; absent is not at all. */
  readonly outline?: number;
  /** The details that it stands behind are hidden. */
  readonly collapsed?: boolean;
}

const DEEPEST = 7;

/**
 * Groups the rows or columns of a range, one level deeper than they are. `InvalidArgument` for whole columns grouped
 * by rows and the reverse, `InvalidOperation` deeper than seven, `AccessDenied` on a protected sheet.
 */
export function group(sheet: Sheet, rect: Rect, axis: OutlineAxis): void {
  editOutline(sheet, rect, axis, (line, [first, end]) => {
    const levels = indexes(first, end).map((index) => line.level(index));
    if (levels.some((level) => level >= DEEPEST)) {
      throw new HostError('InvalidOperation', 'An outline is seven levels deep at most.');
    }
    levels.forEach((level, at) => line.setLevel(first + at, level + 1));
  });
}

/** Takes a level away; what was hidden by it shows. As `group`; `InvalidOperation` where nothing is grouped. */
export function ungroup(sheet: Sheet, rect: Rect, axis: OutlineAxis): void {
  editOutline(sheet, rect, axis, (line, [first, end]) => {
    const grouped = indexes(first, end).filter((index) => line.level(index) > 0);
    if (grouped.length === 0) throw new HostError('InvalidOperation', 'Nothing is grouped there.');
    for (const index of grouped) {
      line.setLevel(index, line.level(index) - 1);
      if (line.level(index) === 0) line.setHidden(index, false);
    }
    if (line.level(end) === 0) line.setCollapsed(end, false);
  });
}

/** Hides the groups that a range touches, or sums up as the row below, or the column after them. Errors: as `group`. */
export function hideDetails(sheet: Sheet, rect: Rect, axis: OutlineAxis): void {
  editOutline(sheet, rect, axis, (line, span) => {
    for (const [first, end] of groupsAt(line, span)) {
      for (const index of indexes(first, end)) line.setHidden(index, true);
      line.setCollapsed(end, true);
    }
  });
}

/** Shows them; groups within that are hidden by themselves stay so. Errors: as `group`. */
export function showDetails(sheet: Sheet, rect: Rect, axis: OutlineAxis): void {
  editOutline(sheet, rect, axis, (line, span) => {
    for (const [first, end] of groupsAt(line, span)) {
      const level = Math.min(...indexes(first, end).map((index) => line.level(index)));
      for (let index = first; index < end; index++) {
        const [, innerEnd] = line.level(index) > level ? runAt(line, index, level + 1) : [index, index];
        if (line.isCollapsed(innerEnd) && innerEnd > index) index = innerEnd - 1;
        else line.setHidden(index, false);
      }
      line.setCollapsed(end, false);
    }
  });
}

/** Shows what is grouped less deep than a level (1 to 8) and hides the rest; 0 leaves an axis as it is. */
export function showLevels(sheet: Sheet, rows: number, columns: number): void {
  sheet.workbook.edit(() => {
    checkUnprotected(sheet);
    if (rows > 0) showTo(rowsOf(sheet), groupedRows(sheet), rows);
    if (columns > 0) showTo(columnsOf(sheet), groupedColumns(sheet), columns);
    tellLayout(sheet);
  });
}

function showTo(line: Line, grouped: readonly number[], levels: number): void {
  for (const index of grouped) line.setHidden(index, line.level(index) >= levels);
  for (const index of grouped) {
    if (line.level(index + 1) < line.level(index)) line.setCollapsed(index + 1, line.level(index) >= levels);
  }
}

/** Rows or columns, as far as an outline concerns them. */
interface Line {
  level(index: number): number;
  isCollapsed(index: number): boolean;
  setLevel(index: number, level: number): void;
  setHidden(index: number, hidden: boolean): void;
  setCollapsed(index: number, collapsed: boolean): void;
}

function rowsOf({ rows }: Sheet): Line {
  return {
    level: (row) => rows.at(row).outline ?? 0,
    isCollapsed: (row) => rows.at(row).collapsed === true,
    setLevel: (row, level) => rows.change(row, (look) => withLevel(look, level)),
    setHidden: (row, hidden) => rows.change(row, (look) => (look.hidden === hidden ? look : { ...look, hidden })),
    setCollapsed: (row, collapsed) => rows.change(row, (look) => withCollapsed(look, collapsed)),
  };
}

function columnsOf({ columns }: Sheet): Line {
  return {
    level: (column) => columns.at(column).outline ?? 0,
    isCollapsed: (column) => columns.at(column).collapsed === true,
    setLevel: (column, level) => columns.change(column, 1, (look) => withLevel(look, level)),
    setHidden: (column, hidden) => columns.change(column, 1, (look) => ({ ...look, hidden })),
    setCollapsed: (column, collapsed) => columns.change(column, 1, (look) => withCollapsed(look, collapsed)),
  };
}

function withLevel<T extends OutlineLook>(look: T, level: number): T {
  const { outline, ...rest } = look;
  return (level === 0 ? rest : { ...rest, outline: level }) as T;
}

function withCollapsed<T extends OutlineLook>(look: T, isCollapsed: boolean): T {
  if ((look.collapsed === true) === isCollapsed) return look;
  const { collapsed, ...rest } = look;
  return (isCollapsed ? { ...rest, collapsed: true } : rest) as T;
}

const indexes = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, at) => first + at);

function groupedRows(sheet: Sheet): readonly number[] {
  return sheet.rows.all().flatMap(({ row, outline }) => (outline === undefined ? [] : [row]));
}

function groupedColumns(sheet: Sheet): readonly number[] {
  return sheet.columns.spans.flatMap(({ first, last, outline }) =>
    outline === undefined ? [] : indexes(first, last + 1),
  );
}

/** The rows or columns around one that are grouped at least so deep. */
function runAt(line: Line, index: number, level: number): readonly [first: number, end: number] {
  let [first, end] = [index, index + 1];
  while (first > 0 && line.level(first - 1) >= level) first -= 1;
  while (line.level(end) >= level) end += 1;
  return [first, end];
}

/** The groups of a range: of each row in one the deepest, and of a row behind one that one. */
function groupsAt(line: Line, [first, end]: readonly [number, number]): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>();
  for (const index of indexes(first, end)) {
    const before = index > 0 ? line.level(index - 1) : 0;
    const inside = line.level(index) > 0 ? index : before > 0 ? index - 1 : null;
    if (inside === null) continue;
    const run = runAt(line, inside, line.level(inside));
    found.set(run.join(), run);
  }
  return [...found.values()];
}

function editOutline(
  sheet: Sheet,
  rect: Rect,
  axis: OutlineAxis,
  change: (line: Line, span: readonly [first: number, end: number]) => void,
): void {
  checkInSheet(rect);
  const isOther = axis === 'rows' ? isWholeColumns(rect) : isWholeRows(rect);
  if (isOther)
    throw new HostError('InvalidArgument', 'Whole columns are not grouped by rows, nor whole rows by columns.');
  sheet.workbook.edit(() => {
    checkUnprotected(sheet);
    if (axis === 'rows') change(rowsOf(sheet), [rect.row, rect.row + rect.rows]);
    else change(columnsOf(sheet), [rect.column, rect.column + rect.columns]);
    tellLayout(sheet);
  });
}
