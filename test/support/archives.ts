import { deflateSync, strFromU8, strToU8, unzipSync } from 'fflate';
import { crc32 } from '../../src/host/xlsx/package/crc32';

/** A file of an archive, and what the archive says of it where that is not the truth. */
export interface ArchiveFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** The size unpacked that the directory claims. */
  readonly claimed?: number;
  /** Bytes that stand before its name: the archive says that they are its own contents, and those of each other such file. */
  readonly sharesWith?: string;
  readonly stored?: boolean;
  readonly flags?: number;
  /** As Unix has them, in the upper half: a link among files. */
  readonly attributes?: number;
}

const LOCAL = 30;
const CENTRAL = 46;

/** A zip archive of the files in their order, written without any check: names may repeat, climb, or lie. */
export function archiveOf(files: readonly ArchiveFile[]): Uint8Array {
  const packed = new Map<string, { readonly at: number; readonly bytes: Uint8Array }>();
  const pieces: Uint8Array[] = [];
  let at = 0;
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  const directory = files.map((file) => {
    const shared = file.sharesWith === undefined ? undefined : packed.get(file.sharesWith);
    const bytes = shared?.bytes ?? (file.stored ? file.content : deflateSync(file.content, { level: 9 }));
    const start = shared?.at ?? at;
    if (!shared) {
      packed.set(file.name, { at, bytes });
      add(header(0x04034b50, LOCAL, file, bytes, 0));
      add(strToU8(file.name));
      add(bytes);
    }
    return [header(0x02014b50, CENTRAL, file, bytes, start), strToU8(file.name)];
  });
  const begins = at;
  for (const [head, name] of directory) {
    add(head!);
    add(name!);
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(12, at - begins, true);
  view.setUint32(16, begins, true);
  add(end);
  const archive = new Uint8Array(at);
  pieces.reduce((offset, piece) => (archive.set(piece, offset), offset + piece.length), 0);
  return archive;
}

function header(signature: number, size: number, file: ArchiveFile, packed: Uint8Array, start: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const isCentral = size === CENTRAL;
  const common = isCentral ? 6 : 4;
  view.setUint32(0, signature, true);
  view.setUint16(common + 2, 0x0800 | (file.flags ?? 0), true);
  view.setUint16(common + 4, file.stored ? 0 : 8, true);
  view.setUint32(common + 10, crc32(file.content), true);
  view.setUint32(common + 14, packed.length, true);
  view.setUint32(common + 18, file.claimed ?? file.content.length, true);
  view.setUint16(common + 22, strToU8(file.name).length, true);
  if (isCentral) {
    view.setUint32(38, file.attributes ?? 0, true);
    view.setUint32(42, start, true);
  }
  return bytes;
}

/** The archive with another end, as those over 4 GB have it; what it says may be put wrong. */
export function withZip64End(archive: Uint8Array, lie: { readonly count?: bigint; readonly offset?: bigint } = {}): Uint8Array {
  const end = archive.length - 22;
  const old = new DataView(archive.buffer, archive.byteOffset + end);
  const more = new Uint8Array(56 + 20 + 22);
  const view = new DataView(more.buffer);
  const count = lie.count ?? BigInt(old.getUint16(10, true));
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, count, true);
  view.setBigUint64(32, count, true);
  view.setBigUint64(40, BigInt(old.getUint32(12, true)), true);
  view.setBigUint64(48, lie.offset ?? BigInt(old.getUint32(16, true)), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(end), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(84, 0xffff, true);
  view.setUint16(86, 0xffff, true);
  view.setUint32(88, 0xffffffff, true);
  view.setUint32(92, 0xffffffff, true);
  const whole = new Uint8Array(end + more.length);
  whole.set(archive.subarray(0, end));
  whole.set(more, end);
  return whole;
} // prettier-ignore

/** The parts of an archive as text by name. */
export function partsOf(archive: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** An archive of parts of text, not packed. */
export function archiveOfParts(parts: Readonly<Record<string, string>>): Uint8Array {
  return archiveOf(Object.entries(parts).map(([name, text]) => ({ name, content: strToU8(text), stored: true })));
}
