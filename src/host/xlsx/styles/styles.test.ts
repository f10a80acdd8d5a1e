import { parseRect } from '../../model';
import type { StylePatch } from '../../model';
import { Colors } from './colors';
import { MAIN } from '../xml/namespaces';
import { contents, file, worksheet } from '../test-files';
import { parseXml } from '../xml/xml';
import { openXlsx, saveXlsx } from '..';

const color = (attributes: string): string | undefined =>
  new Colors().resolve(parseXml(`<color ${attributes}/>`, 'color').root);

test.each([
  ['rgb="FF12abCD"', '#12ABCD'],
  ['rgb="12abCD"', '#12ABCD'],
  ['indexed="10"', '#FF0000'],
  ['theme="0"', '#FFFFFF'],
  ['theme="1"', '#000000'],
  ['theme="4"', '#4472C4'],
  ['theme="4" tint="0.59999389629810485"', '#B4C7E7'],
  ['theme="4" tint="-0.249977111117893"', '#2F5597'],
  ['theme="0" tint="-0.14999847407452621"', '#D9D9D9'],
  ['theme="1" tint="0.499984740745262"', '#7F7F7F'],
  ['auto="1"', undefined],
  ['indexed="64"', '#000000'],
  ['theme="99"', undefined],
])('the colour %s is %s', (attributes, expected) => {
  expect(color(attributes)).toBe(expected);
});

const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts>` +
  '<fonts count="2"><font><sz val="10"/><name val="Verdana"/><family val="2"/></font><font><b/><sz val="14"/><color theme="4"/><name val="Georgia"/><scheme val="major"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FF00FF00"/></stop></gradientFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" pivotButton="1"><alignment readingOrder="2"/></xf></cellXfs>' +
  '<extLst><ext uri="u"/></extLst></styleSheet>';
const SHEET = worksheet('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>');
const source = file(SHEET, { 'xl/styles.xml': STYLES });

/** The cell format and the records of the style sheet after A1 has been changed. */
function changed(patch: StylePatch): { readonly cell: string; readonly styles: string } {
  const workbook = openXlsx(source);
  workbook.sheets[0]!.styles.change(parseRect('A1')!, patch);
  const after = contents(saveXlsx(workbook));
  const text = (part: string): string => new TextDecoder().decode(after.get(part));
  return { cell: /<c r="A1"[^>]*>/.exec(text('xl/worksheets/sheet1.xml'))![0], styles: text('xl/styles.xml') };
}

test('the look of an empty cell is that of the file', () => {
  const { styles, sheets } = openXlsx(source);
  expect([styles.get(0).font.name, styles.get(sheets[0]!.styles.at(0, 0)).font.color]).toEqual(['Verdana', '#4472C4']);
});

test.each<[string, StylePatch, string, string]>([
  [
    'a number format',
    { numberFormat: '0.000' },
    '<numFmt numFmtId="165" formatCode="0.000"/></numFmts>',
    '<xf numFmtId="165" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" pivotButton="1" applyNumberFormat="1"><alignment readingOrder="2"/></xf></cellXfs>',
  ],
  [
    'a font',
    { font: { bold: false, italic: true } },
    '<font><i/><sz val="14"/><color theme="4"/><name val="Georgia"/><scheme val="major"/></font></fonts>',
    '<xf numFmtId="164" fontId="2" fillId="2" borderId="0" xfId="0" applyFont="1" pivotButton="1"><alignment readingOrder="2"/></xf></cellXfs>',
  ],
  [
    'a fill',
    { fill: '#FF0000' },
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor indexed="64"/></patternFill></fill></fills>',
    'fillId="3" borderId="0" xfId="0" applyFont="1" pivotButton="1" applyFill="1"><alignment readingOrder="2"/></xf></cellXfs>',
  ],
  [
    'an edge',
    { borders: { top: { line: 'thin', color: '#0000FF' } } },
    '<border><left/><right/><top style="thin"><color rgb="FF0000FF"/></top><bottom/><diagonal/></border></borders>',
    'borderId="1" xfId="0" applyFont="1" pivotButton="1" applyBorder="1"><alignment readingOrder="2"/></xf></cellXfs>',
  ],
  [
    'wrapping',
    { wrap: true },
    '</cellXfs><extLst><ext uri="u"/></extLst>',
    'pivotButton="1" applyAlignment="1"><alignment readingOrder="2" wrapText="1"/></xf></cellXfs>',
  ],
])('changing %s copies the cell’s own format and adds what is new', (_, patch, record, format) => {
  const { cell, styles } = changed(patch);
  expect(cell).toBe('<c r="A1" s="2">');
  expect(styles).toContain(record);
  expect(styles).toContain(format);
});

test('a style that comes back to the file’s own finds it again', () => {
  const workbook = openXlsx(source);
  const sheet = workbook.sheets[0]!;
  sheet.styles.change(parseRect('A1')!, { wrap: true });
  sheet.styles.change(parseRect('A1')!, { wrap: false });
  expect(new TextDecoder().decode(contents(saveXlsx(workbook)).get('xl/styles.xml'))).toBe(
    new TextDecoder().decode(contents(source).get('xl/styles.xml')),
  );
});
