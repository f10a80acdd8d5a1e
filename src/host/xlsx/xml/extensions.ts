import { relationshipId, setRelationshipId } from './namespaces';
import { ensureChild, removeChild } from './order';
import { xml, type XmlElement } from './xml';

export const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

/** An extension of an element by its address, whatever prefixes its writer chose. */
export function extensionOf(root: XmlElement, uri: string): XmlElement | undefined {
  return root
    .child('extLst')
    ?.elements('ext')
    .find((ext) => ext.get('uri')?.toUpperCase() === uri.toUpperCase());
}

/** An extension of Excel 2010, made where it is missing; `order` is that of the root's children. */
export function ensureExtension(root: XmlElement, uri: string, order: readonly string[]): XmlElement {
  const found = extensionOf(root, uri);
  if (found) return found;
  const ext = xml('ext', { uri, 'xmlns:x14': X14 });
  ensureChild(root, 'extLst', order).append(ext);
  return ext;
}

/** A list of links within an extension: `x14:slicerList` of `x14:slicer`. */
export interface LinkList {
  readonly uri: string;
  readonly list: string;
  readonly entry: string;
}

/** Adds a link to a list in an extension. */
export function addLink(root: XmlElement, { uri, list, entry }: LinkList, id: string, order: readonly string[]): void {
  const ext = ensureExtension(root, uri, order);
  let parent = ext.elements()[0];
  if (!parent) ext.append((parent = xml(`x14:${list}`)));
  const prefix = parent.name.slice(0, -parent.local.length);
  const link = xml(`${prefix}${entry}`);
  setRelationshipId(root, link, id);
  parent.append(link);
}

/** Takes a link out of a list in an extension, and what is empty then. */
export function removeLink(root: XmlElement, { uri }: LinkList, id: string): void {
  const ext = extensionOf(root, uri);
  const parent = ext?.elements()[0];
  const link = parent?.elements().find((each) => relationshipId(each) === id);
  if (!ext || !parent || !link) return;
  parent.remove(link);
  if (parent.elements().length > 0) return;
  const extensions = root.child('extLst');
  extensions?.remove(ext);
  if (extensions?.elements().length === 0) removeChild(root, 'extLst');
}
