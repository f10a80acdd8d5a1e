import { XlsxError } from '../errors';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names of streams in an OLE container are UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from({ length: name.length * 2 }, (_, at) => (at % 2 === 0 ? name.charCodeAt(at / 2) : 0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** Refuses what is known not to be a zip archive, by name. Errors: XlsxError encrypted, xls. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  if (OLE.every((byte, at) => bytes[at] === byte)) {
    if (holdsName(bytes, 'EncryptedPackage')) throw new XlsxError('encrypted', 'protected by a password');
    if (holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book')) throw new XlsxError('xls', 'an Excel 97-2003 file');
  }
}
