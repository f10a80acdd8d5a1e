import { activeSheet, codeOf, onSheet, rangeData } from '../support/excel';
import { openBridge, type BridgeHarness } from '../support/office';

/** PivotTables: when they see their source, what they refuse. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await onSheet((sheet) => {
    sheet.getRange('A1:C4').values = [
      ['Action', 'Mois', 'Activités'],
      ['1.1.1', 'janv.', 1],
      ['1.1.1', 'févr.', 1],
      ['1.1.2', 'févr.', 0],
    ].map((row) => row.map((value) => (typeof value === 'string' ? `'${value}` : value)));
    sheet.tables.add('A1:C4', true).name = 'Couverture';
  });
});
afterEach(() => office.dispose());

/** In the order that works: hierarchies, data, layout, subtotals off, labels repeated. */
function addPivot(sheet: Excel.Worksheet, source: Excel.Table | Excel.Range): Excel.PivotTable {
  const pivot = sheet.pivotTables.add('Croise', source, sheet.getRange('E1'));
  const rows = pivot.rowHierarchies.add(pivot.hierarchies.getItem('Action'));
  const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem('Activités'));
  data.summarizeBy = 'Sum';
  pivot.layout.layoutType = 'Tabular';
  rows.fields.getItem('Action').subtotals = { automatic: false };
  pivot.layout.repeatAllItemLabels(true);
  pivot.layout.autoFormat = false;
  pivot.refreshOnOpen = true;
  return pivot;
}

const fromTable = () => onSheet((sheet) => addPivot(sheet, sheet.tables.getItem('Couverture')));
const shown = async () => (await rangeData('E1:F5', 'values')).values;
const refresh = () => onSheet((sheet) => sheet.pivotTables.getItem('Croise').refresh());

const before = [
  ['Action', 'Somme de Activités'],
  ['1.1.1', 2],
  ['1.1.2', 0],
  ['Total général', 2],
  ['', ''],
];

test('a pivot does not refresh by itself: it shows what its source was until it is refreshed', async () => {
  await fromTable();
  await onSheet((sheet) => (sheet.getRange('C4').values = [[5]]));
  expect(await shown()).toEqual(before);
  await refresh();
  expect((await shown())?.[2]).toEqual(['1.1.2', 5]);
});

test('new rows are seen where the source is a table', async () => {
  await fromTable();
  await onSheet((sheet) => {
    sheet.tables.getItem('Couverture').getDataBodyRange().getRowsBelow(1).values = [["'1.1.3", "'mars", 4]];
  });
  await refresh();
  expect((await shown())?.[3]).toEqual(['1.1.3', 4]);
});

test('new rows are not seen where the source is a range', async () => {
  await onSheet((sheet) => addPivot(sheet, sheet.getRange('A1:C4')));
  await onSheet((sheet) => (sheet.getRange('A5:C5').values = [["'1.1.3", "'mars", 4]]));
  await refresh();
  expect(await shown()).toEqual(before);
});

test('the function of a data field varies by what it holds (#2348): it is Count for a field with text', async () => {
  const functions = await Excel.run(async (context) => {
    const sheet = activeSheet(context);
    const pivot = sheet.pivotTables.add('Autre', sheet.tables.getItem('Couverture'), sheet.getRange('H1'));
    const data = ['Activités', 'Mois'].map((name) => pivot.dataHierarchies.add(pivot.hierarchies.getItem(name)));
    for (const field of data) field.load('summarizeBy');
    await context.sync();
    return data.map((field) => field.summarizeBy);
  });
  expect(functions).toEqual(['Sum', 'Count']);
});

test('a width set by hand survives a refresh where autoFormat is off', async () => {
  await fromTable();
  await onSheet((sheet) => (sheet.getRange('E:E').format.columnWidth = 200));
  await refresh();
  expect(office.workbook.activeSheet.columns.width(4)).toBe(200);
});

test('refreshOnOpen (1.13) is kept', async () => {
  await fromTable();
  expect(office.workbook.pivots.map(({ definition }) => definition.refreshOnOpen)).toEqual([true]);
});

test('a pivot is made again in one batch: delete, then add under its name', async () => {
  await fromTable();
  expect(
    await codeOf((sheet) => {
      sheet.pivotTables.getItem('Croise').delete();
      addPivot(sheet, sheet.tables.getItem('Couverture'));
    }),
  ).toBe('done');
  expect(await shown()).toEqual(before);
});

test('a pivot cannot come over something that is there', async () => {
  await onSheet((sheet) => (sheet.getRange('F3').values = [['à moi']]));
  expect(await codeOf((sheet) => addPivot(sheet, sheet.tables.getItem('Couverture')))).toBe('InvalidOperation');
});

test('a pivot that cannot be made is AccessDenied (#1227)', async () => {
  office.workbook.configure({ pivotsRefused: true });
  expect(await codeOf((sheet) => addPivot(sheet, sheet.tables.getItem('Couverture')))).toBe('AccessDenied');
});

test('an item is hidden by a manual filter (1.12), and its labels are read as they are shown', async () => {
  await fromTable();
  await onSheet((sheet) => {
    const field = sheet.pivotTables.getItem('Croise').rowHierarchies.getItem('Action').fields.getItem('Action');
    field.applyFilter({ manualFilter: { selectedItems: ['1.1.1'] } });
  });
  expect((await shown())?.slice(0, 3)).toEqual([
    ['Action', 'Somme de Activités'],
    ['1.1.1', 2],
    ['Total général', 2],
  ]);
});

test('an item is shown where the source has a row for it, with a measure of 0: nothing else is dependable', async () => {
  await fromTable();
  expect((await shown())?.slice(1, 3)).toEqual([
    ['1.1.1', 2],
    ['1.1.2', 0],
  ]);
  await onSheet((sheet) => sheet.tables.getItem('Couverture').rows.getItemAt(2).delete());
  await refresh();
  expect((await shown())?.slice(1, 3)).toEqual([
    ['1.1.1', 2],
    ['Total général', 2],
  ]);
});

test('what was filtered is filtered again in the batch that makes the pivot anew', async () => {
  await fromTable();
  await onSheet((sheet) => {
    sheet.pivotTables.getItem('Croise').delete();
    const field = addPivot(sheet, sheet.tables.getItem('Couverture')).rowHierarchies.getItem('Action').fields;
    field.getItem('Action').applyFilter({ manualFilter: { selectedItems: ['1.1.2'] } });
  });
  expect((await shown())?.slice(1, 3)).toEqual([
    ['1.1.2', 0],
    ['Total général', 0],
  ]);
});

test('the source cannot be changed later: a pivot reads what it was made from', async () => {
  await fromTable();
  expect(office.workbook.pivots[0]?.definition.source).toEqual({ kind: 'table', table: 'Couverture' });
  expect(await codeOf((sheet) => sheet.pivotTables.add('Croise', sheet.getRange('A1:C4'), sheet.getRange('H1')))).toBe(
    'InvalidArgument',
  );
});

test('a pivot without figures has no body to ask for, and a grand total no items (#2926)', async () => {
  await fromTable();
  const itemsAt = (cell: string) =>
    codeOf((sheet) => sheet.pivotTables.getItem('Croise').layout.getPivotItems('Row', cell).load('items/name'));
  expect([await itemsAt('F2'), await itemsAt('F4')]).toEqual(['done', 'GeneralException']);
  await onSheet((sheet) => {
    const { dataHierarchies } = sheet.pivotTables.getItem('Croise');
    dataHierarchies.remove(dataHierarchies.getItem('Somme de Activités'));
  });
  const body = (sheet: Excel.Worksheet) =>
    sheet.pivotTables.getItem('Croise').layout.getDataBodyRange().load('address');
  expect([await codeOf(body), await itemsAt('F2')]).toEqual(['GeneralException', 'GeneralException']);
});

test.each([
  [255, 'done'],
  [256, 'GeneralException'],
])('a label of %i characters in a pivot: %s', async (length, code) => {
  await onSheet((sheet) => (sheet.getRange('A4').values = [[`'${'a'.repeat(length)}`]]));
  expect(await codeOf((sheet) => addPivot(sheet, sheet.tables.getItem('Couverture')))).toBe(code);
});

test.each([
  [false, 'done'],
  [true, 'GeneralException'],
])('slicers.add throws on some builds (#5032): refused %s, %s', async (slicersRefused, code) => {
  office.workbook.configure({ slicersRefused });
  await fromTable();
  expect(await codeOf((sheet) => sheet.slicers.add(sheet.pivotTables.getItem('Croise'), 'Mois', sheet))).toBe(code);
});

test('the options of 1.9 and 1.13 are kept', async () => {
  await fromTable();
  await onSheet((sheet) => {
    Object.assign(sheet.pivotTables.getItem('Croise').layout, {
      preserveFormatting: true,
      fillEmptyCells: true,
      emptyCellText: '–',
      altTextTitle: 'Couverture',
    });
  });
  expect(office.workbook.pivots[0]?.definition).toMatchObject({
    layout: 'Tabular',
    repeatLabels: true,
    autoFormat: false,
    preserveFormatting: true,
    fillEmptyCells: true,
    emptyCellText: '–',
    altTextTitle: 'Couverture',
  });
});
