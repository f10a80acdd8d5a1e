import { Deflate, Inflate } from 'fflate';
import { crc32 } from './crc32';

/** The one compression of archives, raw deflate, and their checksum. Node has a faster one than what runs everywhere. */
export interface Compression {
  /**
   * Unpacks at most `size` bytes; fewer come where there are no more, none where there are more. Works no longer than
   * that takes, whatever the data say. Errors: whatever the implementation throws for data that are not packed.
   */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly deflate: (level: Level) => Packer;
  /** The checksum that zip directories carry; goes on from that of the bytes `before`. */
  readonly crc32: (bytes: Uint8Array, before: number) => number;
}

/** How tight: 4 packs sheets nearly as 6 does, in half the time. */
export type Level = 4 | 6;

/** Data on their way into an archive. */
export interface Packer {
  push(bytes: Uint8Array): void;
  /** What was pushed, packed. Nothing may be pushed afterwards. */
  end(): Uint8Array;
}

/** The most that a byte of packed data unpacks to. */
const MOST_PER_BYTE = 1032;

/** Whether packed data may come to a size at all: a directory that claims more lies. */
export const mayUnpackTo = (packed: Uint8Array, size: number): boolean => size <= packed.length * MOST_PER_BYTE;

/** Packed bytes given at a time: the tightest packing makes 16 MB of them, which is all that a lie can cost. */
const PIECE = 1 << 14;
const NOTHING = new Uint8Array(0);

/** Runs in every browser and in Node. */
export const portable: Compression = {
  crc32,
  inflate(packed, size) {
    const bytes = new Uint8Array(size);
    let length = 0;
    const stream = new Inflate((chunk) => {
      if (length + chunk.length <= size) bytes.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < packed.length && length <= size; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
    return length > size ? NOTHING : bytes.subarray(0, length);
  },
  deflate(level) {
    const packed: Uint8Array[] = [];
    const stream = new Deflate({ level }, (chunk) => packed.push(chunk));
    return {
      push(bytes) {
        stream.push(bytes);
      },
      end() {
        stream.push(NOTHING, true);
        return joined(packed);
      },
    };
  },
};

/** Pieces in one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
