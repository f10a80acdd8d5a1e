import type { DocumentProperties } from '../model';
import type { Package } from './package/package';
import { xml, xmlText } from './xml/xml';
import type { XmlElement } from './xml/xml';

const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};
const CORE_RELATIONSHIP = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const APP_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const APP_TYPE = 'application/vnd.openxmlformats-officedocument.extended-properties+xml';

const CORE: Readonly<Partial<Record<keyof DocumentProperties, string>>> = {
  title: 'dc:title',
  subject: 'dc:subject',
  author: 'dc:creator',
  keywords: 'cp:keywords',
  comments: 'dc:description',
  category: 'cp:category',
  revision: 'cp:revision',
};
/** What programs write by themselves, and nobody changes. */
const CORE_READ: typeof CORE = { ...CORE, lastAuthor: 'cp:lastModifiedBy', created: 'dcterms:created' };
const APP: Readonly<Partial<Record<keyof DocumentProperties, string>>> = { company: 'Company', manager: 'Manager' };

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
const keysOf = (map: typeof CORE): (keyof DocumentProperties)[] => Object.keys(map) as (keyof DocumentProperties)[];

/** Properties of the document that the file has. */
export function readProperties(pkg: Package): Partial<DocumentProperties> {
  const read = (kind: string, map: typeof CORE): [string, string][] => {
    const part = pkg.related('', kind);
    if (part === undefined) return [];
    const root = pkg.xml(part);
    return keysOf(map).flatMap((key): [string, string][] => {
      const text = root.child(localOf(map[key]!))?.text();
      return text === undefined ? [] : [[key, text]];
    });
  };
  return Object.fromEntries([...read('core-properties', CORE_READ), ...read('extended-properties', APP)]);
}

/** Writes properties that have changed, and the moment of the change (ISO, UTC). */
export function writeProperties(
  pkg: Package,
  from: Partial<DocumentProperties>,
  to: DocumentProperties,
  at: string,
): void {
  const core = pkg.edit(corePart(pkg, at));
  writeTexts(core, CORE, from, to);
  setTime(core, 'dcterms:modified', at);
  if (keysOf(APP).some((key) => (from[key] ?? '') !== to[key])) writeTexts(pkg.edit(appPart(pkg)), APP, from, to);
}

/** Gives a new workbook both parts. */
export function addProperties(pkg: Package, at: string): void {
  corePart(pkg, at);
  appPart(pkg);
}

/** Takes out the list of sheets, which Excel writes anew: it is optional, a wrong one is not. */
export function dropTitlesOfParts(pkg: Package): void {
  const part = pkg.related('', 'extended-properties');
  if (part === undefined) return;
  const root = pkg.edit(part);
  for (const local of ['HeadingPairs', 'TitlesOfParts']) {
    const element = root.child(local);
    if (element) root.remove(element);
  }
}

function writeTexts(
  root: XmlElement,
  map: typeof CORE,
  from: Partial<DocumentProperties>,
  to: DocumentProperties,
): void {
  for (const key of keysOf(map)) {
    if ((from[key] ?? '') === to[key]) continue;
    const name = map[key]!;
    const element = root.child(localOf(name));
    if (element) element.setText(to[key]);
    else root.append(xmlText(name, to[key]));
  }
}

function setTime(root: XmlElement, name: string, at: string): void {
  const element = root.child(localOf(name));
  if (element) element.setText(at);
  else root.append(xmlText(name, at, { 'xsi:type': 'dcterms:W3CDTF' }));
}

function corePart(pkg: Package, at: string): string {
  const known = pkg.related('', 'core-properties');
  if (known !== undefined) return known;
  const root = xml('cp:coreProperties', CORE_NAMESPACES);
  setTime(root, 'dcterms:created', at);
  pkg.put('docProps/core.xml', root, CORE_TYPE);
  pkg.relate('', CORE_RELATIONSHIP, 'docProps/core.xml');
  return 'docProps/core.xml';
}

function appPart(pkg: Package): string {
  const known = pkg.related('', 'extended-properties');
  if (known !== undefined) return known;
  const root = xml('Properties', { xmlns: APP_NAMESPACE }, [
    xmlText('Application', 'Microsoft Excel'),
    xmlText('AppVersion', '16.0300'),
  ]);
  pkg.put('docProps/app.xml', root, APP_TYPE);
  pkg.relate('', 'extended-properties', 'docProps/app.xml');
  return 'docProps/app.xml';
}
