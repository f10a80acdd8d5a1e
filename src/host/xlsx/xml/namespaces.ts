import { XmlElement } from './xml';
import type { XmlNode } from './xml';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Namespaces whose parts are read by local name and given new children without a prefix. */
const OURS: ReadonlySet<string | undefined> = new Set([MAIN, STRICT_MAIN, PACKAGE_RELATIONSHIPS, CONTENT_TYPES]);

/**
 * Some writers prefix the main namespace (`x:worksheet`). Elements of the root's namespace lose the prefix, so that
 * new children can be added without one; subtrees with a namespace of their own keep every name.
 */
export function withoutMainPrefix(root: XmlElement): XmlElement {
  const prefix = root.name.slice(0, -root.local.length);
  if (prefix === '' || !OURS.has(root.get('xmlns:' + prefix.slice(0, -1)))) return root;
  const declaration = 'xmlns:' + prefix.slice(0, -1);
  const strip = (node: XmlNode): XmlNode => {
    if (!(node instanceof XmlElement)) return node;
    if (node.raw('xmlns') !== undefined || (node !== root && node.raw(declaration) !== undefined)) return node;
    for (let at = 0; at < node.children.length; at++) node.children[at] = strip(node.children[at]!);
    if (node.name.startsWith(prefix)) return node.renamed(node.local);
    // Without a default namespace so far: it must not fall into the new one.
    return node.name.includes(':') ? node : node.set('xmlns', '');
  };
  const stripped = strip(root) as XmlElement;
  return root.raw('xmlns') === undefined ? stripped.set('xmlns', root.get(declaration)) : root;
}

/** As `withoutMainPrefix` for a stretch of XML too large for a tree. A tag cannot stand in a text: this meets tags only. */
export function withoutPrefixIn(source: string, prefix: string): string {
  return source.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
}

/** A name with the prefix of an element of the same namespace, where it has one. */
export function namedLike(element: XmlElement, local: string): string {
  return element.name.slice(0, -element.local.length) + local;
}

/** The `r:id` of an element, whatever prefix its writer chose for relationships. */
export function relationshipId(element: XmlElement): string | undefined {
  const name = element.attributeNames().find((attribute) => attribute.endsWith(':id'));
  return name === undefined ? undefined : element.get(name);
}

/** Gives an element a relationship, declaring the usual prefix on the root where it is missing. */
export function setRelationshipId(root: XmlElement, element: XmlElement, id: string): void {
  if (root.raw('xmlns:r') === undefined) root.set('xmlns:r', RELATIONSHIPS);
  element.set(element.attributeNames().find((attribute) => attribute.endsWith(':id')) ?? 'r:id', id);
}
