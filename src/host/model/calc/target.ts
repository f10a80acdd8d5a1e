import { columnIndex } from '../geometry/address';
import { bounding, endColumn, endRow, rectOf, MAX_ROWS, type Point, type Rect } from '../geometry/rect';
import type { CellValue } from '../cells/cell';
import type { CalcSheet } from './book';
import { errors } from './coercion';
import type { Area, References } from './references';
import type { Node, StructuredNode } from './syntax';

/** Rows that follow each other: `first` to `end`, which is not among them. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Where a reference of a template points, seen from the cell of a formula. */
export interface Target {
  /** The same for every formula of the template. */
  readonly fixed?: Area;
  /** Whether it is one cell, wherever it is seen from. */
  readonly single: boolean;
  at(row: number, column: number): Area | undefined;
  /** What the cell holds, of a target that is one. */
  value(row: number, column: number): CellValue;
  /** What the reference means beyond its text: the sheet or the cells that its names stand for. */
  readonly meaning: string;
  /** The rows of a column from which it shows cells of an area, or more of them; null for none. */
  seenFrom(area: Area, column: number): Span | null;
}

type CellNode = Extract<Node, { col: string }>;
type Axis = (own: number) => number;

const everywhere: Span = { first: 0, end: MAX_ROWS };

/**
 * The target of a node of the template whose first formula stands at `base`; `missing` for a sheet or column that is not there,
 * undefined for what is no reference to one area.
 */
export function targetOf(
  node: Node,
  sheet: CalcSheet,
  base: Point,
  references: References,
): Target | 'missing' | undefined {
  if ('start' in node || 'col' in node) return ofCells(node, sheet, base);
  // What Excel leaves of a column that was deleted: `T[#REF!]`.
  if ('tableName' in node && node.specials.some((special) => special.endsWith('#REF!'))) return 'missing';
  if ('tableName' in node && (node.tableName === '' || node.specials.some((special) => /^#this row$/i.test(special)))) {
    return ofOwnRow(node, sheet, references);
  }
  const isReference = 'tableName' in node || 'startCol' in node || 'startRow' in node || isName(node);
  const areas = isReference ? references.areasOf(node, { sheet, ...base }) : [];
  return areas.length === 1 && areas[0] ? fixedTarget(areas[0]) : undefined;
}

/** Of a column or a part of one, the cell of the formula's own row, as `@` has it; undefined for anything wider. */
export function ownRowOf(target: Target, base: Point): Target | undefined {
  if (target.single) return target;
  if (target.at(base.row, base.column)?.rect.columns !== 1) return undefined;
  const areaAt = (row: number, column: number): Area | undefined => {
    const area = target.at(row, column);
    return area && row >= area.rect.row && row < endRow(area.rect) ? area : undefined;
  };
  return {
    single: true,
    at: (row, column) => {
      const area = areaAt(row, column);
      return area && { sheet: area.sheet, rect: { ...area.rect, row, rows: 1 } };
    },
    value: (row, column) => {
      const area = areaAt(row, column);
      return area ? (area.sheet.cells.get(row, area.rect.column)?.value ?? null) : errors.value;
    },
    meaning: target.meaning,
    seenFrom: ({ sheet, rect }, column) => {
      const area = target.at(rect.row, column);
      const isSeen = area?.sheet === sheet && rect.column <= area.rect.column && area.rect.column < endColumn(rect);
      return isSeen ? { first: rect.row, end: endRow(rect) } : null;
    },
  };
}

/** All that the formulas of a template see in some rows of a column. */
export function spanOf(target: Target, { first, end }: Span, column: number): Area | undefined {
  if (target.fixed) return target.fixed;
  const [top, bottom] = [target.at(first, column), target.at(end - 1, column)];
  return top && bottom ? { sheet: top.sheet, rect: bounding(top.rect, bottom.rect) } : (top ?? bottom);
}

function isName(node: Node): boolean {
  return 'name' in node && !('args' in node);
}

function ofOwnRow(node: StructuredNode, sheet: CalcSheet, references: References): Target {
  const isRow = node.specials.length === 1;
  return {
    single: node.columns.length === 1 && isRow,
    at: (row, column) => references.areasOf(node, { sheet, row, column })[0],
    value: (row, column) => {
      const area = references.areasOf(node, { sheet, row, column })[0];
      return area ? valueIn(area) : errors.value;
    },
    meaning: references.tablesMeaning,
    seenFrom: ({ rect }) => (isRow ? { first: rect.row, end: endRow(rect) } : everywhere),
  };
}

function fixedTarget(area: Area): Target {
  const { sheet, rect } = area;
  return {
    fixed: area,
    single: rect.rows === 1 && rect.columns === 1,
    at: () => area,
    value: () => valueIn(area),
    meaning: `${sheet.id}!${rect.row}:${rect.column}:${rect.rows}:${rect.columns}`,
    seenFrom: (other) => (other.sheet === sheet && meets(rect, other.rect) ? everywhere : null),
  };
}

/** What the first cell of an area holds. */
function valueIn({ sheet, rect }: Area): CellValue {
  return sheet.cells.get(rect.row, rect.column)?.value ?? null;
}

function meets(a: Rect, b: Rect): boolean {
  return a.row < endRow(b) && b.row < endRow(a) && a.column < endColumn(b) && b.column < endColumn(a);
}

function ofCells(
  node: Extract<Node, { start: unknown }> | CellNode,
  own: CalcSheet,
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
  return {
    single: node === start,
    at,
    value: (row, column) => sheet.cells.get(first.row(row), first.column(column))?.value ?? null,
    meaning: sheet.id,
    seenFrom: (area, column) => {
      if (area.sheet !== sheet) return null;
      const { rect } = at(base.row, column);
      if (rect.column >= endColumn(area.rect) || area.rect.column >= endColumn(rect)) return null;
      return rowsThatSee(first.row, last.row, area.rect);
    },
  };
}

/** The rows from which the rows between two ends, each moving along or not, meet those of a rectangle. */
function rowsThatSee(start: Axis, last: Axis, rect: Rect): Span | null {
  const [from, to] = [rect.row, endRow(rect) - 1];
  const ends = [start, last].map((axis) => {
    const isFixed = axis(0) === axis(1);
    // An end that stays holds the rectangle above it, in it, or below it, wherever it is seen from.
    if (isFixed) return axis(0) < from ? -Infinity : axis(0) > to ? Infinity : 0;
    return { first: from - axis(0), end: to - axis(0) + 1 };
  });
  const moving = ends.filter((end) => typeof end === 'object');
  const staying = ends.filter((end) => typeof end === 'number');
  if (staying.includes(0)) return everywhere;
  const [a = everywhere, b = a] = moving;
  if (moving.length === 2) return { first: Math.min(a.first, b.first), end: Math.max(a.end, b.end) };
  if (moving.length === 0) return staying[0] === staying[1] ? null : everywhere;
  return staying[0] === -Infinity ? { first: a.first, end: MAX_ROWS } : { first: 0, end: a.end };
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
