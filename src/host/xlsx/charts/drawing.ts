import { DRAWINGML } from './part';
import type { PartContext, SheetPart } from '../context';
import { relationshipId, setRelationshipId } from '../xml/namespaces';
import { insertInOrder, removeChild, WORKSHEET_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import { xml, type XmlElement } from '../xml/xml';

export const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

/** The drawing of a sheet, where it has one: what its charts, slicers and pictures are anchored in. */
export function drawingOf({ pkg }: Pick<PartContext, 'pkg'>, sheetPart: SheetPart): string | undefined {
  const drawings = pkg
    .relationships(sheetPart.part)
    .filter(({ kind, target }) => kind === 'drawing' && pkg.has(target));
  // Asking for the root parses the sheet: not for the many that draw nothing.
  if (drawings.length === 0) return undefined;
  const element = sheetPart.root.child('drawing');
  const id = element && relationshipId(element);
  return drawings.find((link) => link.id === id)?.target;
}

/** The same, made where it is missing. */
export function ensureDrawing(context: Pick<PartContext, 'pkg'>, sheetPart: SheetPart): string {
  const { pkg } = context;
  const found = drawingOf(context, sheetPart);
  if (found !== undefined) return found;
  const drawing = pkg.freeName('xl/drawings/drawing#.xml');
  pkg.put(drawing, xml('xdr:wsDr', { 'xmlns:xdr': SPREADSHEET_DRAWING, 'xmlns:a': DRAWINGML }), DRAWING_TYPE);
  const root = sheetPart.edit();
  const element = insertInOrder(root, xml('drawing'), WORKSHEET_ORDER);
  setRelationshipId(root, element, pkg.relate(sheetPart.part, 'drawing', drawing));
  return drawing;
}

/** Takes a drawing out that has nothing left in it. */
export function removeEmptyDrawing(pkg: Package, sheetPart: SheetPart, drawing: string): void {
  if (pkg.xml(drawing).elements().length > 0) return;
  const link = pkg.relationships(sheetPart.part).find(({ target }) => target === drawing);
  removeChild(sheetPart.edit(), 'drawing');
  if (link) pkg.unrelate(sheetPart.part, link.id);
  pkg.remove(drawing);
}

/** A number for a new shape that no other of the drawing has. */
export function freeShapeId(root: XmlElement): number {
  let highest = 1;
  const visit = (element: XmlElement): void => {
    if (element.local === 'cNvPr') highest = Math.max(highest, Number(element.get('id')) || 0);
    element.elements().forEach(visit);
  };
  visit(root);
  return highest + 1;
}
