import type { Aggregation, PivotAxisField, PivotDefinition } from '../../model';
import { printRect } from '../../model';
import type { PivotFieldItems, PivotResult, PivotWords } from '../../model/pivot';
import type { PartContext } from '../context';
import { X14 } from '../xml/extensions';
import { MAIN } from '../xml/namespaces';
import { headedLineElements, lineElements } from './lines';
import { xml, type XmlElement } from '../xml/xml';

export const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
/** Extensions of Excel 2010: of a field (labels repeated down), and of a PivotTable (alternative text). */
export const FIELD_EXTENSION = '{2946ED86-A175-432a-8AC1-64E0C546D7DE}';
export const TABLE_EXTENSION = '{962EF5D1-5CA2-4c93-8EF4-DBF5C05439D2}';
/** The member that stands for the data fields among the fields of an axis. */
export const DATA_MEMBER = -2;

const VERSION = 8;

/** Names of aggregations in the file; a sum goes without. */
export const SUBTOTALS: Readonly<Record<Aggregation, string>> = {
  Sum: 'sum',
  Count: 'count',
  Average: 'average',
  Max: 'max',
  Min: 'min',
  CountNumbers: 'countNums',
  Product: 'product',
};

/** Form of an axis field or of the whole: compact is the default of the file. */
function form(layout: PivotDefinition['layout']): Record<string, number | undefined> {
  return { compact: layout === 'Compact' ? undefined : 0, outline: layout === 'Tabular' ? 0 : undefined };
}

type Axis = 'axisRow' | 'axisCol' | 'axisPage';

interface Use {
  /** Absent for a field that only slicers show. */
  readonly axis?: Axis;
  readonly field: PivotAxisField;
}

function usesOf({ rows, columns, filters, sliced }: PivotDefinition): Map<string, Use> {
  const on = (axis: Axis | undefined, fields: readonly PivotAxisField[]): [string, Use][] =>
    fields.map((field) => [field.field, { ...(axis && { axis }), field }]);
  return new Map([
    ...on('axisRow', rows),
    ...on('axisCol', columns),
    ...on('axisPage', filters),
    ...on(undefined, sliced),
  ]);
}

const sortTypes = { Ascending: 'ascending', Descending: 'descending', Manual: undefined } as const;

function itemElements(items: PivotFieldItems, subtotals: boolean): XmlElement {
  const elements = items.order.map((index, position) =>
    xml('item', { h: items.hidden.has(position) ? 1 : undefined, x: index }),
  );
  if (subtotals) elements.push(xml('item', { t: 'default' }));
  return xml('items', { count: elements.length }, elements);
}

function fieldElement(
  context: PartContext,
  definition: PivotDefinition,
  items: PivotFieldItems,
  use: Use | undefined,
): XmlElement {
  const { layout } = definition;
  const isData = definition.data.some(({ field }) => field === items.field);
  const numFmtId = context.numberFormatId(items.format) || undefined;
  if (!use) return xml('pivotField', { dataField: isData ? 1 : undefined, ...form(layout), numFmtId, showAll: 0 });
  const { axis, field } = use;
  const element = xml(
    'pivotField',
    {
      name: field.name === field.field ? undefined : field.name,
      axis,
      dataField: isData ? 1 : undefined,
      numFmtId,
      ...form(layout),
      multipleItemSelectionAllowed: axis === 'axisPage' && items.hidden.size > 0 ? 1 : undefined,
      showAll: field.showAllItems ? undefined : 0,
      sortType: sortTypes[field.sort],
      defaultSubtotal: field.subtotals ? undefined : 0,
    },
    [itemElements(items, field.subtotals)],
  );
  if (definition.repeatLabels && axis !== undefined && axis !== 'axisPage') {
    const extension = xml('x14:pivotField', { fillDownLabels: 1 });
    element.append(xml('extLst', {}, [xml('ext', { uri: FIELD_EXTENSION, 'xmlns:x14': X14 }, [extension])]));
  }
  return element;
}

/** A list with its count, or nothing for an empty one. */
function list(name: string, elements: readonly XmlElement[]): XmlElement | null {
  return elements.length > 0 ? xml(name, { count: elements.length }, elements) : null;
}

function dataElements(context: PartContext, definition: PivotDefinition, fields: readonly string[]): XmlElement[] {
  return definition.data.map(({ field, name, summarizeBy, numberFormat }) =>
    xml('dataField', {
      // Excel takes a file for damaged in which a data field has the name of a source field.
      name: fields.some((other) => other.toLowerCase() === name.toLowerCase()) ? `${name} ` : name,
      fld: fields.indexOf(field),
      subtotal: summarizeBy === 'Sum' ? undefined : SUBTOTALS[summarizeBy],
      baseField: 0,
      baseItem: 0,
      numFmtId: context.numberFormatId(numberFormat) || undefined,
    }),
  );
}

function tableExtension({ altTextTitle, altTextDescription, repeatLabels }: PivotDefinition): XmlElement {
  const extension = xml('x14:pivotTableDefinition', {
    fillDownLabelsDefault: repeatLabels ? 1 : undefined,
    altText: altTextTitle === '' ? undefined : altTextTitle,
    altTextSummary: altTextDescription === '' ? undefined : altTextDescription,
    hideValuesRow: 1,
    'xmlns:xm': XM,
  });
  return xml('extLst', {}, [xml('ext', { uri: TABLE_EXTENSION, 'xmlns:x14': X14 }, [extension])]);
}

function location(
  anchor: { readonly row: number; readonly column: number },
  definition: PivotDefinition,
  result: PivotResult,
): XmlElement {
  const { body } = result;
  const filters = definition.filters.length;
  return xml('location', {
    ref: printRect({
      row: anchor.row + body.row,
      column: anchor.column + body.column,
      rows: body.rows,
      columns: body.columns,
    }),
    firstHeaderRow: result.firstHeaderRow,
    firstDataRow: result.firstDataRow,
    firstDataCol: result.firstDataColumn,
    rowPageCount: filters > 0 ? filters : undefined,
    colPageCount: filters > 0 ? 1 : undefined,
  });
}

function definitionAttributes(
  definition: PivotDefinition,
  cacheId: number,
  words: PivotWords,
): Record<string, string | number | undefined> {
  const { layout } = definition;
  return {
    xmlns: MAIN,
    name: definition.name,
    cacheId,
    applyNumberFormats: 0,
    applyBorderFormats: 0,
    applyFontFormats: 0,
    applyPatternFormats: 0,
    applyAlignmentFormats: 0,
    applyWidthHeightFormats: 1,
    dataCaption: words.values,
    missingCaption: definition.emptyCellText === '' ? undefined : definition.emptyCellText,
    showMissing: definition.fillEmptyCells ? undefined : 0,
    updatedVersion: VERSION,
    minRefreshableVersion: 3,
    useAutoFormatting: definition.autoFormat ? 1 : undefined,
    preserveFormatting: definition.preserveFormatting ? undefined : 0,
    rowGrandTotals: definition.showRowGrandTotals ? undefined : 0,
    colGrandTotals: definition.showColumnGrandTotals ? undefined : 0,
    itemPrintTitles: 1,
    createdVersion: VERSION,
    indent: 0,
    compact: layout === 'Compact' ? undefined : 0,
    outline: layout === 'Tabular' ? undefined : 1,
    outlineData: layout === 'Tabular' ? undefined : 1,
    compactData: layout === 'Compact' ? undefined : 0,
    multipleFieldFilters: 0,
  };
}

/** The part of a PivotTable that stands at `anchor` with this result. */
export function pivotTableElement(
  context: PartContext,
  definition: PivotDefinition,
  anchor: { readonly row: number; readonly column: number },
  result: PivotResult,
  cacheId: number,
  words: PivotWords,
): XmlElement {
  const fields = result.fields.map(({ field }) => field);
  const uses = usesOf(definition);
  const member = ({ field }: { readonly field: string }): XmlElement => xml('field', { x: fields.indexOf(field) });
  const severalData = definition.data.length > 1;
  const columnMembers = definition.columns.map(member);
  if (severalData) columnMembers.push(xml('field', { x: DATA_MEMBER }));
  const rowLines =
    definition.layout === 'Tabular' ? lineElements(result.rowLines, false) : headedLineElements(result.rowLines);
  return xml('pivotTableDefinition', definitionAttributes(definition, cacheId, words), [
    location(anchor, definition, result),
    list(
      'pivotFields',
      result.fields.map((items) => fieldElement(context, definition, items, uses.get(items.field))),
    ),
    list('rowFields', definition.rows.map(member)),
    list('rowItems', rowLines),
    list('colFields', columnMembers),
    list('colItems', lineElements(result.columnLines, severalData)),
    list(
      'pageFields',
      definition.filters.map(({ field }) => xml('pageField', { fld: fields.indexOf(field), hier: -1 })),
    ),
    list('dataFields', dataElements(context, definition, fields)),
    xml('pivotTableStyleInfo', {
      name: definition.style === '' ? undefined : definition.style,
      showRowHeaders: 1,
      showColHeaders: 1,
      showRowStripes: 0,
      showColStripes: 0,
      showLastColumn: 1,
    }),
    tableExtension(definition),
  ]);
}
