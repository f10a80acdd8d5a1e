import { parts, archive, codeOf } from '../test-files';
import { Package } from '../package/package';
import { MAIN } from '../xml/namespaces';
import { xmlString } from '../xml/xml';
import { sheetSource, shellOf } from './source';

const PART = 'xl/worksheets/sheet1.xml';
const encoder = new TextEncoder();

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), !isBig);
  return bytes;
}

/** The cells and the rest of a sheet's part; `end` is where the first end tag after the cells of this test stands. */
function cut(part: string | Uint8Array): { readonly cells: string | null; readonly shell: string } {
  const pkg = Package.open(archive(parts(part)));
  const { bytes, start } = sheetSource(pkg, PART);
  if (start === null) return { cells: null, shell: xmlString(shellOf(bytes, null, PART)) };
  const text = new TextDecoder().decode(bytes.subarray(start));
  const inside = text.slice(0, /<\/(?:x:)?sheetData/.exec(text)?.index);
  const end = start + encoder.encode(inside).length;
  return { cells: inside, shell: xmlString(shellOf(bytes, { start, end }, PART)) };
}

const head = `<worksheet xmlns="${MAIN}">`;

test.each([
  ['cells', `${head}<sheetData><row/></sheetData></worksheet>`, '<row/>', `${head}<sheetData/></worksheet>`],
  ['no cells', `${head}<cols/></worksheet>`, null, `${head}<cols/></worksheet>`],
  ['an empty element', `${head}<sheetData/></worksheet>`, null, `${head}<sheetData/></worksheet>`],
  ['an empty sheet', `<worksheet xmlns="${MAIN}"/>`, null, `<worksheet xmlns="${MAIN}"/>`],
  [
    'a comment that speaks of cells',
    `${head}<!-- <sheetData> --><sheetData a=">"><row/></sheetData></worksheet>`,
    '<row/>',
    `${head}<!-- <sheetData> --><sheetData a=">"/></worksheet>`,
  ],
  [
    'cells within something else',
    `${head}<ext><sheetData><row/></sheetData></ext></worksheet>`,
    null,
    `${head}<ext><sheetData><row/></sheetData></ext></worksheet>`,
  ],
  [
    'a prefix',
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row>é</x:row></x:sheetData><x:b/></x:worksheet>`,
    '<row>é</row>',
    `<worksheet xmlns:x="${MAIN}" xmlns="${MAIN}"><sheetData/><b/></worksheet>`,
  ],
])('%s', (_, part, cells, shell) => expect(cut(part)).toEqual({ cells, shell }));

test.each([false, true])('UTF-16, the larger byte first: %s', (isBig) => {
  expect(cut(utf16(`${head}<sheetData>é</sheetData></worksheet>`, isBig))).toEqual({
    cells: 'é',
    shell: `${head}<sheetData/></worksheet>`,
  });
});

test.each([
  ['a document type', '<!DOCTYPE x><worksheet><sheetData/></worksheet>'],
  ['a document type that closes like a section', '<!DOCTYPE x [<!ENTITY a "]]>">]><worksheet><sheetData/></worksheet>'],
  ['a tag without an end', '<worksheet><sheetData'],
  ['a quote without an end', '<worksheet a="><sheetData>'],
])('%s is refused', (_, part) => {
  expect(codeOf(() => cut(encoder.encode(part)))).toBe('badXml');
});
