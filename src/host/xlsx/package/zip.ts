import { mayUnpackTo } from './compression';
import type { Compression } from './compression';
import { XlsxError } from '../errors';

/** One file of an archive, still compressed. */
export interface ZipEntry {
  /** As the archive spells it. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes once unpacked, as the directory claims. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** MS-DOS time and date in one number. */
  readonly modified: number;
  readonly attributes: number;
}

/** Bounds checked on the directory, before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files unpacked. */
  readonly total: number;
  /** Unpacked to packed size, looked at once the total passes `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const DEFAULT_ZIP_LIMITS: ZipLimits = { entries: 20_000, total: 1 << 30, ratio: 250, ratioFrom: 64 << 20 };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
export const STORED = 0;
export const DEFLATED = 8;
const UTF8_NAME = 0x0800;
const ENCRYPTED = 0x0001;

const damaged = (what: string): XlsxError => new XlsxError('damaged', what);
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Position of the end record: it closes the file, but for a comment of at most 65,535 bytes. */
function findEnd(data: DataView): number {
  const last = data.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) if (data.getUint32(at, true) === END) return at;
  throw damaged('no end of archive');
}

interface Directory {
  readonly count: number;
  readonly offset: number;
}

function readBig(data: DataView, at: number): number {
  const value = data.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('impossible size');
  return Number(value);
}

function findDirectory(data: DataView): Directory {
  const end = findEnd(data);
  const count = data.getUint16(end + 10, true);
  const offset = data.getUint32(end + 16, true);
  const locator = end - 20;
  if ((count !== 0xffff && offset !== 0xffffffff) || locator < 0 || data.getUint32(locator, true) !== END64_LOCATOR) {
    return { count, offset };
  }
  const end64 = readBig(data, locator + 8);
  if (end64 + 56 > data.byteLength || data.getUint32(end64, true) !== END64) throw damaged('bad zip64 record');
  return { count: readBig(data, end64 + 32), offset: readBig(data, end64 + 48) };
}

/** Sizes and offset that did not fit 32 bits stand in an extra field, in this order, only where needed. */
function widen(data: DataView, extraAt: number, extraLength: number, narrow: readonly number[]): number[] {
  if (!narrow.includes(0xffffffff)) return [...narrow];
  for (let at = extraAt; at + 4 <= extraAt + extraLength; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return narrow.map((value) => {
      if (value !== 0xffffffff) return value;
      field += 8;
      return readBig(data, field - 8);
    });
  }
  throw damaged('zip64 sizes missing');
}

const utf8 = new TextDecoder();
/** Names without the UTF-8 flag are ASCII in every workbook seen; Latin-1 keeps any byte apart. */
const latin1 = new TextDecoder('latin1');

/**
 * Reads the directory of a zip archive; contents stay packed until `unpack`.
 * Errors: XlsxError notZip, damaged, encrypted, tooLarge.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = DEFAULT_ZIP_LIMITS): ZipEntry[] {
  const data = view(bytes);
  if (bytes.length < END_SIZE || (data.getUint32(0, true) !== LOCAL && data.getUint32(0, true) !== END)) {
    throw new XlsxError('notZip', 'not a zip archive');
  }
  const { count, offset } = findDirectory(data);
  if (count > limits.entries) throw new XlsxError('tooLarge', `${count} files in the archive`);
  const entries: ZipEntry[] = [];
  let total = 0;
  let packedTotal = 0;
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > bytes.length || data.getUint32(at, true) !== CENTRAL) throw damaged('bad directory');
    const flags = data.getUint16(at + 8, true);
    const nameLength = data.getUint16(at + 28, true);
    const extraLength = data.getUint16(at + 30, true);
    const nameAt = at + CENTRAL_SIZE;
    const extraAt = nameAt + nameLength;
    const next = extraAt + extraLength + data.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged('bad directory');
    const [size, packedSize, headerAt] = widen(data, extraAt, extraLength, [
      data.getUint32(at + 24, true),
      data.getUint32(at + 20, true),
      data.getUint32(at + 42, true),
    ]) as [number, number, number];
    const name = (flags & UTF8_NAME ? utf8 : latin1).decode(bytes.subarray(nameAt, extraAt));
    if (flags & ENCRYPTED) throw new XlsxError('encrypted', 'the archive is encrypted', name);
    total += size;
    if (total > limits.total || (total > limits.ratioFrom && total > bytes.length * limits.ratio)) {
      throw new XlsxError('tooLarge', `unpacks to ${total} bytes or more`);
    }
    if (headerAt + LOCAL_SIZE > bytes.length || data.getUint32(headerAt, true) !== LOCAL) throw damaged('bad header');
    const start = headerAt + LOCAL_SIZE + data.getUint16(headerAt + 26, true) + data.getUint16(headerAt + 28, true);
    if (start + packedSize > bytes.length) throw damaged('cut short');
    packedTotal += packedSize;
    if (packedTotal > bytes.length) throw damaged('files that share their bytes');
    entries.push({
      name,
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      size,
      packed: bytes.subarray(start, start + packedSize),
      modified: data.getUint32(at + 12, true),
      attributes: data.getUint32(at + 38, true),
    });
    at = next;
  }
  return entries;
}

/** The contents of an entry. Errors: XlsxError damaged (unknown method, wrong size, wrong checksum). */
export function unpack(entry: ZipEntry, compression: Compression): Uint8Array {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new XlsxError('damaged', `unknown compression ${entry.method}`, entry.name);
  }
  const bytes = entry.method === STORED ? entry.packed : inflate(entry, compression);
  if (bytes.length !== entry.size || compression.crc32(bytes, 0) !== entry.crc) {
    throw new XlsxError('damaged', 'wrong checksum', entry.name);
  }
  return bytes;
}

/** Unpacks what the directory promises: stops where there is more, so that a lying directory costs no time. */
function inflate({ name, size, packed }: ZipEntry, compression: Compression): Uint8Array {
  if (!mayUnpackTo(packed, size)) throw new XlsxError('damaged', 'wrong size', name);
  try {
    return compression.inflate(packed, size);
  } catch (cause) {
    throw new XlsxError('damaged', cause instanceof Error ? cause.message : String(cause), name);
  }
}

/** Writes an archive of the entries in their order; entries of another archive are copied, not packed anew. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const names = entries.map((entry) => encoder.encode(entry.name));
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packed.length, 0);
  const bytes = new Uint8Array(packedBytes + 2 * nameBytes + entries.length * (LOCAL_SIZE + CENTRAL_SIZE) + END_SIZE);
  const data = view(bytes);
  let at = 0;
  const offsets = entries.map((entry, index) => {
    const offset = at;
    data.setUint32(at, LOCAL, true);
    writeCommon(data, at + 4, entry, names[index]!);
    bytes.set(names[index]!, at + LOCAL_SIZE);
    bytes.set(entry.packed, at + LOCAL_SIZE + names[index]!.length);
    at += LOCAL_SIZE + names[index]!.length + entry.packed.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    data.setUint32(at, CENTRAL, true);
    data.setUint16(at + 4, 20, true);
    writeCommon(data, at + 6, entry, names[index]!);
    data.setUint32(at + 38, entry.attributes, true);
    data.setUint32(at + 42, offsets[index]!, true);
    bytes.set(names[index]!, at + CENTRAL_SIZE);
    at += CENTRAL_SIZE + names[index]!.length;
  });
  data.setUint32(at, END, true);
  data.setUint16(at + 8, entries.length, true);
  data.setUint16(at + 10, entries.length, true);
  data.setUint32(at + 12, at - directory, true);
  data.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that local headers and the directory share, in the same order. */
function writeCommon(data: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  data.setUint16(at, 20, true);
  data.setUint16(at + 2, UTF8_NAME, true);
  data.setUint16(at + 4, entry.method, true);
  data.setUint32(at + 6, entry.modified, true);
  data.setUint32(at + 10, entry.crc, true);
  data.setUint32(at + 14, entry.packed.length, true);
  data.setUint32(at + 18, entry.size, true);
  data.setUint16(at + 22, name.length, true);
}
