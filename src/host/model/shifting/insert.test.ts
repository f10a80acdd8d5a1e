import { deleteCells, insertCells } from './insert';
import { codeOf, person, put, sheetOf, stateOf, valuesIn } from '../testing';
import { rectOf, MAX_COLUMNS, MAX_ROWS, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';

const rows = (row: number, count: number): Rect => rectOf(row, 0, count, MAX_COLUMNS);
const columns = (column: number, count: number): Rect => rectOf(0, column, MAX_ROWS, count);
const change = <T>(sheet: Sheet, job: () => T): T => sheet.workbook.transact(person, job);

const figures = [
  ['Nom', 'Valeur', 'Double'],
  ['a', 1, '=B2*2'],
  ['b', 2, '=B3*2'],
  ['Total', '=SUM(B2:B3)', '=C2+C3'],
] as const;

test('rows put in push what is below down, and formulas follow', () => {
  const sheet = sheetOf(figures);
  change(sheet, () => insertCells(sheet, rows(2, 1), 'row'));
  expect(valuesIn(sheet, rectOf(0, 0, 5, 3))).toEqual([
    ['Nom', 'Valeur', 'Double'],
    ['a', 1, '=B2*2'],
    [null, null, null],
    ['b', 2, '=B4*2'],
    ['Total', '=SUM(B2:B4)', '=C2+C4'],
  ]);
  expect(sheet.cells.get(4, 1)?.value).toBe(3);
});

test('rows taken out leave #REF! where they were meant', () => {
  const sheet = sheetOf(figures);
  change(sheet, () => deleteCells(sheet, rows(1, 1), 'row'));
  expect(valuesIn(sheet, rectOf(1, 0, 2, 3))).toEqual([
    ['b', 2, '=B2*2'],
    ['Total', '=SUM(B2:B2)', '=#REF!+C2'],
  ]);
});

test('columns put in and taken out', () => {
  const sheet = sheetOf(figures);
  change(sheet, () => insertCells(sheet, columns(1, 2), 'column'));
  expect(valuesIn(sheet, rectOf(3, 0, 1, 5))).toEqual([['Total', null, null, '=SUM(D2:D3)', '=E2+E3']]);
  change(sheet, () => deleteCells(sheet, columns(1, 2), 'column'));
  expect(valuesIn(sheet, rectOf(3, 0, 1, 3))).toEqual([['Total', '=SUM(B2:B3)', '=C2+C3']]);
});

test('a part of the columns moves alone', () => {
  const sheet = sheetOf(figures);
  change(sheet, () => insertCells(sheet, rectOf(1, 1, 1, 1), 'row'));
  expect(valuesIn(sheet, rectOf(1, 0, 4, 3))).toEqual([
    ['a', null, '=B3*2'],
    ['b', 1, '=B4*2'],
    ['Total', 2, '=C2+C3'],
    [null, '=SUM(B3:B4)', null],
  ]);
});

test('tables, names, rules, merged areas and formulas of other sheets follow', () => {
  const sheet = sheetOf([
    ['Id', 'Jour'],
    ['a', 1],
    ['b', 2],
  ]);
  const { workbook } = sheet;
  const other = change(sheet, () => {
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'T');
    sheet.merges.merge(rectOf(6, 0, 1, 2));
    sheet.validations.set(rectOf(1, 1, 2, 1), {
      type: 'whole',
      formula1: '$B$2',
      allowBlank: true,
      showDropDown: true,
    });
    sheet.conditionalFormats.add(rectOf(1, 0, 2, 2), { type: 'custom', formula: '$B2>1', format: {} });
    sheet.rows.setHeight(2, 1, 40);
    workbook.names.define({ name: 'Zone', formula: 'Feuil1!$A$2:$B$3', visible: true, comment: '' });
    return workbook.addSheet('Autre');
  });
  put(other, rectOf(0, 0), [['=SUM(Feuil1!B2:B3)']]);
  change(sheet, () => insertCells(sheet, rows(2, 2), 'row'));
  expect({
    table: workbook.tableByName('T')?.rect,
    merges: sheet.merges.areas,
    validation: sheet.validations.all.map(({ rects, formula1 }) => ({ rects, formula1 })),
    format: sheet.conditionalFormats.all.map(({ rects }) => rects),
    name: workbook.names.of('Zone')?.formula,
    formula: other.cells.get(0, 0)?.formula,
    height: [2, 3, 4].map((row) => sheet.rows.height(row)),
  }).toEqual({
    table: rectOf(0, 0, 5, 2),
    merges: [rectOf(8, 0, 1, 2)],
    validation: [{ rects: [rectOf(1, 1, 4, 1)], formula1: '$B$2' }],
    format: [[rectOf(1, 0, 4, 2)]],
    name: 'Feuil1!$A$2:$B$5',
    formula: 'SUM(Feuil1!B2:B5)',
    height: [15, 15, 40],
  });
});

test('a column put into a table is one of its columns, with a name of its own', () => {
  const sheet = sheetOf([
    ['Id', 'Jour'],
    ['a', 1],
  ]);
  change(sheet, () => sheet.addTable(rectOf(0, 0, 2, 2), true, 'T'));
  put(sheet, rectOf(0, 4), [['=SUM(T[Jour])']]);
  change(sheet, () => insertCells(sheet, columns(1, 1), 'column'));
  expect(sheet.tables[0]?.columns).toEqual([
    { id: 1, name: 'Id' },
    { id: 3, name: 'Colonne2' },
    { id: 2, name: 'Jour' },
  ]);
  expect(sheet.cells.get(0, 5)).toMatchObject({ formula: 'SUM(T[Jour])', value: 1 });
});

test.each<[string, (sheet: Sheet) => void]>([
  ['a merged area in part', (sheet) => sheet.merges.merge(rectOf(5, 0, 1, 3))],
  ['a table in part', (sheet) => sheet.addTable(rectOf(5, 0, 2, 3), false)],
])('what would tear %s apart is refused, and nothing has changed', (_description, arrange) => {
  const sheet = sheetOf(figures);
  change(sheet, () => arrange(sheet));
  const before = stateOf(sheet.workbook);
  const attempt = () => change(sheet, () => insertCells(sheet, rectOf(1, 1, 1, 1), 'row'));
  expect(codeOf(attempt)).toBe('InvalidOperation');
  expect(stateOf(sheet.workbook)).toEqual(before);
});

test('cells put in take the format of those above, and undo takes all back', () => {
  const sheet = sheetOf(figures);
  change(sheet, () => sheet.styles.change(rectOf(1, 1, 1, 1), { fill: '#FFEEDD' }));
  const before = stateOf(sheet.workbook);
  change(sheet, () => insertCells(sheet, rectOf(2, 1, 1, 1), 'row'));
  expect(sheet.workbook.styles.get(sheet.styles.at(2, 1)).fill).toBe('#FFEEDD');
  sheet.workbook.history.undo();
  expect(stateOf(sheet.workbook)).toEqual(before);
});
