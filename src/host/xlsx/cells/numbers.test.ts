import { fc } from '../../../../test/support/properties';
import { readDecimal, readIndex } from './numbers';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decimal = (text: string): number => readDecimal(bytes(text), 0, text.length);

test.each([
  ['0', 0],
  ['7', 7],
  ['-7', -7],
  ['-0', -0],
  ['44349', 44349],
  ['0.1', 0.1],
  ['-12.345', -12.345],
  ['999999999999999', 999999999999999],
  ['1.23456789012345', 1.23456789012345],
  ['5.', 5],
])('%s is read without a string', (text, value) => expect(decimal(text)).toBe(value));

test.each(['', '-', '.5', '1e3', '1.2.3', ' 1', '1 ', '+1', '0x10', '1234567890123456', '0.10000000000000001', '١'])(
  '%s is left to who reads the rest',
  (text) => expect(decimal(text)).toBeNaN(),
);

test('whatever is read is what Number reads', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true }),
        fc.integer(),
        fc.integer().map((n) => n / 1000),
      ),
      (number) => {
        const text = String(number);
        const read = decimal(text);
        if (!Number.isNaN(read)) expect(read).toBe(Number(text));
      },
    ),
  );
});

test.each([
  ['0', 0],
  ['1048576', 1_048_576],
  ['999999999', 999_999_999],
  ['1000000000', -1],
  ['', -1],
  ['-1', -1],
  ['1e3', -1],
  ['1.5', -1],
  ['NaN', -1],
])('%s as an index is %d', (text, value) => expect(readIndex(bytes(text), 0, text.length)).toBe(value));
