import { strToU8, zipSync } from 'fflate';
import { Package } from './package';
import { archive, changedParts, codeOf, contents, parts, worksheet } from '../test-files';
import { xml } from '../xml/xml';
import { openXlsx } from '..';

const SHEET = worksheet('<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>');
const bytesOf = (name: string, content: Uint8Array | string): Uint8Array =>
  zipSync({ [name]: typeof content === 'string' ? strToU8(content) : content });

/** An OLE container as far as anybody looks: its signature and the name of a stream. */
const ole = (name: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...Buffer.from(name, 'utf16le')]]);

function encryptedEntry(): Uint8Array {
  const bytes = archive(parts(SHEET));
  const data = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 < bytes.length; at++)
    if (data.getUint32(at, true) === 0x02014b50) data.setUint16(at + 8, 1, true);
  return bytes;
}

function corrupted(): Uint8Array {
  const bytes = archive(parts(SHEET)).slice();
  bytes[60]! ^= 0xff;
  return bytes;
}

test.each([
  ['no archive', strToU8('Nom;Valeur\n'), 'notZip'],
  ['nothing', new Uint8Array(0), 'notZip'],
  ['a zip cut short', archive(parts(SHEET)).subarray(0, 400), 'damaged'],
  ['a damaged part', corrupted(), 'damaged'],
  ['an encrypted archive', encryptedEntry(), 'encrypted'],
  ['a workbook with a password', ole('EncryptedPackage'), 'encrypted'],
  ['an Excel 97 file', ole('Workbook'), 'xls'],
  ['another OLE file', ole('WordDocument'), 'notZip'],
  ['an OpenDocument file', bytesOf('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'notWorkbook'],
  ['a name that climbs out', archive({ ...parts(SHEET), '../evil.xml': '<a/>' }), 'unsafeName'],
  ['a name with a drive', archive({ ...parts(SHEET), 'C:/evil.xml': '<a/>' }), 'unsafeName'],
  ['the same part twice', archive({ ...parts(SHEET), 'XL/Workbook.xml': '<a/>' }), 'unsafeName'],
  [
    'a binary workbook',
    archive({
      ...parts(SHEET),
      '[Content_Types].xml': (parts(SHEET)['[Content_Types].xml'] as string).replace(
        /application\/vnd[^"]*main\+xml/,
        'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
      ),
    }),
    'xlsb',
  ],
  [
    'a text document',
    archive({
      ...parts(SHEET),
      '[Content_Types].xml': (parts(SHEET)['[Content_Types].xml'] as string).replace(
        /spreadsheetml\.sheet/,
        'x.document',
      ),
    }),
    'notWorkbook',
  ],
  ['a sheet that is not there', archive(withoutSheet()), 'missingPart'],
  ['a sheet that is not XML', archive(parts('<worksheet><sheetData>')), 'badXml'],
  ['a sheet with a document type', archive(parts(`<?xml version="1.0"?><!DOCTYPE x []>${SHEET}`)), 'badXml'],
])('%s is refused by name', (_, bytes, expected) => {
  expect(codeOf(() => openXlsx(bytes))).toBe(expected);
});

function withoutSheet(): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(parts(SHEET)).filter(([name]) => name !== 'xl/worksheets/sheet1.xml'));
}

test('what would unpack to too much is refused before it is unpacked', () => {
  const bomb = archive({ ...parts(SHEET), 'xl/media/zeros.bin': new Uint8Array(3_000_000) });
  const limits = { entries: 100, total: 2_000_000, ratio: 1000, ratioFrom: 1e9 };
  expect(codeOf(() => openXlsx(bomb, { limits }))).toBe('tooLarge');
  expect(codeOf(() => openXlsx(bomb, { limits: { ...limits, total: 1e9, ratio: 100, ratioFrom: 1000 } }))).toBe(
    'tooLarge',
  );
  expect(codeOf(() => openXlsx(bomb, { limits: { ...limits, entries: 3 } }))).toBe('tooLarge');
  expect(codeOf(() => openXlsx(bomb))).toBe('none');
});

test('a lying directory unpacks to no more than it promised', () => {
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), big: new Uint8Array(100_000) });
  const data = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (data.getUint32(at, true) === 0x02014b50 && data.getUint32(at + 24, true) === 100_000)
      data.setUint32(at + 24, 10, true);
  }
  const pkg = Package.open(bytes);
  expect(codeOf(() => pkg.bytes('big'))).toBe('damaged');
});

describe('writing', () => {
  const before = archive({ ...parts(SHEET), 'xl/': new Uint8Array(0), 'xl\\media\\Pic.PNG': Uint8Array.of(1, 2, 3) });

  test('what nobody touches stays byte for byte, in its place', () => {
    const pkg = Package.open(before).fork();
    pkg.put('xl/new.xml', pkg.xml('xl/workbook.xml').clone(), 'application/x');
    const after = pkg.save();
    expect(changedParts(before, after)).toEqual(['[Content_Types].xml']);
    expect([...contents(after).keys()]).toEqual([...contents(before).keys(), 'xl/new.xml']);
  });

  test('backslashes in names are slashes, and case does not matter', () => {
    expect(Package.open(before).bytes('XL/media/pic.png')).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('a fork leaves the package it came from alone', () => {
    const pkg = Package.open(before);
    pkg.fork().edit('xl/workbook.xml').set('x', 1);
    expect(pkg.xml('xl/workbook.xml').get('x')).toBeUndefined();
    expect(changedParts(before, pkg.save())).toEqual([]);
  });

  test('removing a part takes out its type and what only it led to', () => {
    const pkg = Package.open(before).fork();
    pkg.put('a.xml', pkg.xml('xl/workbook.xml').clone(), 'application/a');
    pkg.put('b.xml', pkg.xml('xl/workbook.xml').clone(), 'application/b');
    const id = pkg.relate('', 'thing', 'a.xml');
    pkg.relate('a.xml', 'thing', 'b.xml');
    pkg.relate('a.xml', 'workbook', 'xl/workbook.xml');
    pkg.unrelate('', id);
    pkg.removeTree('a.xml');
    expect(changedParts(before, pkg.save()).filter((name) => !name.endsWith('.rels'))).toEqual(['[Content_Types].xml']);
    expect([...contents(pkg.save()).keys()]).toEqual([...contents(before).keys()]);
    expect(pkg.contentType('b.xml')).toBe('application/xml');
  });
});

test.each([
  ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/workbook.xml', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/worksheets/sheet1.xml', '../tables/table%201.xml', 'xl/tables/table 1.xml'],
  ['xl/worksheets/sheet1.xml', '..\\drawings\\d.xml#x', 'xl/drawings/d.xml'],
  ['', 'xl/workbook.xml', 'xl/workbook.xml'],
])('from %s, %s is %s', (source, target, expected) => {
  const pkg = Package.create();
  pkg.put(expected, pkg.xml('[Content_Types].xml').clone());
  pkg.relate(source, 'x', target, true);
  const rels = source === '' ? '_rels/.rels' : source.replace(/([^/]+)$/, '_rels/$1.rels');
  pkg.edit(rels).elements()[0]!.set('TargetMode', undefined);
  expect(pkg.related(source, 'x')).toBe(expected);
});

it('gives each link an id of its own, whoever else changes the links', () => {
  const pkg = Package.create();
  const link = (target: string) => pkg.relate('xl/workbook.xml', 'hyperlink', target, true);
  expect([link('a'), link('b'), link('c')]).toEqual(['rId1', 'rId2', 'rId3']);
  pkg.unrelate('xl/workbook.xml', 'rId1');
  expect([link('d'), link('e')]).toEqual(['rId4', 'rId5']);
  pkg.edit('xl/_rels/workbook.xml.rels').append(xml('Relationship', { Id: 'rId6' }));
  expect([link('f'), pkg.relate('', 'x', 'y'), link('g')]).toEqual(['rId7', 'rId1', 'rId8']);
});
