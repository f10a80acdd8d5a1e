import { fc } from '../../../test/support/properties';
import { Axis, type AxisRun } from './axis';

const plain = (count: number, defaultSize: number, runs: readonly AxisRun[]) => {
  const sizes = Array.from({ length: count }, () => defaultSize);
  for (const run of runs) sizes.fill(run.size, run.first, run.last + 1);
  return sizes;
};

describe('Axis', () => {
  const runs = [
    { first: 2, last: 2, size: 50 },
    { first: 5, last: 7, size: 0 },
    { first: 8, last: 9, size: 10 },
  ];
  const axis = new Axis(20, 20, runs);

  it('knows offsets and sizes', () => {
    expect([0, 2, 3, 5, 6, 8, 9, 10, 20].map((i) => axis.offset(i))).toEqual([0, 40, 90, 130, 130, 130, 140, 150, 350]);
    expect([0, 2, 6, 9, 19].map((i) => axis.size(i))).toEqual([20, 50, 0, 10, 20]);
  });

  it.each([
    [-5, 0],
    [0, 0],
    [39.9, 1],
    [40, 2],
    [89, 2],
    [129, 4],
    [130, 8],
    [150, 10],
    [349, 19],
    [9999, 19],
  ])('at %d pixels is item %i', (position, expected) => {
    expect(axis.at(position)).toBe(expected);
  });

  it('steps over hidden items, and stays where there is nothing beyond', () => {
    expect([axis.visibleFrom(5, 1), axis.visibleFrom(7, -1), axis.visibleFrom(3, 1)]).toEqual([8, 4, 3]);
    expect(new Axis(3, 20, [{ first: 1, last: 2, size: 0 }]).visibleFrom(1, 1)).toBe(1);
  });

  it('agrees with adding sizes one by one', () => {
    const run = fc.record({
      gap: fc.nat(4),
      length: fc.integer({ min: 1, max: 4 }),
      size: fc.constantFrom(0, 5, 20, 33),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (pieces) => {
        let next = 0;
        const made = pieces.map(({ gap, length, size }) => {
          const first = next + gap;
          next = first + length;
          return { first, last: next - 1, size };
        });
        const sizes = plain(120, 20, made);
        const tested = new Axis(120, 20, made);
        let offset = 0;
        sizes.forEach((size, i) => {
          expect(tested.offset(i)).toBe(offset);
          if (size > 0) expect([tested.at(offset), tested.at(offset + size - 1)]).toEqual([i, i]);
          offset += size;
        });
        expect(tested.total).toBe(offset);
      }),
    );
  });
});
