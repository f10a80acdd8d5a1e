import { XlsxError } from '../errors';

const encoder = new TextEncoder();
const fatal = { fatal: true };

/**
 * The text of an XML part: UTF-8, or UTF-16 by its byte order mark or by the shape of its first character.
 * Errors: XlsxError badXml when the bytes are no text in that encoding.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  try {
    // The decoder drops a byte order mark by itself.
    return new TextDecoder(big ? 'utf-16be' : little ? 'utf-16le' : 'utf-8', fatal).decode(bytes);
  } catch (cause) {
    throw new XlsxError('badXml', cause instanceof Error ? cause.message : String(cause), part);
  }
}

/** The bytes of an XML part in UTF-8, as nearly all are already. Errors: XlsxError badXml for UTF-16 that is none. */
export function utf8Of(bytes: Uint8Array, part: string): Uint8Array {
  const [first = 1, second = 1] = bytes;
  const isUtf16 = first === 0 || second === 0 || (first >= 0xfe && second >= 0xfe);
  return isUtf16 ? encoder.encode(decodeXml(bytes, part)) : bytes;
}
