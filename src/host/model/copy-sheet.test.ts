import { rectOf } from '.';
import { copySheet } from './copy-sheet';
import { codeOf, people, person, sheetOf, valuesIn } from './testing';

test('a sheet is copied with all that it holds, and what pointed within points within', () => {
  const sheet = sheetOf([...people, ['Total', '=COUNTA(Noms[Nom])']]);
  const { workbook } = sheet;
  const copy = workbook.transact(person, () => {
    sheet.addTable(rectOf(0, 0, 3, 2), true, 'Noms');
    sheet.hyperlinks.set(rectOf(1, 0), { address: 'https://exemple.ca' });
    sheet.rows.setHeight(1, 1, 40);
    sheet.columns.setWidth(0, 1, 90);
    sheet.changeView({ freeze: { rows: 1, columns: 0 } });
    workbook.names.define({ name: 'Tout', formula: 'Feuil1!$A$1:$B$3', scope: sheet.id, visible: true, comment: '' });
    sheet.write(rectOf(3, 1), [['=COUNTA(Noms[Nom])+Feuil1!A2']], 'formulas');
    return copySheet(sheet, 1);
  });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Feuil1', 'Feuil1 (2)']);
  expect(valuesIn(copy, rectOf(0, 0, 4, 2))).toEqual([
    ['Id', 'Nom'],
    [1, 'a'],
    [2, 'b'],
    ['Total', "=COUNTA(Noms1[Nom])+'Feuil1 (2)'!A2"],
  ]);
  expect({
    value: copy.cells.get(3, 1)?.value,
    tables: workbook.tables.map(({ name, rect }) => [name, rect]),
    links: copy.hyperlinks.all,
    sizes: [copy.rows.height(1), copy.columns.width(0)],
    freeze: copy.view.freeze,
    name: workbook.names.of('Tout', copy.id)?.formula,
  }).toEqual({
    value: 3,
    tables: [
      ['Noms', rectOf(0, 0, 3, 2)],
      ['Noms1', rectOf(0, 0, 3, 2)],
    ],
    links: sheet.hyperlinks.all,
    sizes: [40, 90],
    freeze: { rows: 1, columns: 0 },
    name: "'Feuil1 (2)'!$A$1:$B$3",
  });
  expect(workbook.transact(person, () => copySheet(sheet, 0)).name).toBe('Feuil1 (3)');
});

test('a protected structure refuses, and undo takes the copy away', () => {
  const sheet = sheetOf(people);
  sheet.workbook.transact(person, () => copySheet(sheet, 1));
  sheet.workbook.history.undo();
  expect(sheet.workbook.sheets).toHaveLength(1);
  sheet.workbook.protect();
  expect(codeOf(() => copySheet(sheet, 1))).toBe('AccessDenied');
});
