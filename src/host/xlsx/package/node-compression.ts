import zlib, { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { joined } from './compression';
import type { Compression } from './compression';
import { crc32 } from './crc32';

/** Bytes packed at a time: one that comes later may repeat what was in the window before. */
const BLOCK = 1 << 20;
const WINDOW = 1 << 15;
const SMALLEST_CHUNK = 64;

/** Node's own zlib: four times as fast as what runs everywhere, and the same in every respect that a reader sees. */
export const native: Compression = {
  // From Node 20.15 on.
  crc32: 'crc32' in zlib ? zlib.crc32 : crc32,

  inflate: (packed, size) =>
    // One chunk for all of it: zlib would make it of thousands, and copy them.
    inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, SMALLEST_CHUNK) }),

  deflate(level) {
    const packed: Uint8Array[] = [];
    let waiting: Uint8Array[] = [];
    let length = 0;
    let window: Uint8Array | undefined;
    const pack = (finishFlush: number): void => {
      const block = joined(waiting);
      packed.push(deflateRawSync(block, { level, finishFlush, ...(window && { dictionary: window }) }));
      window = block.subarray(Math.max(0, block.length - WINDOW));
      waiting = [];
      length = 0;
    };
    return {
      push(bytes) {
        waiting.push(bytes);
        length += bytes.length;
        if (length >= BLOCK) pack(constants.Z_SYNC_FLUSH);
      },
      end() {
        pack(constants.Z_FINISH);
        return joined(packed);
      },
    };
  },
};
