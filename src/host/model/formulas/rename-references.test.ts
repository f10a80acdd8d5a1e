import { rectOf, type Workbook } from '..';
import { people, put, sheetOf } from '../testing';

const count = { field: 'Id', name: 'Nombre', summarizeBy: 'Count', numberFormat: 'General' } as const;

/** A table, and one of everything that refers to it by name. */
function referring(formula: string): Workbook {
  const sheet = sheetOf(people);
  const { workbook } = sheet;
  sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
  workbook.addSheet('Autre').write(rectOf(0, 0), [[`=${formula}`]], 'formulas');
  return workbook;
}

const formulaOf = (workbook: Workbook): string | undefined => workbook.sheetByName('Autre')?.cells.get(0, 0)?.formula;

test.each([
  ['Feuil1!A1+1', "'Mon plan'!A1+1"],
  ['\'feuil1\'!A1&"Feuil1!A1"', '\'Mon plan\'!A1&"Feuil1!A1"'],
  ['Feuil11!A1', 'Feuil11!A1'],
])('a renamed sheet: %s becomes %s', (before, after) => {
  const workbook = referring(before);
  workbook.renameSheet(workbook.sheets[0]!, 'Mon plan');
  expect(formulaOf(workbook)).toBe(after);
});

test.each([
  ['COUNTA(T[Nom])', 'COUNTA(Activites[Nom])'],
  ['ROWS(T)+T(1)', 'ROWS(Activites)+T(1)'],
  ['COUNTA(T2[T])&"T"', 'COUNTA(T2[T])&"T"'],
])('a renamed table: %s becomes %s', (before, after) => {
  const workbook = referring(before);
  workbook.tables[0]!.rename('Activites');
  expect(formulaOf(workbook)).toBe(after);
});

test.each([
  ['COUNTA(T[Nom])', "COUNTA(T[Nom '[a']])"],
  ['COUNTA(T[[#Data],[nom]])', "COUNTA(T[[#Data],[Nom '[a']]])"],
  ['COUNTA(T[Id])&"T[Nom]"', 'COUNTA(T[Id])&"T[Nom]"'],
])('a renamed column: %s becomes %s', (before, after) => {
  const workbook = referring(before);
  put(workbook.sheets[0]!, rectOf(0, 1), [['Nom [a]']]);
  expect(formulaOf(workbook)).toBe(after);
});

it('takes names, rules, charts and pivots along', () => {
  const workbook = referring('1');
  const sheet = workbook.sheets[0]!;
  workbook.names.define({ name: 'Debut', formula: 'Feuil1!$A$1', visible: true, comment: '' });
  sheet.validations.set(rectOf(5, 0), { type: 'list', formula1: 'Feuil1!A1:A3', allowBlank: true, showDropDown: true });
  sheet.conditionalFormats.add(rectOf(5, 0), { type: 'custom', formula: 'Feuil1!A1>1', format: { wrap: true } });
  sheet.drawings.addChart({
    name: 'G',
    type: 'Line',
    title: null,
    series: [{ name: 's', categories: 'Feuil1!$A$2:$A$3', values: 'Feuil1!$B$2:$B$3' }],
    legend: null,
    left: 0,
    top: 0,
    width: 100,
    height: 100,
    altText: '',
    categoryAxisReversed: false,
  });
  const pivot = sheet.addPivot('P', { kind: 'table', table: 'T' }, { row: 0, column: 5 });
  pivot.change({ data: [count] });
  workbook.renameSheet(sheet, 'Plan');
  workbook.tables[0]!.rename('Activites');
  expect({
    name: workbook.names.all[0]?.formula,
    validation: sheet.validations.all[0]?.formula1,
    rule: sheet.conditionalFormats.all[0]?.rule,
    series: sheet.drawings.charts[0]?.definition.series,
    source: pivot.definition.source,
  }).toEqual({
    name: 'Plan!$A$1',
    validation: 'Plan!A1:A3',
    rule: { type: 'custom', formula: 'Plan!A1>1', format: { wrap: true } },
    series: [{ name: 's', categories: 'Plan!$A$2:$A$3', values: 'Plan!$B$2:$B$3' }],
    source: { kind: 'table', table: 'Activites' },
  });
});
