/** An add-in that sets up a book of expenses: months as sheets, rules, formats, a chart, printing, settings. */

const kinds = ['Transport', 'Repas', 'Matériel'];

export async function createBook(): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet();
    sheet.name = 'Janvier';
    sheet.getRange('A1:D1').values = [['Jour', 'Poste', 'Montant', 'Note']];
    sheet.getRange('A2:D6').values = [
      [44_197, 'Transport', 42, ''],
      [44_200, 'Repas', 18.5, 'réunion'],
      [44_201, 'Matériel', 310, 'imprimante'],
      [44_207, 'Repas', 27, ''],
      [44_215, 'Transport', 12, ''],
    ];
    const table = sheet.tables.add('A1:D6', true);
    table.name = 'Depenses';
    sheet.getRange('A2:A6').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('C2:C6').numberFormat = [['0.00']];
    sheet.getRange('F1:F4').values = [['Poste'], ...kinds.map((kind) => [kind])];
    sheet.getRange('G1:G4').formulas = [
      ['Total'],
      ...kinds.map((_, row) => [`=SUMIFS(Depenses[Montant],Depenses[Poste],F${row + 2})`]),
    ];
    workbook.names.add('Plafond', '=300');
    workbook.settings.add('mois', { nom: 'Janvier', numero: 1 });
    workbook.properties.title = 'Dépenses';
    await context.sync();
  });
}

/** Rules on what may be typed, and looks that follow what is there. */
export async function addRules(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Janvier');
    sheet.getRange('B2:B6').dataValidation.rule = { list: { inCellDropDown: true, source: '=$F$2:$F$4' } };
    sheet.getRange('C2:C6').dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
    const over = sheet.getRange('C2:C6').conditionalFormats.add('CellValue');
    over.cellValue.format.font.color = '#C00000';
    over.cellValue.rule = { formula1: '=Plafond', operator: 'GreaterThan' };
    const row = sheet.getRange('A2:D6').conditionalFormats.add('Custom');
    row.custom.rule.formula = '=$D2<>""';
    row.custom.format.fill.color = '#FFF2CC';
    sheet.getRange('G2:G4').conditionalFormats.add('DataBar');
    await context.sync();
  });
}

export async function drawAndPrint(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Janvier');
    const chart = sheet.charts.add('Pie', sheet.getRange('F1:G4'), 'Columns');
    chart.title.text = 'Par poste';
    chart.legend.position = 'Bottom';
    chart.setPosition('F6', 'I16');
    const { pageLayout } = sheet;
    pageLayout.orientation = 'Landscape';
    pageLayout.setPrintArea('A1:I20');
    pageLayout.setPrintTitleRows('$1:$1');
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P de &N';
    sheet.horizontalPageBreaks.add('A12');
    sheet.freezePanes.freezeRows(1);
    sheet.getRange('A:D').format.autofitColumns();
    await context.sync();
  });
}

/** The month after is a copy, emptied of what was spent; it stands beside. */
export async function openNextMonth(): Promise<unknown> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const january = workbook.worksheets.getItem('Janvier');
    const february = january.copy('After', january);
    february.name = 'Février';
    february.load('name,position');
    const table = february.tables.getItemAt(0).load('name');
    const total = february.getRange('G2').load('formulas,values');
    await context.sync();
    table.getDataBodyRange().clear('Contents');
    table.resize('A1:D2');
    const after = february.getRange('G2:G4').load('values');
    const kept = january.getRange('G2:G4').load('values');
    const next = january.getNext().load('name');
    await context.sync();
    return {
      name: [february.name, february.position, next.name],
      formula: total.formulas[0]?.[0] as unknown,
      totals: [after.values.flat(), kept.values.flat()],
    };
  });
}

/** What the functions of Excel say of it, and the setting that was kept. */
export async function readBook(): Promise<unknown> {
  return Excel.run(async (context) => {
    const { functions, settings, worksheets } = context.workbook;
    const amounts = worksheets.getItem('Janvier').getRange('C2:C6');
    const largest = functions.large(amounts, 1).load('value');
    const meals = functions.sumIf(worksheets.getItem('Janvier').getRange('B2:B6'), 'Repas', amounts).load('value');
    const month = settings.getItem('mois').load('value');
    await context.sync();
    return [largest.value, meals.value, month.value as unknown];
  });
}
