import type { RichRun } from '../../model';
import type { Colors } from '../styles/colors';
import { decodeXml } from '../package/encoding';
import { XlsxError } from '../errors';
import { MAIN, withoutPrefixIn } from '../xml/namespaces';
import type { Package } from '../package/package';
import type { TextSink } from '../xml/xml';
import { readString, stringContent } from './rich-text';
import type { FileString } from './rich-text';
import { parseXml, XML_DECLARATION } from '../xml/xml';
import { decodeText } from '../xml/xml-text';
import { decodeXstring } from '../xml/xstring';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
/** The usual case, read without a tree: `<si><t>text</t></si>`. */
const PLAIN = /^<(?:\w+:)?t(?: xml:space="(?:preserve|default)")?>([^<]*)<\/(?:\w+:)?t>\s*$/;

/** The strings of a file, by index. */
export interface SharedStrings {
  readonly part: string | undefined;
  readonly strings: readonly FileString[];
}

/** Reads the table of shared strings of a workbook; a file may have none. Errors: XlsxError badXml. */
export function readSharedStrings(pkg: Package, workbookPart: string, colors: Colors): SharedStrings {
  const part = pkg.related(workbookPart, 'sharedStrings');
  if (part === undefined) return { part, strings: [] };
  const source = decodeXml(pkg.bytes(part), part);
  // The shell is checked as XML; its inside is walked by hand, for it may hold a million strings.
  const shell = /<(\w+:)?sst[\s>/]/.exec(source);
  const prefix = shell?.[1] ?? '';
  if (/<!DOCTYPE/i.test(source.slice(0, shell?.index)))
    throw new XlsxError('badXml', 'a document type is refused', part);
  const strings: FileString[] = [];
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  for (let at = source.indexOf(open); at >= 0; at = source.indexOf(open, at)) {
    const start = source.indexOf('>', at) + 1;
    if (start === 0) throw new XlsxError('badXml', 'a string is not closed', part);
    if (source[start - 2] === '/') {
      strings.push({ text: '' });
      at = start;
      continue;
    }
    const end = source.indexOf(close, start);
    if (end < 0) throw new XlsxError('badXml', 'a string is not closed', part);
    strings.push(readItem(source.slice(start, end), part, colors));
    at = end + close.length;
  }
  return { part, strings };
}

function readItem(inside: string, part: string, colors: Colors): FileString {
  const plain = PLAIN.exec(inside);
  if (plain) return { text: decodeXstring(decodeText(plain[1]!)) };
  return readString(parseXml(`<si>${inside}</si>`, part).root, colors);
}

/**
 * Finds strings in the table of a file and adds new ones at its end: sheets that are left alone keep their numbers.
 */
export class StringWriter {
  private readonly plain = new Map<string, number>();
  private readonly rich = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly known: number;

  constructor(strings: readonly FileString[]) {
    this.known = strings.length;
    strings.forEach((string, index) => {
      const [map, key] = string.rich ? [this.rich, JSON.stringify(string.rich)] : [this.plain, string.text];
      if (!map.has(key)) map.set(key, index);
    });
  }

  /** Index of a string. */
  index(text: string, rich?: readonly RichRun[]): number {
    const map = rich ? this.rich : this.plain;
    const key = rich ? JSON.stringify(rich) : text;
    let index = map.get(key);
    if (index === undefined) {
      index = this.known + this.added.length;
      map.set(key, index);
      this.added.push(`<si>${stringContent(text, rich)}</si>`);
    }
    return index;
  }

  /** Puts the new strings into the package. */
  save(pkg: Package, workbookPart: string): void {
    if (this.added.length === 0) return;
    const part = pkg.related(workbookPart, 'sharedStrings');
    const total = this.known + this.added.length;
    if (part === undefined) {
      const name = pkg.freeName('xl/sharedStrings#.xml').replace('1.xml', '.xml');
      const head = `${XML_DECLARATION}\n<sst xmlns="${MAIN}" uniqueCount="${total}">`;
      pkg.putText(name, (out) => this.write(out, head), CONTENT_TYPE);
      pkg.relate(workbookPart, 'sharedStrings', name);
      return;
    }
    const { head, body } = splitTable(decodeXml(pkg.bytes(part), part), part);
    const counted = head.replace(/\scount="\d*"/, '').replace(/\suniqueCount="\d*"/, ` uniqueCount="${total}"`);
    pkg.putText(part, (out) => this.write(out, counted, body));
  }

  private write(out: TextSink, ...before: string[]): void {
    out.push(...before);
    for (const item of this.added) out.push(item);
    out.push('</sst>');
  }
}

/** The table up to the end of its start tag, and its items; without a prefix, as the items to come have none. */
function splitTable(source: string, part: string): { readonly head: string; readonly body: string } {
  const tag = /<(\w+:)?sst(?=[\s>/])/.exec(source);
  if (!tag) throw new XlsxError('badXml', 'no table of strings', part);
  const bracket = source.indexOf('>', tag.index);
  const declaration = source.slice(0, tag.index).replace(/^<\?xml\b[^>]*\?>/, XML_DECLARATION);
  const isEmpty = source[bracket - 1] === '/';
  const attributes = source.slice(tag.index + tag[0].length, isEmpty ? bracket - 1 : bracket);
  const body = isEmpty ? '' : source.slice(bracket + 1, source.lastIndexOf('</'));
  const prefix = tag[1];
  if (prefix === undefined) return { head: `${declaration}<sst${attributes}>`, body };
  return { head: `${declaration}<sst xmlns="${MAIN}"${attributes}>`, body: withoutPrefixIn(body, prefix) };
}
