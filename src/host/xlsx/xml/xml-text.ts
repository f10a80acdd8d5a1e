const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 cannot carry, even as a reference. A lone surrogate becomes U+FFFD when it is encoded. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REPLACEMENT = '\ufffd';

/** Character data or an attribute value as a reader sees it; an entity that nothing declares stays as it stands. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    ENTITY,
    (entity, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name]!;
      const code = hex === undefined ? parseInt(decimal!, 10) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

/** Character data as a reader sees it: line ends are one line feed, as XML prescribes. */
export function decodeText(raw: string): string {
  return decodeEntities(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
}

/** Text made ready to stand between tags. What XML cannot carry becomes U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) => ESCAPES[char]!).replace(ILLEGAL, REPLACEMENT);
}

/** Text made ready to stand between double quotes. What XML cannot carry becomes U+FFFD. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => ESCAPES[char]!).replace(ILLEGAL, REPLACEMENT);
}
