import { activeSheet, codeOf, onSheet, rangeData } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** Tables: how they grow, what they refuse, what goes wrong in filtered ones. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await onSheet((sheet) => {
    sheet.getRange('A1:C3').values = [
      ['Id', 'Date', 'Titre'],
      ['a', 1, 'Un'],
      ['b', 2, 'Deux'],
    ];
    sheet.tables.add('A1:C3', true).name = 'Activites';
  });
});
afterEach(() => office.dispose());

const table = () => office.workbook.tableByName('Activites')!;
const rows = () => table().bodyRect.rows;

/** What the product does: write to the range just below the table. */
const writeBelow = (values: readonly (readonly unknown[])[]) =>
  onSheet((sheet) => {
    sheet.tables.getItem('Activites').getDataBodyRange().getRowsBelow(values.length).values = values.map((row) => [
      ...row,
    ]);
  });

const below = [['c', 3, 'Trois']];

test('a table grows by what is written just below it', async () => {
  await writeBelow([...below, ['d', 4, 'Quatre']]);
  expect(rows()).toBe(4);
});

test('it does not where the person has switched that off; resize (1.13) makes it whole (#646, #1213, #3191)', async () => {
  office.workbook.configure({ tableGrowth: false });
  await writeBelow(below);
  expect(rows()).toBe(2);
  await onSheet((sheet) => sheet.tables.getItem('Activites').resize('A1:C4'));
  expect(rows()).toBe(3);
});

test('it does not where a validation rule is below', async () => {
  await onSheet((sheet) => {
    sheet.getRange('A4:C4').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
  });
  await writeBelow([['c', 3, 'Trois']]);
  expect(rows()).toBe(2);
});

test('it does not over something that is there already', async () => {
  await onSheet((sheet) => {
    sheet.getRange('C5').values = [['une note']];
  });
  await writeBelow([...below, ['d', 4, 'Quatre']]);
  expect(rows()).toBe(2);
});

test('it does not under a totals row', async () => {
  await onSheet((sheet) => (sheet.tables.getItem('Activites').showTotals = true));
  await onSheet((sheet) => (sheet.getRange('A5:C5').values = [['c', 3, 'Trois']]));
  expect(rows()).toBe(2);
});

test('an empty table has one blank row of data', async () => {
  await onSheet((sheet) => {
    sheet.getRange('F1:G1').values = [['Id', 'Date']];
    sheet.tables.add('F1:G1', true).name = 'Vide';
  });
  expect(office.workbook.tableByName('Vide')?.bodyRect).toEqual({ row: 1, column: 5, rows: 1, columns: 2 });
  expect(await rangeData('F2:G2', 'valueTypes')).toEqual({ valueTypes: [['Empty', 'Empty']] });
});

test('one formula written into an empty column of a table fills the whole column (#6745, #1916)', async () => {
  await onSheet((sheet) => {
    sheet.getRange('D1').values = [['Double']];
    sheet.getRange('D2').formulas = [['=B2*2']];
  });
  expect(await rangeData('D2:D3', 'formulas')).toEqual({ formulas: [['=B2*2'], ['=B3*2']] });
});

test('a validation list given as text is split at its commas (#2128); one given as a range is not', async () => {
  const rules = await Excel.run(async (context) => {
    const sheet = activeSheet(context);
    const [text, range] = [sheet.getRange('F1'), sheet.getRange('F2')];
    text.dataValidation.rule = { list: { inCellDropDown: true, source: 'Rencontre, visite,Formation' } };
    range.dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('C2:C3') } };
    for (const { dataValidation } of [text, range]) dataValidation.load('rule');
    await context.sync();
    return [text, range].map(({ dataValidation }) => dataValidation.rule.list?.source);
  });
  expect(rules).toEqual(['Rencontre, visite,Formation', '=Feuil1!$C$2:$C$3']);
  const [text] = office.workbook.activeSheet.validations.all;
  expect(text?.formula1).toBe('"Rencontre, visite,Formation"');
});

test('a write into a filtered table misplaces data (#224)', async () => {
  await onSheet((sheet) => {
    sheet.tables.getItem('Activites').columns.getItem('Titre').filter.applyValuesFilter(['Deux']);
  });
  await onSheet((sheet) => (sheet.getRange('A2:A3').values = [['x'], ['y']]));
  expect(await rangeData('A2:A3', 'values')).toEqual({ values: [['a'], ['x']] });
});

test('rows deleted from a filtered table stay, without a word (#994)', async () => {
  await onSheet((sheet) => {
    const filtered = sheet.tables.getItem('Activites');
    filtered.columns.getItem('Titre').filter.applyValuesFilter(['Deux']);
    filtered.rows.deleteRowsAt(0, 1);
  });
  expect(rows()).toBe(2);
});

test('once its filter is cleared they go, in blocks from the bottom up, and the filter can be set again', async () => {
  await writeBelow([...below, ['d', 4, 'Quatre'], ['e', 5, 'Deux']]);
  await onSheet((sheet) => {
    const filtered = sheet.tables.getItem('Activites');
    filtered.columns.getItem('Titre').filter.applyValuesFilter(['Deux']);
  });
  await onSheet((sheet) => {
    const filtered = sheet.tables.getItem('Activites');
    filtered.clearFilters();
    for (const rows of ['A5:C5', 'A2:C3']) sheet.getRange(rows).delete('Up');
    filtered.columns.getItem('Titre').filter.applyValuesFilter(['Deux']);
  });
  expect(await rangeData('A2:A3', 'values')).toEqual({ values: [['c'], ['e']] });
  expect([1, 2].map((row) => office.workbook.activeSheet.rows.isHidden(row))).toEqual([true, false]);
});

test('a filter shows in autoFilter, and clearing it is possible', async () => {
  const states = await Excel.run(async (context) => {
    const { autoFilter, columns } = context.workbook.tables.getItem('Activites');
    columns.getItem('Titre').filter.applyValuesFilter(['Deux']);
    autoFilter.load('isDataFiltered');
    await context.sync();
    const before = autoFilter.isDataFiltered;
    autoFilter.clearCriteria();
    autoFilter.load('isDataFiltered');
    await context.sync();
    return [before, autoFilter.isDataFiltered];
  });
  expect(states).toEqual([true, false]);
});

test('headers first, then the table with hasHeaders: they become its columns', () => {
  expect(table().columns.map(({ name }) => name)).toEqual(['Id', 'Date', 'Titre']);
});

test.each(['1er', 'a b', 'A1', 'R1C1', 'a-b', ''])('a table cannot be named %j', async (name) => {
  expect(await codeOf((sheet) => (sheet.tables.getItem('Activites').name = name))).toBe('InvalidArgument');
});

test.each(['_a', '\\a', 'Été', 'a.b'])('a table can be named %j', async (name) => {
  expect(await codeOf((sheet) => (sheet.tables.getItem('Activites').name = name))).toBe('done');
});

test.each(['a:b', 'a\\b', 'a/b', 'a?b', 'a*b', '[a', 'a]', 'a'.repeat(32)])(
  'a sheet cannot be named %j',
  async (name) => {
    expect(await codeOf((_sheet, context) => context.workbook.worksheets.add(name))).toBe('InvalidArgument');
  },
);

test('a defined name is one area: unions are not dependable (#2834, #740, #2891) and the host refuses them', async () => {
  const add = (formula: string) => codeOf((_sheet, context) => context.workbook.names.add('Zone', formula));
  expect(await add('=Feuil1!$A$1,Feuil1!$C$1')).toBe('InvalidArgument');
  expect(await add('=Feuil1!$A$1:$C$1')).toBe('done');
});

test('a protected sheet refuses what is written, and says that it is protected', async () => {
  office.workbook.activeSheet.protect();
  const state = await Excel.run(async (context) => {
    const { protection } = activeSheet(context);
    protection.load('protected');
    await context.sync();
    return protection.protected;
  });
  expect(state).toBe(true);
  expect(await codeOf((sheet) => (sheet.getRange('A1').values = [['x']]))).toBe('AccessDenied');
});

test('a workbook opened to be read says so (1.8) and refuses changes (#5148)', async () => {
  office.workbook.configure({ readOnly: true });
  const readOnly = await Excel.run(async (context) => {
    context.workbook.load('readOnly');
    await context.sync();
    return context.workbook.readOnly;
  });
  expect(readOnly).toBe(true);
  expect(await codeOf((sheet) => (sheet.getRange('A1').values = [['x']]))).toBe('AccessDenied');
});

test('while a cell is edited calls fail, unless they may wait (delayForCellEdit)', async () => {
  office.workbook.configure({ cellEditing: true });
  expect(await codeOf((sheet) => sheet.load('name'))).toBe('InvalidOperationInCellEditMode');
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = activeSheet(context).load('name');
    await context.sync();
    return sheet.name;
  });
  office.workbook.configure({ cellEditing: false });
  office.session.cellEditEnded();
  expect(await waiting).toBe('Feuil1');
});

test('a table that is copied whole is another table, of which its formulas speak; a part of one is plain cells', async () => {
  await onSheet((sheet) => {
    sheet.tables.getItem('Activites').columns.add(undefined, [['Double'], ['=[@Date]*2'], ['=[@Date]*2']]);
    sheet.getRange('F10').copyFrom('A1:D3');
    sheet.getRange('A20').copyFrom('A2:B3');
  });
  const [, copy, ...others] = office.workbook.tables;
  expect(copy?.name).toMatch(/^Activites\d$/);
  expect([copy?.rect, others]).toEqual([{ row: 9, column: 5, rows: 3, columns: 4 }, []]);
  await onSheet((sheet) => (sheet.getRange('G11').values = [[7]]));
  expect(await rangeData('F10:I12', 'values')).toEqual({
    values: [
      ['Id', 'Date', 'Titre', 'Double'],
      ['a', 7, 'Un', 14],
      ['b', 2, 'Deux', 4],
    ],
  });
  expect(await rangeData('A20:B21', 'values')).toEqual({ values: [['a', 1], ['b', 2]] }); // prettier-ignore
  expect(await codeOf((sheet) => sheet.getRange('F11').copyFrom('A1:D3'))).toBe('InvalidOperation');
});
