import { openBridge, type BridgeHarness } from '../../../../test/support/office';

/** Many cells in one action: several ranges as one, properties, copies; through the real proxies. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

it('formats every area of a list at once', async () => {
  await Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getActiveWorksheet().getRanges('A1:B1, B3,C5:C6');
    format.font.bold = true;
    format.fill.color = '#DCE8EC';
    format.borders.getItem('EdgeTop').style = 'Continuous';
    format.wrapText = true;
    format.rowHeight = 30;
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  const look = (row: number, column: number) => {
    const { font, fill, borders, wrap } = office.workbook.styles.get(sheet.styles.at(row, column));
    return [font.bold, fill, borders.top?.line, wrap, sheet.rows.height(row)];
  };
  const formatted = [true, '#DCE8EC', 'thin', true, 30];
  expect([look(0, 0), look(0, 1), look(2, 1), look(4, 2)]).toEqual([formatted, formatted, formatted, formatted]);
  expect(look(5, 2)).toEqual([true, '#DCE8EC', undefined, true, 30]);
  expect(look(2, 0)).toEqual([false, null, undefined, false, 30]);
});

it('moves a list of areas', async () => {
  const address = await Excel.run(async (context) => {
    const moved = context.workbook.worksheets.getActiveWorksheet().getRanges('A1,A3:A4').getOffsetRangeAreas(1, 2);
    moved.load('address');
    await context.sync();
    return moved.address;
  });
  expect(address).toBe('Feuil1!C2,Feuil1!C4:C5');
});

it('reads what its areas agree on', async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A2').format.font.bold = true;
    sheet.getRange('A1').format.font.color = '#FF0000';
    const { font } = sheet.getRanges('A1,A2').format;
    font.load('bold,color');
    await context.sync();
    return [font.bold, font.color];
  });
  expect(read).toEqual([true, null]);
});

it('links cells by their properties', async () => {
  await Excel.run(async (context) => {
    const address = 'https://exemple.org/pv';
    context.workbook.worksheets
      .getActiveWorksheet()
      .getRange('A1:A2')
      .setCellProperties([[{}], [{ hyperlink: { address, textToDisplay: 'Procès-verbal' } }]]);
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  expect(sheet.hyperlinks.all.map(({ rect, address }) => [rect.row, address])).toEqual([[1, 'https://exemple.org/pv']]);
  expect(sheet.text(1, 0)).toBe('Procès-verbal');
});

it('copies a formula down, its references with it', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A3').values = [[1], [2], [3]];
    sheet.getRange('B1:C1').formulas = [['=A1*$A$3', '=B1&"A1"']];
    sheet.getRange('B2:C3').copyFrom(sheet.getRange('B1:C1'), 'Formulas');
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  const texts = [0, 1, 2].map((row) => [sheet.text(row, 1), sheet.text(row, 2)]);
  expect(texts).toEqual([
    ['3', '3A1'],
    ['6', '6A1'],
    ['9', '9A1'],
  ]);
  expect(sheet.cells.get(2, 1)?.formula).toBe('A3*$A$3');
});

describe('text in several fonts', () => {
  const runs: Excel.RangeTextRun[] = [
    { text: '2 juin 2021\n', font: { color: '#52606D' } },
    { text: 'Table ronde', font: { bold: true } },
    { text: '\nAvec les ateliers' },
  ];
  const writeRuns = (textRuns: Excel.RangeTextRun[]) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A2');
      range.setCellProperties([[{ textRuns }], [{ format: { font: { italic: true } } }]]);
      const read = range.getCellProperties({ textRuns: true });
      await context.sync();
      return read.value;
    });

  it('is written and read at ExcelApi 1.18', async () => {
    office.workbook.configure({ excelApi: '1.18' });
    const plain = { name: 'Calibri', size: 11, bold: false, italic: false, underline: 'None', strikethrough: false };
    expect(await writeRuns(runs)).toEqual([
      [
        {
          textRuns: [
            { text: '2 juin 2021\n', font: { ...plain, color: '#52606D' } },
            { text: 'Table ronde', font: { ...plain, bold: true, color: '#000000' } },
            { text: '\nAvec les ateliers', font: { ...plain, color: '#000000' } },
          ],
        },
      ],
      [{ textRuns: [] }],
    ]);
    expect(office.workbook.activeSheet.text(0, 0)).toBe('2 juin 2021\nTable ronde\nAvec les ateliers');
  });

  it('that looks like a formula is one, in the font of its cell', async () => {
    office.workbook.configure({ excelApi: '1.18' });
    await writeRuns([{ text: '=1' }, { text: '+1', font: { bold: true } }]);
    expect(office.workbook.activeSheet.cells.get(0, 0)).toMatchObject({ value: 2, formula: '1+1' });
  });

  it('is not known to an older Excel', async () => {
    office.workbook.configure({ excelApi: '1.17' });
    await expect(writeRuns(runs)).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});

it('cuts a list of areas to a range, whole rows of them too', async () => {
  const addresses = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const rows = sheet.getRanges('A2,A5:A6').getEntireRow();
    const cut = rows.getIntersection(sheet.getRange('B1:D5')).load('address');
    const none = rows.getIntersectionOrNullObject(sheet.getRange('B8:D9')).load('address');
    await context.sync();
    return [cut.address, none.isNullObject];
  });
  expect(addresses).toEqual(['Feuil1!B2:D2,Feuil1!B5:D5', true]);
});

it('sets each of several lines where they differ from area to area', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').format.borders.getItem('EdgeTop').style = 'Double';
    const line = sheet.getRanges('A1,A3').format.borders.getItem('EdgeTop');
    line.color = '#B8C4CC';
    await context.sync();
  });
  const sheet = office.workbook.activeSheet;
  const top = (row: number) => office.workbook.styles.get(sheet.styles.at(row, 0)).borders.top;
  expect([top(0), top(2)]).toEqual([
    { line: 'double', color: '#B8C4CC' },
    { line: 'thin', color: '#B8C4CC' },
  ]);
});

it('copies cells whole to another sheet: contents, looks, links, rules; heights stay', async () => {
  await Excel.run(async (context) => {
    const from = context.workbook.worksheets.getActiveWorksheet();
    from.getRange('A1:B1').numberFormat = [['@', '@']];
    from.getRange('A1:B2').formulas = [
      ["'-1", 'lien'],
      ['=B3', ''],
    ];
    from.getRange('B1').hyperlink = { address: 'https://exemple.org/' };
    from.getRange('A2').format.font.bold = true;
    from.getRange('A1').format.rowHeight = 40;
    const rule = from.getRange('A2:A9').conditionalFormats.add('ContainsText');
    rule.textComparison.format.font.color = '#FF0000';
    rule.textComparison.rule = { operator: 'Contains', text: 'x' };
    const to = context.workbook.worksheets.add('Copie');
    to.getRange('B3:C4').values = [
      ['ancien', 'ancien'],
      ['ancien', 'ancien'],
    ];
    to.getRange('D3').values = [['à côté']];
    to.getRange('B3:C4').copyFrom(from.getRange('A1:B2'), 'All');
    await context.sync();
  });
  const sheet = office.workbook.sheetByName('Copie')!;
  const style = (row: number, column: number) => office.workbook.styles.get(sheet.styles.at(row, column));
  expect([sheet.text(2, 1), sheet.text(2, 2), sheet.text(3, 2), sheet.text(2, 3)]).toEqual([
    '-1',
    'lien',
    '',
    'à côté',
  ]);
  expect([style(2, 1).numberFormat, style(2, 1).quotePrefix, style(3, 1).font.bold]).toEqual(['@', true, true]);
  expect(sheet.cells.get(3, 1)?.formula).toBe('C5');
  expect(sheet.hyperlinks.all.map(({ rect, address }) => [rect.row, rect.column, address])).toEqual([
    [2, 2, 'https://exemple.org/'],
  ]);
  expect(sheet.conditionalFormats.all.map(({ rects }) => rects)).toEqual([
    [{ row: 3, column: 1, rows: 1, columns: 1 }],
  ]);
  expect(sheet.rows.height(2)).toBe(sheet.rows.defaultHeight);
});
