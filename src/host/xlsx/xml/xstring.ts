import { escapeText } from './xml-text';

const ESCAPE = /_x([0-9a-fA-F]{4})_/g;
/** Control characters but tab and line feed, lone surrogates, and what would be read back as an escape. */
const NEEDS_ESCAPE =
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-fA-F]{4}_)/g;

/** Resolves `_xHHHH_`, SpreadsheetML's way to write characters that XML cannot carry. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Writes as `_xHHHH_` what XML cannot carry, and the underscore of a text that looks like such an escape. */
export function encodeXstring(text: string): string {
  return text.replace(NEEDS_ESCAPE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** As `encodeXstring` for an attribute, where Excel writes line ends and tabs so as well. */
export function encodeXattribute(text: string): string {
  return encodeXstring(text).replaceAll('\n', '_x000a_').replaceAll('\t', '_x0009_');
}

/** White space that a reader may drop unless told otherwise. */
const FRAGILE = /^\s|\s$|[\n\t]| {2}/;

/** An element with a string of a cell, spaces preserved where they matter: `<t xml:space="preserve"> a</t>`. */
export function xstringElement(name: string, text: string): string {
  return `<${name}${FRAGILE.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(encodeXstring(text))}</${name}>`;
}
