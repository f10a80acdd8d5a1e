/** An add-in that keeps a dashboard of sales: a table, two PivotTables, a slicer, a chart, and events that refresh. */

const sales = [
  ['Jour', 'Région', 'Produit', 'Ventes'],
  [44_348, 'Est', 'Thé', 120],
  [44_349, 'Ouest', 'Café', 80],
  [44_350, 'Est', 'Café', 60],
  [44_351, 'Nord', 'Thé', 200],
  [44_352, 'Ouest', 'Thé', 40],
];

export async function buildDashboard(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const data = worksheets.add('Données');
    data.getRange('A1:D6').values = sales;
    data.getRange('A2:A6').numberFormat = [['yyyy-mm-dd']];
    const table = data.tables.add('A1:D6', true);
    table.name = 'Ventes';
    table.style = 'TableStyleLight9';
    const board = worksheets.add('Tableau de bord');
    await context.sync();

    for (const [name, field, cell] of [
      ['ParRegion', 'Région', 'A5'],
      ['ParProduit', 'Produit', 'E5'],
    ] as const) {
      const pivot = board.pivotTables.add(name, table, board.getRange(cell));
      pivot.rowHierarchies.add(pivot.hierarchies.getItem(field));
      const total = pivot.dataHierarchies.add(pivot.hierarchies.getItem('Ventes'));
      total.summarizeBy = 'Sum';
      total.name = 'Total';
      pivot.layout.layoutType = 'Tabular';
    }
    const slicer = board.slicers.add(board.pivotTables.getItem('ParProduit'), 'Région', board);
    Object.assign(slicer, { name: 'Régions', left: 400, top: 60, width: 120, height: 140 });
    board.getRange('A1').values = [['Ventes du mois']];
    board.getRange('A2').formulas = [['=SUM(Ventes[Ventes])']];
    board.getRange('A2').numberFormat = [['# ##0 $']];
    const chart = board.charts.add('ColumnClustered', data.getRange('C1:D6'), 'Columns');
    chart.name = 'Produits';
    chart.setPosition('A14', 'E28');
    board.activate();
    await context.sync();
  });
}

/** Refreshes the PivotTables when the table changes, and tells of what kind the changes were. */
export async function followSales(): Promise<{ readonly kinds: readonly string[]; stop(): Promise<void> }> {
  const kinds: string[] = [];
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.tables.getItem('Ventes').onChanged.add(async (event) => {
      kinds.push(event.changeType);
      await Excel.run(async (inner) => {
        inner.workbook.worksheets.getItem('Tableau de bord').pivotTables.refreshAll();
        await inner.sync();
      });
    });
    await context.sync();
    return added;
  });
  return {
    kinds,
    stop: () =>
      Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      }),
  };
}

export async function sell(day: number, region: string, product: string, amount: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('Ventes').rows.add(undefined, [[day, region, product, amount]]);
    await context.sync();
  });
}

export async function cancelFirstSale(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem('Ventes').rows.getItemAt(0).delete();
    await context.sync();
  });
}

/** What the board says: its figure and its two PivotTables. */
export async function readBoard(): Promise<unknown> {
  return Excel.run(async (context) => {
    const board = context.workbook.worksheets.getItem('Tableau de bord');
    const total = board.getRange('A2').load('values');
    const pivots = ['ParRegion', 'ParProduit'].map((name) =>
      board.pivotTables.getItem(name).layout.getRange().load('values'),
    );
    await context.sync();
    const shown = pivots.map(({ values }) => values as unknown[][]);
    return [total.values[0]?.[0] as unknown, ...shown];
  });
}

/** Only some regions by the slicer, and the items that the first figure stands for. */
export async function pickRegions(regions: readonly string[]): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const board = context.workbook.worksheets.getItem('Tableau de bord');
    board.slicers.getItem('Régions').selectItems([...regions]);
    const { layout } = board.pivotTables.getItem('ParProduit');
    const body = layout.getDataBodyRange();
    const items = layout.getPivotItems('Row', body.getCell(0, 0)).load('items/name');
    await context.sync();
    return items.items.map(({ name }) => name);
  });
}

/** The best sales first, and no more than so many; a title pushed in above the board moves its chart and slicer. */
export async function showBest(count: number): Promise<{ readonly rows: readonly unknown[]; readonly moved: unknown }> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Ventes');
    table.sort.apply([{ key: 3, ascending: false }]);
    table.columns.getItem('Ventes').filter.applyTopItemsFilter(count);
    const view = table.getDataBodyRange().getSpecialCells('Visible');
    view.areas.load('items/values');
    const board = context.workbook.worksheets.getItem('Tableau de bord');
    const chart = board.charts.getItem('Produits').load('top,height');
    await context.sync();
    const before = chart.top;
    board.getRange('20:21').insert('Down');
    chart.load('top,height');
    await context.sync();
    const rows = view.areas.items.flatMap(({ values }) => values as unknown[][]).map((row) => row[3]);
    return { rows, moved: [chart.top - before, chart.height] };
  });
}
