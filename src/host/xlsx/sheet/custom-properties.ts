import type { Sheet } from '../../model';
import type { Package } from '../package/package';
import { relationshipId, setRelationshipId } from '../xml/namespaces';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { xml, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';
import type { SheetFeature } from './feature';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

interface FileProperty {
  readonly element: XmlElement;
  readonly key: string;
  readonly part: string;
}

function listed(pkg: Package, part: string, root: XmlElement): readonly FileProperty[] {
  const links = new Map(pkg.relationships(part).map(({ id, target }) => [id, target]));
  return (root.child('customProperties')?.elements('customPr') ?? []).flatMap((element) => {
    const target = links.get(relationshipId(element) ?? '');
    const key = element.get('name');
    return target === undefined || key === undefined || !pkg.has(target)
      ? []
      : [{ element, key: decodeXstring(key), part: target }];
  });
}

/** Values are texts in UTF-16, each in a part of its own. */
function textOf(pkg: Package, part: string): string {
  return new TextDecoder('utf-16le').decode(pkg.bytes(part));
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** What programs noted of a sheet, by key. */
export const customProperties: SheetFeature = {
  state: (sheet: Sheet) => sheet.customProperties,
  read: ({ sheet, root, pkg, part }) => {
    const found = listed(pkg, part, root).map(({ key, part: target }) => ({ key, value: textOf(pkg, target) }));
    if (found.length > 0) sheet.update({ customProperties: found });
  },
  write: ({ sheet, root, pkg, part }) => {
    const before = new Map(listed(pkg, part, root).map((property) => [property.key, property]));
    const parent = ensureChild(root, 'customProperties', WORKSHEET_ORDER);
    for (const { key, value } of sheet.customProperties) {
      const old = before.get(key);
      before.delete(key);
      if (old && textOf(pkg, old.part) !== value) pkg.put(old.part, bytesOf(value));
      if (old) continue;
      const target = pkg.freeName('xl/customProperty#.bin');
      pkg.put(target, bytesOf(value), TYPE);
      const element = xml('customPr', { name: encodeXattribute(key) });
      setRelationshipId(root, element, pkg.relate(part, 'customProperty', target));
      parent.append(element);
    }
    for (const { element, part: target } of before.values()) {
      parent.remove(element);
      pkg.unrelate(part, relationshipId(element) ?? '');
      pkg.remove(target);
    }
    if (parent.elements().length === 0) removeChild(root, 'customProperties');
  },
};
