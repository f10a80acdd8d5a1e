import { randomBytes } from 'node:crypto';
import { portable } from './compression';
import { crc32 } from './crc32';
import { native } from './node-compression';

const both = { portable, native };
const text = new TextEncoder().encode('<c r="A1"><v>1</v></c>'.repeat(150_000));
const noise = new Uint8Array(randomBytes(300_000));

function packed(compression: typeof portable, pieces: readonly Uint8Array[]): Uint8Array {
  const packer = compression.deflate(4);
  for (const piece of pieces) packer.push(piece);
  return packer.end();
}

const inPieces = (bytes: Uint8Array, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

describe.each(Object.keys(both) as (keyof typeof both)[])('%s packs what the other unpacks', (name) => {
  const [one, other] = name === 'native' ? [native, portable] : [portable, native];

  test.each([
    ['nothing', []],
    ['an empty piece', [new Uint8Array(0)]],
    ['a byte', [new Uint8Array([7])]],
    ['much text in small pieces', inPieces(text, 10_001)],
    ['much text at once', [text]],
    ['noise', inPieces(noise, 65_536)],
    ['text after noise', [noise, text, noise]],
  ])('%s', (_, pieces) => {
    const whole = Buffer.concat(pieces);
    expect(isSame(other.inflate(packed(one, pieces), whole.length), whole)).toBe(true);
  });
});

describe.each(Object.entries(both))('%s', (_, compression) => {
  const bytes = packed(compression, [text]);

  test('says so when the data are cut', () => {
    let length = 0;
    try {
      length = compression.inflate(bytes.subarray(0, bytes.length / 2), text.length).length;
    } catch (error) {
      expect(error).toHaveProperty('message');
    }
    expect(length).toBeLessThan(text.length);
  });

  test('never gives more than it was asked for', () => {
    let length = 0;
    try {
      length = compression.inflate(bytes, 1_000).length;
    } catch (error) {
      expect(error).toHaveProperty('message');
    }
    expect(length).toBeLessThanOrEqual(1_000);
  });

  test('goes on with a checksum', () => {
    const half = text.length / 2 + 3;
    const first = compression.crc32(text.subarray(0, half), 0);
    expect(compression.crc32(text.subarray(half), first)).toBe(crc32(text));
    // The check value of the algorithm.
    expect(compression.crc32(new TextEncoder().encode('123456789'), 0)).toBe(0xcbf43926);
  });
});
