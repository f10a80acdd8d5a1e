/** A small add-in for a price list: ranges, formats, names, validation, looking for and replacing. */

export async function writePrices(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = 'Prix';
    sheet.getRange('A1:C1').values = [['Article', 'Quantité', 'Prix']];
    sheet.getRange('A2:C4').values = [
      ['Reliure souple', 4, 12.5],
      ['Reliure rigide', 2, 30],
      ['Dorure', 1, 75],
    ];
    sheet.getRange('D1:D2').formulas = [['Total'], ['=B2*C2']];
    sheet.getRange('D3:D4').copyFrom('D2', Excel.RangeCopyType.formulas);
    sheet.getRange('D5').formulas = [['=SUM(D2:D4)']];
    const header = sheet.getRange('A1:D1');
    header.format.fill.color = '#4472C4';
    header.format.font.color = 'white';
    header.format.font.bold = true;
    for (const edge of ['EdgeTop', 'EdgeBottom'] as const) header.format.borders.getItem(edge).style = 'Continuous';
    sheet.getRange('C2:D5').numberFormat = [['0.00']];
    await context.sync();
  });
}

/** Two lines put in above the second article: the totals follow. */
export async function insertLines(): Promise<{ readonly formulas: unknown; readonly inserted: string }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const inserted = sheet.getRange('3:4').insert('Down').load('address');
    sheet.getRange('A3:C4').values = [
      ['Couture', 3, 8],
      ['Papier marbré', 6, 4],
    ];
    sheet.getRange('D3:D4').copyFrom('D2');
    const totals = sheet.getRange('D2:D7').load('formulas');
    await context.sync();
    return { formulas: totals.formulas.flat(), inserted: inserted.address };
  });
}

export async function deleteColumnAndCells(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    sheet.getRange('A5:D5').delete('Up');
    sheet.getRange('B:B').insert('Right');
    sheet.getRange('B:B').delete('Left');
    const used = sheet.getUsedRange(true).load('address,values');
    await context.sync();
    return { address: used.address, names: used.values.map(([name]): unknown => name) };
  });
}

export async function nameTheTotal(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const { names } = context.workbook;
    names.add('GrandTotal', sheet.getRange('D6'));
    names.add('Taxe', '=0.15', 'Taux de taxe');
    sheet.getRange('F1').formulas = [['=GrandTotal*(1+Taxe)']];
    sheet.getRange('1:1').insert('Down');
    const item = names.getItem('GrandTotal').load('formula');
    const result = sheet.getRange('F2').load('values');
    await context.sync();
    sheet.getRange('1:1').delete('Up');
    await context.sync();
    const formula: unknown = item.formula;
    return [formula, result.values[0]?.[0] as unknown];
  });
}

export async function findAndReplace(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const first = sheet.getRange('A:A').find('reliure', { completeMatch: false, matchCase: false }).load('address');
    const missing = sheet.getRange().findOrNullObject('absent', {});
    const all = sheet.findAll('Reliure', { completeMatch: false, matchCase: true }).load('address,cellCount');
    all.format.fill.color = 'yellow';
    await context.sync();
    const replaced = sheet.replaceAll('Reliure', 'Couverture', { completeMatch: false, matchCase: true });
    await context.sync();
    return [first.address, missing.isNullObject, all.address, all.cellCount, replaced.value];
  });
}

export async function sortPrices(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const range = sheet.getRange('A1:D5');
    range.sort.apply(
      [
        { key: 1, ascending: true },
        { key: 0, ascending: true },
      ],
      false,
      true,
      'Rows',
    );
    range.load('values');
    await context.sync();
    return range.values.map(([name, quantity]) => [name, quantity] as unknown[]);
  });
}

/** Whole quantities from 1 to 99, and a list of articles; the API itself is not held to them. */
export async function addRules(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const quantities = sheet.getRange('B2:B9').dataValidation;
    quantities.rule = { wholeNumber: { formula1: 1, formula2: 99, operator: 'Between' } };
    quantities.errorAlert = { message: 'De 1 à 99', showAlert: true, style: 'Stop', title: 'Quantité' };
    sheet.getRange('H1').dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange('A2:A5') },
    };
    const list = sheet.getRange('H1').dataValidation.load('rule');
    await context.sync();
    return list.rule.list?.source;
  });
}

export async function copyLook(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Prix');
    const copy = context.workbook.worksheets.add('Copie');
    copy.getRange('A1').copyFrom('Prix!A1:D1', Excel.RangeCopyType.all);
    copy.getRange('A2').copyFrom(sheet.getRange('A2:D5'), Excel.RangeCopyType.values);
    copy.getRange('A2:D5').copyFrom('Prix!A1', Excel.RangeCopyType.formats);
    const [head, body] = [copy.getRange('A1'), copy.getRange('A2')];
    for (const { format } of [head, body]) format.load('fill/color,font/bold');
    const totals = copy.getRange('D2:D5').load('formulas');
    await context.sync();
    return [head.format.fill.color, body.format.fill.color, totals.formulas.flat()];
  });
}
