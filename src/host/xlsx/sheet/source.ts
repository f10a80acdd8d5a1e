import type { Allowance } from '../package/allowance';
import { joined } from '../package/compression';
import { decodeXml, utf8Of } from '../package/encoding';
import type { Package } from '../package/package';
import { withoutMainPrefix, withoutPrefixIn } from '../xml/namespaces';
import { TagScanner } from '../xml/tag-scanner';
import { parseXml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

/** Where the cells stand in the bytes of a worksheet's part: the inside of `sheetData`, without its tags. */
export interface CellsSpan {
  readonly start: number;
  readonly end: number;
}

/** The part of a worksheet, of which the cells may take hundreds of megabytes: bytes, of which no string is made. */
export interface SheetSource {
  /** UTF-8; the cells have no prefix. */
  readonly bytes: Uint8Array;
  /** Where the cells begin; null where there are none. */
  readonly start: number | null;
}

const SLASH = 47;
const encoder = new TextEncoder();

/** Reads a worksheet's part up to its cells. Errors: XlsxError missingPart, damaged, badXml. */
export function sheetSource(pkg: Package, part: string): SheetSource {
  const bytes = utf8Of(pkg.bytes(part), part);
  const found = findCells(bytes, part);
  if (!found) return { bytes, start: null };
  const { start, prefix } = found;
  return { bytes: prefix === '' ? bytes : withoutPrefix(bytes, start, prefix, part), start };
}

/** The tree of all that stands around the cells. Errors: XlsxError badXml, tooLarge. */
export function shellOf(bytes: Uint8Array, cells: CellsSpan | null, part: string, pieces?: Allowance): XmlElement {
  const shell = cells ? joined([bytes.subarray(0, cells.start), bytes.subarray(cells.end)]) : bytes;
  return withoutMainPrefix(parseXml(decodeXml(shell, part), part, pieces).root);
}

function findCells(bytes: Uint8Array, part: string): { readonly start: number; readonly prefix: string } | null {
  const scanner = new TagScanner(bytes, part);
  if (scanner.nextTag() < 0) return null;
  const root = scanner.tagEnd(scanner.at + 1);
  if (scanner.isEmpty(root)) return null;
  scanner.at = root;
  for (let code = scanner.nextTag(); code >= 0 && code !== SLASH; code = scanner.nextTag()) {
    const name = scanner.name();
    if (name === 'sheetData' || name.endsWith(':sheetData')) {
      const start = scanner.tagEnd(scanner.at + 1);
      return scanner.isEmpty(start) ? null : { start, prefix: name.slice(0, -'sheetData'.length) };
    }
    scanner.skipElement();
  }
  return null;
}

/** The bytes with the tags of the cells as most programs write them. */
function withoutPrefix(bytes: Uint8Array, start: number, prefix: string, part: string): Uint8Array {
  const rest = decodeXml(bytes.subarray(start), part);
  const end = rest.indexOf(`</${prefix}sheetData`);
  const cells = withoutPrefixIn(end < 0 ? rest : rest.slice(0, end), prefix);
  return joined([bytes.subarray(0, start), encoder.encode(end < 0 ? cells : cells + rest.slice(end))]);
}
