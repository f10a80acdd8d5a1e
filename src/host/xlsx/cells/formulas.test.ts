import { shiftFormula } from '../../model/formulas/shift';
import { withoutPrefixes, withPrefixes } from './future-functions';
import { withoutSigns, withSigns } from './intersections';

test.each([
  ['A1+$A1+A$1+$A$1', 1, 2, 'C2+$A2+C$1+$A$1'],
  ['SUM(A:B,$A:B,1:2,$1:2)', 1, 1, 'SUM(B:C,$A:C,2:3,$1:3)'],
  ['"A1"&\'A1 x\'!A1&T[A1]', 1, 0, '"A1"&\'A1 x\'!A2&T[A1]'],
  ['LOG10(A1)+AB1!A1+A1.x+_A1+A1B', 1, 0, 'LOG10(A2)+AB1!A2+A1.x+_A1+A1B'],
  ['1E5+A1*2', 1, 0, '1E5+A2*2'],
  ['[1]Feuil1!A1', 0, 1, '[1]Feuil1!B1'],
  ['XFD1+A1048576', 1, 1, 'A2+B1'],
  ['AAAA1+XFE1', 1, 1, 'AAAA1+XFE1'],
  ['T[[#This Row],[a A1]]+A1', 1, 1, 'T[[#This Row],[a A1]]+B2'],
])('%s moved by %d rows and %d columns is %s', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

test.each([
  ['MAXIFS(A:A,B:B,1)', '_xlfn.MAXIFS(A:A,B:B,1)'],
  ['SUM(FILTER(A:A,B:B))', 'SUM(_xlfn._xlws.FILTER(A:A,B:B))'],
  ['"IFS("&IFS(A1,1)&\'IFS(\'!A1', '"IFS("&_xlfn.IFS(A1,1)&\'IFS(\'!A1'],
  ['my.IFS(1)+COUNTIFS(A:A,1)', 'my.IFS(1)+COUNTIFS(A:A,1)'],
  ['_xlfn.LET(_xlpm.x,1,_xlfn.IFS(_xlpm.x,1))', '_xlfn.LET(_xlpm.x,1,_xlfn.IFS(_xlpm.x,1))'],
])('the file spells %s as %s', (formula, expected) => {
  expect(withPrefixes(formula)).toBe(expected);
  expect(withoutPrefixes(expected)).toBe(formula);
});

test.each([
  ['@B:B', 'B:B'],
  ['IF(@\'Activités\'!$D:$D="","@A:A",LEN(@Plan!D:D))', 'IF(\'Activités\'!$D:$D="","@A:A",LEN(Plan!D:D))'],
  ['1/COUNTIFS(S!$A:$A,"="&@S!$A:$A)', '1/COUNTIFS(S!$A:$A,"="&S!$A:$A)'],
  ['MAX(@A$1:A$9, @B:B+1)', 'MAX(_xlfn.SINGLE(A$1:A$9), B:B+1)'],
  ['SUMPRODUCT(A:A*IF(@B:B>0,1))', 'SUMPRODUCT(A:A*IF(_xlfn.SINGLE(B:B)>0,1))'],
  ['T[@Date]+SUM(T[@[No plan]])', 'T[@Date]+SUM(T[@[No plan]])'],
  ['@Total*@INDEX(A:A,2)', 'Total*INDEX(A:A,2)'],
])('the file spells %s as %s', (formula, expected) => {
  expect(withoutSigns(formula)).toBe(expected);
});

test('a sign that the file says as a function is one again', () => {
  expect(withSigns('MAX(_xlfn.SINGLE(A$1:A$9),"_xlfn.SINGLE(A:A)")')).toBe('MAX(@A$1:A$9,"_xlfn.SINGLE(A:A)")');
});
