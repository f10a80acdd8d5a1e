import { Axis } from './axis';
import { overflowOf } from './overflow';

const columns = new Axis(16_384, 50, [{ first: 3, last: 3, size: 0 }]);
const taken =
  (...list: readonly number[]) =>
  (column: number) =>
    !list.includes(column);

describe('overflowOf', () => {
  it.each([
    ['what fits', 2, 40, 'left', [], { left: 0, right: 0 }],
    ['to the right, over a hidden column', 2, 140, 'left', [], { left: 0, right: 100 }],
    ['up to a filled cell', 2, 300, 'left', [5], { left: 0, right: 50 }],
    ['not at all beside one', 1, 300, 'left', [2], { left: 0, right: 0 }],
    ['to the left', 2, 140, 'right', [], { left: 100, right: 0 }],
    ['to the left up to the edge', 1, 400, 'right', [], { left: 50, right: 0 }],
    ['both ways from the middle', 2, 150, 'center', [], { left: 50, right: 50 }],
  ] as const)('%s', (_, column, needed, align, filled, expected) => {
    expect(overflowOf(columns, column, needed, align, taken(...filled))).toEqual(expected);
  });
});
