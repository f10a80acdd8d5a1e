import type { Sheet, SheetVisibility, Workbook } from '../../model';
import { WORKSHEET_TYPE } from '../blank';
import { relationshipId, setRelationshipId } from '../xml/namespaces';
import type { SheetIds } from '../names';
import { ensureChild, WORKBOOK_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import type { Retained } from '../package/retained';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { numberOf } from '../xml/attributes';

/** Where each sheet of the model is stored, and the places of sheets before and after. */
export interface SheetList {
  readonly parts: ReadonlyMap<Sheet, string>;
  readonly before: SheetIds;
  readonly after: SheetIds;
}

const STATES: Readonly<Record<SheetVisibility, string | undefined>> = {
  Visible: undefined,
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** The ids of the sheets in a workbook part, in the order of its tabs. */
function placesOf(root: XmlElement, retained: Retained): SheetIds {
  const ids = new Map([...retained.sheets].map(([id, { relationship }]) => [relationship, id]));
  return (root.child('sheets')?.elements() ?? []).map((element) => ids.get(relationshipId(element) ?? ''));
}

/** The list as it is, when no sheet has come, gone, moved or got another name. */
export function keptSheetList(pkg: Package, workbook: Workbook, retained: Retained): SheetList {
  const places = placesOf(pkg.xml(retained.workbookPart), retained);
  return {
    parts: new Map(workbook.sheets.map((sheet) => [sheet, retained.sheets.get(sheet.id)!.part])),
    before: places,
    after: places,
  };
}

/**
 * Brings the list of sheets in line: new ones get a part, those that went lose theirs with all that only they led to.
 * Sheets that the model does not hold (charts, dialogs) stay behind the sheet they followed.
 */
export function writeSheetList(pkg: Package, workbook: Workbook, retained: Retained): SheetList {
  const { workbookPart } = retained;
  const root = pkg.edit(workbookPart);
  const list = ensureChild(root, 'sheets', WORKBOOK_ORDER);
  const before = placesOf(root, retained);
  const elements = list.elements();
  const known = new Map(before.map((id, at) => [id, elements[at]!]));
  const followers = followersOf(before, elements, (id) => workbook.sheetById(id) !== undefined);
  let lastId = elements.reduce((last, element) => Math.max(last, numberOf(element, 'sheetId', 0)), 0);

  for (const [at, id] of before.entries()) {
    if (id !== undefined && !workbook.sheetById(id)) removeSheet(pkg, workbookPart, elements[at]!);
  }
  const parts = new Map<Sheet, string>();
  const written: XmlElement[] = [...(followers.get(undefined) ?? [])];
  const after: (string | undefined)[] = written.map(() => undefined);
  for (const sheet of workbook.sheets) {
    const part = retained.sheets.get(sheet.id)?.part ?? addPart(pkg);
    parts.set(sheet, part);
    const element = known.get(sheet.id) ?? xml('sheet', { name: sheet.name, sheetId: ++lastId });
    element.set('name', sheet.name).set('state', STATES[sheet.visibility]);
    if (relationshipId(element) === undefined) {
      setRelationshipId(root, element, pkg.relate(workbookPart, 'worksheet', part));
    }
    const behind = followers.get(sheet.id) ?? [];
    written.push(element, ...behind);
    after.push(sheet.id, ...behind.map(() => undefined));
  }
  list.children.splice(0, list.children.length, ...written);
  return { parts, before, after };
}

/** Sheets unknown to the model by the last known sheet before them that is still there. */
function followersOf(
  before: SheetIds,
  elements: readonly XmlElement[],
  stays: (id: string) => boolean,
): Map<string | undefined, XmlElement[]> {
  const followers = new Map<string | undefined, XmlElement[]>();
  let last: string | undefined;
  before.forEach((id, at) => {
    if (id !== undefined) {
      if (stays(id)) last = id;
      return;
    }
    followers.set(last, [...(followers.get(last) ?? []), elements[at]!]);
  });
  return followers;
}

function addPart(pkg: Package): string {
  const part = pkg.freeName('xl/worksheets/sheet#.xml');
  pkg.put(part, new Uint8Array(0), WORKSHEET_TYPE);
  return part;
}

function removeSheet(pkg: Package, workbookPart: string, element: XmlElement): void {
  const id = relationshipId(element) ?? '';
  const part = pkg.relationships(workbookPart).find((link) => link.id === id)?.target;
  pkg.unrelate(workbookPart, id);
  if (part !== undefined) pkg.removeTree(part);
}
