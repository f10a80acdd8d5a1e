import { eventually } from '../support/eventually';
import { openBridge, type BridgeHarness } from '../support/office';
import { dropDoubles, makeSummary, pasteRawList, splitNames, tidyTexts } from './cleaning';
import { buildDashboard, cancelFirstSale, followSales, pickRegions, readBoard, sell, showBest } from './dashboard';
import { addRules as addExpenseRules, createBook, drawAndPrint, openNextMonth, readBook } from './expenses';
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
import {
  askColleague,
  clean,
  openBudget,
  openQuestions,
  questionLargeAmounts,
  settle,
  sortByAmount as sortBudget,
} from './review';
import { addShares, createExpenses, insertAndDelete, onlyCategory, sortByAmount, toPlainCells } from './tables';

/** Add-ins that know nothing of this project run on the host as they would in Excel. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

test('tables: made, calculated, sorted, filtered, changed, made plain', async () => {
  await createExpenses();
  await addShares();
  const shares = office.workbook.sheetByName('Dépenses')!;
  expect([1, 2, 3, 4].map((row) => shares.cells.get(row, 4)?.formula !== undefined)).toEqual([true, true, true, true]);
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
  expect(sheet.cells.get(1, 3)?.value).toBe(7 * 12.5);
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
  const [chart] = office.workbook.sheetByName('Ventes')!.drawings.charts;
  expect(chart?.definition.series.map(({ values }) => values)).toEqual(['Ventes!$C$4:$C$7', 'Ventes!$D$4:$D$7']);
  expect(office.workbook.pivots[0]?.definition.source).toMatchObject({ rect: { row: 2, rows: 5 } });
});

test('events: a journal of sheets, cells and tables, until it is stopped', async () => {
  const journal = await keepJournal();
  await doThings();
  // The order is that in which the handlers end, and one of them asks Excel something first.
  await eventually(() =>
    expect([...journal.entries].sort()).toEqual([
      'activated',
      'added Local',
      'changed Journal!A1:B2',
      'changed Journal!B2',
      'table B2',
    ]),
  );
  await journal.stop();
  await doThingsAgain();
  // Events come in promises, all of which are over when the next turn begins.
  await new Promise(setImmediate);
  expect(journal.entries).toHaveLength(5);
});

async function doThingsAgain(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Journal').getRange('A5').values = [['tard']];
    await context.sync();
  });
}

test('data cleaning: spaces, spellings, doubles, blanks, names in two columns, a turned summary', async () => {
  await pasteRawList();
  expect(await tidyTexts()).toEqual({ trimmed: 1, renamed: 2 });
  expect(await dropDoubles()).toEqual([2, 3, 'Contacts!A1:D4', 'Contacts!B3,Contacts!C4']);
  expect(await splitNames()).toEqual([
    ['Nom', 'Prénom', 'Ville', 'Montant', '', 'Relance', 'Source'],
    ['Roy', 'Ève', 'Québec', 120, '', 'Québec ?', 'foire'],
    ['Tremblay', 'Luc', '?', 80, '', '? ?', 'foire'],
    ['Côté', 'Ann', 'Montréal', '?', '', '', 'site'],
  ]);
  expect(await makeSummary()).toEqual({
    cards: [
      ['Nom', 'Roy', 'Tremblay', 'Côté'],
      ['Prénom', 'Ève', 'Luc', 'Ann'],
      ['Ville', 'Québec', '?', 'Montréal'],
      ['Montant', 120, 80, '?'],
    ],
    visible: 'Contacts!A2,Contacts!A4',
    edge: 'Fiches!D1',
  });
});

test('a dashboard: PivotTables, a slicer and a chart that follow their table through events', async () => {
  await buildDashboard();
  const board = (total: number, regions: readonly unknown[], products: readonly unknown[]) => [
    total,
    [['Région', 'Total'], ...regions],
    [['Produit', 'Total'], ...products],
  ];
  const whole = ['Total général', 500];
  const before = [['Est', 180], ['Nord', 200], ['Ouest', 120], whole];
  expect(await readBoard()).toEqual(board(500, before, [['Café', 140], ['Thé', 360], whole]));
  const follower = await followSales();
  await sell(44_353, 'Est', 'Café', 90);
  await eventually(() => expect(follower.kinds).toEqual(['RowInserted', 'RangeEdited']));
  await cancelFirstSale();
  await eventually(() => expect(follower.kinds).toEqual(['RowInserted', 'RangeEdited', 'RowDeleted']));
  await follower.stop();
  const after = [
    ['Est', 150],
    ['Nord', 200],
    ['Ouest', 120],
    ['Total général', 470],
  ];
  const all = [
    ['Café', 230],
    ['Thé', 240],
    ['Total général', 470],
  ];
  const picked = [
    ['Café', 150],
    ['Thé', 200],
    ['Total général', 350],
  ];
  expect(await readBoard()).toEqual(board(470, after, all));
  expect(await pickRegions(['Nord', 'Est'])).toEqual(['Café']);
  expect(await readBoard()).toEqual(board(470, after, picked));
  // Two rows of 15 points under the chart, which keeps its top.
  expect(await showBest(2)).toEqual({ rows: [200, 90], moved: [0, 15 * 17] });
});

test('expenses: rules, formats, a chart and a page, then the next month as a copy', async () => {
  await createBook();
  await addExpenseRules();
  await drawAndPrint();
  expect(await openNextMonth()).toEqual({
    name: ['Février', 1, 'Février'],
    formula: '=SUMIFS(Depenses1[Montant],Depenses1[Poste],F2)',
    totals: [
      [0, 0, 0],
      [54, 45.5, 310],
    ],
  });
  expect(await readBook()).toEqual([310, 45.5, { nom: 'Janvier', numero: 1 }]);
  const [january, february] = office.workbook.sheets;
  for (const sheet of [january!, february!]) {
    expect(sheet.conditionalFormats.all.map(({ rule }) => rule.type)).toEqual(['cellValue', 'custom', 'dataBar']);
    expect(sheet.page.layout).toMatchObject({
      orientation: 'Landscape',
      rowBreaks: [11],
      titleRows: { first: 0, last: 0 },
    });
    expect(sheet.drawings.charts[0]?.definition.series[0]?.values).toBe(`${sheet.name}!$G$2:$G$4`);
  }
  const type = (text: string) => () =>
    office.workbook.transact({ session: 'p', by: 'person' }, () => january!.type(1, 1, text));
  expect(type('Cadeaux')).toThrow();
  expect(type('Repas')).not.toThrow();
});

test('a review: comments asked, answered, settled, and moved with their cells', async () => {
  await openBudget();
  expect(await questionLargeAmounts(500)).toEqual(['Budget!B2', 'Budget!B3']);
  await askColleague('Budget!A4', '@Ève', 'eve@exemple.org');
  await settle('Budget!B2', 'Non, contrat signé');
  await sortBudget();
  expect(await openQuestions()).toEqual([
    { cell: 'Budget!B3', said: ['Peut-on réduire ?'] },
    { cell: 'Budget!A5', said: ['@Ève, qu’en pensez-vous ?'] },
  ]);
  expect(await clean()).toBe(2);
  expect(office.workbook.sheetByName('Budget')?.comments.map(({ text, row }) => [text, row])).toEqual([
    ['Peut-on réduire ?', 2],
    ['@Ève, qu’en pensez-vous ?', 4],
  ]);
});
