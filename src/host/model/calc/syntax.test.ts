import { parses } from './parses';
import { printFormula } from './print';
import { parseFormula } from './syntax';

test.each<[string, boolean]>([
  ['SUM(A1:B2)', true],
  ['COUNTIFS(Activites[No plan],[@No],Activites[Date],">="&$B$1)', true],
  ["'Mon plan'!A1", true],
  ['-Rencontre', true],
  ['- 12 juin', false],
  ['- Rencontre, le 12', false],
  ['+33 6 12', false],
  ['1+', false],
  ['', false],
  [`"${'x'.repeat(8200)}"`, false],
])('parses(%j) is %j', (formula, expected) => {
  expect(parses(formula)).toBe(expected);
});

test.each<[string, string]>([
  ['1+2*-A1^2%', '(1+(2*((-A1)^(2%))))'],
  ['_xlfn.MAXIFS(T[a b],T[[#This Row],[c\'#d]],"x""y")', 'MAXIFS(T[[a b]],T[[#This Row],[c\'#d]],"x""y")'],
  ["SUM('Mon plan'!$A$1:B2,Plan!C:D,2:3,{1,2;TRUE,#N/A})", "SUM('Mon plan'!A1:B2,Plan!C:D,2:3,{1,2;TRUE,#N/A})"],
  ['IF([@X]="_xlfn.",,T[[A]:[B]])', 'IF(([[#This Row],[X]]="_xlfn."),,T[[A]:[B]])'],
  ['SUM((A1,B2))', 'SUM((A1,B2))'],
  ['SUM(Feuil1:Feuil3!A1)', "SUM('Feuil1:Feuil3'!A1)"],
])('prints %s', (formula, expected) => {
  const printed = printFormula(parseFormula(formula)!, () => undefined);
  expect(printed).toBe(expected);
  expect(printFormula(parseFormula(printed)!, () => undefined)).toBe(expected);
});
