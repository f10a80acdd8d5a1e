import { openBridge, type BridgeHarness } from '../../../../test/support/office';

/** Sheets, ranges and how they look, through the real proxies. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const active = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

interface Case {
  readonly name: string;
  readonly run: (context: Excel.RequestContext) => Promise<unknown>;
  readonly expected: unknown;
}

const addresses = async (
  context: Excel.RequestContext,
  ranges: (range: Excel.Range) => readonly Excel.Range[],
): Promise<string[]> => {
  const found = ranges(active(context).getRange('B2:C4'));
  for (const range of found) range.load('address');
  await context.sync();
  return found.map((range) => (range.isNullObject ? 'null' : range.address.replace('Feuil1!', '')));
};

const cases: readonly Case[] = [
  {
    name: 'ranges found from a range',
    run: (context) =>
      addresses(context, (range) => [
        range.getCell(1, 1),
        range.getRow(2),
        range.getColumn(0),
        range.getLastRow(),
        range.getLastColumn(),
        range.getLastCell(),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getOffsetRange(1, 2),
        range.getResizedRange(1, -1),
        range.getAbsoluteResizedRange(1, 1),
        range.getRowsBelow(2),
        range.getRowsAbove(1),
        range.getColumnsAfter(1),
        range.getColumnsBefore(),
        range.getBoundingRect('E1'),
        range.getIntersection('C4:D9'),
        range.getIntersectionOrNullObject('F1'),
      ]),
    expected: [
      'C3',
      'B4:C4',
      'B2:B4',
      'B4:C4',
      'C2:C4',
      'C4',
      '2:4',
      'B:C',
      'D3:E5',
      'B2:B5',
      'B2',
      'B5:C6',
      'B1:C1',
      'D2:D4',
      'A2:A4',
      'B1:E4',
      'C4',
      'null',
    ],
  },
  {
    name: 'the cells in use, and the region around one',
    run: async (context) => {
      const sheet = active(context);
      sheet.getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('E9').format.fill.color = 'yellow';
      const used = [
        sheet.getUsedRange(),
        sheet.getUsedRange(true),
        sheet.getRange('C:C').getUsedRange(true),
        sheet.getRange('B2').getSurroundingRegion(),
        sheet.getRange('H1:H5').getUsedRangeOrNullObject(true),
      ];
      for (const range of used) range.load('address');
      await context.sync();
      return used.map((range) => (range.isNullObject ? 'null' : range.address));
    },
    expected: ['Feuil1!B2:E9', 'Feuil1!B2:C3', 'Feuil1!C2:C3', 'Feuil1!B2:C3', 'null'],
  },
  {
    name: 'whole columns have no values of their own',
    run: async (context) => {
      const range = active(context).getRange('A:B');
      range.load('values,rowCount,isEntireColumn');
      await context.sync();
      return [range.values, range.rowCount, range.isEntireColumn];
    },
    expected: [null, 1_048_576, true],
  },
  {
    name: 'texts and number formats',
    run: async (context) => {
      const range = active(context).getRange('A1:C1');
      range.numberFormat = [['@', 'yyyy-mm-dd', 'General']];
      range.format.columnWidth = 90;
      range.values = [["'=pas une formule", 44349, "'-1"]];
      range.load('values,text,numberFormat,valueTypes,formulas');
      await context.sync();
      return [range.values, range.text, range.numberFormat, range.valueTypes];
    },
    expected: [
      [['=pas une formule', 44349, '-1']],
      [['=pas une formule', '2021-06-02', '-1']],
      [['@', 'yyyy-mm-dd', 'General']],
      [['String', 'Double', 'String']],
    ],
  },
  {
    name: 'fonts, fills, alignment; null where cells differ',
    run: async (context) => {
      const sheet = active(context);
      const { format } = sheet.getRange('A1:B1');
      format.font.name = 'Arial';
      format.font.size = 14;
      format.font.color = '#123456';
      format.font.underline = 'Single';
      format.fill.color = 'red';
      format.horizontalAlignment = 'Center';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      format.indentLevel = 2;
      const wider = sheet.getRange('A1:C1').format;
      format.load(
        'font/name,font/size,font/color,font/underline,fill/color,horizontalAlignment,verticalAlignment,wrapText,indentLevel',
      );
      wider.load('font/size,fill/color');
      await context.sync();
      const { font } = format;
      return [
        [font.name, font.size, font.color, font.underline, format.fill.color],
        [format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.indentLevel],
        [wider.font.size, wider.fill.color],
      ];
    },
    expected: [
      ['Arial', 14, '#123456', 'Single', '#FF0000'],
      ['Center', 'Top', true, 2],
      [null, null],
    ],
  },
  {
    name: 'borders by side, in any order of style, weight and colour',
    run: async (context) => {
      const sheet = active(context);
      const { borders } = sheet.getRange('B2:C3').format;
      const bottom = borders.getItem('EdgeBottom');
      bottom.color = '#FF0000';
      bottom.weight = 'Medium';
      borders.getItem('InsideVertical').style = 'Dash';
      const cell = sheet.getRange('B3').format.borders;
      cell.load('items/sideIndex,items/style,items/weight,items/color');
      await context.sync();
      return cell.items
        .filter((border) => border.style !== 'None')
        .map((border) => [border.sideIndex, border.style, border.weight, border.color]);
    },
    expected: [
      ['EdgeBottom', 'Continuous', 'Medium', '#FF0000'],
      ['EdgeRight', 'Dash', 'Thin', '#000000'],
    ],
  },
  {
    name: 'widths, heights, hidden rows and columns',
    run: async (context) => {
      const sheet = active(context);
      const range = sheet.getRange('B2:C3');
      range.format.columnWidth = 120;
      range.format.rowHeight = 30;
      sheet.getRange('2:2').rowHidden = true;
      range.load('rowHidden,columnHidden,width,height,format/columnWidth,format/rowHeight');
      await context.sync();
      return [range.rowHidden, range.columnHidden, range.width, range.height, range.format.columnWidth];
    },
    expected: [null, false, 240, 30, 120],
  },
  {
    name: 'merged areas',
    run: async (context) => {
      const range = active(context).getRange('A1:C2');
      range.merge(true);
      const merged = active(context).getRange('A1:F9').getMergedAreasOrNullObject();
      merged.load('address,areaCount');
      await context.sync();
      range.unmerge();
      const none = active(context).getRange('A1:F9').getMergedAreasOrNullObject();
      await context.sync();
      return [merged.address, merged.areaCount, none.isNullObject];
    },
    expected: ['Feuil1!A1:C1,Feuil1!A2:C2', 2, true],
  },
  {
    name: 'a link with its text',
    run: async (context) => {
      const range = active(context).getRange('A1');
      range.hyperlink = { address: 'https://exemple.test/', textToDisplay: 'Preuve', screenTip: 'Ouvrir' };
      range.load('hyperlink,values');
      await context.sync();
      return [range.hyperlink, range.values];
    },
    expected: [{ address: 'https://exemple.test/', textToDisplay: 'Preuve', screenTip: 'Ouvrir' }, [['Preuve']]],
  },
  {
    name: 'properties of many cells at once',
    run: async (context) => {
      const range = active(context).getRange('A1:B2');
      const bold = { format: { font: { bold: true }, borders: { bottom: { style: 'Continuous', color: '#00FF00' } } } };
      range.setCellProperties([
        [bold, bold],
        [{}, { format: { fill: { color: '#0000FF' } } }],
      ] as Excel.SettableCellProperties[][]);
      range.setRowProperties([{ format: { rowHeight: 40 } }, { rowHidden: true }] as Excel.SettableRowProperties[]);
      range.setColumnProperties([
        { format: { columnWidth: 90 } },
        { columnHidden: true },
      ] as Excel.SettableColumnProperties[]);
      const read = range.getCellProperties({ format: { font: { bold: true }, fill: { color: true } } });
      await context.sync();
      return read.value;
    },
    expected: [
      [
        { format: { font: { bold: true }, fill: { color: '#FFFFFF' } } },
        { format: { font: { bold: true }, fill: { color: '#FFFFFF' } } },
      ],
      [
        { format: { font: { bold: false }, fill: { color: '#FFFFFF' } } },
        { format: { font: { bold: false }, fill: { color: '#0000FF' } } },
      ],
    ],
  },
  {
    name: 'clearing contents, formats, everything',
    run: async (context) => {
      const sheet = active(context);
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      sheet.getRange('A1:C1').format.fill.color = '#FF0000';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('B1').clear('Formats');
      sheet.getRange('C1').clear();
      const cells = ['A1', 'B1', 'C1'].map((address) => sheet.getRange(address));
      for (const cell of cells) cell.load('values,format/fill/color');
      await context.sync();
      return cells.map((cell) => [cell.values[0]?.[0] as unknown, cell.format.fill.color]);
    },
    expected: [
      ['', '#FF0000'],
      [2, '#FFFFFF'],
      ['', '#FFFFFF'],
    ],
  },
  {
    name: 'sheets: order, names, visibility, colour, gridlines',
    run: async (context) => {
      const { worksheets } = context.workbook;
      const second = worksheets.add('Deux');
      worksheets.add('Trois');
      second.position = 0;
      second.tabColor = '#00FF00';
      second.showGridlines = false;
      worksheets.getItem('Trois').visibility = 'Hidden';
      const last = worksheets.getLast(true);
      const next = second.getNext();
      last.load('name');
      next.load('name');
      worksheets.load('items/name,items/visibility,items/tabColor,items/showGridlines');
      await context.sync();
      return [
        worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.tabColor, sheet.showGridlines]),
        last.name,
        next.name,
      ];
    },
    expected: [
      [
        ['Deux', 'Visible', '#00FF00', false],
        ['Feuil1', 'Visible', '', true],
        ['Trois', 'Hidden', '', true],
      ],
      'Feuil1',
      'Feuil1',
    ],
  },
  {
    name: 'frozen panes',
    run: async (context) => {
      const { freezePanes } = active(context);
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      freezePanes.freezeRows(3);
      const rows = freezePanes.getLocation();
      rows.load('address');
      await context.sync();
      freezePanes.freezeAt(active(context).getRange('A1:B2'));
      const both = freezePanes.getLocation();
      both.load('address');
      await context.sync();
      return [none.isNullObject, rows.address, both.address];
    },
    expected: [true, 'Feuil1!1:3', 'Feuil1!A1:B2'],
  },
  {
    name: 'page layout',
    run: async (context) => {
      const sheet = active(context);
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins('Inches', { left: 0.5, top: 1 });
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintArea('A1:C9');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
      sheet.horizontalPageBreaks.add('A5');
      const rows = pageLayout.getPrintTitleRowsOrNullObject();
      const area = pageLayout.getPrintAreaOrNullObject();
      rows.load('address');
      area.load('address');
      pageLayout.load('orientation,paperSize,zoom,leftMargin,topMargin,headersFooters/defaultForAllPages/centerFooter');
      sheet.horizontalPageBreaks.load('items/rowIndex');
      await context.sync();
      return [
        [pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom, pageLayout.leftMargin, pageLayout.topMargin],
        [rows.address, area.address, pageLayout.headersFooters.defaultForAllPages.centerFooter],
        sheet.horizontalPageBreaks.items.map((pageBreak) => pageBreak.rowIndex),
      ];
    },
    expected: [
      ['Landscape', 'A4', { horizontalFitToPages: 1 }, 36, 72],
      ['Feuil1!1:2', 'Feuil1!A1:C9', '&P / &N'],
      [4],
    ],
  },
  {
    name: 'protection',
    run: async (context) => {
      const { protection } = active(context);
      protection.protect({ allowFormatCells: true });
      protection.load('protected,options');
      await context.sync();
      return [protection.protected, protection.options.allowFormatCells];
    },
    expected: [true, true],
  },
  {
    name: 'protection of the workbook, given and taken back',
    run: async (context) => {
      const { protection, worksheets } = context.workbook;
      const states: boolean[] = [];
      for (const change of [() => protection.protect(), () => protection.unprotect()]) {
        change();
        protection.load('protected');
        await context.sync();
        states.push(protection.protected);
      }
      const added = worksheets.add('Deux').load('name');
      await context.sync();
      return [...states, added.name];
    },
    expected: [true, false, 'Deux'],
  },
  {
    name: 'the selection, made and read',
    run: async (context) => {
      context.workbook.worksheets.add('Deux').getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange();
      const cell = context.workbook.getActiveCell();
      selected.load('address');
      cell.load('address');
      await context.sync();
      return [selected.address, cell.address];
    },
    expected: ['Deux!B2:C3', 'Deux!B2'],
  },
  {
    name: 'data validation',
    run: async (context) => {
      const validation = active(context).getRange('A1:A5').dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: 'oui,non' } };
      validation.errorAlert = { message: 'Non', showAlert: true, style: 'Warning', title: 'Attention' };
      validation.prompt = { message: 'Choisir', showPrompt: true, title: '' };
      const number = active(context).getRange('B1').dataValidation;
      number.rule = { wholeNumber: { formula1: 1, formula2: '=A1', operator: 'Between' } };
      validation.load('type,rule,errorAlert,prompt');
      number.load('type,rule');
      await context.sync();
      return [
        validation.type,
        validation.rule,
        validation.errorAlert,
        validation.prompt.message,
        number.type,
        number.rule,
      ];
    },
    expected: [
      'List',
      { list: { inCellDropDown: true, source: 'oui,non' } },
      { message: 'Non', showAlert: true, style: 'Warning', title: 'Attention' },
      'Choisir',
      'WholeNumber',
      { wholeNumber: { formula1: '1', formula2: '=A1', operator: 'Between' } },
    ],
  },
  {
    name: 'conditional formats',
    run: async (context) => {
      const { conditionalFormats } = active(context).getRange('A1:B9');
      const custom = conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1=0';
      custom.custom.format.fill.color = '#FFEEEE';
      custom.custom.format.font.bold = true;
      custom.stopIfTrue = true;
      const cell = conditionalFormats.add('CellValue');
      cell.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' };
      conditionalFormats.add('DataBar').dataBar.positiveFormat.fillColor = '#00FF00';
      conditionalFormats.add('IconSet').iconSet.style = 'ThreeArrows';
      conditionalFormats.load('items/type,items/stopIfTrue');
      const none = custom.cellValueOrNullObject;
      none.load('rule');
      custom.custom.load('rule/formula,format/fill/color,format/font/bold');
      cell.cellValue.load('rule');
      await context.sync();
      const { rule, format } = custom.custom;
      return [
        conditionalFormats.items.map((item) => item.type).sort(),
        [rule.formula, format.fill.color, format.font.bold, none.isNullObject],
        cell.cellValue.rule,
      ];
    },
    expected: [
      ['CellValue', 'Custom', 'DataBar', 'IconSet'],
      ['=$A1=0', '#FFEEEE', true, true],
      { formula1: '=5', operator: 'GreaterThan' },
    ],
  },
];

test.each(cases)('$name', async ({ run, expected }) => {
  expect(await Excel.run(run)).toEqual(expected);
});
