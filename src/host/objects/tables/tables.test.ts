import { openBridge, type BridgeHarness } from '../../../../test/support/office';

/** Tables, names, properties, pivots and charts, through the real proxies. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C4').values = [
      ['Région', 'Mois', 'Montant'],
      ['Est', 'janv.', 10],
      ['Ouest', 'févr.', 20],
      ['Est', 'févr.', 5],
    ];
    sheet.tables.add('A1:C4', true).name = 'Ventes';
    await context.sync();
  });
});
afterEach(() => office.dispose());

interface Case {
  readonly name: string;
  readonly run: (context: Excel.RequestContext) => Promise<unknown>;
  readonly expected: unknown;
}

const cases: readonly Case[] = [
  {
    name: 'the parts of a table',
    run: async (context) => {
      const table = context.workbook.tables.getItem('ventes');
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      for (const part of parts) part.load('address');
      const column = table.columns.getItem('Montant');
      column.load('index,name,values');
      await context.sync();
      return [parts.map((part) => part.address), column.index, column.name, column.values];
    },
    expected: [['Feuil1!A1:C4', 'Feuil1!A1:C1', 'Feuil1!A2:C4'], 2, 'Montant', [['Montant'], [10], [20], [5]]],
  },
  {
    name: 'a write just below makes the table grow',
    run: async (context) => {
      const table = context.workbook.tables.getItem('Ventes');
      table.getDataBodyRange().getRowsBelow(1).values = [['Nord', 'mars', 1]];
      const range = table.getRange();
      range.load('address');
      await context.sync();
      return range.address;
    },
    expected: 'Feuil1!A1:C5',
  },
  {
    name: 'a table resized, styled, renamed',
    run: async (context) => {
      const table = context.workbook.tables.getItem('Ventes');
      table.resize('A1:C6');
      table.style = 'TableStyleLight1';
      table.showBandedRows = false;
      table.name = 'Autre';
      const range = table.getRange();
      range.load('address');
      table.load('name,style,showBandedRows');
      await context.sync();
      return [range.address, table.name, table.style, table.showBandedRows];
    },
    expected: ['Feuil1!A1:C6', 'Autre', 'TableStyleLight1', false],
  },
  {
    name: 'rows added and deleted',
    run: async (context) => {
      const { rows } = context.workbook.tables.getItem('Ventes');
      rows.add(undefined, [['Sud', 'avr.', 7]]);
      rows.add(0, [['Premier', 'mai', 1]]);
      await context.sync();
      rows.deleteRowsAt(1, 2);
      const body = context.workbook.tables.getItem('Ventes').getDataBodyRange();
      rows.load('count');
      body.load('values');
      await context.sync();
      return [rows.count, body.values];
    },
    expected: [
      3,
      [
        ['Premier', 'mai', 1],
        ['Est', 'févr.', 5],
        ['Sud', 'avr.', 7],
      ],
    ],
  },
  {
    name: 'rows of a table deleted as cells',
    run: async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A2:C2').delete('Up');
      const body = context.workbook.tables.getItem('Ventes').getDataBodyRange();
      body.load('values');
      await context.sync();
      return body.values.map(([region]) => region as unknown);
    },
    expected: ['Ouest', 'Est'],
  },
  {
    name: 'filters by values, seen and cleared',
    run: async (context) => {
      const table = context.workbook.tables.getItem('Ventes');
      table.columns.getItem('Région').filter.applyValuesFilter(['Est']);
      table.autoFilter.load('enabled,isDataFiltered,criteria');
      await context.sync();
      const before = [table.autoFilter.enabled, table.autoFilter.isDataFiltered, table.autoFilter.criteria[0]];
      table.clearFilters();
      table.autoFilter.load('isDataFiltered');
      await context.sync();
      return [...before, table.autoFilter.isDataFiltered];
    },
    expected: [true, true, { filterOn: 'Values', values: ['Est'] }, false],
  },
  {
    name: 'tables that a range touches',
    run: async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const touched = sheet.getRange('C4:D5').getTables(false);
      const within = sheet.getRange('C4:D5').getTables(true);
      touched.load('items/name');
      within.load('items/name');
      await context.sync();
      return [touched.items.map((table) => table.name), within.items.length];
    },
    expected: [['Ventes'], 0],
  },
  {
    name: 'a table made into a range',
    run: async (context) => {
      const range = context.workbook.tables.getItem('Ventes').convertToRange();
      range.load('address');
      context.workbook.tables.load('count');
      await context.sync();
      return [range.address, context.workbook.tables.count];
    },
    expected: ['Feuil1!A1:C4', 0],
  },
  {
    name: 'names of the workbook and of a sheet',
    run: async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      context.workbook.names.add('Taux', sheet.getRange('E1'), 'le taux');
      context.workbook.names.add('Deux', '=2');
      sheet.names.add('Ici', sheet.getRange('A1'));
      const rate = context.workbook.names.getItem('taux');
      const range = rate.getRange();
      range.load('address');
      rate.load('name,type,value,formula,comment,scope');
      context.workbook.names.load('items/name,items/value');
      const elsewhere = context.workbook.names.getItemOrNullObject('Ici');
      await context.sync();
      return [
        [range.address, rate.name, rate.type, rate.value, rate.formula, rate.comment, rate.scope],
        context.workbook.names.items.map((name) => [name.name, name.value as unknown]),
        elsewhere.isNullObject,
      ];
    },
    expected: [
      ['Feuil1!E1', 'Taux', 'Range', 'Feuil1!$E$1', '=Feuil1!$E$1', 'le taux', 'Workbook'],
      expect.arrayContaining([
        ['Taux', 'Feuil1!$E$1'],
        ['Deux', 2],
      ]),
      true,
    ],
  },
  {
    name: 'the workbook itself',
    run: async (context) => {
      const { workbook } = context;
      workbook.properties.title = 'Plan';
      workbook.properties.company = 'Exemple';
      workbook.application.suspendApiCalculationUntilNextSync();
      workbook.application.suspendScreenUpdatingUntilNextSync();
      workbook.load('readOnly');
      workbook.properties.load('title,company');
      workbook.application.load('calculationMode,decimalSeparator');
      workbook.application.cultureInfo.load('name,datetimeFormat/shortDatePattern');
      await context.sync();
      const { application, properties } = workbook;
      return [
        workbook.readOnly,
        [properties.title, properties.company],
        [application.calculationMode, application.decimalSeparator],
        [application.cultureInfo.name, application.cultureInfo.datetimeFormat.shortDatePattern],
      ];
    },
    expected: [false, ['Plan', 'Exemple'], ['Automatic', ','], ['fr-CA', 'yyyy-MM-dd']],
  },
  {
    name: 'a pivot, laid out at once',
    run: async (context) => {
      const sheet = context.workbook.worksheets.add('TCD');
      const pivot = sheet.pivotTables.add('Tcd', context.workbook.tables.getItem('Ventes'), sheet.getRange('A3'));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('Région'));
      pivot.columnHierarchies.add(pivot.hierarchies.getItem('Mois'));
      const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem('Montant'));
      data.summarizeBy = 'Sum';
      data.name = 'Total des montants';
      pivot.layout.layoutType = 'Tabular';
      pivot.layout.repeatAllItemLabels(true);
      pivot.layout.autoFormat = false;
      pivot.layout.fillEmptyCells = true;
      pivot.layout.emptyCellText = '0';
      pivot.refreshOnOpen = true;
      pivot.hierarchies.getItem('Région').fields.getItem('Région').subtotals = { automatic: false };
      const body = pivot.layout.getDataBodyRange();
      const labels = pivot.layout.getRowLabelRange();
      body.load('values,address');
      labels.load('values');
      pivot.rowHierarchies.load('items/name');
      pivot.dataHierarchies.load('items/name,items/summarizeBy');
      pivot.load('refreshOnOpen,layout/layoutType');
      await context.sync();
      return [
        labels.values,
        body.values.map((row) => row.at(-1) as unknown),
        pivot.rowHierarchies.items.map((hierarchy) => hierarchy.name),
        pivot.dataHierarchies.items.map((hierarchy) => [hierarchy.name, hierarchy.summarizeBy]),
        [pivot.refreshOnOpen, pivot.layout.layoutType],
      ];
    },
    expected: [
      [['Est'], ['Ouest'], ['Total général']],
      [15, 20, 35],
      ['Région'],
      [['Total des montants', 'Sum']],
      [true, 'Tabular'],
    ],
  },
  {
    name: 'a pivot shows new rows only when it is refreshed',
    run: async (context) => {
      const sheet = context.workbook.worksheets.add('TCD');
      const pivot = sheet.pivotTables.add('Tcd', context.workbook.tables.getItem('Ventes'), sheet.getRange('A3'));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('Région'));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem('Montant')).summarizeBy = 'Sum';
      context.workbook.tables.getItem('Ventes').rows.add(undefined, [['Nord', 'mars', 100]]);
      const read = () => {
        const range = pivot.layout.getDataBodyRange();
        range.load('values');
        return range;
      };
      const before = read();
      await context.sync();
      pivot.refresh();
      const after = read();
      await context.sync();
      return [before.values, after.values].map((values) => values.map(([value]) => value as unknown));
    },
    expected: [
      [15, 20, 35],
      [15, 100, 20, 135],
    ],
  },
  {
    name: 'items of a pivot filtered by hand',
    run: async (context) => {
      const sheet = context.workbook.worksheets.add('TCD');
      const pivot = sheet.pivotTables.add('Tcd', 'Ventes', sheet.getRange('A3'));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('Région'));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem('Montant')).summarizeBy = 'Sum';
      const field = pivot.rowHierarchies.getItem('Région').fields.getItem('Région');
      field.sortByLabels(Excel.SortBy.descending);
      field.items.load('items/name,items/visible');
      await context.sync();
      field.applyFilter({ manualFilter: { selectedItems: ['Est'] } });
      const filtered = field.isFiltered();
      const body = pivot.layout.getDataBodyRange();
      body.load('values');
      await context.sync();
      return [field.items.items.map((item) => item.name), filtered.value, body.values];
    },
    expected: [['Ouest', 'Est'], true, [[15], [15]]],
  },
  {
    name: 'a chart with its series, axes and place',
    run: async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('E1:G3').values = [
        ['', 'Faites', 'À faire'],
        ['Un', 1, 2],
        ['Deux', 3, 4],
      ];
      const chart = sheet.charts.add('BarStacked', sheet.getRange('E1:G3'), 'Columns');
      chart.name = 'Avancement';
      chart.title.text = 'Où en sommes-nous ?';
      chart.legend.position = 'Bottom';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.setPosition('I1', 'K10');
      const first = chart.series.getItemAt(0);
      first.format.fill.setSolidColor('#336699');
      first.gapWidth = 60;
      chart.load('name,chartType,left,width,title/text,legend/position,axes/categoryAxis/reversePlotOrder');
      chart.series.load('items/name,items/gapWidth');
      await context.sync();
      const { series } = office.workbook.activeSheet.drawings.charts[0]!.definition;
      return [
        [
          chart.name,
          chart.chartType,
          chart.title.text,
          chart.legend.position,
          chart.axes.categoryAxis.reversePlotOrder,
        ],
        chart.series.items.map((item) => [item.name, item.gapWidth]),
        series.map(({ categories, values, color }) => [categories, values, color]),
        chart.width > 0 && chart.left > 0,
      ];
    },
    expected: [
      ['Avancement', 'BarStacked', 'Où en sommes-nous ?', 'Bottom', true],
      [
        ['Faites', 60],
        ['À faire', 60],
      ],
      [
        ['Feuil1!$E$2:$E$3', 'Feuil1!$F$2:$F$3', '#336699'],
        ['Feuil1!$E$2:$E$3', 'Feuil1!$G$2:$G$3', undefined],
      ],
      true,
    ],
  },
];

test.each(cases)('$name', async ({ run, expected }) => {
  expect(await Excel.run(run)).toEqual(expected);
});

test.each([
  ['that are refused', { pivotsRefused: true }, 'AccessDenied'],
  ['without a free place', {}, 'InvalidOperation'],
] as const)('pivots %s', async (_name, options, code) => {
  office.workbook.configure(options);
  const failing = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const pivot = sheet.pivotTables.add('Tcd', 'Ventes', sheet.getRange('A2'));
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('Région'));
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code });
});
