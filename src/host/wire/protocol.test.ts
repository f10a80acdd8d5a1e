import { utf8Length } from './protocol';

it.each<readonly [text: string]>([
  [''],
  ['abc'],
  ['déjà « vu » — ’'],
  ['x'.repeat(40_000)],
  // Pairs across every place where a long text may be cut.
  [`x${'\u{1F600}'.repeat(20_000)}`],
  ['\u{1F600}'.repeat(20_000)],
  ['é\u202F'.repeat(30_000)],
])('counts the bytes of a text as it travels', (text) => {
  expect(utf8Length(text)).toBe(Buffer.byteLength(text));
});
