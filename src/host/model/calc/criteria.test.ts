import type { CellValue } from '../cells/cell';
import { readCriterion } from './criteria';

const cells: CellValue[] = [
  '1.1',
  '1.10',
  '1.1.2 a',
  '1.1.2',
  'Été',
  'a*b',
  'axb',
  1.1,
  2,
  0,
  true,
  false,
  '',
  null,
  { error: '#N/A' },
];

test.each<[CellValue, CellValue[]]>([
  ['1.1', ['1.1', '1.10', 1.1]],
  [1.1, ['1.1', '1.10', 1.1]],
  ['1.1*', ['1.1', '1.10', '1.1.2 a', '1.1.2']],
  ['1.1.?', ['1.1.2']],
  ['=1.1.2', ['1.1.2']],
  ['ÉTÉ', ['Été']],
  ['a*b', ['a*b', 'axb']],
  ['a~*b', ['a*b']],
  ['>1', [1.1, 2]],
  ['>=2', [2]],
  ['<1.1', [0]],
  ['<=b', ['1.1', '1.10', '1.1.2 a', '1.1.2', 'a*b', 'axb', '']],
  [true, [true]],
  ['FALSE', [false]],
  ['', ['', null]],
  ['=', [null]],
  ['<>', ['1.1', '1.10', '1.1.2 a', '1.1.2', 'Été', 'a*b', 'axb', 1.1, 2, 0, true, false, '', { error: '#N/A' }]],
  ['<>2', ['1.1', '1.10', '1.1.2 a', '1.1.2', 'Été', 'a*b', 'axb', 1.1, 0, true, false, '', null, { error: '#N/A' }]],
  [null, [0]],
  ['#N/A', [{ error: '#N/A' }]],
  [{ error: '#N/A' }, [{ error: '#N/A' }]],
  ['200%', [2]],
])('criterion %j', (criterion, expected) => {
  expect(cells.filter(readCriterion(criterion).meets)).toEqual(expected);
});
