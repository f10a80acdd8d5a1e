import { MAX_COLUMNS, MAX_ROWS, type Point, type Rect } from '../../host/model';
import type { GridCommand } from './keyboard';
import {
  anchored,
  cycled,
  extended,
  lastUsed,
  only,
  selectedRect,
  stepped,
  toDataEdge,
  type Selection,
  type Terrain,
} from './selection';

/** What a page up or down goes over: the rows and columns that show whole. */
export interface PageSize {
  readonly rows: number;
  readonly columns: number;
}

/** The selection after a key; null for a key that does not move it. */
export function navigated(
  terrain: Terrain & { readonly merges: readonly Rect[]; readonly frozenColumns: number },
  selection: Selection,
  command: GridCommand,
  page: PageSize,
): Selection | null {
  const { anchor, focus } = selection;
  const from = 'extend' in command && command.extend ? focus : selection.active;
  const target = targetOf(terrain, from, command, page);
  if (target) {
    return 'extend' in command && command.extend ? extended(selection, target) : only(target);
  }
  switch (command.kind) {
    case 'next':
      return next(terrain, selection, command.by, command.step);
    case 'selectAll':
      return across(selection, { row: 0, column: 0 }, { row: MAX_ROWS - 1, column: MAX_COLUMNS - 1 });
    case 'selectRow':
      return across(selection, { row: anchor.row, column: 0 }, { row: focus.row, column: MAX_COLUMNS - 1 });
    case 'selectColumn':
      return across(selection, { row: 0, column: anchor.column }, { row: MAX_ROWS - 1, column: focus.column });
    default:
      return null;
  }
}

const across = ({ active }: Selection, anchor: Point, focus: Point): Selection => ({ active, anchor, focus });

function targetOf(
  terrain: Terrain & { readonly frozenColumns: number },
  from: Point,
  command: GridCommand,
  page: PageSize,
): Point | null {
  switch (command.kind) {
    case 'step':
      return stepped(terrain, from, command.direction);
    case 'edge':
      return toDataEdge(terrain, from, command.direction);
    case 'page': {
      const vertical = command.direction === 'up' || command.direction === 'down';
      return stepped(terrain, from, command.direction, Math.max(1, vertical ? page.rows : page.columns));
    }
    case 'rowStart':
      return { row: from.row, column: terrain.columns.visibleFrom(terrain.frozenColumns, 1) };
    case 'rowEnd':
      return { row: from.row, column: lastFilledOf(terrain, from.row) };
    case 'sheetStart':
      return anchored(terrain, { row: terrain.rows.visibleFrom(0, 1), column: terrain.columns.visibleFrom(0, 1) });
    case 'sheetEnd':
      return lastUsed(terrain);
    default:
      return null;
  }
}

function lastFilledOf(terrain: Terrain, row: number): number {
  let column = lastUsed(terrain).column;
  while (column > 0 && !terrain.filled(row, column)) column -= 1;
  return column;
}

/** Within several selected cells only the active one moves; the selection stays. */
function next(
  terrain: Terrain & { readonly merges: readonly Rect[] },
  selection: Selection,
  by: 'row' | 'column',
  step: 1 | -1,
): Selection {
  const rect = selectedRect(selection, terrain.merges);
  const merge = terrain.mergeAt(selection.active.row, selection.active.column);
  const single = merge ? merge.rows === rect.rows && merge.columns === rect.columns : rect.rows * rect.columns === 1;
  if (single) {
    const direction = by === 'row' ? (step > 0 ? 'right' : 'left') : step > 0 ? 'down' : 'up';
    return only(stepped(terrain, selection.active, direction));
  }
  return { ...selection, active: cycled(rect, selection.active, by, step) };
}
