import type { CellValue } from '../cells/cell';
import type { AxisField, AxisLine } from './axis';
import type { PivotDefinition } from './definition';
import type { Geometry } from './geometry';
import { itemAt, itemText } from './items';
import type { PivotCell, PivotFieldItems, PivotLine, PivotRole, PivotWords } from './types';

/** Puts a cell into the result; an empty one is left out. */
type Put = (
  row: number,
  column: number,
  value: CellValue,
  role: PivotRole,
  look?: { indent?: number; format?: string },
) => void;

export function cellWriter(cells: PivotCell[]): Put {
  return (row, column, value, role, look) => {
    if (value === null) return;
    const format = look?.format ?? 'General';
    cells.push({
      row,
      column,
      value,
      role,
      indent: look?.indent ?? 0,
      ...(format === 'General' ? {} : { numberFormat: format }),
    });
  };
}

/** Writes all of a result that is not a value: buttons, filters, and the labels of columns and rows. */
export class Labels {
  constructor(
    private readonly put: Put,
    private readonly definition: PivotDefinition,
    private readonly geometry: Geometry,
    private readonly words: PivotWords,
  ) {}

  /** The filters above the table: a button and what is let through. */
  filters(filters: readonly AxisField[]): void {
    const { put, words } = this;
    filters.forEach(({ use, items }, row) => {
      put(row, 0, use.name, 'filterField');
      const shown = items.order.map((_, position) => position).filter((position) => !items.hidden.has(position));
      if (items.hidden.size === 0) put(row, 1, words.all, 'filterValue');
      else if (shown.length === 1) put(row, 1, this.#label(items, shown[0]!), 'filterValue', { format: items.format });
      else put(row, 1, words.multipleItems, 'filterValue');
    });
  }

  /** The buttons of the fields, and the data's name in the corner. */
  buttons(): void {
    const { put, words } = this;
    const { rows, columns, data, layout } = this.definition;
    const { top, captionRow, labelColumns, severalData } = this.geometry;
    if (columns.length > 0) {
      if (data.length === 1 && rows.length > 0) put(top, 0, data[0]!.name, 'dataCaption');
      if (layout === 'Compact') put(top, labelColumns, words.columnLabels, 'columnField');
      else {
        columns.forEach((field, index) => put(top, labelColumns + index, field.name, 'columnField'));
        if (severalData) put(top, labelColumns + columns.length, words.values, 'valuesField');
      }
    }
    if (rows.length === 0) return;
    if (layout === 'Compact') put(captionRow, 0, words.rowLabels, 'rowField');
    else rows.forEach((field, index) => put(captionRow, index, field.name, 'rowField'));
  }

  /** The header lines above the values. */
  columns(fields: readonly AxisField[], lines: readonly PivotLine[]): void {
    lines.forEach((line, index) => this.#column(fields, line, lines[index - 1], this.geometry.labelColumns + index));
  }

  #column(fields: readonly AxisField[], line: PivotLine, previous: PivotLine | undefined, column: number): void {
    const { put, words } = this;
    const { data, layout, repeatLabels } = this.definition;
    const { top, captionRow, severalData } = this.geometry;
    const name = data[line.data]?.name ?? '';
    if (fields.length === 0) {
      if (data.length > 0) put(captionRow, column, name, 'dataCaption');
      return;
    }
    if (line.kind === 'grand') {
      put(top + 1, column, severalData ? words.dataTotal(name, null) : words.grandTotal, 'columnGrandTotalLabel');
      return;
    }
    const repeats = repeatLabels && layout !== 'Compact';
    const last = line.items.length - 1;
    line.items.forEach((position, level) => {
      const { items } = fields[level]!;
      if (line.kind === 'subtotal' && level === last) {
        const text = this.#text(items, position);
        const label = severalData ? words.dataTotal(name, text) : words.subtotal(text);
        put(top + 1 + level, column, label, 'columnSubtotalLabel');
      } else if (repeats || !sameTo(level, line.items, previous?.items)) {
        put(top + 1 + level, column, this.#label(items, position), 'columnLabel', { format: items.format });
      }
    });
    if (severalData && line.kind === 'data') put(captionRow, column, name, 'dataCaption');
  }

  /** The labels left of the values of a line. */
  row(row: number, fields: readonly AxisField[], line: AxisLine, previous: AxisLine | undefined): void {
    const { put, words } = this;
    const { columns, data, layout, repeatLabels } = this.definition;
    if (fields.length === 0) {
      if (columns.length > 0 && data.length === 1) put(row, 0, data[0]!.name, 'dataCaption');
      return;
    }
    if (line.kind === 'grand') {
      put(row, 0, words.grandTotal, 'rowGrandTotalLabel');
      return;
    }
    const last = line.items.length - 1;
    const { items } = fields[last]!;
    if (layout === 'Compact') {
      put(row, 0, this.#label(items, line.items[last]!), 'rowLabel', { indent: last, format: items.format });
      return;
    }
    line.items.forEach((position, level) => {
      const field = fields[level]!.items;
      const isNew = layout === 'Tabular' && !sameTo(level, line.items, previous?.items);
      if (line.kind === 'subtotal' && level === last) {
        put(row, level, words.subtotal(this.#text(field, position)), 'rowSubtotalLabel');
      } else if (level === last || repeatLabels || isNew) {
        put(row, level, this.#label(field, position), 'rowLabel', { format: field.format });
      }
    });
  }

  /** An item as its label shows it: a number stays a number, under its field's format. */
  #label(items: PivotFieldItems, position: number): CellValue {
    return itemAt(items, position) ?? this.words.blank;
  }

  #text(items: PivotFieldItems, position: number): string {
    return itemText(itemAt(items, position), items.format, this.words);
  }
}

/** True when the lines share the item at `level` and everything outside it. */
function sameTo(level: number, a: readonly number[], b: readonly number[] | undefined): boolean {
  return b !== undefined && b.length > level && a.slice(0, level + 1).every((item, index) => b[index] === item);
}
