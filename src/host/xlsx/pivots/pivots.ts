import type { CellValue, Pivot } from '../../model';
import { pivotWords, type PivotRecords } from '../../model/pivot';
import type { PartContext, SheetPart } from '../context';
import { relationshipId, setRelationshipId } from '../xml/namespaces';
import { ensureChild, removeChild, WORKBOOK_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import { CACHE_TYPE, cacheElement, RECORDS_TYPE, writeRecords } from './cache';
import { isLaidOutAsOurs, readPivotTable, type ReadPivot } from './read';
import { pivotTableElement, TABLE_TYPE } from './table';
import { same } from '../same';
import { findSlicers } from '../slicers/read';
import { isSliced, writeSlicers } from '../slicers/slicers';
import { xml } from '../xml/xml';

function tableParts({ pkg }: PartContext, { part }: SheetPart): string[] {
  return pkg
    .relationships(part)
    .filter(({ kind, external, target }) => kind === 'pivotTable' && !external && pkg.has(target))
    .map(({ target }) => target);
}

/** Gives the model the PivotTables of a file, each by the name of its part. Those it cannot lay out are left alone. */
export function readPivots(context: PartContext): void {
  const words = pivotWords(context.workbook.options.locale);
  for (const sheetPart of context.sheets) {
    for (const part of tableParts(context, sheetPart)) {
      const found = readPivotTable(context, part);
      if (!found || !isLaidOutAsOurs(found, words)) continue;
      const { definition, anchor, records } = found;
      sheetPart.sheet.loadPivot({ definition, anchor, records }, part);
    }
  }
}

/**
 * Writes the PivotTables that the model made or changed with their slicers, and takes out those that it removed. Parts of the others,
 * and those that the model does not know, stay byte for byte.
 */
export function writePivots(context: PartContext): void {
  const slicers = findSlicers(context);
  const kept = new Set<string>();
  const gone = new Set<string>();
  const freedCaches = new Set<string>();
  const words = pivotWords(context.workbook.options.locale);
  for (const sheetPart of context.sheets) {
    const toWrite = new Map(sheetPart.sheet.pivots.map((pivot) => [pivot.id, pivot]));
    for (const part of tableParts(context, sheetPart)) {
      const before = readPivotTable(context, part);
      const pivot = toWrite.get(part);
      if (before && pivot && isUnchanged(before, pivot)) {
        toWrite.delete(part);
        kept.add(part);
      } else if (before && (pivot || isLaidOutAsOurs(before, words))) {
        removeTable(context, sheetPart, part, freedCaches);
        gone.add(part);
      }
    }
    for (const pivot of toWrite.values()) addTable(context, sheetPart, pivot);
  }
  removeTablesOfNoSheet(context, freedCaches);
  writeSlicers(context, slicers, { kept, gone });
  for (const cachePart of freedCaches) removeUnusedCache(context, cachePart);
}

function isUnchanged(before: ReadPivot, pivot: Pivot): boolean {
  return (
    same(before.definition, pivot.definition) && same(before.anchor, pivot.anchor) && isSameData(before.records, pivot)
  );
}

/** Compares values by position: 100,000 records are the same far more often than not. */
function isSameData(before: PivotRecords, { records }: Pivot): boolean {
  if (before === records) return true;
  if (before.rows.length !== records.rows.length || !same(before.fields, records.fields)) return false;
  return before.rows.every((row, at) =>
    row.every((value, column) => isSameValue(value, records.rows[at]![column] ?? null)),
  );
}

function isSameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && same(a, b));
}

function addTable(context: PartContext, sheetPart: SheetPart, pivot: Pivot): void {
  const { pkg, workbook } = context;
  const { definition, anchor, result } = pivot;
  const cachePart = pkg.freeName('xl/pivotCache/pivotCacheDefinition#.xml');
  const records = pkg.freeName('xl/pivotCache/pivotCacheRecords#.xml');
  pkg.putText(records, (out) => writeRecords(context, definition, result, out), RECORDS_TYPE);
  // The cache names its records by a relationship of its own, so that comes first.
  pkg.put(cachePart, xml('pivotCacheDefinition'), CACHE_TYPE);
  const recordsId = pkg.relate(cachePart, 'pivotCacheRecords', records);
  pkg.put(cachePart, cacheElement(context, definition, result, recordsId));
  const cacheId = registerCache(context, cachePart);

  const part = pkg.freeName('xl/pivotTables/pivotTable#.xml');
  const words = pivotWords(workbook.options.locale);
  pkg.put(part, pivotTableElement(context, definition, anchor, result, cacheId, words), TABLE_TYPE);
  pkg.relate(part, 'pivotCacheDefinition', cachePart);
  pkg.relate(sheetPart.part, 'pivotTable', part);
}

/** Lists a cache in the workbook; returns the number by which PivotTables name it. */
function registerCache({ pkg, workbookPart }: PartContext, cachePart: string): number {
  const root = pkg.edit(workbookPart);
  const caches = ensureChild(root, 'pivotCaches', WORKBOOK_ORDER);
  const cacheId = Math.max(0, ...caches.elements().map((cache) => Number(cache.get('cacheId')) || 0)) + 1;
  const cache = xml('pivotCache', { cacheId });
  setRelationshipId(root, cache, pkg.relate(workbookPart, 'pivotCacheDefinition', cachePart));
  caches.append(cache);
  return cacheId;
}

function removeTable({ pkg }: PartContext, { part: owner }: SheetPart, part: string, freedCaches: Set<string>): void {
  const link = pkg.relationships(owner).find(({ kind, target }) => kind === 'pivotTable' && target === part);
  if (link) pkg.unrelate(owner, link.id);
  dropTable(pkg, part, freedCaches);
}

function dropTable(pkg: Package, part: string, freedCaches: Set<string>): void {
  const cache = pkg.related(part, 'pivotCacheDefinition');
  if (cache !== undefined) freedCaches.add(cache);
  pkg.remove(part);
}

/** Parts of PivotTables, by the part that links to each. */
function linkedTables(pkg: Package): Set<string> {
  const links = pkg.names().flatMap((name) => (name.endsWith('.rels') ? [] : pkg.relationships(name)));
  return new Set(links.filter(({ kind }) => kind === 'pivotTable').map(({ target }) => target));
}

/** A sheet that was removed leaves its PivotTables behind. */
function removeTablesOfNoSheet({ pkg }: PartContext, freedCaches: Set<string>): void {
  const tables = pkg.names().filter((name) => /pivot/i.test(name) && pkg.contentType(name) === TABLE_TYPE);
  if (tables.length === 0) return;
  const linked = linkedTables(pkg);
  for (const part of tables) if (!linked.has(part)) dropTable(pkg, part, freedCaches);
}

/** Takes out a cache that no PivotTable is left to use. Slicers and timelines stand on one too: then it stays. */
function removeUnusedCache(context: PartContext, cachePart: string): void {
  const { pkg, workbookPart } = context;
  if (pkg.names().some((name) => /timelineCache/i.test(name)) || isSliced(context, cachePart)) return;
  if ([...linkedTables(pkg)].some((part) => pkg.related(part, 'pivotCacheDefinition') === cachePart)) return;
  const records = pkg.related(cachePart, 'pivotCacheRecords');
  if (records !== undefined) pkg.remove(records);
  pkg.remove(cachePart);
  unregisterCache(pkg, workbookPart, cachePart);
}

function unregisterCache(pkg: Package, workbookPart: string, cachePart: string): void {
  const link = pkg
    .relationships(workbookPart)
    .find(({ kind, target }) => kind === 'pivotCacheDefinition' && target === cachePart);
  if (!link) return;
  pkg.unrelate(workbookPart, link.id);
  const root = pkg.edit(workbookPart);
  const caches = root.child('pivotCaches');
  const entry = caches?.elements().find((cache) => relationshipId(cache) === link.id);
  if (!caches || !entry) return;
  caches.remove(entry);
  if (caches.elements().length === 0) removeChild(root, 'pivotCaches');
}
