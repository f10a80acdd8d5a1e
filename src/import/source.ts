import { type Block, hasWords } from './blocks';
import { clean } from './clean';
import { decodeText } from './decode';
import { readDocx } from './docx';
import { readHtml } from './html';
import { limits, type Read, type RefusalCode, refused } from './refusals';
import { readSheet, type SheetCells } from './sheet';
import { readText } from './text';
import { readXlsx } from './xlsx';
import { ZipArchive } from './zip';

/** What a document can come as. A paste gives both forms where the clipboard had both. */
export type DocumentSource =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly html: string; readonly text: string }
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetCells[] };

export type DocumentFormat = 'html' | 'text' | 'docx' | 'xlsx' | 'sheet';

/** A document as lines and tables. */
export interface SourceDocument {
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
}

/**
 * Reads a document by what it holds, not by its name. What cannot be read is refused with the reason,
 * before anything is unpacked whole; never throws.
 */
export function readDocument(source: DocumentSource): Read<SourceDocument> {
  const read = readAny(source);
  if (!read.ok) return read;
  return read.value.blocks.some(holdsText) ? read : refused('empty');
}

function readAny(source: DocumentSource): Read<SourceDocument> {
  switch (source.kind) {
    case 'file':
      return readFile(source.bytes);
    case 'paste':
      return readPaste(source);
    case 'sheets':
      return asSheets(source.sheets, 'sheet');
  }
}

function readPaste({ html, text }: { readonly html: string; readonly text: string }): Read<SourceDocument> {
  if (html.length > limits.input || text.length > limits.input) return refused('tooLarge');
  const fromHtml = html.trim() === '' ? null : asHtml(html);
  // A page whose text is hidden from us may still come as text.
  if (fromHtml && (!fromHtml.ok ? !hasWords(text) : fromHtml.value.blocks.length > 0)) return fromHtml;
  return text === '' && fromHtml ? fromHtml : fromText(text);
}

function readFile(bytes: Uint8Array): Read<SourceDocument> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > limits.input) return refused('tooLarge');
  const known = knownSignature(bytes);
  if (known !== null) return refused(known);
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])
    ? readArchive(bytes)
    : fromText(decodeText(bytes));
}

function readArchive(bytes: Uint8Array): Read<SourceDocument> {
  const archive = ZipArchive.open(bytes);
  if (!archive.ok) return archive;
  if (archive.value.has('word/document.xml')) {
    const blocks = readDocx(archive.value);
    return blocks.ok ? { ok: true, value: { format: 'docx', blocks: blocks.value } } : blocks;
  }
  if (archive.value.has('xl/workbook.xml')) {
    const sheets = readXlsx(archive.value);
    return sheets.ok ? asSheets(sheets.value, 'xlsx') : sheets;
  }
  return refused(archive.value.has('content.xml') ? 'openDocument' : 'unknownFormat');
}

function fromText(source: string): Read<SourceDocument> {
  const text = clean(source);
  if (isHtml(text)) return asHtml(text);
  if (!hasWords(text)) return refused('empty');
  if (isBinary(source)) return refused('unknownFormat');
  const read = readText(text);
  return read.ok ? { ok: true, value: { format: 'text', blocks: read.value } } : read;
}

function asSheets(sheets: readonly SheetCells[], format: DocumentFormat): Read<SourceDocument> {
  const blocks: Block[] = [];
  for (const sheet of sheets) {
    const read = readSheet(sheet);
    if (!read.ok) return read;
    for (const block of read.value) blocks.push(block);
  }
  return { ok: true, value: { format, blocks } };
}

function asHtml(html: string): Read<SourceDocument> {
  const read = readHtml(html);
  return read.ok ? { ok: true, value: { format: 'html', blocks: read.value } } : read;
}

/** A page, or a piece of one; text with a few tags left in it is text. */
function isHtml(text: string): boolean {
  const start = text.slice(0, 4000).trimStart();
  if (/^(?:Version:\d|<!doctype\s+html|<html|<head|<body|<meta|<style|<!--)/i.test(start)) return true;
  if (/<html[\s>]|<body[\s>]|<!--StartFragment/i.test(start)) return true;
  if (
    !/^<(?:table|div|p|ul|ol|h[1-6]|span|b|strong|font|center|section|article|google-sheets-html-origin)[\s>]/i.test(
      start,
    )
  ) {
    return false;
  }
  // Cells parted by tabs, with tags in them, are rows of text.
  return /<table[\s>]/i.test(text) || !/<\/\w+>\t|\t</.test(text);
}

/** Bytes of some other kind of file read as text: many characters that no text has. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex -- controls are what it counts
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return odd > 64 && odd > sample.length / 8;
}

function knownSignature(bytes: Uint8Array): RefusalCode | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundFile(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  const images = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x42, 0x4d],
    [0x49, 0x49, 0x2a, 0x00],
  ];
  const isImage = images.some((signature) => startsWith(bytes, signature)) && bytes.subarray(0, 64).some(isControl);
  return isImage ? 'imageOnly' : null;
}

/** The container of Office 97 and of protected files: the names in its directory tell which. */
function compoundFile(bytes: Uint8Array): RefusalCode {
  if (bytes.length < 512) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sector = 1 << Math.min(16, view.getUint16(30, true));
  const directory = (view.getUint32(48, true) + 1) * sector;
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(directory, directory + 4096));
  if (names.includes('Encrypt')) return 'encrypted';
  if (names.includes('WordDocument')) return 'legacyWord';
  return names.includes('Book') || names.includes('Workbook') ? 'legacyExcel' : 'unknownFormat';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isControl(byte: number): boolean {
  return byte < 9;
}

function holdsText(block: Block): boolean {
  return block.kind === 'line' || block.rows.some((row) => row.some(({ lines }) => lines.length > 0));
}
