import type { CustomProperty } from '../model';
import type { Package } from './package/package';
import { same } from './same';
import { xml, xmlText, type XmlElement } from './xml/xml';

/** Properties that people and programs gave the workbook, in a part of their own. */

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
/** The set of properties that users define, in OLE. */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const TYPES: Readonly<Record<string, CustomProperty['type']>> = {
  ...{ lpwstr: 'String', lpstr: 'String', bstr: 'String' },
  ...{ i1: 'Number', i2: 'Number', i4: 'Number', int: 'Number', ui1: 'Number', ui2: 'Number', ui4: 'Number' },
  ...{ r4: 'Float', r8: 'Float', decimal: 'Float', i8: 'Float', ui8: 'Float' },
  ...{ bool: 'Boolean', filetime: 'Date', date: 'Date' },
};
const WRITTEN: Readonly<Record<CustomProperty['type'], string>> = {
  String: 'lpwstr',
  Number: 'i4',
  Float: 'r8',
  Boolean: 'bool',
  Date: 'filetime',
};

/** A property of the file; null for a kind that the model does not know, which stays as it came. */
function readProperty(element: XmlElement): CustomProperty | null {
  const [content] = element.elements();
  const key = element.get('name');
  const type = TYPES[content?.local ?? ''];
  if (!content || key === undefined || !type) return null;
  const text = content.text();
  if (type === 'Boolean') return { key, type, value: /^(1|true)$/i.test(text.trim()) };
  if (type === 'String' || type === 'Date') return { key, type, value: text };
  return Number.isFinite(Number(text)) ? { key, type, value: Number(text) } : null;
}

function partOf(pkg: Package): string | undefined {
  return pkg.related('', 'custom-properties');
}

export function readCustomProperties(pkg: Package): readonly CustomProperty[] {
  const part = partOf(pkg);
  return part === undefined
    ? []
    : pkg
        .xml(part)
        .elements('property')
        .flatMap((element) => readProperty(element) ?? []);
}

/** Brings the part in line with the model; made where it is missing. */
export function writeCustomProperties(pkg: Package, now: readonly CustomProperty[]): void {
  if (same(readCustomProperties(pkg), now)) return;
  const root = pkg.edit(partOf(pkg) ?? addPart(pkg));
  const wanted = new Map(now.map((property) => [property.key, property]));
  for (const element of root.elements('property')) {
    const before = readProperty(element);
    const after = before && wanted.get(before.key);
    if (!before) continue;
    if (!after) root.remove(element);
    else if (!same(before, after)) element.children.splice(0, element.children.length, valueElement(after));
    wanted.delete(before.key);
  }
  for (const property of wanted.values()) {
    const pid = Math.max(1, ...root.elements().map((element) => Number(element.get('pid')) || 0)) + 1;
    root.append(xml('property', { fmtid: FORMAT, pid, name: property.key }, [valueElement(property)]));
  }
}

function valueElement({ type, value }: CustomProperty): XmlElement {
  return xmlText(`vt:${WRITTEN[type]}`, String(value), { 'xmlns:vt': VALUES });
}

function addPart(pkg: Package): string {
  pkg.put('docProps/custom.xml', xml('Properties', { xmlns: NAMESPACE }), TYPE);
  pkg.relate('', 'custom-properties', 'docProps/custom.xml');
  return 'docProps/custom.xml';
}
