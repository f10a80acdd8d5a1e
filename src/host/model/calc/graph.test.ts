import { circular } from './graph';

test.each<[string, number[][], number[]]>([
  ['nothing', [], []],
  ['a chain', [[1], [2], []], []],
  ['itself', [[0], [0]], [0]],
  ['a cycle, what it reads and what reads it', [[1], [2, 3], [1], [], [0]], [1, 2]],
])('circular: %s', (_, reads, expected) => {
  expect([...circular(reads)].sort()).toEqual(expected);
});
