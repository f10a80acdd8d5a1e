import { followShift } from './held-ranges';
import type { Shift } from './shift-rect';

const rows = (row: number, count: number) => ({ row, column: 1, rows: count, columns: 3 });
/** In columns 0 to 4: put in at a row, or taken out up to it. */
const shiftAt = (row: number, by: number): Shift => ({
  axis: 'row',
  at: by > 0 ? row : row + by,
  by,
  first: 0,
  end: 5,
});

test.each([
  ['above what is put in', rows(2, 2), 4, 3, rows(2, 2)],
  ['below what is put in', rows(4, 2), 4, 3, rows(7, 2)],
  ['around what is put in', rows(3, 2), 4, 3, rows(3, 5)],
  ['above what is taken out', rows(2, 2), 7, -3, rows(2, 2)],
  ['below what is taken out', rows(7, 2), 7, -3, rows(4, 2)],
  ['around what is taken out', rows(3, 6), 7, -3, rows(3, 3)],
  ['with its end taken out', rows(3, 2), 7, -3, rows(3, 1)],
  ['with its beginning taken out', rows(6, 3), 7, -3, rows(4, 2)],
  ['taken out whole', rows(5, 2), 7, -3, rows(4, 0)],
] as const)('a held range %s', (_description, rect, at, by, expected) => {
  const held = { rect };
  followShift([held], shiftAt(at, by));
  expect(held.rect).toEqual(expected);
});

test('a held range that reaches beyond the columns that shift stays where it is', () => {
  const held = { rect: { row: 9, column: 0, rows: 1, columns: 6 } };
  followShift([held], shiftAt(4, 2));
  expect(held.rect.row).toBe(9);
});
