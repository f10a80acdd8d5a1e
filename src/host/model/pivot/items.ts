import { format as formatNumber } from 'numfmt';
import type { CellValue } from '../cells/cell';
import type { PivotAxisField } from './definition';
import { ascending, descending } from './order';
import type { PivotFieldItems, PivotRecords, PivotWords } from './types';

/** Distinct values of a column of the records, and each record's index among them. One pass. */
function distinct(records: PivotRecords, column: number): { items: CellValue[]; codes: Uint32Array } {
  const items: CellValue[] = [];
  const codes = new Uint32Array(records.rows.length);
  // Exact values first: folding the case of every record's text would cost more than all the rest.
  const exact = new Map<CellValue, number>();
  const folded = new Map<string, number>();
  const add = (value: CellValue): number => items.push(value) - 1;
  const codeOf = (value: CellValue): number => {
    if (typeof value === 'string') return foldedCode(`s${value.toLowerCase()}`, value);
    if (typeof value === 'object' && value !== null) return foldedCode(`e${value.error}`, value);
    return add(value);
  };
  const foldedCode = (key: string, value: CellValue): number => {
    let code = folded.get(key);
    if (code === undefined) folded.set(key, (code = add(value)));
    return code;
  };
  records.rows.forEach((row, record) => {
    const value = row[column] ?? null;
    let code = exact.get(value);
    if (code === undefined) exact.set(value, (code = codeOf(value)));
    codes[record] = code;
  });
  return { items, codes };
}

/** The item at a position of the display order. */
export function itemAt(items: PivotFieldItems, position: number): CellValue {
  return items.items[items.order[position]!] ?? null;
}

/** An item as text: what a label says within « Total … », and by what its `hiddenItems` name it. */
export function itemText(value: CellValue, format: string, words: PivotWords): string {
  if (value === null) return words.blank;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? words.true : words.false;
  if (typeof value === 'number') return formatNumber(format, value, { locale: words.locale, throws: false });
  return value.error;
}

function manualOrder(
  items: readonly CellValue[],
  labels: readonly string[],
  named: readonly string[],
  locale: string,
): number[] {
  const place = new Map(named.map((label, index) => [label.toLowerCase(), index]));
  const rankOf = (index: number): number => place.get(labels[index]!.toLowerCase()) ?? named.length;
  return ascending(items, locale).sort((a, b) => rankOf(a) - rankOf(b));
}

/** The items of a source field in the order, and with the hidden ones, of its use on an axis (absent: on none). */
export function fieldItems(
  records: PivotRecords,
  column: number,
  use: PivotAxisField | undefined,
  words: PivotWords,
): PivotFieldItems {
  const { items, codes } = distinct(records, column);
  const format = records.formats?.[column] ?? 'General';
  const field = records.fields[column]!;
  if (!use) return { field, items, codes, format, order: items.map((_, index) => index), hidden: new Set() };
  const labels = items.map((item) => itemText(item, format, words));
  const order =
    use.sort === 'Descending'
      ? descending(items, words.locale)
      : use.sort === 'Manual' && use.order
        ? manualOrder(items, labels, use.order, words.locale)
        : ascending(items, words.locale);
  const names = new Set(use.hiddenItems.map((label) => label.toLowerCase()));
  const hidden = new Set<number>();
  if (names.size > 0) {
    order.forEach((index, position) => {
      if (names.has(labels[index]!.toLowerCase())) hidden.add(position);
    });
  }
  return { field, items, codes, format, order, hidden };
}
