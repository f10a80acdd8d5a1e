import { compareNo, levelOf, nextNo, normalizeNo, parentNo, parseNo } from './numbering';

describe('numbering', () => {
  test.each([
    ['1', { no: '1', recurring: false, parts: [1], level: 'objective' }],
    ['1.10', { no: '1.10', recurring: false, parts: [1, 10], level: 'strategy' }],
    ['1.1.3', { no: '1.1.3', recurring: false, parts: [1, 1, 3], level: 'action' }],
    ['R', { no: 'R', recurring: true, parts: [], level: 'objective' }],
    ['R.2', { no: 'R.2', recurring: true, parts: [2], level: 'strategy' }],
    ['R1.2', { no: 'R.1.2', recurring: true, parts: [1, 2], level: 'action' }],
  ])('%s', (text, expected) => {
    expect(parseNo(text)).toEqual(expected);
  });

  test.each([
    [' 1.1.3 ', '1.1.3'],
    ['1.1.3.', '1.1.3'],
    ['1. 1. 3', '1.1.3'],
    ['\u00a01,1,3\u202f', '1.1.3'],
    ['01.02', '1.2'],
    ['r 1', 'R.1'],
    ['No 1.1', '1.1'],
    ['n° 1.1', '1.1'],
    ['#2', '2'],
  ])('what people type: %j is %s', (typed, expected) => {
    expect(normalizeNo(typed)).toBe(expected);
    expect(normalizeNo(expected)).toBe(expected);
  });

  test.each(['', ' ', '.', '1..1', '1.1.1.1', 'R.1.1.1', 'A.1', '0', '1.0', '1-1', '2020-2023', 'Réunion', '1.1a'])(
    '%j is no plan number',
    (text) => {
      expect(parseNo(text)).toBeNull();
      expect(levelOf(text)).toBeNull();
      expect(parentNo(text)).toBeNull();
      expect(normalizeNo(text)).toBe(text.trim());
    },
  );

  test('parents', () => {
    expect(['1.1.3', '1.1', '1', 'R.2', 'R', 'R.1.2'].map(parentNo)).toEqual(['1.1', '1', null, 'R', null, 'R.1']);
  });

  test('plan order', () => {
    const shuffled = ['R.1', '1.10', 'x', '2', '1.9', 'R', '1.1.10', '1', '1.1', '10', '1.1.9', 'R.10', 'R.2'];
    expect([...shuffled].sort(compareNo)).toEqual([
      ...['1', '1.1', '1.1.9', '1.1.10', '1.9', '1.10', '2', '10', 'R', 'R.1', 'R.2', 'R.10', 'x'],
    ]);
  });

  test.each([
    ['1.1', ['1.1.1', '1.1.4', '1.2.9', 'R.1'], '1.1.5'],
    ['1', ['1.1', '1.1.7', 'R.3'], '1.2'],
    ['R', ['R.1', 'R.2'], 'R.3'],
    [null, ['1', '2', 'R'], '3'],
    ['2.1', [], '2.1.1'],
    ['1.1.1', [], null],
    ['x', [], null],
  ])('the next number under %s', (parent, taken, expected) => {
    expect(nextNo(parent, taken)).toBe(expected);
  });
});
