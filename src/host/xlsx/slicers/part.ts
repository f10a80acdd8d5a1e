import type { Sheet, SlicerDefinition } from '../../model';
import { cornerElements } from '../charts/anchor';
import { DRAWINGML } from '../charts/part';
import { SPREADSHEET_DRAWING } from '../charts/drawing';
import { X14 } from '../xml/extensions';
import { MAIN } from '../xml/namespaces';
import { xml, type XmlElement } from '../xml/xml';

export const SLICER_TYPE = 'application/vnd.ms-excel.slicer+xml';
export const SLICER_CACHE_TYPE = 'application/vnd.ms-excel.slicerCache+xml';
/** What slicers are linked by begins with this. */
export const SLICER_RELATIONSHIPS = 'http://schemas.microsoft.com/office/2007/relationships';
const SLICER_DRAWING = 'http://schemas.microsoft.com/office/drawing/2010/slicer';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const DRAWING_2010 = 'http://schemas.microsoft.com/office/drawing/2010/main';
/** Height of a button: Excel's own, in English metric units. */
const ROW_HEIGHT = 241_300;

/** The part that lists the slicers of a sheet. */
export function slicersElement(): XmlElement {
  return xml('slicers', { xmlns: X14, 'xmlns:mc': COMPATIBILITY, 'mc:Ignorable': 'x', 'xmlns:x': MAIN });
}

export function slicerElement({ name, caption, style }: SlicerDefinition, cache: string): XmlElement {
  return xml('slicer', { name, cache, caption, style: style === '' ? undefined : style, rowHeight: ROW_HEIGHT });
}

export interface SlicerCache {
  readonly name: string;
  readonly field: string;
  readonly pivot: { readonly tabId: string; readonly name: string; readonly cacheId: string };
  readonly isDescending: boolean;
  /** In the order of display: place among the shared items of the pivot's cache, and whether it is selected. */
  readonly items: readonly { readonly index: number; readonly selected: boolean }[];
}

/** The part of what slicers show of a field of a PivotTable. */
export function slicerCacheElement({ name, field, pivot, isDescending, items }: SlicerCache): XmlElement {
  const buttons = items.map(({ index, selected }) => xml('i', { x: index, s: selected ? 1 : undefined }));
  const tabular = xml('tabular', { pivotCacheId: pivot.cacheId, sortOrder: isDescending ? 'descending' : undefined }, [
    xml('items', { count: buttons.length }, buttons),
  ]);
  return xml(
    'slicerCacheDefinition',
    { xmlns: X14, 'xmlns:mc': COMPATIBILITY, 'mc:Ignorable': 'x', 'xmlns:x': MAIN, name, sourceName: field },
    [xml('pivotTables', {}, [xml('pivotTable', { tabId: pivot.tabId, name: pivot.name })]), xml('data', {}, [tabular])],
  );
}

/** What puts a slicer on its sheet. A program that knows no slicers draws nothing: the cells under it stay as they are. */
export function slicerAnchor(sheet: Sheet, definition: SlicerDefinition, id: number): XmlElement {
  const { name } = definition;
  const frame = xml('xdr:graphicFrame', { macro: '' }, [
    xml('xdr:nvGraphicFramePr', {}, [xml('xdr:cNvPr', { id, name }), xml('xdr:cNvGraphicFramePr')]),
    xml('xdr:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', { cx: 0, cy: 0 })]),
    xml('a:graphic', {}, [
      xml('a:graphicData', { uri: SLICER_DRAWING }, [xml('sle:slicer', { 'xmlns:sle': SLICER_DRAWING, name })]),
    ]),
  ]);
  return xml('xdr:twoCellAnchor', { 'xmlns:xdr': SPREADSHEET_DRAWING, 'xmlns:a': DRAWINGML, editAs: 'oneCell' }, [
    ...cornerElements(sheet, definition),
    xml('mc:AlternateContent', { 'xmlns:mc': COMPATIBILITY, 'xmlns:a14': DRAWING_2010 }, [
      xml('mc:Choice', { Requires: 'a14' }, [frame]),
      xml('mc:Fallback', { xmlns: '' }),
    ]),
    xml('xdr:clientData'),
  ]);
}

/** The name of the slicer that an anchor puts on its sheet; undefined for anything else. */
export function slicerOfAnchor(anchor: XmlElement): string | undefined {
  const choice = anchor.child('AlternateContent')?.child('Choice') ?? anchor;
  return choice.child('graphicFrame')?.child('graphic')?.child('graphicData')?.child('slicer')?.get('name');
}
