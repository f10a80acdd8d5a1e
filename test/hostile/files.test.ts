import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../../src/cli/run';
import { newWorkbook } from '../../src/cli/session';
import { openXlsx, saveXlsx, Workbook, XlsxError } from '../../src/host';
import { draftImport, outlineWords, readDocument } from '../../src/import';
import { parseIso } from '../../src/plan';
import { buildReport } from '../../src/report';
import { archiveOf, archiveOfParts, partsOf, type ArchiveFile } from '../support/archives';
import { generate, randomFrom } from '../support/generator';
import { terminal } from '../support/terminal';

/**
 * Files made to break what reads them. What bounds the work is counted in the product (sizes, entries, depths,
 * characters): the limits of time here only end a test that would hang.
 */
const hang = 30_000;

const today = parseIso('2021-10-15')!;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';

/** A tracking workbook with a report and a coverage: tables, a PivotTable, a chart, names, formats. */
let good: Uint8Array;
let parts: Readonly<Record<string, string>>;
let files: readonly ArchiveFile[];

beforeAll(async () => {
  const session = newWorkbook({ language: 'fr', today });
  const { gateway } = session;
  const { plan, activities } = generate({ actions: 6, activities: 8 });
  await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' });
  const read = await gateway.readPlan();
  if (!read.ok) throw new Error(read.error.code);
  const period = { from: null, to: null };
  await gateway.writeReport(
    buildReport(read.value, { language: 'fr', today, period, paper: 'letter', order: 'plan', onlyUncovered: false }),
  );
  await gateway.writeCoverage({ plan, activities, period, today, language: 'fr' });
  good = session.toXlsx();
  parts = partsOf(good);
  files = Object.entries(parts).map(([name, text]) => ({ name, content: strToU8(text) }));
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

const withPart = (name: string, text: string): Uint8Array => archiveOfParts({ ...parts, [name]: text });
const edited = (name: string, change: (text: string) => string): Uint8Array =>
  withPart(name, change(parts[name] ?? ''));
const withCells = (rows: string, after = ''): Uint8Array =>
  withPart(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`);
const numbered = (count: number, of: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index + 1)).join('');
const without = (name: string): ArchiveFile[] => files.filter((file) => file.name !== name);

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
  ['a password in the archive', () => archiveOf(files.map((file) => ({ ...file, flags: 1 }))), 'encrypted'],
  ['a text document', () => archiveOfParts({ '[Content_Types].xml': parts['[Content_Types].xml'] ?? '', 'word/document.xml': '<w/>' }), 'notWorkbook'],
  ['a workbook without its sheet', () => archiveOf(without(SHEET)), 'missingPart'],
  ['a billion laughs', () => withPart(SHEET, '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet/>'), 'badXml'],
  ['an entity of the file system', () => withPart('xl/styles.xml', '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><styleSheet>&a;</styleSheet>'), 'badXml'],
  ['a document type before the strings', () => withPart('xl/sharedStrings.xml', '<!DOCTYPE sst SYSTEM "http://x.test/x.dtd"><sst/>'), 'badXml'],
  ['a document type far before them', () => withPart('xl/sharedStrings.xml', `${' '.repeat(9_000)}<!DOCTYPE sst [<!ENTITY a "a">]><sst/>`), 'badXml'],
  ['a million elements in one another', () => withPart('xl/styles.xml', '<a>'.repeat(1_000_000)), 'badXml'],
  ['100,000 elements in one another in a cell', () => withCells(`<row><c t="inlineStr"><is>${'<r>'.repeat(1e5)}</is></c></row>`), 'badXml'],
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

describe('tables of our names that others made', () => {
  /** A workbook of another program whose tables are called as ours are. */
  async function stranger(headers: readonly string[]): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    for (const name of ['Plan', 'Activites', 'Parametres']) {
      const columns = headers.map((header) => ({ name: header }));
      const rows = [headers.map((_, at) => `=${at}`), headers.map((_, at) => at)];
      workbook.addWorksheet(`Feuille ${name}`).addTable({ name, ref: 'A1', headerRow: true, columns, rows });
    }
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  test.each([
    ['other headers', ['Date', 'Client', 'Montant']],
    ['headers that are formulas', ['=1+1', '=2', '=cmd|x!A0']],
  ])('%s: a message, and nothing is changed', async (_, headers) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'suivi-hostile-'));
    const file = path.join(folder, 'autre.xlsx');
    const bytes = await stranger(headers);
    writeFileSync(file, bytes);
    for (const argv of [
      ['read', file],
      ['report', file, '--in-place'],
      ['check', file],
    ]) {
      const screen = terminal();
      expect(await runCli(argv, screen, today)).toBe(1);
      expect(screen.err()).not.toBe('');
    }
    expect(Buffer.from(bytes).equals(readFileSync(file))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

describe('the command line', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'suivi-hostile-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const commands: readonly (readonly string[])[] = [
    ['read'],
    ['add', '--item', '1.1', '--dates', '2 juin 2021', '--title', 'x', '--in-place'],
    ['report', '--in-place'],
    ['coverage', '--in-place'],
    ['import', '-o', 'PLAN'],
  ];
  const broken: readonly (readonly [string, () => Uint8Array])[] = [
    ['cut', () => good.slice(0, 2_000)],
    ['a bomb', () => archiveOf([...without(SHEET), { name: SHEET, content: new Uint8Array(7e7) }])],
    ['no workbook', () => strToU8('\0\u0001\u0002'.repeat(500))],
  ];
  for (const [what, make] of broken) {
    test.each(['fr_CA.UTF-8', 'en_CA.UTF-8'])(`${what}: exit 2, a message, nothing written (%s)`, async (lang) => {
      const file = path.join(folder, 'mauvais.xlsx');
      const bytes = make();
      writeFileSync(file, bytes);
      for (const [command = '', ...options] of commands) {
        const screen = terminal({ lang });
        const argv = [command, file, ...options.map((option) => (option === 'PLAN' ? path.join(folder, 'neuf.xlsx') : option))];
        expect([argv[0], await runCli(argv, screen, today)]).toEqual([command, 2]);
        expect(screen.err()).toMatch(lang.startsWith('fr') ? /Rien n’a|n’a pas été|ne se lit pas|n’est/ : /Nothing|not|cannot/i);
      }
      expect(readdirSync(folder)).toEqual(['mauvais.xlsx']);
      expect(Buffer.from(bytes).equals(readFileSync(file))).toBe(true);
    }, hang); // prettier-ignore
  }
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
