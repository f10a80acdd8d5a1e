import type { Aggregation, CellValue, PivotAxisField, PivotDataField, PivotDefinition, Point } from '../../model';
import { parseRect } from '../../model';
import { ascending, itemText, layOut, pivotWords, type PivotRecords, type PivotWords } from '../../model/pivot';
import type { PartContext } from '../context';
import { readCache, type ReadCache } from './cache';
import { DATA_MEMBER, FIELD_EXTENSION, SUBTOTALS, TABLE_EXTENSION } from './table';
import type { XmlElement } from '../xml/xml';
import { decodeXstring } from '../xml/xstring';

/** A PivotTable of a file as the model keeps it. */
export interface ReadPivot {
  readonly definition: PivotDefinition;
  readonly anchor: Point;
  readonly records: PivotRecords;
}

/** The same, and how large the file says its result is, without the filters. */
export interface FoundPivot extends ReadPivot {
  readonly size: { readonly rows: number; readonly columns: number };
}

/**
 * Whether our result takes the cells that the file's takes. Where another layout does not, a refresh would leave
 * some of the old cells behind or write over others, so such a PivotTable is left alone.
 */
export function isLaidOutAsOurs({ definition, records, size }: FoundPivot, words: PivotWords): boolean {
  const { body } = layOut(definition, records, words);
  return body.rows === size.rows && body.columns === size.columns;
}

function isOn(element: XmlElement | undefined, attribute: string, absent: boolean): boolean {
  const value = element?.get(attribute);
  return value === undefined ? absent : value === '1' || value === 'true';
}

/** The element of an extension by its address, whatever prefixes its writer chose. */
function extension(element: XmlElement, uri: string): XmlElement | undefined {
  const found = element
    .child('extLst')
    ?.elements('ext')
    .find((ext) => ext.get('uri')?.toUpperCase() === uri.toUpperCase());
  return found?.elements()[0];
}

/** Numbers of the fields in a list of the definition; null when one is not a number. */
function members(root: XmlElement, name: string): readonly number[] | null {
  const numbers = root
    .child(name)
    ?.elements('field')
    .map((field) => Number(field.get('x')));
  return numbers?.some(Number.isNaN) ? null : (numbers ?? []);
}

type Layout = PivotDefinition['layout'];

function layoutOf(element: XmlElement, outline: boolean): Layout {
  if (!isOn(element, 'outline', outline)) return 'Tabular';
  return isOn(element, 'compact', true) ? 'Compact' : 'Outline';
}

/** What the row fields agree on, or the PivotTable where there are none; null when they differ. */
function commonLayout(root: XmlElement, rows: readonly XmlElement[]): Layout | null {
  const layouts = new Set(rows.map((field) => layoutOf(field, true)));
  if (layouts.size > 1) return null;
  return [...layouts][0] ?? (isOn(root, 'compact', true) ? 'Compact' : layoutOf(root, false));
}

/** Whether labels are repeated: outer fields must agree; a single field says nothing unless it is set. */
function repeats(root: XmlElement, rows: readonly XmlElement[]): boolean | null {
  const states = new Set(
    rows.slice(0, -1).map((field) => isOn(extension(field, FIELD_EXTENSION), 'fillDownLabels', false)),
  );
  if (states.size > 1) return null;
  return [...states][0] ?? isOn(extension(root, TABLE_EXTENSION), 'fillDownLabelsDefault', false);
}

/** Nothing about the field that the engine does not lay out: collapsed or renamed items, subtotals of other kinds. */
function isPlain(field: XmlElement, layout: Layout): boolean {
  const items = field.child('items')?.elements('item') ?? [];
  const headed = layout !== 'Tabular' && isOn(field, 'defaultSubtotal', true) && !isOn(field, 'subtotalTop', true);
  return (
    !headed &&
    !isOn(field, 'insertBlankRow', false) &&
    !field.child('autoSortScope') &&
    items.every(
      (item) =>
        isOn(item, 'sd', true) && item.get('n') === undefined && ['default', 'data'].includes(item.get('t') ?? 'data'),
    )
  );
}

interface FieldContext {
  readonly cache: ReadCache;
  readonly words: PivotWords;
}

/** Labels of a field's items in their order, and those hidden. `only`: position of the one item of a filter. */
function readItems(field: XmlElement, number: number, only: number | undefined, { cache, words }: FieldContext) {
  const values = cache.items[number] ?? [];
  const format = cache.records.formats?.[number] ?? 'General';
  const shown = (field.child('items')?.elements('item') ?? []).map((item, position) => ({
    index: Number(item.get('x') ?? -1),
    isMissing: isOn(item, 'm', false) || item.get('x') === undefined,
    isHidden: only === undefined ? isOn(item, 'h', false) : position !== only,
  }));
  const items = shown.filter(({ isMissing, index }) => !isMissing && index < values.length);
  const label = (index: number): string => itemText(values[index] ?? null, format, words);
  const isAscending = sameOrder(
    items.map(({ index }) => index),
    values,
    words.locale,
  );
  return {
    hiddenItems: items.filter(({ isHidden }) => isHidden).map(({ index }) => label(index)),
    order: isAscending ? undefined : items.map(({ index }) => label(index)),
  };
}

function sameOrder(indices: readonly number[], values: readonly CellValue[], locale: string): boolean {
  const wanted = ascending(
    indices.map((index) => values[index] ?? null),
    locale,
  );
  return wanted.every((place, at) => place === at);
}

function readAxisField(
  field: XmlElement,
  number: number,
  only: number | undefined,
  context: FieldContext,
): PivotAxisField {
  const { hiddenItems, order } = readItems(field, number, only, context);
  const sortType = field.get('sortType');
  const sort = sortType === 'ascending' ? 'Ascending' : sortType === 'descending' ? 'Descending' : 'Manual';
  const source = context.cache.records.fields[number]!;
  return {
    field: source,
    name: decodeXstring(field.get('name') ?? source),
    subtotals: isOn(field, 'defaultSubtotal', true),
    showAllItems: isOn(field, 'showAll', true),
    hiddenItems,
    sort,
    ...(sort === 'Manual' && order ? { order } : {}),
  };
}

const aggregationOf = new Map<string, Aggregation>(
  Object.entries(SUBTOTALS).map(([aggregation, subtotal]) => [subtotal, aggregation as Aggregation]),
);

function readDataField(element: XmlElement, context: PartContext, cache: ReadCache): PivotDataField | null {
  const field = cache.records.fields[Number(element.get('fld'))];
  const summarizeBy = aggregationOf.get(element.get('subtotal') ?? 'sum');
  if (field === undefined || summarizeBy === undefined || (element.get('showDataAs') ?? 'normal') !== 'normal')
    return null;
  const numberFormat = context.numberFormat(Number(element.get('numFmtId') ?? 0));
  return { field, name: decodeXstring(element.get('name') ?? field), summarizeBy, numberFormat };
}

interface Members {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly filters: readonly { readonly field: number; readonly only: number | undefined }[];
  /** On no axis, yet with items: slicers filter by them. */
  readonly sliced: readonly number[];
}

/** The fields of each axis; null when the data fields stand on rows or not innermost. */
function readMembers(root: XmlElement): Members | null {
  const rows = members(root, 'rowFields');
  const columns = members(root, 'colFields');
  if (!rows || !columns || rows.includes(DATA_MEMBER)) return null;
  const dataAt = columns.indexOf(DATA_MEMBER);
  if (dataAt >= 0 && dataAt !== columns.length - 1) return null;
  const pages = root.child('pageFields')?.elements('pageField') ?? [];
  const filters = pages.map((page) => {
    const item = page.get('item');
    return { field: Number(page.get('fld')), only: item === undefined ? undefined : Number(item) };
  });
  const fields = root.child('pivotFields')?.elements('pivotField') ?? [];
  const sliced = fields.flatMap((field, number) =>
    field.get('axis') === undefined && field.child('items') ? [number] : [],
  );
  return { rows, columns: columns.filter((member) => member !== DATA_MEMBER), filters, sliced };
}

/** Reads a PivotTable; null when it is one that the engine cannot lay out: its parts then stay as they are. */
export function readPivotTable(context: PartContext, part: string): FoundPivot | null {
  const { pkg, workbook } = context;
  const root = pkg.xml(part);
  const cachePart = pkg.related(part, 'pivotCacheDefinition');
  const axes = readMembers(root);
  const place = root.child('location');
  const rect = parseRect(place?.get('ref') ?? '');
  if (cachePart === undefined || !axes || !rect || root.child('filters') || Number(place?.get('colPageCount') ?? 1) > 1)
    return null;
  const cache = readCache(context, cachePart);
  const fields = root.child('pivotFields')?.elements('pivotField') ?? [];
  if (cache?.items.length !== fields.length) return null;
  const used = [...axes.rows, ...axes.columns, ...axes.filters.map(({ field }) => field), ...axes.sliced];
  if (used.some((number) => !fields[number])) return null;
  const rowElements = axes.rows.map((number) => fields[number]!);
  const layout = commonLayout(root, rowElements);
  const repeatLabels = repeats(root, rowElements);
  if (layout === null || repeatLabels === null || !used.every((number) => isPlain(fields[number]!, layout)))
    return null;
  const data = (root.child('dataFields')?.elements('dataField') ?? []).map((element) =>
    readDataField(element, context, cache),
  );
  if (data.includes(null)) return null;
  const fieldContext = { cache, words: pivotWords(workbook.options.locale) };
  const axisField = (number: number, only?: number): PivotAxisField =>
    readAxisField(fields[number]!, number, only, fieldContext);
  const text = extension(root, TABLE_EXTENSION);
  const above = axes.filters.length > 0 ? axes.filters.length + 1 : 0;
  if (rect.row < above) return null;
  return {
    anchor: { row: rect.row - above, column: rect.column },
    records: cache.records,
    size: { rows: rect.rows, columns: rect.columns },
    definition: {
      name: root.get('name') ?? '',
      source: cache.source,
      rows: axes.rows.map((number) => axisField(number)),
      columns: axes.columns.map((number) => axisField(number)),
      filters: axes.filters.map(({ field, only }) => axisField(field, only)),
      sliced: axes.sliced.map((number) => axisField(number)),
      data: data.filter((field) => field !== null),
      layout,
      repeatLabels,
      showRowGrandTotals: isOn(root, 'rowGrandTotals', true),
      showColumnGrandTotals: isOn(root, 'colGrandTotals', true),
      fillEmptyCells: isOn(root, 'showMissing', true),
      emptyCellText: root.get('missingCaption') ?? '',
      autoFormat: isOn(root, 'useAutoFormatting', false),
      preserveFormatting: isOn(root, 'preserveFormatting', true),
      refreshOnOpen: cache.refreshOnOpen,
      style: root.child('pivotTableStyleInfo')?.get('name') ?? '',
      altTextTitle: text?.get('altText') ?? '',
      altTextDescription: text?.get('altTextSummary') ?? '',
    },
  };
}
