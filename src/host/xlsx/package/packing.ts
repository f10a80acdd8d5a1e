import { joined } from './compression';
import type { Compression, Packer } from './compression';
import { DEFLATED, STORED } from './zip';
import type { ZipEntry } from './zip';
import type { TextSink } from '../xml/xml';

/** 1 January 1980, midnight: what Excel itself writes. */
const EPOCH = 0x00210000;
/** Formats that are compressed already gain nothing from a second time. */
const COMPRESSED = /\.(png|jpe?g|gif|zip|mp4)$/i;
/** Above this size level 4 packs as tight as level 6 does sheets, in half the time. */
const LARGE = 4 << 20;
/** Bytes gathered before they are packed. */
const BLOCK = 1 << 16;
/** Characters below which a loop is faster than a call of the encoder. */
const SHORT = 48;
/** Bytes that a character of UTF-16 takes at most. */
const WIDEST = 3;
const ZERO = 48;

/** Packs new contents. */
export function pack(name: string, bytes: Uint8Array, compression: Compression): ZipEntry {
  const stored = bytes.length === 0 || COMPRESSED.test(name);
  return {
    name,
    method: stored ? STORED : DEFLATED,
    crc: compression.crc32(bytes, 0),
    size: bytes.length,
    packed: stored ? bytes : packed(bytes, compression),
    modified: EPOCH,
    attributes: 0,
  };
}

function packed(bytes: Uint8Array, compression: Compression): Uint8Array {
  const packer = compression.deflate(bytes.length > LARGE ? 4 : 6);
  packer.push(bytes);
  return packer.end();
}

/**
 * Packs text as UTF-8 while it is being made: the part of a large sheet takes hundreds of megabytes, more than one
 * string may have, and is never held whole.
 */
export class TextPacker implements TextSink {
  readonly #encoder = new TextEncoder();
  readonly #compression: Compression;
  #block = new Uint8Array(BLOCK);
  #at = 0;
  /** Blocks that wait until it is known whether the part is large. */
  #waiting: Uint8Array[] = [];
  #packer: Packer | null = null;
  #size = 0;
  #crc = 0;

  constructor(compression: Compression) {
    this.#compression = compression;
  }

  push(...pieces: string[]): void {
    for (const piece of pieces) {
      if (piece.length > SHORT || !this.#copy(piece)) this.#encode(piece);
    }
  }

  /** A whole number from 0 to 2^31 - 1, in digits. */
  integer(value: number): void {
    if (this.#at + 10 > BLOCK) this.#flush();
    let digits = 1;
    for (let limit = 10; digits < 10 && value >= limit; limit *= 10) digits++;
    this.#at += digits;
    let rest = value;
    for (let at = this.#at - 1; digits > 0; digits--, at--) {
      const tenth = (rest / 10) | 0;
      this.#block[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
  }

  /** Bytes that are UTF-8 already. */
  bytes(bytes: Uint8Array): void {
    this.#flush();
    this.#pass(bytes);
  }

  /** What was pushed, as an entry. Nothing may be pushed afterwards. */
  end(name: string): ZipEntry {
    this.#flush();
    if (!this.#packer) return pack(name, joined(this.#waiting), this.#compression);
    return {
      name,
      method: DEFLATED,
      crc: this.#crc,
      size: this.#size,
      packed: this.#packer.end(),
      modified: EPOCH,
      attributes: 0,
    };
  }

  /** Puts a short piece; false, with nothing put, where it is more than ASCII. */
  #copy(piece: string): boolean {
    if (this.#at + SHORT > BLOCK) this.#flush();
    const block = this.#block;
    const start = this.#at;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code > 127) return false;
      block[start + at] = code;
    }
    this.#at = start + piece.length;
    return true;
  }

  #encode(piece: string): void {
    for (let from = 0; from < piece.length;) {
      if (BLOCK - this.#at < WIDEST + 1) this.#flush();
      const { read, written } = this.#encoder.encodeInto(
        from === 0 ? piece : piece.slice(from),
        this.#block.subarray(this.#at),
      );
      from += read;
      this.#at += written;
      if (from < piece.length) this.#flush();
    }
  }

  #flush(): void {
    if (this.#at === 0) return;
    const bytes = this.#block.subarray(0, this.#at);
    // The packer may keep what it is given until it has enough.
    this.#block = new Uint8Array(BLOCK);
    this.#at = 0;
    this.#pass(bytes);
  }

  #pass(bytes: Uint8Array): void {
    this.#size += bytes.length;
    this.#crc = this.#compression.crc32(bytes, this.#crc);
    if (this.#packer) this.#packer.push(bytes);
    else {
      this.#waiting.push(bytes);
      if (this.#size > LARGE) this.#startPacking();
    }
  }

  #startPacking(): void {
    this.#packer = this.#compression.deflate(4);
    for (const bytes of this.#waiting) this.#packer.push(bytes);
    this.#waiting = [];
  }
}
