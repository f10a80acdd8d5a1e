import type { PivotAxisField } from './definition';
import type { PivotFieldItems, PivotLine } from './types';

/** A field on the row or column axis. */
export interface AxisField {
  readonly use: PivotAxisField;
  readonly items: PivotFieldItems;
}

/** The tree of item combinations of an axis. Node 0 is the whole; a parent's number is below its children's. */
export interface Axis {
  readonly fields: readonly AxisField[];
  readonly parent: readonly number[];
  /** Position of the node's item among its field's; 0 for the whole. */
  readonly position: readonly number[];
  readonly depth: readonly number[];
  /** Children in the order of display. */
  readonly children: readonly (readonly number[])[];
  /** Innermost node of each record. */
  readonly leaf: Uint32Array;
}

/** Position in the display order of each record's item. */
function positions(items: PivotFieldItems): Uint32Array {
  const positionOf = new Uint32Array(items.items.length);
  items.order.forEach((index, position) => (positionOf[index] = position));
  return items.codes.map((code) => positionOf[code]!);
}

/** Which records are shown: those without a hidden item on any axis or filter. */
export function visibleRecords(fields: readonly PivotFieldItems[], count: number): Uint8Array {
  const visible = new Uint8Array(count).fill(1);
  for (const items of fields) {
    if (items.hidden.size === 0) continue;
    positions(items).forEach((position, record) => {
      if (items.hidden.has(position)) visible[record] = 0;
    });
  }
  return visible;
}

/** Builds the tree over the visible records; linear in records and levels. */
export function buildAxis(fields: readonly AxisField[], visible: Uint8Array): Axis {
  const parent = [0];
  const position = [0];
  const depth = [0];
  const children: number[][] = [[]];
  const leaf = new Uint32Array(visible.length);
  let previousLevel = [0];
  fields.forEach(({ use, items }, level) => {
    const width = items.order.length;
    const nodes = new Map<number, number>();
    const thisLevel: number[] = [];
    const nodeOf = (above: number, at: number): number => {
      const key = above * width + at;
      let node = nodes.get(key);
      if (node === undefined) {
        node = parent.push(above) - 1;
        position.push(at);
        depth.push(level + 1);
        children.push([]);
        children[above]!.push(node);
        nodes.set(key, node);
        thisLevel.push(node);
      }
      return node;
    };
    positions(items).forEach((at, record) => {
      if (visible[record]) leaf[record] = nodeOf(leaf[record]!, at);
    });
    if (use.showAllItems) {
      for (const above of previousLevel) {
        for (let at = 0; at < width; at++) if (!items.hidden.has(at)) nodeOf(above, at);
      }
    }
    previousLevel = thisLevel;
  });
  for (const list of children) list.sort((a, b) => position[a]! - position[b]!);
  return { fields, parent, position, depth, children, leaf };
}

/** A line of an axis before data fields are spread over it: its place in the tree, and what the file says of it. */
export interface AxisLine extends Omit<PivotLine, 'data'> {
  readonly node: number;
}

/**
 * Lines of an axis in order. `headed` puts an outer item on a line of its own above its inner ones (compact and
 * outline rows); otherwise its subtotal, where it has one, comes below.
 */
export function axisLines(axis: Axis, headed: boolean, grandTotal: boolean): AxisLine[] {
  const lines: AxisLine[] = [];
  const walk = (node: number, items: readonly number[]): void => {
    for (const child of axis.children[node]!) {
      const path = [...items, axis.position[child]!];
      const level = path.length - 1;
      if (path.length === axis.fields.length) {
        lines.push({ kind: 'data', items: path, node: child });
        continue;
      }
      if (headed) lines.push({ kind: 'head', items: path, node: child });
      walk(child, path);
      if (!headed && axis.fields[level]!.use.subtotals) lines.push({ kind: 'subtotal', items: path, node: child });
    }
  };
  walk(0, []);
  if (axis.fields.length === 0) lines.push({ kind: 'data', items: [], node: 0 });
  else if (grandTotal) lines.push({ kind: 'grand', items: [], node: 0 });
  return lines;
}
