import { strToU8 } from 'fflate';
import { openXlsx, saveXlsx, Workbook, XlsxError } from '../../src/host';
import { draftImport, outlineWords, readDocument } from '../../src/import';
import { archiveOf, archiveOfParts, partsOf, withZip64End, type ArchiveFile } from '../support/archives';
import { randomFrom } from '../support/generator';
import { numbered, oleFile, SHEET, trackingSpecimen, type Specimen } from '../support/hostile-files';

/**
 * Files made to break what reads them. What bounds the work is counted in the product (sizes, entries, depths,
 * characters): the limits of time here only end a test that would hang.
 */
const hang = 30_000;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

let good: Uint8Array;
let parts: Readonly<Record<string, string>>;
let files: readonly ArchiveFile[];
let specimen: Specimen;

beforeAll(async () => {
  specimen = await trackingSpecimen();
  ({ bytes: good, parts, files } = specimen);
}, hang);

/** What becomes of a file: opened, read and saved again, or refused by its code. Anything else goes on as an error. */
function outcome(bytes: Uint8Array): string {
  try {
    saveXlsx(openXlsx(bytes));
    return 'opened';
  } catch (error) {
    if (error instanceof XlsxError) return error.code;
    throw error;
  }
}

const withPart = (name: string, text: string): Uint8Array => specimen.withPart(name, text);
const edited = (name: string, change: (text: string) => string): Uint8Array => specimen.edited(name, change);
const withCells = (rows: string, after = ''): Uint8Array => specimen.withCells(rows, after);
const without = (name: string): ArchiveFile[] => specimen.without(name);

const refusals: readonly (readonly [what: string, make: () => Uint8Array, code: string])[] = [
  ['nothing', () => new Uint8Array(0), 'notZip'],
  ['a text', () => strToU8('=cmd|calc!A0'), 'notZip'],
  ['a climbing name', () => archiveOf([...files, { name: '../../x.xml', content: strToU8('x') }]), 'unsafeName'],
  ['a climbing name of Windows', () => archiveOf([...files, { name: '..\\x.xml', content: strToU8('x') }]), 'unsafeName'],
  ['a drive', () => archiveOf([...files, { name: 'C:\\x.xml', content: strToU8('x') }]), 'unsafeName'],
  ['a NUL in a name', () => archiveOf([...files, { name: 'x\0.xml', content: strToU8('x') }]), 'unsafeName'],
  ['the same part twice', () => archiveOf([...files, files[0]!]), 'unsafeName'],
  ['the same part in other letters', () => archiveOf([...files, { ...files[0]!, name: files[0]!.name.toUpperCase() }]), 'unsafeName'],
  ['20,000 files more', () => archiveOf([...files, ...Array.from({ length: 20_000 }, (_, at) => ({ name: `x${at}`, content: new Uint8Array(0) }))]), 'tooLarge'],
  ['2 GB that are claimed', () => archiveOf([...files, { name: 'x.xml', content: strToU8('x'), claimed: 2e9 }]), 'tooLarge'],
  ['a bomb of 70 MB in 70 KB', () => archiveOf([...without(SHEET), { name: SHEET, content: new Uint8Array(7e7) }]), 'tooLarge'],
  ['a bomb that lies', () => archiveOf([...without(SHEET), { name: SHEET, content: new Uint8Array(2e7), claimed: 100 }]), 'damaged'],
  ['a size larger than the truth', () => archiveOf([...without(SHEET), { name: SHEET, content: strToU8('<a/>'), claimed: 5_000 }]), 'damaged'],
  [
    '10,000 files in the bytes of one',
    () =>
      archiveOf([
        ...files,
        { name: 'big', content: new Uint8Array(5e6), stored: true },
        ...Array.from({ length: 10_000 }, (_, at) => ({ name: `x${at}`, content: new Uint8Array(0), sharesWith: 'big', stored: true })),
      ]),
    'damaged',
  ],
  ['a password of Excel', () => oleFile('EncryptedPackage'), 'encrypted'],
  ['an Excel 97 file', () => oleFile('Workbook'), 'xls'],
  ['another file of that time', () => oleFile('WordDocument'), 'notZip'],
  ['an archive in an archive', () => archiveOf([{ name: 'suivi.xlsx', content: good }]), 'notWorkbook'],
  ['an OpenDocument file', () => archiveOfParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'notWorkbook'],
  ['a size that only a larger format could say', () => archiveOf([...without(SHEET), { name: SHEET, content: strToU8('<a/>'), claimed: 0xffffffff }]), 'damaged'],
  ['a directory of a billion files', () => withZip64End(good, { count: 1_000_000_000n }), 'tooLarge'],
  ['a directory of one file more', () => withZip64End(good, { count: BigInt(files.length + 1) }), 'damaged'],
  ['a directory beyond the end', () => withZip64End(good, { offset: 1n << 40n }), 'damaged'],
  ['a directory beyond all numbers', () => withZip64End(good, { offset: (1n << 64n) - 1n }), 'damaged'],
  ['a password in the archive', () => archiveOf(files.map((file) => ({ ...file, flags: 1 }))), 'encrypted'],
  ['a text document', () => archiveOfParts({ '[Content_Types].xml': parts['[Content_Types].xml'] ?? '', 'word/document.xml': '<w/>' }), 'notWorkbook'],
  ['a workbook without its sheet', () => archiveOf(without(SHEET)), 'missingPart'],
  ['a billion laughs', () => withPart(SHEET, '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet/>'), 'badXml'],
  ['an entity of the file system', () => withPart('xl/styles.xml', '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><styleSheet>&a;</styleSheet>'), 'badXml'],
  ['a document type before the strings', () => withPart('xl/sharedStrings.xml', '<!DOCTYPE sst SYSTEM "http://x.test/x.dtd"><sst/>'), 'badXml'],
  ['a document type far before them', () => withPart('xl/sharedStrings.xml', `${' '.repeat(9_000)}<!DOCTYPE sst [<!ENTITY a "a">]><sst/>`), 'badXml'],
  ['a million elements in one another', () => withPart('xl/styles.xml', '<a>'.repeat(1_000_000)), 'badXml'],
  ['100,000 elements in one another in a cell', () => withCells(`<row><c t="inlineStr"><is>${'<r>'.repeat(1e5)}</is></c></row>`), 'badXml'],
  ['100,000 elements in one another beside the cells', () => withCells('', '<a>'.repeat(1e5)), 'badXml'],
  ['15 million elements in the formats', () => withPart('xl/styles.xml', `<styleSheet>${'<a/>'.repeat(15e6)}</styleSheet>`), 'tooLarge'],
  ['15 million elements beside the cells', () => withCells('', `<x>${'<a/>'.repeat(15e6)}</x>`), 'tooLarge'],
  ['15 million elements in a cell', () => withCells(`<row><c t="inlineStr"><is>${'<r/>'.repeat(15e6)}</is></c></row>`), 'tooLarge'],
  ['10 million attributes', () => withPart('xl/styles.xml', `<styleSheet><a ${'b="" '.repeat(10e6)}/></styleSheet>`), 'tooLarge'],
  ['12 million strings', () => withPart('xl/sharedStrings.xml', `<sst>${'<si/>'.repeat(12e6)}</sst>`), 'tooLarge'],
  ['a million cells in the last column', () => withCells('<row><c r="XFD1"><v>1</v></c></row>'.repeat(1e6)), 'tooLarge'],
  ['a million cells in column 1,001', () => withCells('<row><c r="ALM1"><v>1</v></c></row>'.repeat(1e6)), 'tooLarge'],
  ['a rule for a million ranges', () => withCells('', `<conditionalFormatting sqref="${'A1:A9 '.repeat(1e6)}"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>`), 'tooLarge'],
  ['bytes that are no text', () => archiveOf([...without(SHEET), { name: SHEET, content: Uint8Array.from([...strToU8(`<worksheet><sheetData><row><c t="str"><v>`), 0xff, 0xfe, ...strToU8('</v></c></row></sheetData></worksheet>')]) }]), 'badXml'],
  ['links of a part that nothing shown needs, cut off', () => edited('xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels', (text) => text.slice(0, -60)), 'badXml'],
  ['a quote that never closes', () => withCells(' s="<row><c s="'), 'badXml'],
  ['a row that is no row', () => withCells('<row r="1048577"><c/></row>'), 'badXml'],
  ['a cell beyond the last column', () => withCells('<row r="1"><c r="XFE1"/></row>'), 'badXml'],
  [
    'a formula of 8,000 characters shared by 200,000 cells',
    () => withCells(`<row><c r="A1"><f t="shared" si="0">${'A1+'.repeat(2_600)}1</f></c></row>${numbered(200_000, (row) => `<row r="${row + 1}"><c><f t="shared" si="0"/></c></row>`)}`),
    'tooLarge',
  ],
  [
    'one sheet listed 5,000 times',
    () => edited('xl/workbook.xml', (text) => text.replace(/<sheet [^>]*r:id="([^"]+)"[^>]*\/>/, (sheet, id: string) => sheet + numbered(5_000, (at) => `<sheet name="S${at}" sheetId="${at + 99}" r:id="${id}"/>`))),
    'damaged',
  ],
]; // prettier-ignore

describe('a file that is no workbook is refused by name', () => {
  test.each(refusals)('%s', (_, make, code) => expect(outcome(make())).toBe(code), hang);
});

const oddities: readonly (readonly [what: string, make: () => Uint8Array])[] = [
  ['a dimension of the whole sheet over nothing', () => withPart(SHEET, `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData/></worksheet>`)],
  ['1,048,576 rows', () => withCells(numbered(1_048_576, (row) => `<row r="${row}"><c><v>1</v></c></row>`))],
  ['100,000 formulas in a chain', () => withCells(numbered(100_000, (row) => `<row r="${row}"><c><f>A${row + 1}+1</f></c></row>`))],
  ['a formula that counts itself', () => withCells('<row r="1"><c r="A1"><f>A1+B1</f></c><c r="B1"><f>A1</f></c></row>')],
  ['brackets in one another in a formula', () => withCells(`<row><c><f>${'('.repeat(1e5)}1${')'.repeat(1e5)}</f></c></row>`)],
  ['a merge of the whole sheet, a thousand times', () => withCells('<row><c><v>1</v></c></row>', `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000)}</mergeCells>`)],
  ['widths of all columns, 100,000 times', () => withPart(SHEET, `<worksheet xmlns="${MAIN}"><cols>${'<col min="1" max="16384" width="9"/>'.repeat(100_000)}</cols><sheetData/></worksheet>`)],
  ['a million strings', () => edited('xl/sharedStrings.xml', (text) => text.replace('</sst>', `${'<si><t>x</t></si>'.repeat(1_000_000)}</sst>`))],
  ['a string of 10 MB', () => withCells(`<row><c t="inlineStr"><is><t>${'x'.repeat(10_000_000)}</t></is></c></row>`)],
  ['50,000 formats', () => edited('xl/styles.xml', (text) => text.replace(/<cellXfs[^>]*>/, (tag) => tag + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(50_000)))],
  ['formats that name each other', () => edited('xl/styles.xml', (text) => text.replace(/xfId="\d+"/g, 'xfId="99999"').replace(/fontId="\d+"/g, 'fontId="-1"'))],
  ['100,000 defined names', () => edited('xl/workbook.xml', (text) => text.replace('<calcPr', `<definedNames>${numbered(100_000, (at) => `<definedName name="n${at}">n${at + 1}</definedName>`)}</definedNames><calcPr`))],
  ['200,000 names that lead to each other', () => edited('xl/workbook.xml', (text) => text.replace(/<calcPr|<\/workbook>/, (next) => `<definedNames>${numbered(200_000, (at) => `<definedName name="n${at}">n${at + 1}</definedName>`)}</definedNames>${next}`))],
  ['a formula that asks the first of 100,000 names', () => archiveOfParts({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(/<definedNames>.*<\/definedNames>/, '').replace(/<calcPr|<\/workbook>/, (next) => `<definedNames>${numbered(100_000, (at) => `<definedName name="n${at}">n${at + 1}</definedName>`)}</definedNames>${next}`), [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData><row><c><f>n1</f></c></row></sheetData></worksheet>` })],
  ['an attribute of 10 MB', () => withCells(`<row><c cm="${'x'.repeat(10_000_000)}"><v>1</v></c></row>`)],
  ['numbers that are none', () => withCells('<row><c><v>NaN</v></c><c><v>-Infinity</v></c><c><v>1e999</v></c><c><v>-</v></c><c t="d"><v>9999-99-99</v></c><c t="?"><v>1</v></c></row>')],
  ['strings and formats that do not exist', () => withCells('<row><c t="s" s="99999"><v>999999</v></c><c t="s"><v>-1</v></c><c s="-1"><v>1</v></c><c s="1e9"/></row>')],
  ['cells and rows out of order, twice, and far away', () => withCells('<row r="9"><c r="XFD9"><v>1</v></c><c r="A9"><v>2</v></c><c r="A9"><v>3</v></c></row><row r="1048576"><c r="A1"><v>4</v></c></row><row r="2"><c r="B7"><v>5</v></c></row>')],
  ['days counted from 1904', () => edited('xl/workbook.xml', (text) => text.replace(/<workbookPr[^>]*\/>|(<sheets>)/, (_, next: string | undefined) => `<workbookPr date1904="1"/>${next ?? ''}`))],
  ['a size of the larger format', () => withZip64End(good)],
  ['a name that begins at the root', () => specimen.and({ name: '/etc/passwd', content: strToU8('x') })],
  ['a link among files', () => specimen.and({ name: 'xl/lien', content: strToU8('/etc/passwd'), attributes: 0o120777 * 65536 })],
  ['an archive within', () => specimen.and({ name: 'xl/embeddings/a.xlsx', content: good })],
  ['200,000 heights', () => withCells(numbered(200_000, (row) => `<row ht="${row / 1000}"/>`))],
  ['links to itself and upwards', () => edited('xl/_rels/workbook.xml.rels', (text) => text.replace('</Relationships>', '<Relationship Id="rA" Type="x/worksheet" Target="workbook.xml"/><Relationship Id="rB" Type="x/y" Target="../../../../etc/passwd"/></Relationships>'))],
]; // prettier-ignore

describe('a file that is only odd is opened and saved', () => {
  test.each(oddities)('%s', (_, make) => expect(outcome(make())).toBe('opened'), hang);

  test('200 sheets', () => {
    const workbook = Workbook.blank();
    for (let at = 1; at < 200; at++) workbook.addSheet(`Feuille ${at}`);
    expect(openXlsx(saveXlsx(workbook)).sheets).toHaveLength(200);
  });

  test('macros and links to other files are kept byte for byte, and nothing of them runs or is fetched', () => {
    const macro = strToU8('macro: Shell "calc"');
    const link = `<externalLink xmlns="${MAIN}"><externalBook/></externalLink>`;
    const types = parts['[Content_Types].xml'] ?? '';
    const bytes = archiveOf([
      ...files.filter(({ name }) => name !== '[Content_Types].xml' && name !== 'xl/_rels/workbook.xml.rels'),
      { name: '[Content_Types].xml', content: strToU8(types.replace('openxmlformats-officedocument.spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main')) },
      { name: 'xl/_rels/workbook.xml.rels', content: strToU8((parts['xl/_rels/workbook.xml.rels'] ?? '').replace('</Relationships>', '<Relationship Id="rV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rE" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>')) },
      { name: 'xl/vbaProject.bin', content: macro, stored: true },
      { name: 'xl/externalLinks/externalLink1.xml', content: strToU8(link) },
      { name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content: strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="http://x.test/a.xlsx" TargetMode="External"/></Relationships>') },
    ]); // prettier-ignore
    const fetched = jest.spyOn(globalThis, 'fetch');
    const workbook = openXlsx(bytes);
    workbook.sheets[0]!.write({ row: 0, column: 40, rows: 1, columns: 1 }, [['changé']], 'values');
    const saved = partsOf(saveXlsx(workbook));
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
    expect([saved['xl/vbaProject.bin'], saved['xl/externalLinks/externalLink1.xml']]).toEqual([
      'macro: Shell "calc"',
      link,
    ]);
    expect(saved['xl/externalLinks/_rels/externalLink1.xml.rels']).toContain('http://x.test/a.xlsx');
  });
});

describe('a damaged file is opened or refused, never anything else', () => {
  test('cut after any length', () => {
    const step = Math.ceil(good.length / 100);
    const codes = Array.from({ length: 100 }, (_, at) => outcome(good.slice(0, Math.min(good.length - 1, at * step))));
    expect(new Set(codes)).toEqual(new Set(['notZip', 'damaged']));
  });

  test('with bits turned', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 100; round++) {
      const bytes = good.slice();
      for (let bit = 0; bit <= round % 8; bit++) {
        bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
      }
      expect(outcome(bytes)).toMatch(/^\w+$/);
    }
  });

  test('with its XML cut, doubled, emptied, and its values put wrong', () => {
    const random = randomFrom(77);
    const junk = ['<', '>', '"', '&', '-1', '99999999999', '/', '\0', 'A1:XFD1048576', 'A0', '1e9', 'NaN', '', '=1'];
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.slice(0, random() * text.length),
      (text) => text.replace(/"[^"]*"/g, (value) => (random() < 0.02 ? `"${pick(junk)}"` : value)),
      (text) => text.replace(/<(\w+)[^<>]*\/>/g, (element) => (random() < 0.05 ? '' : element)),
      (text) => text.replace(/<(\w+)[^<>]*\/>/g, (element) => (random() < 0.05 ? element.repeat(3) : element)),
      (text) => text.replace(/ [a-zA-Z]+="[^"]*"/g, (attribute) => (random() < 0.03 ? '' : attribute)),
      (text) => text.replace(/>[^<]+</g, (inside) => (random() < 0.05 ? `>${pick(junk)}<` : inside)),
    ];
    const names = Object.keys(parts);
    for (let round = 0; round < 120; round++) {
      const name = pick(names);
      expect(outcome(edited(name, pick(changes)))).toMatch(/^\w+$/);
    }
  }, hang); // prettier-ignore
});

describe('documents for the import', () => {
  const options = { words: outlineWords('fr'), referenceYear: 2021 };
  const read = (bytes: Uint8Array): string => {
    const document = readDocument({ kind: 'file', bytes });
    if (!document.ok) return document.refusal;
    draftImport(document.value, options);
    return 'read';
  };
  const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
    archiveOfParts({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...more });
  const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  test.each<[string, () => Uint8Array, string]>([
    ['a .docx of 1,000 tables in one another', () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(1_000)}${line('x')}`), 'tooDeep'],
    ['a .docx with an entity', () => archiveOfParts({ 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "a">]><w:document/>' }), 'damaged'],
    ['a numbering with an entity', () => docx(line('4 octobre 2021 : x'), { 'word/numbering.xml': '<!DOCTYPE d><w:numbering/>' }), 'damaged'],
    ['a .docx bomb', () => archiveOf([{ name: 'word/document.xml', content: new Uint8Array(1e4), claimed: 1.2e8 }]), 'unpacksTooLarge'],
    ['a .docx bomb that lies', () => archiveOf([{ name: 'word/document.xml', content: new Uint8Array(2e7), claimed: 100 }]), 'unpacksTooLarge'],
    ['a cell over a billion columns', () => docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${line('4 octobre 2021 : Congrès')}</w:tc></w:tr></w:tbl>`), 'read'],
    ['20,000 paragraphs', () => docx(line('4 octobre 2021 : Congrès').repeat(20_000)), 'read'],
    ['10,000 elements in one another', () => docx(`${'<w:sdt>'.repeat(10_000)}${line('4 octobre 2021 : Congrès')}`), 'read'],
    ['a million lines', () => strToU8('x\n'.repeat(1_000_000)), 'read'],
    ['a million rows of TSV', () => strToU8('a\tb\tc\n'.repeat(1_000_000)), 'tooLarge'],
    ['50 MB', () => new Uint8Array(5e7).fill(120), 'tooLarge'],
    ['an .xlsx bomb', () => archiveOf([{ name: 'xl/workbook.xml', content: new Uint8Array(2e7) }]), 'unpacksTooLarge'],
    ['an .xlsx whose strings never end', () => archiveOfParts({ ...parts, 'xl/sharedStrings.xml': '<sst><si><t>x' }), 'read'],
    ['HTML of 100,000 cells over all rows', () => strToU8(`<table>${'<tr><td rowspan=1000000 colspan=1000000>4 octobre 2021 : x'.repeat(3_000)}</table>`), 'read'],
  ])('%s', (_, make, expected) => expect(read(make())).toBe(expected), hang); // prettier-ignore

  test('a damaged .xlsx or .docx is read or refused, never anything else', () => {
    const random = randomFrom(9);
    const document = docx(numbered(60, (at) => line(`${at} octobre 2021 : Rencontre`)));
    for (const whole of [good, document]) {
      for (let round = 0; round < 30; round++) {
        const bytes = whole.slice(0, round % 2 ? whole.length : Math.floor(random() * whole.length));
        for (let bit = 0; bit < round % 9; bit++) bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
        expect(read(bytes)).toMatch(/^\w+$/);
      }
    }
  }, hang); // prettier-ignore
});
