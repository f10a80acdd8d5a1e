import { Inflate } from 'fflate';
import { limits, type Read, refused } from './refusals';

interface Entry {
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly stored: boolean;
}

/**
 * The parts of a zip archive by name. Only what is asked for is unpacked, in pieces and within
 * bounds: sizes that the archive states are checked first, and not believed after.
 */
export class ZipArchive {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory. `encrypted` where any part is, `damaged` where there is no directory. */
  static open(bytes: Uint8Array): Read<ZipArchive> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    if (end === null) return refused('damaged');
    const entries = new Map<string, Entry>();
    let at = view.getUint32(end + 16, true);
    const count = view.getUint16(end + 10, true);
    const names = new TextDecoder();
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return refused('damaged');
      if ((view.getUint16(at + 8, true) & 1) === 1) return refused('encrypted');
      const nameLength = view.getUint16(at + 28, true);
      const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, '');
      const method = view.getUint16(at + 10, true);
      if (method !== 0 && method !== 8) return refused('damaged');
      entries.set(name, {
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        stored: method === 0,
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return { ok: true, value: new ZipArchive(bytes, entries) };
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a part; null where there is none of that name. */
  text(name: string): Read<string | null> {
    const entry = this.entries.get(name);
    if (!entry) return { ok: true, value: null };
    const most = Math.min(limits.part, Math.max(limits.smallPart, entry.packed * limits.ratio));
    if (entry.unpacked > most) return refused('unpacksTooLarge');
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (entry.offset + 30 > this.bytes.length) return refused('damaged');
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = this.bytes.subarray(start, start + entry.packed);
    return entry.stored ? { ok: true, value: new TextDecoder().decode(packed) } : inflate(packed, most);
  }
}

/** Small enough that one piece of the tightest packing stays far below the bound. */
const pieceSize = 16_384;

function inflate(packed: Uint8Array, most: number): Read<string> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let size = 0;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size <= most) texts.push(decoder.decode(chunk, { stream: !final }));
  });
  try {
    for (let at = 0; at < packed.length; at += pieceSize) {
      stream.push(packed.subarray(at, at + pieceSize), at + pieceSize >= packed.length);
      if (size > most) return refused('unpacksTooLarge');
    }
  } catch (error) {
    // fflate throws an Error with a number for a code where the data is not deflated text.
    if (error instanceof Error && 'code' in error) return refused('damaged');
    throw error;
  }
  return { ok: true, value: texts.join('') };
}

/** The end record, which a comment of up to 64 KB may follow. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}
