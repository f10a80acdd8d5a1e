import type { Sheet } from '../../model';
import { parseRect, Workbook } from '../../model';
import { MAIN, RELATIONSHIPS } from '../xml/namespaces';
import { marksOf } from '../package/retained';
import type { Parts } from '../test-files';
import { changedParts, contents, file, relationships, worksheet } from '../test-files';
import { xmlString } from '../xml/xml';
import { Package } from '../package/package';
import { openXlsx, saveXlsx } from '..';

const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(contents(bytes).get(part));
const SHEET = 'xl/worksheets/sheet1.xml';
const rect = (reference: string) => parseRect(reference)!;
const again = (workbook: Workbook): Workbook => openXlsx(saveXlsx(workbook));
const open = (inside: string, more?: Parts): Workbook => openXlsx(file(worksheet(inside), more));

/** Fills a sheet with one of everything that the model knows. */
function fill(sheet: Sheet): void {
  const { workbook } = sheet;
  sheet.write(
    rect('A1:C3'),
    [
      ['Nom', 'Valeur', 'Lien'],
      ['a', 1, 'x'],
      ['b', 2, 'y'],
    ],
    'values',
  );
  const table = sheet.addTable(rect('A1:C3'), true, 'Table_1');
  table.setStyle('TableStyleLight9');
  table.change({ showBandedColumns: true, highlightFirstColumn: true, showTotals: true });
  table.setFilter({ column: 0, values: ['a'] });
  sheet.styles.change(rect('B2:B3'), {
    numberFormat: '0.0 "u"',
    font: {
      name: 'Arial',
      size: 9,
      bold: true,
      italic: true,
      underline: 'Double',
      strikethrough: true,
      color: '#112233',
    },
    fill: '#ABCDEF',
    borders: { top: { line: 'thin', color: '#FF0000' }, diagonalUp: { line: 'dashed', color: '#00FF00' } },
    horizontal: 'CenterAcrossSelection',
    vertical: 'Top',
    wrap: true,
    indent: 2,
    rotation: -45,
    locked: false,
    formulaHidden: true,
  });
  sheet.columns.setWidth(0, 2, 100.5);
  sheet.columns.setHidden(4, 1, true);
  sheet.rows.setHeight(0, 1, 33);
  sheet.rows.setHidden(7, 2, true);
  sheet.merges.merge(rect('E10:F11'));
  sheet.hyperlinks.set(rect('C2'), { address: 'https://example.org/?a=1&b=2', screenTip: 'Aller' });
  sheet.hyperlinks.set(rect('C3'), { documentReference: "'Deux x'!A1" });
  sheet.validations.set(rect('B2:B3'), {
    type: 'list',
    formula1: '"a,b"',
    allowBlank: true,
    showDropDown: true,
    errorStyle: 'warning',
    errorTitle: 'Non',
    error: 'l1\nl2',
  });
  sheet.conditionalFormats.add(rect('B2:B3'), {
    type: 'custom',
    formula: '$B2>1',
    format: { fill: '#FFC7CE', font: { color: '#9C0006', bold: true } },
  });
  sheet.conditionalFormats.add(rect('B2:B3'), {
    type: 'cellValue',
    operator: 'between',
    formula1: '1',
    formula2: '2',
    format: { numberFormat: '0.000' },
  });
  sheet.conditionalFormats.add(rect('A2:A3'), {
    type: 'containsText',
    operator: 'beginsWith',
    text: 'a"b',
    format: { borders: { left: { line: 'thin', color: '#000000' } } },
  });
  sheet.conditionalFormats.add(rect('B2:B3'), { type: 'dataBar', color: '#638EC6', showValue: false });
  sheet.conditionalFormats.add(rect('B2:B3'), {
    type: 'iconSet',
    icons: '3Arrows',
    thresholds: [
      { type: 'percent', value: '0' },
      { type: 'percent', value: '33', strict: true },
      { type: 'num', value: '67' },
    ],
    showValue: true,
    reverse: true,
  });
  sheet.changeView({ freeze: { rows: 1, columns: 2 } });
  sheet.changeView({ tabColor: '#123456' });
  sheet.changeView({ showGridlines: false });
  sheet.changeView({ showHeadings: false });
  sheet.page.change({
    orientation: 'Landscape',
    paperSize: 'A4',
    margins: { top: 36, bottom: 36, left: 18, right: 18, header: 9, footer: 9 },
    zoom: { horizontalFitToPages: 1 },
    centerHorizontally: true,
    printGridlines: true,
    titleRows: { first: 0, last: 1 },
    titleColumns: { first: 0, last: 0 },
    printArea: [rect('A1:F20'), rect('H1:H2')],
    rowBreaks: [5, 12],
    header: { left: '', center: '&"Arial,Bold"Titre', right: '&D' },
    footer: { left: 'L', center: 'Page &P de &N', right: '' },
  });
  workbook.names.define({ name: 'Taux', formula: '0.18', visible: true, comment: 'taxe' });
  workbook.names.define({ name: 'Local', formula: `${sheet.name}!$A$1`, scope: sheet.id, visible: false, comment: '' });
  workbook.settings.set('clé', { valeur: ['é', 1] });
  workbook.setProperties({
    title: 'Titre',
    author: 'A',
    company: 'C',
    manager: 'M',
    keywords: 'k',
    comments: 'x < y',
    category: 'c',
    subject: 's',
  });
  sheet.select(rect('B2:C3'));
  sheet.protect({ allowSort: true, allowFormatCells: true });
}

/** All that a workbook holds but cells, as plain data. */
function everything(workbook: Workbook): unknown {
  return {
    sheets: workbook.sheets.map((sheet) => [
      sheet.name,
      sheet.visibility,
      marksOf(sheet).features,
      [...sheet.rows.all()].map(({ style: _style, ...row }) => row),
    ]),
    looks: workbook.sheets.map((sheet) =>
      [...(sheet.cells.extent() ? sheet.cells.within(sheet.cells.extent()!) : [])].map(({ cell }) => ({
        ...cell,
        style: { ...workbook.styles.get(cell.style), xf: 0 },
      })),
    ),
    names: workbook.names.all.map((name) => ({ ...name, scope: name.scope && workbook.sheetById(name.scope)!.name })),
    layouts: workbook.sheets.map((sheet) => sheet.page.layout),
    settings: [...workbook.settings.all],
    // When a file was made is known once it is.
    properties: { ...workbook.properties, created: '' },
    active: workbook.activeSheet.name,
  };
}

test('everything that the model knows comes back as it was', () => {
  const workbook = Workbook.blank();
  workbook.addSheet('Deux x').setVisibility('Hidden');
  workbook.addSheet('Trois').setVisibility('VeryHidden');
  fill(workbook.sheets[0]!);
  expect(everything(again(workbook))).toEqual(everything(workbook));
  expect(everything(again(again(workbook)))).toEqual(everything(workbook));
});

describe('a stranger’s sheet', () => {
  const RICH =
    '<sheetPr codeName="F"><tabColor theme="5"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1"/>' +
    '<sheetViews><sheetView zoomScale="85" tabSelected="1" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="3" width="20.5" style="0" outlineLevel="1" customWidth="1"/></cols>' +
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
    '<protectedRanges><protectedRange sqref="G1" name="P"/></protectedRanges>' +
    '<conditionalFormatting sqref="A1:A9"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule>' +
    '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="x" uri="{B}"><x14:id>{1}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="whole" imeMode="off" sqref="A1"><formula1>1</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="A1" r:id="rId1" display="d"/></hyperlinks>' +
    '<pageMargins left="0.1" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="300" r:id="rId2"/>' +
    '<headerFooter differentFirst="1"><oddHeader>&amp;Lx</oddHeader><firstHeader>y</firstHeader></headerFooter>' +
    '<legacyDrawing r:id="rId3"/><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>' +
    '<extLst><ext uri="{78C}"><x14:conditionalFormattings xmlns:x14="x"><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{1}"/></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{S}"/></extLst>';
  const MORE = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      ['hyperlink', 'https://example.org/', true],
      ['printerSettings', '../p.bin'],
      ['vmlDrawing', '../v.vml'],
    ),
    'xl/p.bin': '1',
    'xl/v.vml': '2',
  };
  const source = file(worksheet(RICH), MORE);

  const edits: [string, (sheet: Sheet) => void, string, string][] = [
    [
      'a merge',
      (sheet) => sheet.merges.merge(rect('B1:C1')),
      '<conditionalFormatting',
      '<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells><conditionalFormatting',
    ],
    [
      'a width',
      (sheet) => sheet.columns.setWidth(1, 1, 48),
      '<col min="1" max="3" width="20.5" style="0" outlineLevel="1" customWidth="1"/>',
      '<col min="1" max="1" width="20.5" outlineLevel="1" customWidth="1"/><col min="2" max="2" width="9.140625" outlineLevel="1" customWidth="1"/><col min="3" max="3" width="20.5" outlineLevel="1" customWidth="1"/>',
    ],
    [
      'orientation',
      (sheet) => sheet.page.change({ orientation: 'Landscape' }),
      'paperSize="300" r:id="rId2"',
      'paperSize="300" r:id="rId2" orientation="landscape"',
    ],
    [
      'a header',
      (sheet) => sheet.page.change({ header: { left: '', center: 'é', right: '' } }),
      '<oddHeader>&amp;Lx',
      '<oddHeader>&amp;Cé',
    ],
    [
      'the grid',
      (sheet) => sheet.changeView({ showGridlines: false }),
      'workbookViewId="0"',
      'workbookViewId="0" showGridLines="0"',
    ],
    [
      'the tab',
      (sheet) => sheet.changeView({ tabColor: '#FF0000' }),
      '<tabColor theme="5"/>',
      '<tabColor rgb="FFFF0000"/>',
    ],
    [
      'protection',
      (sheet) => sheet.protect(),
      '<protectedRanges',
      '<sheetProtection sheet="1" objects="1" scenarios="1"/><protectedRanges',
    ],
    [
      'a validation',
      (sheet) =>
        sheet.validations.set(rect('B1'), { type: 'custom', formula1: 'TRUE', allowBlank: true, showDropDown: true }),
      'count="1"><dataValidation type="whole" imeMode="off" sqref="A1"><formula1>1</formula1></dataValidation>',
      'count="2"><dataValidation type="whole" imeMode="off" sqref="A1"><formula1>1</formula1></dataValidation><dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="B1"><formula1>TRUE</formula1></dataValidation>',
    ],
  ];

  test.each(edits)('%s changes its own place and nothing else', (_, edit, before, after) => {
    const workbook = openXlsx(source);
    edit(workbook.sheets[0]!);
    const expected = xmlString(Package.open(file(worksheet(RICH.replace(before, after)))).xml(SHEET));
    expect(xmlString(Package.open(saveXlsx(workbook)).xml(SHEET))).toBe(expected);
  });

  test('removing a data bar takes its second half along and leaves the colour scale', () => {
    const workbook = openXlsx(source);
    workbook.sheets[0]!.conditionalFormats.clear();
    const written = text(saveXlsx(workbook), SHEET);
    expect([
      written.includes('colorScale'),
      written.includes('dataBar'),
      written.includes('uri="{S}"'),
      written.includes('{78C}'),
    ]).toEqual([true, false, true, false]);
  });

  test('a rule that only moves keeps what the model does not know, in both halves', () => {
    const workbook = openXlsx(source);
    const sheet = workbook.sheets[0]!;
    sheet.conditionalFormats.change(sheet.conditionalFormats.all[0]!.id, { rects: [rect('A1:A20')] });
    const written = text(saveXlsx(workbook), SHEET);
    expect(written).toMatch(/<conditionalFormatting sqref="A1:A9"><cfRule type="colorScale"/);
    expect(written).toMatch(/<conditionalFormatting sqref="A1:A20"><cfRule type="dataBar" priority="1">.*<x14:id>/);
    expect(written).toContain('<x14:cfRule type="dataBar" id="{1}"/>');
  });

  test('removing a link removes its address from the relationships', () => {
    const workbook = openXlsx(source);
    workbook.sheets[0]!.hyperlinks.set(rect('A1'), null);
    const after = saveXlsx(workbook);
    expect(text(after, SHEET)).not.toContain('hyperlink');
    expect(text(after, 'xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('example.org');
  });

  test('only the sheet, and what counts the moment, is written anew', () => {
    const workbook = openXlsx(source);
    workbook.sheets[0]!.merges.merge(rect('B1:C1'));
    expect(changedParts(source, saveXlsx(workbook))).toEqual(['[Content_Types].xml', '_rels/.rels', SHEET]);
  });
});

describe('tables', () => {
  const TABLE =
    `<table xmlns="${MAIN}" id="7" name="T" displayName="T" ref="A1:B3" totalsRowShown="0" headerRowDxfId="1"><autoFilter ref="A1:B3"><filterColumn colId="1"><customFilters><customFilter operator="greaterThan" val="1"/></customFilters></filterColumn></autoFilter>` +
    '<tableColumns count="2"><tableColumn id="4" name="a_x000a_b" dataDxfId="0"><calculatedColumnFormula>1</calculatedColumnFormula></tableColumn><tableColumn id="5" name="c"/></tableColumns><tableStyleInfo name="Own" showRowStripes="1"/></table>';
  const source = file(
    worksheet(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a\nb</t></is></c><c r="B1" t="inlineStr"><is><t>c</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    ),
    {
      'xl/tables/table1.xml': TABLE,
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['table', '../tables/table1.xml']),
    },
  );

  test('are read whole', () => {
    const [table] = openXlsx(source).tables;
    expect([
      table!.id,
      table!.name,
      table!.rect,
      table!.columns,
      table!.style,
      table!.showBandedRows,
      table!.filters,
    ]).toEqual([
      7,
      'T',
      rect('A1:B3'),
      [
        { id: 4, name: 'a\nb' },
        { id: 5, name: 'c' },
      ],
      'Own',
      true,
      [{ column: 1, condition: { kind: 'custom', first: '>1', and: false } }],
    ]);
  });

  test('grow with everything else kept', () => {
    const workbook = openXlsx(source);
    workbook.tables[0]!.resize(rect('A1:B4'));
    expect(text(saveXlsx(workbook), 'xl/tables/table1.xml').replace(/^.*?\?>\n/, '')).toBe(
      TABLE.replaceAll('A1:B3', 'A1:B4').replace(
        '<tableStyleInfo name="Own" showRowStripes="1"/>',
        '<tableStyleInfo name="Own" showRowStripes="1" showFirstColumn="0" showLastColumn="0" showColumnStripes="0"/>',
      ),
    );
  });

  test('go with their part', () => {
    const workbook = openXlsx(source);
    workbook.tables[0]!.convertToRange();
    const after = saveXlsx(workbook);
    expect([...contents(after).keys()]).not.toContain('xl/tables/table1.xml');
    expect(text(after, SHEET)).not.toContain('tablePart');
  });
});

describe('the list of sheets', () => {
  const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView tabRatio="700" activeTab="2"/></bookViews><sheets><sheet name="A" sheetId="3" r:id="rId1"/><sheet name="Chart" sheetId="4" r:id="rId2"/><sheet name="B" sheetId="9" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">B!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">OFFSET(A!$A$1,0,0,2,2)</definedName><definedName name="N" localSheetId="2">B!$A$1</definedName></definedNames></workbook>`;
  const source = file(worksheet('<sheetData/>'), {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ),
    'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    'xl/worksheets/sheet2.xml': worksheet('<sheetData/>'),
  });

  test('the active sheet and names of sheets are found over a chart sheet', () => {
    const workbook = openXlsx(source);
    expect([
      workbook.activeSheet.name,
      workbook.names.all.map(({ name, scope }) => [name, workbook.sheetById(scope!)?.name]),
    ]).toEqual(['B', [['N', 'B']]]);
  });

  test('a chart sheet stays behind its sheet; names follow theirs', () => {
    const workbook = openXlsx(source);
    workbook.moveSheet(workbook.sheets[1]!, 0);
    const written = text(saveXlsx(workbook), 'xl/workbook.xml');
    expect(written).toContain(
      '<sheet name="B" sheetId="9" r:id="rId3"/><sheet name="A" sheetId="3" r:id="rId1"/><sheet name="Chart" sheetId="4" r:id="rId2"/>',
    );
    expect(written).toContain('_FilterDatabase" localSheetId="0"');
    expect(written).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">OFFSET');
    expect(written).toContain('name="N" localSheetId="0"');
    expect(written).toContain('tabRatio="700"/>');
  });

  test('a removed sheet goes with its part and its names', () => {
    const workbook = openXlsx(source);
    workbook.removeSheet(workbook.sheets[1]!);
    const after = saveXlsx(workbook);
    expect([...contents(after).keys()]).not.toContain('xl/worksheets/sheet2.xml');
    expect(text(after, 'xl/workbook.xml')).not.toContain('_FilterDatabase');
    expect(openXlsx(after).sheets.map(({ name }) => name)).toEqual(['A']);
  });

  test('the 1904 date system is said', () => {
    const dated = file(worksheet('<sheetData/>'), {
      'xl/workbook.xml': WORKBOOK.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>').replace(
        /<sheet name="Chart".*?<sheet name="B"[^>]*>/,
        '',
      ),
    });
    expect([openXlsx(dated).date1904, openXlsx(source).date1904]).toEqual([true, false]);
  });
});

test('a macro workbook keeps its type and its macros', () => {
  const types = (bytes: Uint8Array): string => text(bytes, '[Content_Types].xml');
  const source = file(worksheet('<sheetData/>'), { 'xl/vbaProject.bin': Uint8Array.of(1, 2, 3) });
  const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
  const pkg = Package.open(source).fork();
  pkg.setContentType('xl/workbook.xml', macro);
  pkg.relate(
    'xl/workbook.xml',
    'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
    'xl/vbaProject.bin',
  );
  const workbook = openXlsx(pkg.save());
  workbook.sheets[0]!.write(rect('A1'), [['x']], 'values');
  const after = saveXlsx(workbook);
  expect([types(after).includes(macro), contents(after).get('xl/vbaProject.bin')]).toEqual([
    true,
    Uint8Array.of(1, 2, 3),
  ]);
});

test('a workbook without styles or strings takes both', () => {
  const workbook = open('<sheetData/>', {
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml']),
  });
  workbook.sheets[0]!.write(rect('A1'), [['x']], 'values');
  workbook.sheets[0]!.styles.change(rect('A1'), { fill: '#FF0000' });
  const sheet = again(workbook).sheets[0]!;
  expect([sheet.cells.get(0, 0)?.value, sheet.workbook.styles.get(sheet.styles.at(0, 0)).fill]).toEqual([
    'x',
    '#FF0000',
  ]);
});
