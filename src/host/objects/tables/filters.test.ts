import { openBridge, type BridgeHarness } from '../../../../test/support/office';
import { activeSheet, codeOf, onSheet } from '../../../../test/support/excel';
import { openXlsx, saveXlsx } from '../../xlsx';
import { changedParts } from '../../xlsx/test-files';

/** Filters by conditions, of tables and of cells that are none, through the real proxies and files. */

let office: BridgeHarness;
beforeEach(async () => {
  // 2 June 2021.
  office = openBridge(undefined, { now: () => 44_349.5 });
  await onSheet((sheet) => {
    sheet.getRange('A1:C6').values = [
      ['Nom', 'Montant', 'Jour'],
      ['Sapin', 10, 44_349],
      ['saule', 30, 44_348],
      ['Orme', 20, 44_300],
      ["'12", 40, 43_983],
      ['', '', ''],
    ];
    sheet.tables.add('A1:C6', true).name = 'T';
    sheet.getRange('A3').format.fill.color = '#FF0000';
    sheet.getRange('B4:B5').format.font.color = '#0070C0';
  });
});
afterEach(() => office.dispose());

const shownRows = (workbook = office.workbook) =>
  [2, 3, 4, 5, 6].filter((row) => !workbook.activeSheet.rows.isHidden(row - 1));

type Condition = (filters: readonly [Excel.Filter, Excel.Filter, Excel.Filter]) => void;

const columns = (sheet: Excel.Worksheet) => {
  const { columns: all } = sheet.tables.getItem('T');
  return [all.getItem('Nom').filter, all.getItem('Montant').filter, all.getItem('Jour').filter] as const;
};

test.each<[string, Condition, number[]]>([
  ['a beginning, whatever its case', ([name]) => name.applyCustomFilter('=sa*'), [2, 3]],
  ['either of two texts', ([name]) => name.applyCustomFilter('=Orme', '=Sapin', 'Or'), [2, 4]],
  ['all but a text', ([name]) => name.applyCustomFilter('<>Orme'), [2, 3, 5, 6]],
  ['numbers between two', ([, amount]) => amount.applyCustomFilter('>=20', '<=30', 'And'), [3, 4]],
  ['days between two', ([, , day]) => day.applyCustomFilter('>=44300', '<44349', 'And'), [3, 4]],
  ['blanks', ([name]) => name.applyCustomFilter('='), [6]],
  ['the two largest', ([, amount]) => amount.applyTopItemsFilter(2), [3, 5]],
  ['the smallest half', ([, amount]) => amount.applyBottomPercentFilter(50), [2, 4]],
  ['above the average', ([, amount]) => amount.applyDynamicFilter('AboveAverage'), [3, 5]],
  ['a fill', ([name]) => name.applyCellColorFilter('red'), [3]],
  ['a colour of text', ([, amount]) => amount.applyFontColorFilter('#0070c0'), [4, 5]],
  ['today', ([, , day]) => day.applyDynamicFilter('Today'), [2]],
  ['this month', ([, , day]) => day.applyDynamicFilter('ThisMonth'), [2, 3]],
  ['this week, from Sunday on', ([, , day]) => day.applyDynamicFilter('ThisWeek'), [2, 3]],
  ['the second quarter of any year', ([, , day]) => day.applyDynamicFilter('AllDatesInPeriodQuarter2'), [2, 3, 4, 5]],
  ['last year', ([, , day]) => day.applyDynamicFilter('LastYear'), [5]],
  [
    'two columns',
    ([name, amount]) => {
      name.applyCustomFilter('=sa*');
      amount.applyCustomFilter('>10');
    },
    [3],
  ],
])('rows are filtered by %s, and are after a file', async (_description, apply, expected) => {
  await onSheet((sheet) => apply(columns(sheet)));
  const criteria = office.workbook.tables[0]?.filters;
  const opened = openXlsx(saveXlsx(office.workbook));
  expect(shownRows()).toEqual(expected);
  expect([shownRows(opened), opened.tables[0]?.filters]).toEqual([expected, criteria]);
});

test('criteria are read as they were set, applied again when asked, and cleared', async () => {
  const criteria = await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('T');
    const { filter } = table.columns.getItem('Montant');
    filter.applyBottomItemsFilter(1);
    filter.load('criteria');
    await context.sync();
    return filter.criteria;
  });
  expect(criteria).toEqual({ filterOn: 'BottomItems', criterion1: '1' });
  await onSheet((sheet) => (sheet.getRange('B4').values = [[1]]));
  expect(shownRows()).toEqual([2]);
  await onSheet((sheet) => sheet.tables.getItem('T').reapplyFilters());
  expect(shownRows()).toEqual([4]);
  await onSheet((sheet) => sheet.tables.getItem('T').clearFilters());
  expect(shownRows()).toEqual([2, 3, 4, 5, 6]);
});

test.each<[string, Condition]>([
  ['icons', ([name]) => name.applyIconFilter({ set: 'ThreeArrows', index: 0 })],
  ['groups of dates', ([, , day]) => day.applyValuesFilter([{ date: '2021-06', specificity: 'Month' }])],
])('what the host does not filter by it refuses by name: %s', async (_description, apply) => {
  expect(await codeOf((sheet) => apply(columns(sheet)))).toBe('NotImplemented');
});

test('a filter by colour says so, and leaves what is not filtered so as the file had it', async () => {
  const read = () =>
    Excel.run(async (context) => {
      const { filter } = context.workbook.tables.getItem('T').columns.getItem('Montant');
      filter.load('criteria');
      await context.sync();
      return filter.criteria;
    });
  await onSheet((sheet) => columns(sheet)[1].apply({ filterOn: 'FontColor', color: '#0070C0' }));
  expect(await read()).toEqual({ filterOn: 'FontColor', color: '#0070C0' });
  expect(await codeOf((sheet) => columns(sheet)[1].apply({ filterOn: 'CellColor', color: 'bleuet' }))).toBe(
    'InvalidArgument',
  );
  const saved = saveXlsx(office.workbook);
  office.dispose();
  office = openBridge(openXlsx(saved));
  await onSheet((sheet) => (sheet.getRange('E1').values = [['autre']]));
  expect(changedParts(saved, saveXlsx(office.workbook))).not.toContain('xl/tables/table1.xml');
  expect(await read()).toEqual({ filterOn: 'FontColor', color: '#0070C0' });
});

test('cells that are no table are filtered too, until the filter is removed', async () => {
  const state = await Excel.run(async (context) => {
    const sheet = activeSheet(context);
    sheet.tables.getItem('T').convertToRange();
    sheet.autoFilter.apply('A1:C6', 1, { filterOn: 'Custom', criterion1: '>10' });
    sheet.autoFilter.load('isDataFiltered,criteria');
    const range = sheet.autoFilter.getRange().load('address');
    await context.sync();
    return [sheet.autoFilter.isDataFiltered, sheet.autoFilter.criteria.length, range.address];
  });
  expect([...state, shownRows()]).toEqual([true, 3, 'Feuil1!A1:C6', [3, 4, 5]]);
  const opened = openXlsx(saveXlsx(office.workbook));
  expect(opened.activeSheet.autoFilter).toEqual(office.workbook.activeSheet.autoFilter);
  await onSheet((sheet) => sheet.autoFilter.remove());
  expect([shownRows(), office.workbook.activeSheet.autoFilter]).toEqual([[2, 3, 4, 5, 6], null]);
});
