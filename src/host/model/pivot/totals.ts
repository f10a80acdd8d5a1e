import type { Aggregation } from './definition';
import type { CellError, CellValue } from '../cells/cell';
import type { Axis } from './axis';

/** Running figures of one data field over the combinations that occur. */
class Figures {
  readonly count: number[] = [];
  readonly numbers: number[] = [];
  readonly sum: number[] = [];
  readonly product: number[] = [];
  readonly min: number[] = [];
  readonly max: number[] = [];
  readonly errors = new Map<number, CellError>();

  grow(): void {
    this.count.push(0);
    this.numbers.push(0);
    this.sum.push(0);
    this.product.push(1);
    this.min.push(Infinity);
    this.max.push(-Infinity);
  }

  add(slot: number, value: CellValue): void {
    if (value === null) return;
    this.count[slot]!++;
    if (typeof value === 'number') {
      this.numbers[slot]!++;
      this.sum[slot]! += value;
      this.product[slot]! *= value;
      if (value < this.min[slot]!) this.min[slot] = value;
      if (value > this.max[slot]!) this.max[slot] = value;
    } else if (typeof value === 'object' && !this.errors.has(slot)) {
      this.errors.set(slot, value);
    }
  }

  merge(slot: number, from: number): void {
    this.count[slot]! += this.count[from]!;
    this.numbers[slot]! += this.numbers[from]!;
    this.sum[slot]! += this.sum[from]!;
    this.product[slot]! *= this.product[from]!;
    this.min[slot] = Math.min(this.min[slot]!, this.min[from]!);
    this.max[slot] = Math.max(this.max[slot]!, this.max[from]!);
    const error = this.errors.get(from);
    if (error && !this.errors.has(slot)) this.errors.set(slot, error);
  }

  result(slot: number, by: Aggregation): CellValue {
    if (by === 'Count') return this.count[slot]!;
    if (by === 'CountNumbers') return this.numbers[slot]!;
    const error = this.errors.get(slot);
    if (error) return error;
    if (this.numbers[slot] === 0) return by === 'Average' ? { error: '#DIV/0!' } : 0;
    switch (by) {
      case 'Sum':
        return this.sum[slot]!;
      case 'Average':
        return this.sum[slot]! / this.numbers[slot]!;
      case 'Max':
        return this.max[slot]!;
      case 'Min':
        return this.min[slot]!;
      case 'Product':
        return this.product[slot]!;
    }
  }
}

export interface DataColumn {
  readonly summarizeBy: Aggregation;
  /** The field's value in a record. */
  readonly valueOf: (record: number) => CellValue;
}

export interface Totals {
  /** undefined where no record has the combination, and for a count of nothing but blanks: Excel shows both empty. */
  value(rowNode: number, columnNode: number, data: number): CellValue | undefined;
}

/** The node and all above it, innermost first. */
function lineage(axis: Axis, node: number): number[] {
  const nodes = [node];
  while (node !== 0) nodes.push((node = axis.parent[node]!));
  return nodes;
}

/**
 * Aggregates the data fields for every combination of a row node and a column node that occurs. Records are
 * added at the innermost nodes only; the combinations, being far fewer, are then rolled up.
 */
export function aggregate(rows: Axis, columns: Axis, visible: Uint8Array, data: readonly DataColumn[]): Totals {
  const width = columns.parent.length;
  const slots = new Map<number, number>();
  const figures = data.map(() => new Figures());
  const slotOf = (rowNode: number, columnNode: number): number => {
    const key = rowNode * width + columnNode;
    let slot = slots.get(key);
    if (slot === undefined) {
      slots.set(key, (slot = slots.size));
      for (const figure of figures) figure.grow();
    }
    return slot;
  };
  for (let record = 0; record < visible.length; record++) {
    if (!visible[record]) continue;
    const slot = slotOf(rows.leaf[record]!, columns.leaf[record]!);
    for (let index = 0; index < data.length; index++) figures[index]!.add(slot, data[index]!.valueOf(record));
  }
  for (const [key, slot] of [...slots]) {
    const above = lineage(columns, key % width);
    for (const rowNode of lineage(rows, Math.floor(key / width))) {
      for (const columnNode of above) {
        const total = slotOf(rowNode, columnNode);
        if (total !== slot) for (const figure of figures) figure.merge(total, slot);
      }
    }
  }
  return {
    value: (rowNode, columnNode, index) => {
      const slot = slots.get(rowNode * width + columnNode);
      if (slot === undefined) return undefined;
      const result = figures[index]!.result(slot, data[index]!.summarizeBy);
      return result === 0 && data[index]!.summarizeBy === 'Count' ? undefined : result;
    },
  };
}
