import { openBridge, type BridgeHarness } from '../support/office';
import { doThings, keepJournal } from './events';
import { addChart, createPivot, pushDataDown, rearrange } from './pivotsAndCharts';
import {
  addRules,
  copyLook,
  deleteColumnAndCells,
  findAndReplace,
  insertLines,
  nameTheTotal,
  sortPrices,
  writePrices,
} from './ranges';
import { addShares, createExpenses, insertAndDelete, onlyCategory, sortByAmount, toPlainCells } from './tables';

/** Add-ins that know nothing of this project run on the host as they would in Excel. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('tables: made, calculated, sorted, filtered, changed, made plain', async () => {
  await createExpenses();
  await addShares();
  const shares = office.workbook.sheetByName('Dépenses')!;
  expect([1, 2, 3, 4].map((row) => shares.cell(row, 4)?.formula !== undefined)).toEqual([true, true, true, true]);
  expect(await sortByAmount()).toEqual(['Imprimerie Lajoie', 'Traiteur du Port', 'Papeterie Hébert', 'Taxi Diamant']);
  expect(await onlyCategory('Papeterie')).toBe(2);
  expect(await insertAndDelete()).toEqual({
    columns: ['Date', 'Commerçant', 'Catégorie', 'Montant', 'Part'],
    total: expect.closeTo(1) as number,
  });
  expect(await toPlainCells()).toBe('Dépenses!A1:E6');
  expect(office.workbook.tables).toEqual([]);
});

test('ranges: formulas follow what is put in, taken out, sorted and copied', async () => {
  await writePrices();
  expect(await insertLines()).toEqual({
    formulas: ['=B2*C2', '=B3*C3', '=B4*C4', '=B5*C5', '=B6*C6', '=SUM(D2:D6)'],
    inserted: 'Prix!3:4',
  });
  expect(await deleteColumnAndCells()).toEqual({
    address: 'Prix!A1:D6',
    names: ['Article', 'Reliure souple', 'Couture', 'Papier marbré', 'Dorure', ''],
  });
  expect(await nameTheTotal()).toEqual(['=Prix!$D$7', expect.closeTo(173 * 1.15 + 0) as number]);
  expect(await findAndReplace()).toEqual(['Prix!A2', true, 'Prix!A2', 1, 1]);
  expect(await sortPrices()).toEqual([
    ['Article', 'Quantité'],
    ['Dorure', 1],
    ['Couture', 3],
    ['Couverture souple', 4],
    ['Papier marbré', 6],
  ]);
  expect(await addRules()).toBe('=Prix!$A$2:$A$5');
  expect(await copyLook()).toEqual(['#4472C4', '#4472C4', [75, 24, 50, 24]]);
});

test('validation rules hold what a person types, not what the add-in writes', async () => {
  await writePrices();
  await addRules();
  const sheet = office.workbook.sheetByName('Prix')!;
  const type = (text: string) => office.workbook.transact({ session: 'p', by: 'person' }, () => sheet.type(1, 1, text));
  expect(() => type('100')).toThrow('De 1 à 99');
  type('7');
  expect(sheet.cell(1, 3)?.value).toBe(7 * 12.5);
});

test('pivots and charts: rearranged, drawn, and following their cells', async () => {
  await createPivot();
  expect(await rearrange()).toEqual([
    ['Total', 'Ferme', ''],
    ['Culture', 'Du Lac', 'Les Érables'],
    ['Poires', '', 120],
    ['Pommes', 126, 200],
    ['Prunes', 45, ''],
  ]);
  expect(await addChart()).toEqual(['Caisses', 'Recettes']);
  await pushDataDown();
  const [chart] = office.workbook.sheetByName('Ventes')!.charts;
  expect(chart?.definition.series.map(({ values }) => values)).toEqual(['Ventes!$C$4:$C$7', 'Ventes!$D$4:$D$7']);
  expect(office.workbook.pivots[0]?.definition.source).toMatchObject({ rect: { row: 2, rows: 5 } });
});

test('events: a journal of sheets, cells and tables, until it is stopped', async () => {
  const journal = await keepJournal();
  await doThings();
  await settled();
  // The order is that in which the handlers end, and one of them asks Excel something first.
  expect([...journal.entries].sort()).toEqual([
    'activated',
    'added Local',
    'changed Journal!A1:B2',
    'changed Journal!B2',
    'table B2',
  ]);
  await journal.stop();
  await doThingsAgain();
  await settled();
  expect(journal.entries).toHaveLength(5);
});

async function doThingsAgain(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Journal').getRange('A5').values = [['tard']];
    await context.sync();
  });
}
