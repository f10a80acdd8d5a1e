/** A small add-in for farm sales: a PivotTable, its layout, and a chart of ordinary cells. */

const sales = [
  ['Ferme', 'Culture', 'Caisses', 'Recette'],
  ['Les Érables', 'Pommes', 10, 200],
  ['Les Érables', 'Poires', 4, 120],
  ['Du Lac', 'Pommes', 6, 126],
  ['Du Lac', 'Prunes', 3, 45],
] as const;

export async function createPivot(): Promise<void> {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add('Ventes');
    data.getRange('A1:D5').values = sales.map((row) => [...row]);
    const sheet = context.workbook.worksheets.add('Croisé');
    const pivot = sheet.pivotTables.add('Recettes', data.getRange('A1:D5'), sheet.getRange('A3'));
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('Ferme'));
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('Culture'));
    const sum = pivot.dataHierarchies.add(pivot.hierarchies.getItem('Recette'));
    sum.summarizeBy = Excel.AggregationFunction.sum;
    sum.name = 'Total';
    pivot.layout.layoutType = 'Outline';
    await context.sync();
  });
}

/** The farms across, the mean in place of the sum, the grand totals away. */
export async function rearrange(): Promise<unknown> {
  return Excel.run(async (context) => {
    const pivot = context.workbook.worksheets.getItem('Croisé').pivotTables.getItem('Recettes');
    pivot.rowHierarchies.remove(pivot.rowHierarchies.getItem('Ferme'));
    pivot.columnHierarchies.add(pivot.hierarchies.getItem('Ferme'));
    pivot.dataHierarchies.getItem('Total').summarizeBy = 'Average';
    pivot.layout.showRowGrandTotals = false;
    pivot.layout.showColumnGrandTotals = false;
    pivot.layout.layoutType = 'Tabular';
    const range = pivot.layout.getRange().load('values');
    await context.sync();
    return range.values;
  });
}

export async function addChart(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Ventes');
    const chart = sheet.charts.add(
      Excel.ChartType.columnClustered,
      sheet.getRange('B1:C5'),
      Excel.ChartSeriesBy.columns,
    );
    chart.title.text = 'Caisses';
    chart.legend.position = 'Right';
    chart.name = 'Récolte';
    chart.setPosition('F2', 'L15');
    const revenue = chart.series.add('Recettes');
    revenue.setValues(sheet.getRange('D2:D5'));
    revenue.setXAxisValues(sheet.getRange('B2:B5'));
    chart.series.getItemAt(0).format.fill.setSolidColor('#70AD47');
    chart.series.load('items/name');
    await context.sync();
    return chart.series.items.map(({ name }) => name);
  });
}

/** Rows put in above the data: what the chart draws moves with it. */
export async function pushDataDown(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Ventes').getRange('1:2').insert('Down');
    await context.sync();
  });
}
