import { RELATIONSHIPS } from './xml/namespaces';
import type { Package } from './package/package';
import { same } from './same';
import { xml } from './xml/xml';
import type { XmlElement } from './xml/xml';

/**
 * The settings that an add-in keeps in the document (`Office.context.document.settings`). Office stores them as
 * properties of a web extension, with their values as JSON, one extension per add-in. The host serves one add-in whose
 * id it does not know: it reads all extensions, changes a setting where it stands, and adds new ones to its own.
 */
export type Settings = ReadonlyMap<string, unknown>;

const PANES_RELATIONSHIP = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const EXTENSION_RELATIONSHIP = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const PANES_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const EXTENSION_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const PANES_TYPE = 'application/vnd.ms-office.webextensiontaskpanes+xml';
const EXTENSION_TYPE = 'application/vnd.ms-office.webextension+xml';
/** The extension that holds settings no other one had. */
const OWN_ID = '{5B1B54A0-8C1E-4C55-9B35-6A0F2B8B7D11}';

function extensionParts(pkg: Package): string[] {
  const panes = pkg.related('', 'webextensiontaskpanes');
  if (panes === undefined) return [];
  return pkg
    .relationships(panes)
    .filter((link) => link.kind === 'webextension' && pkg.has(link.target))
    .map((link) => link.target);
}

const propertiesOf = (root: XmlElement): XmlElement[] => root.child('properties')?.elements('property') ?? [];

function parseValue(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // Not written by Office: the text itself is the best that can be said of it.
    return text;
  }
}

/** The settings of the file. */
export function readSettings(pkg: Package): Settings {
  const settings = new Map<string, unknown>();
  for (const part of extensionParts(pkg)) {
    for (const property of propertiesOf(pkg.xml(part))) {
      const name = property.get('name') ?? '';
      if (!settings.has(name)) settings.set(name, parseValue(property.get('value')));
    }
  }
  return settings;
}

/** Brings the settings of the file in line. */
export function writeSettings(pkg: Package, to: Settings): void {
  const from = readSettings(pkg);
  const changed = new Set([...from.keys(), ...to.keys()].filter((name) => !same(from.get(name), to.get(name))));
  for (const part of extensionParts(pkg)) {
    for (const property of propertiesOf(pkg.xml(part))) {
      const name = property.get('name') ?? '';
      if (changed.has(name)) changeProperty(pkg.edit(part), name, to);
    }
  }
  const added = [...to.keys()].filter((name) => !from.has(name));
  if (added.length === 0) return;
  const properties = pkg.edit(ownPart(pkg)).child('properties')!;
  for (const name of added) {
    properties.append(xml('we:property', { name, value: JSON.stringify(to.get(name)) }));
  }
}

function changeProperty(root: XmlElement, name: string, to: Settings): void {
  const property = propertiesOf(root).find((element) => element.get('name') === name);
  if (!property) return;
  if (to.has(name)) property.set('value', JSON.stringify(to.get(name)));
  else root.child('properties')?.remove(property);
}

function ownPart(pkg: Package): string {
  const known = extensionParts(pkg).find((part) => pkg.xml(part).get('id') === OWN_ID);
  if (known !== undefined) return known;
  const part = pkg.freeName('xl/webextensions/webextension#.xml');
  const root = xml('we:webextension', { 'xmlns:we': EXTENSION_NAMESPACE, id: OWN_ID }, [
    xml('we:reference', { id: OWN_ID, version: '1.0.0.0', store: 'developer', storeType: 'Registry' }),
    xml('we:alternateReferences'),
    xml('we:properties'),
    xml('we:bindings'),
    xml('we:snapshot', { 'xmlns:r': RELATIONSHIPS }),
  ]);
  pkg.put(part, root, EXTENSION_TYPE);
  const panes = panesPart(pkg);
  const id = pkg.relate(panes, EXTENSION_RELATIONSHIP, part);
  pkg
    .edit(panes)
    .append(
      xml('wetp:taskpane', { dockstate: 'right', visibility: 0, width: 350, row: 0 }, [
        xml('wetp:webextensionref', { 'xmlns:r': RELATIONSHIPS, 'r:id': id }),
      ]),
    );
  return part;
}

function panesPart(pkg: Package): string {
  const known = pkg.related('', 'webextensiontaskpanes');
  if (known !== undefined) return known;
  const part = 'xl/webextensions/taskpanes.xml';
  pkg.put(part, xml('wetp:taskpanes', { 'xmlns:wetp': PANES_NAMESPACE }), PANES_TYPE);
  pkg.relate('', PANES_RELATIONSHIP, part);
  return part;
}
