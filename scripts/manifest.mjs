/** The manifest for the address that an add-in is served from. */
import { createHash } from 'node:crypto';

/** Where the manifest of the repository says the add-in is. */
export const localBase = 'https://localhost:3000';

/**
 * The address of a folder on a static host, without a slash at its end.
 * Throws on what Office would refuse: anything but https, a query, a fragment, a password.
 */
export function baseOf(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address?.protocol !== 'https:') throw new Error(`The address must begin with https://; this is “${text}”.`);
  if (address.search || address.hash || address.username || address.password) {
    throw new Error(`The address must be that of a folder, without query, fragment or password; this is “${text}”.`);
  }
  return `${address.origin}${address.pathname}`.replace(/\/+$/, '');
}

/**
 * The manifest for an address: its addresses there, and an id of its own, since Office takes two
 * manifests with one id for two versions of one add-in. The same address always gets the same id.
 */
export function manifestFor(xml, base) {
  if (base === localBase) return xml;
  const [, id] = /<Id>([^<]+)<\/Id>/.exec(xml) ?? [];
  if (id === undefined) throw new Error('The manifest has no <Id>.');
  return (
    xml
      .replace(id, idWithin(id, base))
      // A domain is a scheme, a host and a port; the rest of the manifest names files below the folder.
      .replaceAll(`<AppDomain>${localBase}`, `<AppDomain>${new URL(base).origin}`)
      .replaceAll(localBase, base)
      .replace(/<!--[\s\S]*?-->\n?/, '')
  );
}

/** A name-based UUID (RFC 9562, version 5): the product's own id is the namespace, the address the name. */
export function idWithin(namespace, name) {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
