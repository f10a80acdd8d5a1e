import { skeletonOf, templateOf } from './template';

test.each<[string, string, string]>([
  ['A1+B$2', 'A3+B$2', 'a relative row'],
  ['IF(\'Mon plan\'!$C1="","A1",LOG10(D1))', 'IF(\'Mon plan\'!$C3="","A1",LOG10(D3))', 'sheets, texts, functions'],
  ["COUNTIFS(T[A1 '[x],A1:$B$9)*1E5", "COUNTIFS(T[A1 '[x],A3:$B$9)*1E5", 'brackets and numbers'],
  ['T[[#This Row],[B1]]+x1_2+Été1!A1', 'T[[#This Row],[B1]]+x1_2+Été1!A3', 'names'],
])('%s and %s two rows below are one template: %s', (first, second) => {
  expect(templateOf(second, 7, 2)).toBe(templateOf(first, 5, 2));
  expect(templateOf(second, 5, 2)).not.toBe(templateOf(first, 5, 2));
});

test('a skeleton forgets cells, and nothing else', () => {
  expect(skeletonOf('SUM($B$2:C9,\'A1\'!D4,"A1",T[A1],LOG10(2))')).toBe('SUM(A1:A1,\'A1\'!A1,"A1",T[A1],LOG10(2))');
});
