import { columnIndex } from '../geometry/address';
import { rectOf } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Point, Rect } from '../types';
import type { Area, References } from './references';
import type { Node } from './syntax';

/** Where a reference of a template points, seen from the cell of a formula. */
export interface Target {
  /** The same for every formula of the template. */
  readonly fixed?: Area;
  /** Whether it is one cell, wherever it is seen from. */
  readonly single: boolean;
  at(row: number, column: number): Area | undefined;
}

type CellNode = Extract<Node, { col: string }>;
type Axis = (own: number) => number;

/**
 * The target of a node of the template whose first formula stands at `base`; `missing` for a sheet that is not there,
 * undefined for what is no reference to one area.
 */
export function targetOf(
  node: Node,
  sheet: Sheet,
  base: Point,
  references: References,
): Target | 'missing' | undefined {
  if ('start' in node || 'col' in node) return ofCells(node, sheet, base);
  if ('tableName' in node && (node.tableName === '' || node.specials.some((special) => /^#this row$/i.test(special)))) {
    return {
      single: node.columns.length === 1 && node.specials.length === 1,
      at: (row, column) => references.areasOf(node, { sheet, row, column })[0],
    };
  }
  const isReference = 'tableName' in node || 'startCol' in node || 'startRow' in node || isName(node);
  const areas = isReference ? references.areasOf(node, { sheet, ...base }) : [];
  return areas.length === 1 && areas[0] ? fixedTarget(areas[0]) : undefined;
}

function isName(node: Node): boolean {
  return 'name' in node && !('args' in node);
}

function fixedTarget(area: Area): Target {
  return { fixed: area, single: area.rect.rows === 1 && area.rect.columns === 1, at: () => area };
}

function ofCells(
  node: Extract<Node, { start: unknown }> | CellNode,
  own: Sheet,
  base: Point,
): Target | 'missing' | undefined {
  if (node.endSheet !== undefined) return undefined;
  const sheet = node.sheet === undefined ? own : own.workbook.sheetByName(node.sheet);
  if (!sheet) return 'missing';
  const [start, end] = 'start' in node ? [node.start, node.end] : [node, node];
  const corners = [start, end].map((corner) => cornerOf(corner, base));
  const [first, last] = corners;
  if (!first || !last) return undefined;
  const at = (row: number, column: number): Area => ({ sheet, rect: spanned(first, last, row, column) });
  const isFixed = [start, end].every(({ rowAbsolute, colAbsolute }) => rowAbsolute && colAbsolute);
  if (isFixed) return fixedTarget(at(base.row, base.column));
  return { single: node === start, at };
}

interface Corner {
  readonly row: Axis;
  readonly column: Axis;
}

function cornerOf({ row, col, rowAbsolute, colAbsolute }: CellNode, base: Point): Corner | undefined {
  const column = columnIndex(col);
  return column === null
    ? undefined
    : { row: axis(Number(row) - 1, base.row, rowAbsolute), column: axis(column, base.column, colAbsolute) };
}

function axis(index: number, base: number, absolute: boolean): Axis {
  const distance = index - base;
  return absolute ? () => index : (own) => own + distance;
}

function spanned(first: Corner, last: Corner, row: number, column: number): Rect {
  const [top, bottom, left, right] = [first.row(row), last.row(row), first.column(column), last.column(column)];
  return rectOf(Math.min(top, bottom), Math.min(left, right), Math.abs(bottom - top) + 1, Math.abs(right - left) + 1);
}
