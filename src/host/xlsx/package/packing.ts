import { Deflate, deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { DEFLATED, STORED } from './zip';
import type { ZipEntry } from './zip';
import type { TextSink } from '../xml/xml';

/** 1 January 1980, midnight: what Excel itself writes. */
const EPOCH = 0x00210000;
/** Formats that are compressed already gain nothing from a second time. */
const COMPRESSED = /\.(png|jpe?g|gif|zip|mp4)$/i;
/** Above this size level 4 packs as tight as level 6 does sheets, in half the time. */
const LARGE = 4 << 20;
/** Characters encoded at a time: few enough for what they were made of to be forgotten young. */
const BLOCK = 1 << 16;

/** Packs new contents. */
export function pack(name: string, bytes: Uint8Array): ZipEntry {
  const stored = bytes.length === 0 || COMPRESSED.test(name);
  return {
    name,
    method: stored ? STORED : DEFLATED,
    crc: crc32(bytes),
    size: bytes.length,
    packed: stored ? bytes : deflateSync(bytes, { level: bytes.length > LARGE ? 4 : 6 }),
    modified: EPOCH,
    attributes: 0,
  };
}

/**
 * Packs text as UTF-8 while it is being made: the part of a large sheet takes hundreds of megabytes, more than one
 * string may have, and is never held whole.
 */
export class TextPacker implements TextSink {
  readonly #encoder = new TextEncoder();
  readonly #packed: Uint8Array[] = [];
  /** Bytes that wait until it is known whether the part is large. */
  #waiting: Uint8Array[] = [];
  #deflate: Deflate | null = null;
  #block = '';
  #size = 0;
  #crc = 0;

  push(...pieces: string[]): void {
    for (const piece of pieces) {
      this.#block += piece;
      if (this.#block.length > BLOCK) this.#flush();
    }
  }

  /** What was pushed, as an entry. Nothing may be pushed afterwards. */
  end(name: string): ZipEntry {
    this.#flush();
    if (!this.#deflate) return pack(name, joined(this.#waiting));
    this.#deflate.push(new Uint8Array(0), true);
    return {
      name,
      method: DEFLATED,
      crc: this.#crc,
      size: this.#size,
      packed: joined(this.#packed),
      modified: EPOCH,
      attributes: 0,
    };
  }

  #flush(): void {
    const bytes = this.#encoder.encode(this.#block);
    this.#block = '';
    this.#size += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
    if (this.#deflate) this.#deflate.push(bytes);
    else {
      this.#waiting.push(bytes);
      if (this.#size > LARGE) this.#startDeflate();
    }
  }

  #startDeflate(): void {
    const deflate = new Deflate({ level: 4 }, (chunk) => this.#packed.push(chunk));
    for (const bytes of this.#waiting) deflate.push(bytes);
    this.#waiting = [];
    this.#deflate = deflate;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
