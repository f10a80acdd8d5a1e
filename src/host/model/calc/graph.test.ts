import { evaluationOrder } from './graph';

test.each<[string, number[][], number[]]>([
  ['nothing', [], []],
  ['a chain', [[1], [2], []], []],
  ['itself', [[0], [0]], [0]],
  ['a cycle, what it reads and what reads it', [[1], [2, 3], [1], [], [0]], [1, 2]],
])('circular: %s', (_, reads, expected) => {
  expect([...evaluationOrder(reads).circular].sort()).toEqual(expected);
});

test('everything comes after what it reads; what waits for itself is in no order', () => {
  const reads = [[1, 3], [2], [1], [4], [], [0]];
  const { before, after } = evaluationOrder(reads);
  expect([before, after]).toEqual([
    [4, 3],
    [0, 5],
  ]);
});
