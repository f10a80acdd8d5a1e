import type { CellValue } from '../cells/cell';
import type { PivotDefinition } from './definition';
import type { AxisField, AxisLine } from './axis';
import type { Geometry } from './geometry';
import { itemAt, itemText } from './items';
import type { PivotCell, PivotFieldItems, PivotLine, PivotRole, PivotWords } from './types';

/** Puts a cell into the result; an empty one is left out. */
export type Put = (
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

/** An item as its label shows it: a number stays a number, under its field's format. */
function itemLabel(items: PivotFieldItems, position: number, words: PivotWords): CellValue {
  return itemAt(items, position) ?? words.blank;
}

function textAt(items: PivotFieldItems, position: number, words: PivotWords): string {
  return itemText(itemAt(items, position), items.format, words);
}

/** The filters above the table: a button and what is let through. */
export function writeFilters(put: Put, filters: readonly AxisField[], words: PivotWords): void {
  filters.forEach(({ use, items }, row) => {
    put(row, 0, use.name, 'filterField');
    const shown = items.order.map((_, position) => position).filter((position) => !items.hidden.has(position));
    if (items.hidden.size === 0) put(row, 1, words.all, 'filterValue');
    else if (shown.length === 1)
      put(row, 1, itemLabel(items, shown[0]!, words), 'filterValue', { format: items.format });
    else put(row, 1, words.multipleItems, 'filterValue');
  });
}

/** The buttons of the fields, and the data's name in the corner. */
export function writeButtons(put: Put, definition: PivotDefinition, geometry: Geometry, words: PivotWords): void {
  const { rows, columns, data, layout } = definition;
  const { top, captionRow, labelColumns, severalData } = geometry;
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

/** True when the lines share the item at `level` and everything outside it. */
function sameTo(level: number, a: readonly number[], b: readonly number[] | undefined): boolean {
  return b !== undefined && b.length > level && a.slice(0, level + 1).every((item, index) => b[index] === item);
}

/** The header lines above the values. */
export function writeColumnLabels(
  put: Put,
  definition: PivotDefinition,
  geometry: Geometry,
  fields: readonly AxisField[],
  lines: readonly PivotLine[],
  words: PivotWords,
): void {
  const { data } = definition;
  const { top, captionRow, labelColumns, severalData } = geometry;
  const repeat = definition.repeatLabels && definition.layout !== 'Compact';
  lines.forEach((line, index) => {
    const column = labelColumns + index;
    const name = data[line.data]?.name ?? '';
    if (fields.length === 0) {
      if (data.length > 0) put(captionRow, column, name, 'dataCaption');
      return;
    }
    if (line.kind === 'grand') {
      put(top + 1, column, severalData ? words.dataTotal(name, null) : words.grandTotal, 'columnGrandTotalLabel');
      return;
    }
    const last = line.items.length - 1;
    line.items.forEach((position, level) => {
      const { items } = fields[level]!;
      if (line.kind === 'subtotal' && level === last) {
        const text = textAt(items, position, words);
        const label = severalData ? words.dataTotal(name, text) : words.subtotal(text);
        put(top + 1 + level, column, label, 'columnSubtotalLabel');
      } else if (repeat || !sameTo(level, line.items, lines[index - 1]?.items)) {
        put(top + 1 + level, column, itemLabel(items, position, words), 'columnLabel', { format: items.format });
      }
    });
    if (severalData && line.kind === 'data') put(captionRow, column, name, 'dataCaption');
  });
}

/** The labels left of the values, one line a call. */
export function writeRowLabel(
  put: Put,
  row: number,
  definition: PivotDefinition,
  fields: readonly AxisField[],
  line: AxisLine,
  previous: AxisLine | undefined,
  words: PivotWords,
): void {
  if (fields.length === 0) {
    if (definition.columns.length > 0 && definition.data.length === 1)
      put(row, 0, definition.data[0]!.name, 'dataCaption');
    return;
  }
  if (line.kind === 'grand') {
    put(row, 0, words.grandTotal, 'rowGrandTotalLabel');
    return;
  }
  const last = line.items.length - 1;
  const { items } = fields[last]!;
  if (definition.layout === 'Compact') {
    put(row, 0, itemLabel(items, line.items[last]!, words), 'rowLabel', { indent: last, format: items.format });
    return;
  }
  line.items.forEach((position, level) => {
    const field = fields[level]!.items;
    if (line.kind === 'subtotal' && level === last) {
      put(row, level, words.subtotal(textAt(field, position, words)), 'rowSubtotalLabel');
    } else if (
      level === last ||
      definition.repeatLabels ||
      (definition.layout === 'Tabular' && !sameTo(level, line.items, previous?.items))
    ) {
      put(row, level, itemLabel(field, position, words), 'rowLabel', { format: field.format });
    }
  });
}
