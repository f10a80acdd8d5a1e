/** A small add-in for an expense list: what its author would write from the documentation of tables. */

const share = '=Depenses[[#This Row],[Montant]]/SUM(Depenses[Montant])';

export async function createExpenses(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Dépenses');
    const table = sheet.tables.add('A1:D1', true);
    table.name = 'Depenses';
    table.getHeaderRowRange().values = [['Date', 'Commerçant', 'Catégorie', 'Montant']];
    table.rows.add(undefined, [
      [45_292, 'Imprimerie Lajoie', 'Papeterie', 120],
      [45_295, 'Traiteur du Port', 'Repas', 80.5],
      [45_300, 'Taxi Diamant', 'Transport', 24],
      [45_301, 'Papeterie Hébert', 'Papeterie', 45.25],
    ]);
    table.columns.getItem('Montant').getDataBodyRange().numberFormat = [['#,##0.00 $']];
    sheet.getUsedRange().format.autofitColumns();
    sheet.activate();
    await context.sync();
  });
}

/** A column of shares, by a formula that the table carries down. */
export async function addShares(): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Depenses');
    const column = table.columns.add(undefined, undefined, 'Part');
    column.getDataBodyRange().getCell(0, 0).formulas = [[share]];
    await context.sync();
  });
}

export async function sortByAmount(): Promise<readonly unknown[]> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Depenses');
    table.sort.apply([{ key: 3, ascending: false }], false);
    const names = table.columns.getItem('Commerçant').getDataBodyRange().load('values');
    await context.sync();
    return names.values.map(([name]): unknown => name);
  });
}

/** What a filter lets through, read as a person sees it. */
export async function onlyCategory(category: string): Promise<number> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Depenses');
    table.columns.getItem('Catégorie').filter.applyValuesFilter([category]);
    const body = table.getDataBodyRange().load('rowCount');
    await context.sync();
    const rows = Array.from({ length: body.rowCount }, (_, index) => body.getRow(index).load('rowHidden'));
    await context.sync();
    table.clearFilters();
    await context.sync();
    return rows.filter(({ rowHidden }) => !rowHidden).length;
  });
}

export async function insertAndDelete(): Promise<{ readonly columns: readonly string[]; readonly total: unknown }> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Depenses');
    table.rows.add(1, [[45_310, 'Poste', 'Envois', 12, share]]);
    table.columns.add(2, [['Projet'], ...Array.from({ length: 5 }, (_, index) => [`P${index + 1}`])]);
    table.rows.getItemAt(0).delete();
    table.showTotals = true;
    const total = table.getTotalRowRange().getLastCell().load('values');
    table.columns.load('items/name');
    await context.sync();
    table.columns.getItem('Projet').delete();
    table.columns.load('items/name');
    await context.sync();
    return { columns: table.columns.items.map(({ name }) => name), total: total.values[0]?.[0] as unknown };
  });
}

export async function toPlainCells(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.tables.getItem('Depenses').convertToRange().load('address');
    await context.sync();
    return range.address;
  });
}
