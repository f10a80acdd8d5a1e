import type { Chart, ChartDefinition, Workbook } from '../../model';
import { cornerElements, isSamePlace, keptDrawing, moveCorners, placementOf, readPlace, type Place } from './anchor';
import { CHART, CHART_TYPE, chartElement, DRAWINGML } from './part';
import { readChart, type ReadChart } from './read';
import { slicerOfAnchor } from '../slicers/part';
import type { PartContext, SheetPart } from '../context';
import { drawingOf, ensureDrawing, freeShapeId, removeEmptyDrawing, SPREADSHEET_DRAWING } from './drawing';
import { RELATIONSHIPS, relationshipId } from '../xml/namespaces';
import type { Package } from '../package/package';
import { same } from '../same';
import { xml, type XmlElement } from '../xml/xml';

/** A chart that the model can stand for, where it was found. */
interface FoundChart {
  readonly part: string;
  readonly definition: ChartDefinition;
}

function frameOf(anchor: XmlElement): { readonly properties: XmlElement; readonly link: string } | null {
  const frame = anchor.child('graphicFrame');
  const properties = frame?.child('nvGraphicFramePr')?.child('cNvPr');
  const chart = frame?.child('graphic')?.child('graphicData')?.child('chart');
  const link = chart && relationshipId(chart);
  return properties && link !== undefined ? { properties, link } : null;
}

function readAnchor(pkg: Package, drawing: string, anchor: XmlElement, sheet: SheetPart['sheet']): FoundChart | null {
  const frame = frameOf(anchor);
  const place = readPlace(anchor, sheet);
  const target = pkg.relationships(drawing).find(({ id, kind }) => kind === 'chart' && id === frame?.link)?.target;
  if (!frame || !place || target === undefined || !pkg.has(target)) return null;
  const chart = readChart(pkg.xml(target));
  if (!chart) return null;
  const { properties } = frame;
  const placement = placementOf(anchor);
  const definition = {
    ...chart,
    ...place,
    ...(placement !== 'TwoCell' && { placement }),
    name: properties.get('name') ?? '',
    altText: properties.get('descr') ?? '',
  };
  return { part: target, definition };
}

/** Gives the model the simple charts of a file, each by the name of its part. The others are left alone. */
export function readCharts(context: PartContext): void {
  for (const sheetPart of context.sheets) {
    const drawing = drawingOf(context, sheetPart);
    if (drawing === undefined) continue;
    const { sheet } = sheetPart;
    const kept = context.pkg
      .xml(drawing)
      .elements()
      .flatMap((anchor, at) => {
        const found = readAnchor(context.pkg, drawing, anchor, sheet);
        if (found) sheet.drawings.addChart(found.definition, found.part);
        const other = found || slicerOfAnchor(anchor) !== undefined ? null : keptDrawing(anchor, String(at));
        return other ? [other] : [];
      });
    if (kept.length > 0) sheet.update({ keptDrawings: kept });
  }
}

/**
 * Writes the charts that the model made or changed and takes out those that it removed. A chart that only moved
 * keeps its part; charts, pictures and shapes that the model does not know keep their place in the drawing.
 */
export function writeCharts(context: PartContext): void {
  for (const sheetPart of context.sheets) {
    const toAdd = new Map(sheetPart.sheet.drawings.charts.map((chart) => [chart.id, chart]));
    const drawing = drawingOf(context, sheetPart);
    if (drawing !== undefined) updateDrawing(context, sheetPart, drawing, toAdd);
    if (toAdd.size > 0) addCharts(context, sheetPart, [...toAdd.values()]);
  }
}

/** Brings the anchors of a drawing up to the model; takes what it finds out of `charts`. */
function updateDrawing(
  { pkg, workbook }: PartContext,
  sheetPart: SheetPart,
  drawing: string,
  charts: Map<string, Chart>,
): void {
  // Anchors are read from the tree as it came and changed in the other by their position.
  const gone: number[] = [];
  const before = pkg.xml(drawing).elements();
  before.forEach((anchor, at) => {
    const found = readAnchor(pkg, drawing, anchor, sheetPart.sheet);
    if (!found) {
      const before = keptDrawing(anchor, String(at));
      const now = sheetPart.sheet.drawings.kept.find(({ id }) => id === before?.id);
      if (before && now && !same(before, now)) moveCorners(pkg.edit(drawing).elements()[at]!, before, now);
      return;
    }
    const chart = charts.get(found.part);
    charts.delete(found.part);
    if (!chart) gone.push(at);
    else updateChart(pkg, workbook, found, chart, () => pkg.edit(drawing).elements()[at]!, sheetPart);
  });
  if (gone.length > 0) removeAnchors(pkg, sheetPart, drawing, gone);
}

/** What the part of a chart holds of its definition. */
function contentOf({ name, left, top, width, height, placement, altText, ...content }: ChartDefinition): ReadChart {
  return content;
}

function updateChart(
  pkg: Package,
  workbook: Workbook,
  { part, definition: before }: FoundChart,
  { definition }: Chart,
  anchor: () => XmlElement,
  { sheet }: SheetPart,
): void {
  if (!same(contentOf(before), contentOf(definition))) pkg.put(part, chartElement(workbook, definition));
  if (!isSamePlace(before, definition)) moveAnchor(anchor(), sheet, definition);
  if (before.name !== definition.name || before.altText !== definition.altText) {
    frameOf(anchor())
      ?.properties.set('name', definition.name)
      .set('descr', definition.altText === '' ? undefined : definition.altText);
  }
}

function moveAnchor(anchor: XmlElement, sheet: SheetPart['sheet'], place: Place): void {
  for (const corner of cornerElements(sheet, place)) {
    const old = anchor.child(corner.local);
    if (old) old.children.splice(0, old.children.length, ...renamedLike(old, corner));
  }
}

/** The children of `made` with the prefix that the drawing uses. */
function renamedLike(old: XmlElement, made: XmlElement): XmlElement[] {
  const prefix = old.name.slice(0, -old.local.length);
  return made.elements().map((child) => child.renamed(prefix + child.local));
}

function removeAnchors(pkg: Package, sheetPart: SheetPart, drawing: string, positions: readonly number[]): void {
  const root = pkg.edit(drawing);
  const anchors = root.elements();
  for (const anchor of positions.map((at) => anchors[at]!)) {
    const link = frameOf(anchor)?.link;
    const relationship = pkg.relationships(drawing).find(({ id }) => id === link);
    root.remove(anchor);
    if (!relationship) continue;
    pkg.unrelate(drawing, relationship.id);
    removeChartPart(pkg, relationship.target);
  }
  removeEmptyDrawing(pkg, sheetPart, drawing);
}

/** A chart goes with what only it has: its style and colours. */
function removeChartPart(pkg: Package, part: string): void {
  for (const { kind, target } of pkg.relationships(part)) {
    if (kind === 'chartStyle' || kind === 'chartColorStyle') pkg.remove(target);
  }
  pkg.remove(part);
}

function addCharts(context: PartContext, sheetPart: SheetPart, charts: readonly Chart[]): void {
  const { pkg, workbook } = context;
  const drawing = ensureDrawing(context, sheetPart);
  const root = pkg.edit(drawing);
  for (const { definition } of charts) {
    const part = pkg.freeName('xl/charts/chart#.xml');
    pkg.put(part, chartElement(workbook, definition), CHART_TYPE);
    const link = pkg.relate(drawing, 'chart', part);
    root.append(anchorElement(sheetPart.sheet, definition, link, freeShapeId(root)));
  }
}

function anchorElement(sheet: SheetPart['sheet'], definition: ChartDefinition, link: string, id: number): XmlElement {
  const { name, altText } = definition;
  const chart = xml('c:chart', { 'xmlns:c': CHART, 'xmlns:r': RELATIONSHIPS, 'r:id': link });
  const frame = xml('xdr:graphicFrame', { macro: '' }, [
    xml('xdr:nvGraphicFramePr', {}, [
      xml('xdr:cNvPr', { id, name, descr: altText === '' ? undefined : altText }),
      xml('xdr:cNvGraphicFramePr'),
    ]),
    xml('xdr:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', { cx: 0, cy: 0 })]),
    xml('a:graphic', {}, [xml('a:graphicData', { uri: CHART }, [chart])]),
  ]);
  // A stranger's drawing may name the namespaces otherwise, so the anchor declares its own.
  return xml('xdr:twoCellAnchor', { 'xmlns:xdr': SPREADSHEET_DRAWING, 'xmlns:a': DRAWINGML }, [
    ...cornerElements(sheet, definition),
    frame,
    xml('xdr:clientData'),
  ]);
}
