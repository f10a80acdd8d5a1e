import { shiftReferences } from './shift-references';
import type { Shift } from './shift-rect';
import { MAX_COLUMNS, MAX_ROWS } from '../geometry/rect';

const rows = (at: number, by: number): Shift => ({ axis: 'row', at, by, first: 0, end: MAX_COLUMNS });
const columns = (at: number, by: number): Shift => ({ axis: 'column', at, by, first: 0, end: MAX_ROWS });
const cells: Shift = { axis: 'row', at: 1, by: 2, first: 0, end: 2 };

test.each([
  ['what is above stays', 'A1', rows(1, 2), 'A1'],
  ['what is below moves', 'A2+$B$3+C$2', rows(1, 2), 'A4+$B$5+C$4'],
  ['a range around grows', 'SUM(A1:A3)', rows(1, 2), 'SUM(A1:A5)'],
  ['a range around shrinks', 'SUM($A$1:$A$5)', rows(1, -2), 'SUM($A$1:$A$3)'],
  ['a range that loses its end', 'SUM(A1:A3)', rows(2, -2), 'SUM(A1:A2)'],
  ['what is taken out', 'A2+A9', rows(1, -1), '#REF!+A8'],
  ['whole columns stay', 'SUM(A:A)', rows(1, 2), 'SUM(A:A)'],
  ['whole rows move', 'SUM($2:3)', rows(1, 2), 'SUM($4:5)'],
  ['columns put in', 'B1+SUM(A1:C1)+$C:$D', columns(1, 1), 'C1+SUM(A1:D1)+$D:$E'],
  ['columns taken out', 'A1+B1+C1', columns(1, -1), 'A1+#REF!+B1'],
  ['a shift of some columns', 'A2+C2+SUM(A2:B4)+SUM(A2:C4)', cells, 'A4+C2+SUM(A4:B6)+SUM(A2:C4)'],
  ['the sheet that shifts, by name', "Plan!A2+'Plan'!A2+Autre!A2", rows(0, 1), "Plan!A3+'Plan'!A3+Autre!A2"],
  ['texts, tables and functions', '"A2"&T[A2]&LOG10(A2)', rows(0, 1), '"A2"&T[A2]&LOG10(A3)'],
  ['another file', '[1]Plan!A2', rows(0, 1), '[1]Plan!A2'],
])('%s', (_description, formula, shift, expected) => {
  expect(shiftReferences(formula, 'Plan', 'plan', shift)).toBe(expected);
});

test('a reference without a sheet means the formula’s own', () => {
  expect(shiftReferences('A2', 'Autre', 'Plan', rows(0, 1))).toBe('A2');
});
