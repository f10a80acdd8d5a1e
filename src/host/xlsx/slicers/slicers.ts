import { pivotUse, type CellValue, type Slicer, type SlicerDefinition } from '../../model';
import { itemText, pivotWords } from '../../model/pivot';
import { isSamePlace } from '../charts/anchor';
import type { PartContext, SheetPart } from '../context';
import { drawingOf, ensureDrawing, freeShapeId, removeEmptyDrawing } from '../charts/drawing';
import { addLink, ensureExtension, extensionOf, removeLink, type LinkList } from '../xml/extensions';
import { relationshipId } from '../xml/namespaces';
import { ensureChild, removeChild, WORKBOOK_ORDER, WORKSHEET_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import { elementValue } from '../pivots/values';
import { same } from '../same';
import {
  SLICER_CACHE_TYPE,
  SLICER_RELATIONSHIPS,
  SLICER_TYPE,
  slicerAnchor,
  slicerCacheElement,
  slicerElement,
  slicerOfAnchor,
  slicersElement,
} from './part';
import { findSlicers, pivotParts, type FoundSlicer } from './read';
import { xml, xmlText } from '../xml/xml';
import { decodeXstring } from '../xml/xstring';

/** Where a workbook lists its caches of slicers, a sheet its slicers; and where a pivot's cache says its number to them. */
const CACHE_LIST: LinkList = {
  uri: '{BBE1A952-AA13-448e-AADC-164F8A28A991}',
  list: 'slicerCaches',
  entry: 'slicerCache',
};
const SLICER_LIST: LinkList = { uri: '{A8765BA9-456A-4dab-B4F3-ACF838C121DE}', list: 'slicerList', entry: 'slicer' };
const PIVOT_CACHE = '{725AE2AE-9491-48be-B2B4-4EB974FC3084}';
const PIVOT_CACHE_ORDER = ['cacheSource', 'cacheFields', 'cacheHierarchies', 'kpis', 'dimensions', 'maps', 'extLst'];

/** Gives the model the slicers of the PivotTables that it holds. The others are left alone. */
export function readSlicers(context: PartContext): void {
  for (const { id, sheetPart, definition, pivotPart } of findSlicers(context)) {
    const pivot = context.workbook.pivots.find((each) => each.id === pivotPart);
    if (!pivot || !pivotUse(pivot, definition.field)) continue;
    sheetPart.sheet.drawings.addSlicer(pivot, definition, id);
  }
}

/** What has become of the PivotTables of the file: kept as they were, or taken out. Those in neither are not ours. */
export interface PivotFates {
  readonly kept: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/**
 * Writes the slicers that the model made or changed, or whose PivotTable was written anew, and takes out those that
 * it removed. `before` are those of the file, found before its PivotTables were changed.
 */
export function writeSlicers(context: PartContext, before: readonly FoundSlicer[], { kept, gone }: PivotFates): void {
  const toAdd = new Map(
    context.sheets.flatMap((sheetPart) =>
      sheetPart.sheet.drawings.slicers.map((slicer) => [keyOf(sheetPart, slicer.id), { sheetPart, slicer }] as const),
    ),
  );
  for (const found of before) {
    if (!kept.has(found.pivotPart) && !gone.has(found.pivotPart)) continue;
    const key = keyOf(found.sheetPart, found.id);
    const wanted = toAdd.get(key);
    if (wanted && kept.has(found.pivotPart) && isSame(found.definition, wanted.slicer.definition)) toAdd.delete(key);
    else removeSlicer(context, found);
  }
  removeCachesOfNoPivot(context);
  for (const { sheetPart, slicer } of toAdd.values()) addSlicer(context, sheetPart, slicer);
}

function keyOf({ part }: SheetPart, id: string): string {
  return `${part}\n${id}`;
}

function isSame(a: SlicerDefinition, b: SlicerDefinition): boolean {
  const { left, top, width, height, ...rest } = a;
  const { left: _left, top: _top, width: _width, height: _height, ...others } = b;
  return isSamePlace({ left, top, width, height }, b) && same(rest, others);
}

function removeSlicer(context: PartContext, { sheetPart, part, cachePart, definition }: FoundSlicer): void {
  const { pkg } = context;
  const root = pkg.edit(part);
  const element = root.elements('slicer').find((each) => each.get('name') === definition.name);
  if (element) root.remove(element);
  if (root.elements('slicer').length === 0) {
    const link = pkg.relationships(sheetPart.part).find(({ target }) => target === part);
    if (link) {
      removeLink(sheetPart.edit(), SLICER_LIST, link.id);
      pkg.unrelate(sheetPart.part, link.id);
    }
    pkg.remove(part);
  }
  removeCache(context, cachePart);
  const drawing = drawingOf(context, sheetPart);
  const anchors = drawing === undefined ? undefined : pkg.edit(drawing);
  const anchor = anchors?.elements().find((each) => slicerOfAnchor(each) === definition.name);
  if (drawing === undefined || !anchors || !anchor) return;
  anchors.remove(anchor);
  removeEmptyDrawing(pkg, sheetPart, drawing);
}

function removeCache({ pkg, workbookPart }: PartContext, cachePart: string): void {
  const root = pkg.edit(workbookPart);
  const link = pkg.relationships(workbookPart).find(({ target }) => target === cachePart);
  if (link) {
    removeLink(root, CACHE_LIST, link.id);
    pkg.unrelate(workbookPart, link.id);
  }
  const name = pkg.xml(cachePart).get('name');
  const names = root.child('definedNames');
  const taken = names?.elements().find((each) => each.get('name') === name && each.text() === '#N/A');
  if (names && taken) names.remove(taken);
  if (names?.elements().length === 0) removeChild(root, 'definedNames');
  pkg.remove(cachePart);
}

/** A sheet that was removed takes its slicers and PivotTables along; their caches stay behind. */
function removeCachesOfNoPivot(context: PartContext): void {
  const { pkg, workbookPart } = context;
  const caches = pkg
    .relationships(workbookPart)
    .filter(({ kind, target }) => kind === 'slicerCache' && pkg.has(target));
  if (caches.length === 0) return;
  const pivots = pivotParts(context);
  for (const { target } of caches) {
    const names = (pkg.xml(target).child('pivotTables')?.elements('pivotTable') ?? []).map(
      (each) => each.get('name') ?? '',
    );
    if (names.length > 0 && !names.some((name) => pivots.has(name))) removeCache(context, target);
  }
}

function addSlicer(context: PartContext, sheetPart: SheetPart, slicer: Slicer): void {
  const { pkg } = context;
  const { definition } = slicer;
  const cache = addCache(context, slicer);
  if (cache === null) return;
  const link = pkg.relationships(sheetPart.part).find(({ kind, target }) => kind === 'slicer' && pkg.has(target));
  const part = link?.target ?? newSlicersPart(pkg, sheetPart);
  pkg.edit(part).append(slicerElement(definition, cache));
  const drawing = ensureDrawing(context, sheetPart);
  const anchors = pkg.edit(drawing);
  anchors.append(slicerAnchor(sheetPart.sheet, definition, freeShapeId(anchors)));
}

function newSlicersPart(pkg: Package, sheetPart: SheetPart): string {
  const part = pkg.freeName('xl/slicers/slicer#.xml');
  pkg.put(part, slicersElement(), SLICER_TYPE);
  const id = pkg.relate(sheetPart.part, `${SLICER_RELATIONSHIPS}/slicer`, part);
  addLink(sheetPart.edit(), SLICER_LIST, id, WORKSHEET_ORDER);
  return part;
}

/** Adds the cache of a slicer; gives its name, or null where its PivotTable is not in the file. */
function addCache(context: PartContext, { pivot, definition, items }: Slicer): string | null {
  const { pkg, workbookPart, workbook, sheets } = context;
  const home = sheets.find(({ sheet }) => sheet === pivot.sheet);
  const pivotPart = pkg
    .relationships(home?.part ?? '')
    .find(({ kind, target }) => kind === 'pivotTable' && pkg.xml(target).get('name') === pivot.definition.name)?.target;
  const pivotCache = pivotPart === undefined ? undefined : pkg.related(pivotPart, 'pivotCacheDefinition');
  if (!home || pivotCache === undefined) return null;
  const { field, sortBy } = definition;
  const places = sharedItems(context, pivotCache, field);
  const root = pkg.edit(workbookPart);
  const names = ensureChild(root, 'definedNames', WORKBOOK_ORDER);
  const name = freeName(
    `Segment_${field.replace(/[^\p{L}\p{N}_]/gu, '_')}`,
    (each) => names.elements().some((other) => other.get('name') === each) || workbook.names.of(each) !== undefined,
  );
  names.append(xmlText('definedName', '#N/A', { name }));
  const part = pkg.freeName('xl/slicerCaches/slicerCache#.xml');
  const cache = slicerCacheElement({
    name,
    field,
    pivot: {
      tabId: tabId(context, home.part),
      name: pivot.definition.name,
      cacheId: pivotCacheId(context, pivotCache),
    },
    isDescending: sortBy === 'Descending',
    items: items.flatMap(({ label, selected }) => {
      const index = places.get(label.toLowerCase());
      return index === undefined ? [] : [{ index, selected }];
    }),
  });
  pkg.put(part, cache, SLICER_CACHE_TYPE);
  addLink(root, CACHE_LIST, pkg.relate(workbookPart, `${SLICER_RELATIONSHIPS}/slicerCache`, part), WORKBOOK_ORDER);
  return name;
}

function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 1; isTaken(name); number++) name = `${wanted}${number}`;
  return name;
}

/** The places of a field's items in the cache of a PivotTable, by their labels in lower case. */
function sharedItems(context: PartContext, pivotCache: string, field: string): Map<string, number> {
  const { pkg, workbook } = context;
  const element = pkg
    .xml(pivotCache)
    .child('cacheFields')
    ?.elements('cacheField')
    .find((each) => decodeXstring(each.get('name') ?? '') === field);
  const values = (element?.child('sharedItems')?.elements() ?? []).map(
    (each): CellValue => elementValue(each, workbook.date1904) ?? null,
  );
  const format = context.numberFormat(Number(element?.get('numFmtId') ?? 0));
  const words = pivotWords(workbook.options.locale);
  return new Map(values.map((value, index) => [itemText(value, format, words).toLowerCase(), index]));
}

/** The number by which a workbook knows a sheet, which is not its place. */
function tabId({ pkg, workbookPart }: PartContext, sheetPart: string): string {
  const link = pkg.relationships(workbookPart).find(({ target }) => target === sheetPart);
  const sheets = pkg.xml(workbookPart).child('sheets')?.elements() ?? [];
  return sheets.find((sheet) => relationshipId(sheet) === link?.id)?.get('sheetId') ?? '1';
}

/** The number that a pivot's cache tells its slicers, given to it where it has none: the one that the workbook has for it. */
function pivotCacheId(context: PartContext, pivotCache: string): string {
  const { pkg } = context;
  const told = pivotCacheNumbers(context, pivotCache);
  if (told.own !== undefined) return told.own;
  const ext = ensureExtension(pkg.edit(pivotCache), PIVOT_CACHE, PIVOT_CACHE_ORDER);
  ext.append(xml('x14:pivotCacheDefinition', { pivotCacheId: told.listed }));
  return told.listed;
}

interface CacheNumbers {
  readonly own: string | undefined;
  readonly listed: string;
}

function pivotCacheNumbers({ pkg, workbookPart }: PartContext, pivotCache: string): CacheNumbers {
  const own = extensionOf(pkg.xml(pivotCache), PIVOT_CACHE)?.elements()[0]?.get('pivotCacheId');
  const link = pkg.relationships(workbookPart).find(({ target }) => target === pivotCache);
  const caches = pkg.xml(workbookPart).child('pivotCaches')?.elements() ?? [];
  return { own, listed: caches.find((cache) => relationshipId(cache) === link?.id)?.get('cacheId') ?? '' };
}

/** Whether a slicer of the file stands on a pivot's cache. */
export function isSliced(context: PartContext, pivotCache: string): boolean {
  const { pkg, workbookPart } = context;
  const { own, listed } = pivotCacheNumbers(context, pivotCache);
  return pkg
    .relationships(workbookPart)
    .filter(({ kind, target }) => kind === 'slicerCache' && pkg.has(target))
    .map(({ target }) => pkg.xml(target).child('data')?.child('tabular')?.get('pivotCacheId'))
    .some((id) => id !== undefined && (id === own || id === listed));
}
