import type { CustomXmlPart } from '../model';
import { XlsxError } from './errors';
import type { Package } from './package/package';
import { xml, XML_DECLARATION, type XmlElement } from './xml/xml';

/** Documents of XML that programs keep in the workbook: a part each, and one that gives it its id. */

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const DECLARATION = /^\ufeff?\s*<\?xml\b[^>]*\?>\s*/;

interface FilePart extends CustomXmlPart {
  readonly name: string;
  readonly link: string;
}

function partsOf(pkg: Package, workbookPart: string): readonly FilePart[] {
  return pkg.relationships(workbookPart).flatMap(({ kind, id: link, target: name, external }) => {
    if (kind !== 'customXml' || external || !pkg.has(name)) return [];
    const read = readPart(pkg, name);
    return read ? [{ ...read, name, link }] : [];
  });
}

/** Null for what is no text, and no business of ours: it stays as it came. */
function readPart(pkg: Package, name: string): CustomXmlPart | null {
  try {
    const properties = pkg.related(name, 'customXmlProps');
    const root = properties === undefined ? undefined : pkg.xml(properties);
    return { id: itemId(root) ?? name, xml: pkg.text(name).replace(DECLARATION, '') };
  } catch (error) {
    if (error instanceof XlsxError) return null;
    throw error;
  }
}

function itemId(root: XmlElement | undefined): string | undefined {
  const attribute = root?.attributeNames().find((name) => name.endsWith('itemID'));
  return attribute === undefined ? undefined : root?.get(attribute);
}

export function readCustomXml(pkg: Package, workbookPart: string): readonly CustomXmlPart[] {
  return partsOf(pkg, workbookPart).map(({ id, xml: text }) => ({ id, xml: text }));
}

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(`${XML_DECLARATION}\n${text}`);

/** Brings the parts in line with the model; those that did not change stay as they came. */
export function writeCustomXml(pkg: Package, workbookPart: string, now: readonly CustomXmlPart[]): void {
  const before = new Map(partsOf(pkg, workbookPart).map((part) => [part.id, part]));
  for (const { id, xml: text } of now) {
    const old = before.get(id);
    before.delete(id);
    if (!old) addPart(pkg, workbookPart, id, text);
    else if (old.xml !== text) pkg.put(old.name, bytesOf(text));
  }
  for (const { link, name } of before.values()) {
    pkg.unrelate(workbookPart, link);
    pkg.removeTree(name);
  }
}

function addPart(pkg: Package, workbookPart: string, id: string, text: string): void {
  const name = pkg.freeName('customXml/item#.xml');
  pkg.put(name, bytesOf(text), 'application/xml');
  pkg.relate(workbookPart, 'customXml', name);
  const properties = pkg.freeName('customXml/itemProps#.xml');
  const root = xml('ds:datastoreItem', { 'xmlns:ds': PROPERTIES, 'ds:itemID': id }, [xml('ds:schemaRefs')]);
  pkg.put(properties, root, TYPE);
  pkg.relate(name, 'customXmlProps', properties);
}
