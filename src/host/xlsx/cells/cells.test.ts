import type { Cell, Sheet } from '../../model';
import { parseRect, Workbook } from '../../model';
import { MAIN } from '../xml/namespaces';
import type { Parts } from '../test-files';
import { changedParts, codeOf, contents, file, relationships, worksheet } from '../test-files';
import { openXlsx, saveXlsx } from '..';

const SST = (...items: string[]): Parts => ({
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="9" uniqueCount="${items.length}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`,
});
const rows = (inside: string): string => worksheet(`<sheetData>${inside}</sheetData>`);
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(contents(bytes).get(part));
const SHEET = 'xl/worksheets/sheet1.xml';

const withoutStyle = ({ value, formula, rich }: Cell): Omit<Cell, 'style'> => ({
  value,
  ...(formula === undefined ? {} : { formula }),
  ...(rich ? { rich } : {}),
});

/** Existing cells of the first sheet by address, style left out. */
function cellsOf(sheet: Sheet): Record<string, Omit<Cell, 'style'>> {
  const used = sheet.cells.extent();
  const found: Record<string, Omit<Cell, 'style'>> = {};
  if (!used) return found;
  for (const { row, column, cell } of sheet.cells.within(used)) {
    found[`${String.fromCharCode(65 + column)}${row + 1}`] = withoutStyle(cell);
  }
  return found;
}

const opened = (inside: string, more?: Parts): Record<string, Omit<Cell, 'style'>> =>
  cellsOf(openXlsx(file(rows(inside), more)).sheets[0]!);

/** Writes a value into Z1 of the first sheet, so that its part is emitted anew. */
function touched(bytes: Uint8Array): Uint8Array {
  const workbook = openXlsx(bytes);
  workbook.sheets[0]!.write(parseRect('Z1')!, [[1]], 'values');
  return saveXlsx(workbook);
}

describe('reading', () => {
  test.each<[string, string, Record<string, Omit<Cell, 'style'>>]>([
    [
      'numbers',
      '<row r="1"><c r="A1"><v>1.5e3</v></c><c r="B1" t="n"><v>-0.1</v></c></row>',
      { A1: { value: 1500 }, B1: { value: -0.1 } },
    ],
    [
      'booleans',
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>',
      { A1: { value: true }, B1: { value: false } },
    ],
    [
      'errors',
      '<row><c t="e"><v>#N/A</v></c><c t="e"><v>#BUSY!</v></c></row>',
      { A1: { value: { error: '#N/A' } }, B1: { value: { error: '#VALUE!' } } },
    ],
    [
      'ISO dates',
      '<row><c t="d"><v>2021-06-02</v></c><c t="d"><v>2021-06-02T12:00:00</v></c></row>',
      { A1: { value: 44349 }, B1: { value: 44349.5 } },
    ],
    ['inline strings', '<row><c t="inlineStr"><is><t> a &amp; b</t></is></c></row>', { A1: { value: ' a & b' } }],
    [
      'results that are text',
      '<row><c t="str"><f>A2&amp;"x"</f><v xml:space="preserve"> y </v></c></row>',
      { A1: { value: ' y ', formula: 'A2&"x"' } },
    ],
    ['an empty result', '<row><c t="str"><f>""</f><v></v></c></row>', { A1: { value: '', formula: '""' } }],
    ['a string without a value', '<row><c r="A1" t="s"/><c r="B1" t="s"><v/></c></row>', {}],
    [
      'neither r nor dimension',
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      { A1: { value: 1 }, B1: { value: 2 }, A2: { value: 3 } },
    ],
    [
      'rows out of order',
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>',
      { B1: { value: 1 }, A3: { value: 3 } },
    ],
    [
      'a row in two pieces',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="1"><c r="B1"><v>2</v></c></row>',
      { A1: { value: 1 }, B1: { value: 2 } },
    ],
    [
      'cells out of order, and one of them twice',
      '<row><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="A1"><v>4</v></c></row>',
      { A1: { value: 4 }, C1: { value: 3 } },
    ],
    [
      'equal cells, and a negative zero beside zeros',
      '<row><c><v>0</v></c><c><v>-0</v></c><c><v>0</v></c><c><v>0.5</v></c><c><v>0.5</v></c></row>',
      { A1: { value: 0 }, B1: { value: -0 }, C1: { value: 0 }, D1: { value: 0.5 }, E1: { value: 0.5 } },
    ],
    [
      'numbers that are none, or too large',
      '<row><c><v>NaN</v></c><c><v>1e999</v></c><c><v> 7 </v></c><c><v>12345678901234567890</v></c></row>',
      { C1: { value: 7 }, D1: { value: 12345678901234567000 } },
    ],
    ['a mark of byte order that is text', '<row><c t="str"><v>\ufeffa</v></c></row>', { A1: { value: '\ufeffa' } }],
    ['empty rows', '<row r="1"/><row r="2"></row><row r="3"><c r="A3"><v>3</v></c></row>', { A3: { value: 3 } }],
    ['spans that lie', '<row r="1" spans="4:5"><c r="A1"><v>1</v></c></row>', { A1: { value: 1 } }],
    [
      'white space and comments',
      '\n <row r="1" >\n <!-- > --> <c r="A1" >\n<v>1</v>\n</c ></row >',
      { A1: { value: 1 } },
    ],
    [
      'attributes in other orders and quotes',
      `<row r='1'><c t='b' s='0' r='B1'><v>1</v></c></row>`,
      { B1: { value: true } },
    ],
    ['CDATA', '<row><c t="str"><v><![CDATA[a<b]]></v></c></row>', { A1: { value: 'a<b' } }],
    [
      'escapes of characters',
      '<row><c t="str"><v>a_x000D_b_x005F_x0041_</v></c></row>',
      { A1: { value: 'a\rb_x0041_' } },
    ],
    [
      'alternative content beside rows',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice/></mc:AlternateContent><row r="1"><c r="A1"><v>1</v></c></row>',
      { A1: { value: 1 } },
    ],
    [
      'shared formulas, relative to each cell',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">$D1+D$1+SUM(E:E)+"A1"</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>',
      {
        A1: { value: 1, formula: '$D1+D$1+SUM(E:E)+"A1"' },
        B1: { value: 2, formula: '$D1+E$1+SUM(F:F)+"A1"' },
        B2: { value: 3, formula: '$D2+E$1+SUM(F:F)+"A1"' },
      },
    ],
    [
      'a shared formula after the cell that shares it',
      '<row r="2"><c r="A2"><f t="shared" si="1"/><v>2</v></c></row><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="1">B1</f><v>1</v></c></row>',
      { A1: { value: 1, formula: 'B1' }, A2: { value: 2, formula: 'B2' } },
    ],
    [
      'functions younger than the format',
      '<row><c><f>_xlfn.MAXIFS(A:A,B:B,"_xlfn.IFS(")</f><v>1</v></c></row>',
      { A1: { value: 1, formula: 'MAXIFS(A:A,B:B,"_xlfn.IFS(")' } },
    ],
    ['no cells', '', {}],
  ])('%s', (_, inside, expected) => {
    expect(opened(inside)).toEqual(expected);
  });

  test('shared strings: plain, preserved, rich, without a hint of how they sound', () => {
    const strings = SST(
      '<t>a</t>',
      '<t xml:space="preserve"> b </t>',
      '<r><rPr><b/></rPr><t>c</t></r><r><t>d</t></r>',
      '<t>e</t><rPh sb="0" eb="1"><t>x</t></rPh>',
      '',
    );
    const cells = [0, 1, 2, 3, 4, 99].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(opened(`<row>${cells}</row>`, strings)).toEqual({
      A1: { value: 'a' },
      B1: { value: ' b ' },
      C1: { value: 'cd', rich: [{ text: 'c', font: { bold: true } }, { text: 'd' }] },
      D1: { value: 'e' },
      E1: { value: '' },
    });
  });

  test('a table of strings with a prefix of other letters, and a comment that speaks of one', () => {
    const strings = `<!-- <sst> --><é:sst xmlns:é="${MAIN}" uniqueCount="1"><é:si><é:t>a</é:t></é:si></é:sst>`;
    const bytes = file(rows('<row><c t="s"><v>0</v></c></row>'), { 'xl/sharedStrings.xml': strings });
    const workbook = openXlsx(bytes);
    workbook.sheets[0]!.write(parseRect('B1')!, [['b']], 'values');
    expect(cellsOf(openXlsx(saveXlsx(workbook)).sheets[0]!)).toEqual({ A1: { value: 'a' }, B1: { value: 'b' } });
  });

  test('a table of strings that is none is refused, not met again when saving', () => {
    expect(codeOf(() => opened('', { 'xl/sharedStrings.xml': '<styleSheet/>' }))).toBe('badXml');
  });

  test('prefixed elements, with a prefix for relationships too', () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`;
    const bytes = file(sheet, {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="r"><x:sheets><x:sheet name="Data" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
      'xl/sharedStrings.xml': `<x:sst xmlns:x="${MAIN}"><x:si><x:t>a</x:t></x:si></x:sst>`,
    });
    const sheets = openXlsx(bytes).sheets;
    expect([cellsOf(sheets[0]!), sheets[0]!.merges.areas]).toEqual([{ A1: { value: 'a' } }, [parseRect('A1:B2')]]);
    const workbook = openXlsx(bytes);
    workbook.sheets[0]!.write(parseRect('A3:B3')!, [['b', 2]], 'values');
    const again = openXlsx(saveXlsx(workbook)).sheets[0]!;
    expect(cellsOf(again)).toEqual({ A1: { value: 'a' }, A3: { value: 'b' }, B3: { value: 2 } });
  });

  test('UTF-16 parts and byte order marks', () => {
    const source = `<?xml version="1.0" encoding="UTF-16"?>${rows('<row><c t="str"><v>été</v></c></row>')}`;
    const utf16 = new Uint8Array(Buffer.from('\ufeff' + source, 'utf16le'));
    expect(cellsOf(openXlsx(file(utf16)).sheets[0]!)).toEqual({ A1: { value: 'été' } });
    expect(cellsOf(openXlsx(file('\ufeff' + source)).sheets[0]!)).toEqual({ A1: { value: 'été' } });
  });

  test('absolute targets of relationships', () => {
    const more = { 'xl/_rels/workbook.xml.rels': relationships(['worksheet', '/xl/worksheets/sheet1.xml']) };
    expect(opened('<row><c><v>1</v></c></row>', more)).toEqual({ A1: { value: 1 } });
  });

  test.each([
    ['a row off the sheet', '<row r="1048577"/>'],
    ['a cell off the sheet', '<row r="1"><c r="XFE1"/></row>'],
    ['a cell that is not closed', '<row r="1"><c r="A1"><v>1</v>'],
    ['a row that is not closed', '<row r="1"><c r="A1"/>'],
  ])('refuses %s', (_, inside) => {
    expect(codeOf(() => openXlsx(file(rows(inside))))).toBe('badXml');
  });

  test('reads many cells, formulas or not', () => {
    const cells = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="B${at + 1}"/></row>`,
    );
    expect(openXlsx(file(rows(cells.join('')))).activeSheet.cells.extent(true)).toMatchObject({
      rows: 20_000,
      columns: 1,
    });
  });
});

describe('saving', () => {
  const RICH = rows(
    '<row r="1" spans="1:3" ht="30" customHeight="1" x14ac:dyDescent="0.25" xmlns:x14ac="ac"><c r="A1" s="0" t="s" ph="1"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2" outlineLevel="1" collapsed="1"/>' +
      '<row r="3"><c r="A3" cm="1" t="str"><f t="array" ref="A3:A4">_xlfn.UNIQUE(B:B)</f><v>x</v></c><c r="B3"><f t="dataTable" ref="B3" r1="A1"/><v>7</v></c><c r="C3"><v>1</v><extLst><ext uri="u"/></extLst></c></row>' +
      '<row r="4"><c r="A4" t="s"><v>2</v></c></row>',
  );
  const STRINGS = SST(
    '<t>a</t>',
    '<r><rPr><b/><charset val="1"/></rPr><t>b</t></r>',
    '<t>a</t><rPh sb="0" eb="1"><t>y</t></rPh>',
  );
  const bytes = file(RICH, STRINGS);

  test('without a change every part is the same', () => {
    expect(changedParts(bytes, saveXlsx(openXlsx(bytes)))).toEqual([]);
  });

  test('a changed sheet keeps what the model does not know', () => {
    const after = touched(bytes);
    expect(text(after, SHEET)).toContain(
      '<row r="1" ht="30" customHeight="1" x14ac:dyDescent="0.25" xmlns:x14ac="ac"><c r="A1" t="s" ph="1"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="Z1"><v>1</v></c></row>' +
        '<row r="2" outlineLevel="1" collapsed="1"/>' +
        '<row r="3"><c r="A3" t="str" cm="1"><f t="array" ref="A3:A4">_xlfn.UNIQUE(B:B)</f><v>b</v></c><c r="B3"><f t="dataTable" ref="B3" r1="A1"/><v>7</v></c><c r="C3"><v>1</v><extLst><ext uri="u"/></extLst></c></row>' +
        '<row r="4"><c r="A4" t="s"><v>2</v></c></row>',
    );
    expect(changedParts(bytes, after)).not.toContain('xl/sharedStrings.xml');
  });

  test('new strings are added at the end, once', () => {
    const workbook = openXlsx(bytes);
    workbook.sheets[0]!.write(parseRect('D1:F1')!, [['new', 'new', 'a']], 'values');
    const after = saveXlsx(workbook);
    expect(text(after, 'xl/sharedStrings.xml')).toBe(
      text(bytes, 'xl/sharedStrings.xml')
        .replace(' count="9" uniqueCount="3"', ' uniqueCount="4"')
        .replace('</sst>', '<si><t>new</t></si></sst>'),
    );
    expect(text(after, SHEET)).toContain(
      '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>3</v></c><c r="F1" t="s"><v>0</v></c>',
    );
  });

  test('any text comes back as it was', () => {
    const texts = [
      ' a ',
      'l1\nl2',
      '\t',
      'a\r\nb',
      '\u0000\u001f',
      '_x0041_',
      '__x0041_',
      '\ud83d',
      'a\udc00b',
      '😀',
      '<&>"\'',
      '\uffff',
      '',
    ];
    const workbook = Workbook.blank();
    const sheet = workbook.sheets[0]!;
    workbook.load(() => texts.forEach((value, row) => sheet.putCell(row, 0, { value, style: 0 })));
    workbook.load(() => texts.forEach((value, row) => sheet.putCell(row, 1, { value, formula: 'A1', style: 0 })));
    const again = openXlsx(saveXlsx(workbook)).sheets[0]!;
    expect(texts.map((_, row) => [again.cells.get(row, 0)?.value, again.cells.get(row, 1)?.value])).toEqual(
      texts.map((value) => [value, value]),
    );
  });

  test('every kind of cell comes back as it was', () => {
    const cells: Omit<Cell, 'style'>[] = [
      { value: 0.1 + 0.2 },
      { value: -1e-300 },
      { value: false },
      { value: { error: '#DIV/0!' }, formula: '1/0' },
      { value: 3, formula: 'MAXIFS(A:A,B:B,"<"&1)+SUM(Table[[#This Row],[a b]])' },
      { value: 'ab', rich: [{ text: 'a', font: { bold: true, color: '#FF0000' } }, { text: 'b' }] },
      { value: null, formula: 'A1' },
    ];
    const workbook = Workbook.blank();
    workbook.load(() => cells.forEach((cell, row) => workbook.sheets[0]!.putCell(row, 0, { ...cell, style: 0 })));
    const bytes2 = saveXlsx(workbook);
    expect(Object.values(cellsOf(openXlsx(bytes2).sheets[0]!))).toEqual(cells);
    expect(text(bytes2, SHEET)).toContain('_xlfn.MAXIFS(');
  });

  test('the order of calculation goes when formulas come, and Excel is asked to compute', () => {
    const chain = {
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1"/></calcChain>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['calcChain', 'calcChain.xml'],
      ),
    };
    const source = file(rows('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'), chain);
    expect(contents(touched(source)).has('xl/calcChain.xml')).toBe(true);
    const workbook = openXlsx(source);
    workbook.sheets[0]!.write(parseRect('B1')!, [['=A1']], 'formulas');
    const after = saveXlsx(workbook);
    expect(contents(after).has('xl/calcChain.xml')).toBe(false);
    expect(text(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(text(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('the workbook saved is left as it was, and saves the same again', () => {
    // The file says when it was saved, to the second.
    const workbook = openXlsx(bytes, { now: () => 45_000 });
    workbook.sheets[0]!.write(parseRect('D1')!, [['new']], 'values');
    expect(saveXlsx(workbook)).toEqual(saveXlsx(workbook));
  });
});
