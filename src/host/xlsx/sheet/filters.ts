import { parseRect, printRect } from '../../model';
import type { TableFilter } from '../../model';
import { numberOf } from '../xml/attributes';
import { conditionElement, readCondition, type NumberFormat, type ReadFormat } from './filter-conditions';
import type { SheetFeature } from './feature';
import type { FileStyles } from '../styles/styles';
import type { StyleWriter } from '../styles/writer';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { same } from '../same';
import { parseXml, xml, xmlString } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

/** The filters of an `autoFilter` element: a list of values, or other criteria as the file writes them. */
export function readFilters(element: XmlElement | undefined, format: ReadFormat): TableFilter[] {
  return (element?.elements('filterColumn') ?? []).flatMap((column): TableFilter[] => {
    const criteria = column.elements()[0];
    if (!criteria) return [];
    const number = numberOf(column, 'colId', 0);
    const values = plainValues(criteria);
    if (values) return [{ column: number, values }];
    const condition = readCondition(criteria, format);
    return [condition ? { column: number, condition } : { column: number, raw: xmlString(criteria) }];
  });
}

/** Values of a list; null for other criteria, and for a list with more to it (blanks, groups of dates). */
function plainValues(criteria: XmlElement): string[] | null {
  if (criteria.local !== 'filters' || criteria.attributeNames().length > 0) return null;
  const filters = criteria.elements();
  if (filters.some((filter) => filter.local !== 'filter')) return null;
  return filters.map((filter) => decodeXstring(filter.get('val') ?? ''));
}

/** What filters are written with. */
export interface FilterFormats {
  readonly read: ReadFormat;
  readonly number: NumberFormat;
}

/** Brings the filters of an `autoFilter` element in line; columns whose filter is unchanged stay as they are. */
export function writeFilters(element: XmlElement, filters: readonly TableFilter[], formats: FilterFormats): void {
  const before = new Map(
    element.elements('filterColumn').map((column) => [numberOf(column, 'colId', 0), column] as const),
  );
  const columns = new Map([...before].filter(([, column]) => column.elements().length === 0));
  for (const filter of filters) {
    columns.set(filter.column, filterColumn(filter, before.get(filter.column), formats));
  }
  const others = element.children.filter(
    (child) => typeof child === 'string' || ![...before.values()].includes(child as XmlElement),
  );
  const sorted = [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
  element.children.splice(0, element.children.length, ...sorted, ...others);
}

function filterColumn(filter: TableFilter, before: XmlElement | undefined, formats: FilterFormats): XmlElement {
  const former = before && readFilters(xml('autoFilter', {}, [before]), formats.read)[0];
  if (before && same(former, filter)) return before;
  return xml('filterColumn', { colId: filter.column }, [criteriaElement(filter, formats)]);
}

function criteriaElement({ values = [], condition, raw }: TableFilter, { number }: FilterFormats): XmlElement {
  if (raw !== undefined) return parseXml(raw, 'filter').root;
  if (condition) return conditionElement(condition, number);
  return xml(
    'filters',
    {},
    values.map((value) => xml('filter', { val: encodeXattribute(value) })),
  );
}

/** The formats of a file that is being written. */
export function formatsOf(styles: StyleWriter, fileStyles: FileStyles): FilterFormats {
  return {
    read: (index) => fileStyles.differential(index),
    number: (patch) => styles.differential(patch),
  };
}

/** The filter of a sheet outside its tables. */
export const autoFilter: SheetFeature = {
  state: (sheet) => sheet.autoFilter,
  read: ({ sheet, root, styles }) => {
    const element = root.child('autoFilter');
    const rect = parseRect(element?.get('ref') ?? '');
    if (rect)
      sheet.update({ autoFilter: { rect, filters: readFilters(element, (index) => styles.differential(index)) } });
  },
  write: ({ sheet, root, styles, fileStyles }) => {
    if (!sheet.autoFilter) {
      removeChild(root, 'autoFilter');
      return;
    }
    const element = ensureChild(root, 'autoFilter', WORKSHEET_ORDER).set('ref', printRect(sheet.autoFilter.rect));
    writeFilters(element, sheet.autoFilter.filters, formatsOf(styles, fileStyles));
  },
};
