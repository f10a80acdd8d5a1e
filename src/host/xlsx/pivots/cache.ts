import type { CellValue, PivotDefinition, Workbook } from '../../model';
import type { PivotFieldItems, PivotRecords, PivotResult } from '../../model/pivot';
import { parseRect, printRect } from '../../model';
import type { PartContext } from '../context';
import { MAIN, RELATIONSHIPS, relationshipId } from '../xml/namespaces';
import { readRecords } from './records';
import { elementValue, fieldKind, sharedItemsAttributes, valueElement, type FieldKind } from './values';
import { XML_DECLARATION, xml, xmlString, type TextSink, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXstring } from '../xml/xstring';

export const CACHE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml';
export const RECORDS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml';
/** What Excel 2016 and later say of a cache that they made. */
const VERSION = 8;

/** A cache as the engine needs it. */
export interface ReadCache {
  readonly source: PivotDefinition['source'];
  readonly refreshOnOpen: boolean;
  readonly records: PivotRecords;
  /** Shared items of each field, by which a PivotTable's items are numbered. */
  readonly items: readonly (readonly CellValue[])[];
}

interface WrittenField extends PivotFieldItems {
  readonly kind: FieldKind;
  /** Records refer to the shared items by number; otherwise they hold their numbers or dates themselves. */
  readonly isShared: boolean;
}

function writtenFields(definition: PivotDefinition, result: PivotResult, workbook: Workbook): WrittenField[] {
  const onAxis = new Set(
    [...definition.rows, ...definition.columns, ...definition.filters, ...definition.sliced].map(({ field }) => field),
  );
  return result.fields.map((field) => {
    const isPlain = field.items.every((item) => item === null || typeof item === 'number');
    return {
      ...field,
      kind: fieldKind(field.items, field.format, workbook.date1904),
      isShared: onAxis.has(field.field) || !isPlain,
    };
  });
}

function sourceElement(definition: PivotDefinition): XmlElement {
  const { source } = definition;
  const attributes =
    source.kind === 'table' ? { name: source.table } : { ref: printRect(source.rect), sheet: source.sheet };
  return xml('cacheSource', { type: 'worksheet' }, [xml('worksheetSource', attributes)]);
}

/** The definition of a cache over the records of a result. `recordsId` is its relationship to the records. */
export function cacheElement(
  context: PartContext,
  definition: PivotDefinition,
  result: PivotResult,
  recordsId: string,
): XmlElement {
  const { workbook } = context;
  const fields = writtenFields(definition, result, workbook).map(({ field, items, kind, format, isShared }) => {
    const shared = xml('sharedItems', {
      ...sharedItemsAttributes(items, kind),
      count: isShared ? items.length : undefined,
    });
    if (isShared) for (const item of items) shared.append(valueElement(item, kind));
    return xml('cacheField', { name: encodeXstring(field), numFmtId: context.numberFormatId(format) }, [shared]);
  });
  return xml(
    'pivotCacheDefinition',
    {
      xmlns: MAIN,
      'xmlns:r': RELATIONSHIPS,
      'r:id': recordsId,
      refreshOnLoad: definition.refreshOnOpen ? 1 : undefined,
      refreshedBy: workbook.properties.author === '' ? undefined : workbook.properties.author,
      refreshedDate: workbook.options.now(),
      createdVersion: VERSION,
      refreshedVersion: VERSION,
      minRefreshableVersion: 3,
      recordCount: result.fields[0]?.codes.length ?? 0,
    },
    [sourceElement(definition), xml('cacheFields', { count: fields.length }, fields)],
  );
}

/** Writes the part of a cache's records. */
export function writeRecords(
  context: PartContext,
  definition: PivotDefinition,
  result: PivotResult,
  out: TextSink,
): void {
  const fields = writtenFields(definition, result, context.workbook);
  const count = fields[0]?.codes.length ?? 0;
  // Each distinct value is spelt once, however many records hold it.
  const spelt = fields.map(({ items, kind, isShared }) =>
    items.map((item, index) => (isShared ? `<x v="${index}"/>` : xmlString(valueElement(item, kind)))),
  );
  out.push(`${XML_DECLARATION}\n<pivotCacheRecords xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" count="${count}">`);
  for (let record = 0; record < count; record++) {
    let row = '<r>';
    for (let field = 0; field < fields.length; field++) row += spelt[field]![fields[field]!.codes[record]!]!;
    out.push(`${row}</r>`);
  }
  out.push('</pivotCacheRecords>');
}

function readSource(root: XmlElement, workbook: Workbook): PivotDefinition['source'] | null {
  const cacheSource = root.child('cacheSource');
  const element = cacheSource?.child('worksheetSource');
  if (cacheSource?.get('type') !== 'worksheet' || !element || relationshipId(element) !== undefined) return null;
  const name = element.get('name');
  if (name !== undefined) return workbook.tableByName(name) ? { kind: 'table', table: name } : null;
  const sheet = element.get('sheet');
  const rect = parseRect(element.get('ref') ?? '');
  return sheet !== undefined && rect && workbook.sheetByName(sheet) ? { kind: 'range', sheet, rect } : null;
}

/** A field that only regroups or computes from others is beyond the engine. */
function isPlainField(field: XmlElement): boolean {
  return !field.child('fieldGroup') && field.get('databaseField') !== '0' && field.get('formula') === undefined;
}

/** Reads a cache with its records; null when it is one that the engine cannot stand in for. */
export function readCache(context: PartContext, part: string): ReadCache | null {
  const { pkg, workbook } = context;
  const root = pkg.xml(part);
  const source = readSource(root, workbook);
  const fields = root.child('cacheFields')?.elements('cacheField') ?? [];
  const recordsPartName = pkg.related(part, 'pivotCacheRecords');
  if (!source || recordsPartName === undefined || !fields.every(isPlainField)) return null;
  const items: CellValue[][] = [];
  for (const field of fields) {
    const values = (field.child('sharedItems')?.elements() ?? []).map((element) =>
      elementValue(element, workbook.date1904),
    );
    if (values.includes(undefined)) return null;
    items.push(values.filter((value) => value !== undefined));
  }
  const rows = readRecords(pkg, recordsPartName, items, workbook.date1904);
  if (!rows) return null;
  return {
    source,
    refreshOnOpen: root.get('refreshOnLoad') === '1' || root.get('refreshOnLoad') === 'true',
    items,
    records: {
      fields: fields.map((field) => decodeXstring(field.get('name') ?? '')),
      formats: fields.map((field) => context.numberFormat(Number(field.get('numFmtId') ?? 0))),
      rows,
    },
  };
}
