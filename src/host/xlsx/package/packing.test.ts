import { portable } from './compression';
import { TextPacker } from './packing';
import { unpack } from './zip';

/** What stands in the part after some pieces. */
function written(write: (out: TextPacker) => void): string {
  const packer = new TextPacker(portable);
  write(packer);
  return new TextDecoder().decode(unpack(packer.end('part'), portable));
}

test.each<[string, readonly string[]]>([
  ['nothing', []],
  ['letters', ['<a>', '', 'b', '</a>']],
  ['other letters, short and long', ['é', '’', '日本', '👩‍👩‍👧'.repeat(40), 'x'.repeat(49), 'y'.repeat(48)]],
  ['a text longer than a block', ['é👩x'.repeat(50_000)]],
  [
    'a character of four bytes at every place of a block',
    Array.from({ length: 70_000 }, (_, at) => (at % 3 ? 'a' : '👩')),
  ],
  ['more than is packed tight', Array.from({ length: 50 }, (_, at) => `${at}`.repeat(100_000))],
])('%s', (_, pieces) => expect(written((out) => out.push(...pieces))).toBe(pieces.join('')));

test('whole numbers, in digits, across the ends of blocks', () => {
  const numbers = [0, 7, 9, 10, 99, 100, 12_345, 1_048_576, 2_147_483_647];
  const all = Array.from({ length: 20_000 }, (_, at) => numbers[at % numbers.length]!);
  expect(written((out) => all.forEach((number) => out.integer(number)))).toBe(all.join(''));
});

test('bytes among text keep their place', () => {
  expect(
    written((out) => {
      out.push('a');
      out.bytes(new TextEncoder().encode('é'));
      out.push('b');
    }),
  ).toBe('aéb');
});

test('half a pair becomes the sign of what cannot be written', () => {
  expect(written((out) => out.push('a\ud800b', '\udc00'))).toBe('a\ufffdb\ufffd');
});
