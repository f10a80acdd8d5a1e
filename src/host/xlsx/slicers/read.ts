import type { SlicerDefinition } from '../../model';
import { readPlace } from '../charts/anchor';
import type { PartContext, SheetPart } from '../context';
import { drawingOf } from '../charts/drawing';
import { slicerOfAnchor } from './part';
import type { XmlElement } from '../xml/xml';
import { decodeXstring } from '../xml/xstring';

/** A slicer of a file that the model can stand for, and the parts that make it. */
export interface FoundSlicer {
  /** By which the model knows it again. */
  readonly id: string;
  readonly sheetPart: SheetPart;
  readonly definition: SlicerDefinition;
  readonly part: string;
  readonly cachePart: string;
  readonly pivotPart: string;
}

interface FoundCache {
  readonly part: string;
  readonly root: XmlElement;
}

/** The caches of slicers of a file, by name. */
function slicerCaches({ pkg, workbookPart }: PartContext): Map<string, FoundCache> {
  const parts = pkg
    .relationships(workbookPart)
    .filter(({ kind, target, external }) => kind === 'slicerCache' && !external && pkg.has(target));
  return new Map(
    parts.map(({ target }) => {
      const root = pkg.xml(target);
      return [root.get('name') ?? '', { part: target, root }];
    }),
  );
}

/** The PivotTables of a file, by name: slicers call them so. */
export function pivotParts({ pkg, sheets }: PartContext): Map<string, string> {
  const parts = sheets.flatMap(({ part }) => pkg.relationships(part)).filter(({ kind }) => kind === 'pivotTable');
  return new Map(
    parts.flatMap(({ target, external }) =>
      external || !pkg.has(target) ? [] : [[pkg.xml(target).get('name') ?? '', target]],
    ),
  );
}

/** True where a field of a PivotTable has items: without, there is nothing that a slicer could show. */
function hasItems({ pkg }: PartContext, pivotPart: string, field: string): boolean {
  const cache = pkg.related(pivotPart, 'pivotCacheDefinition');
  if (cache === undefined) return false;
  const names = pkg.xml(cache).child('cacheFields')?.elements('cacheField') ?? [];
  const at = names.findIndex((each) => decodeXstring(each.get('name') ?? '') === field);
  const fields = pkg.xml(pivotPart).child('pivotFields')?.elements('pivotField') ?? [];
  return at >= 0 && fields[at]?.child('items') !== undefined;
}

/**
 * The slicers of a file that show one field of one PivotTable and share their cache with none. Others (of tables, of
 * several PivotTables, of OLAP) are not ours and stay as they are.
 */
export function findSlicers(context: PartContext): FoundSlicer[] {
  const caches = slicerCaches(context);
  if (caches.size === 0) return [];
  const pivots = pivotParts(context);
  const elements = context.sheets.flatMap((sheetPart) => slicerElements(context, sheetPart));
  const users = new Map<string, number>();
  for (const { element } of elements) {
    const name = element.get('cache') ?? '';
    users.set(name, (users.get(name) ?? 0) + 1);
  }
  return elements.flatMap(({ sheetPart, part, element }): FoundSlicer[] => {
    const cacheName = element.get('cache') ?? '';
    const cache = caches.get(cacheName);
    const field = decodeXstring(cache?.root.get('sourceName') ?? '');
    const [pivotName, ...others] = (cache?.root.child('pivotTables')?.elements('pivotTable') ?? []).map(
      (pivot) => pivot.get('name') ?? '',
    );
    const tabular = cache?.root.child('data')?.child('tabular');
    const pivotPart = pivots.get(pivotName ?? '');
    const name = element.get('name') ?? '';
    const place = placeOf(context, sheetPart, name);
    if (!cache || !tabular || pivotPart === undefined || others.length > 0 || !place) return [];
    if (users.get(cacheName) !== 1 || !hasItems(context, pivotPart, field)) return [];
    const definition: SlicerDefinition = {
      name,
      caption: element.get('caption') ?? name,
      field,
      sortBy: tabular.get('sortOrder') === 'descending' ? 'Descending' : 'Ascending',
      style: element.get('style') ?? '',
      ...place,
    };
    return [{ id: `${part}#${name}`, sheetPart, definition, part, cachePart: cache.part, pivotPart }];
  });
}

interface SlicerElement {
  readonly sheetPart: SheetPart;
  readonly part: string;
  readonly element: XmlElement;
}

function slicerElements({ pkg }: PartContext, sheetPart: SheetPart): SlicerElement[] {
  return pkg
    .relationships(sheetPart.part)
    .filter(({ kind, target, external }) => kind === 'slicer' && !external && pkg.has(target))
    .flatMap(({ target }) =>
      pkg
        .xml(target)
        .elements('slicer')
        .map((element) => ({ sheetPart, part: target, element })),
    );
}

function placeOf(context: PartContext, sheetPart: SheetPart, name: string): ReturnType<typeof readPlace> {
  const drawing = drawingOf(context, sheetPart);
  if (drawing === undefined) return null;
  const anchor = context.pkg
    .xml(drawing)
    .elements()
    .find((each) => slicerOfAnchor(each) === name);
  return anchor ? readPlace(anchor, sheetPart.sheet) : null;
}
