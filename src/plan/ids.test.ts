import { newId } from './ids';

describe('newId', () => {
  test('spells the random bytes it is given', () => {
    expect(newId(() => Uint8Array.from({ length: 16 }, (_, i) => i * 2))).toBe('a02468acegjmprtwy');
  });

  test('is plain text that Excel leaves alone, and does not repeat', () => {
    const ids = Array.from({ length: 1000 }, () => newId());
    expect(ids.every((id) => /^a[0-9a-hjkmnp-tv-z]{16}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });
});
