import type { RichRun } from '../../model';
import type { Colors } from '../styles/colors';
import type { Allowance } from '../package/allowance';
import { utf8Of } from '../package/encoding';
import { XlsxError } from '../errors';
import { MAIN, withoutPrefixIn } from '../xml/namespaces';
import type { Package } from '../package/package';
import type { TextSink } from '../xml/xml';
import { readString, stringContent } from './rich-text';
import type { FileString } from './rich-text';
import { TagScanner } from '../xml/tag-scanner';
import { parseXml, XML_DECLARATION } from '../xml/xml';
import { decodeText } from '../xml/xml-text';
import { decodeXstring } from '../xml/xstring';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';

/** The strings of a file, by index. */
export interface SharedStrings {
  readonly part: string | undefined;
  readonly strings: readonly FileString[];
}

/** Strings of a table: what a program of two gigabytes holds. */
const MOST_STRINGS = 1 << 23;

/** Reads the table of shared strings of a workbook; a file may have none. Errors: XlsxError badXml, tooLarge. */
export function readSharedStrings(pkg: Package, workbookPart: string, colors: Colors): SharedStrings {
  const part = pkg.related(workbookPart, 'sharedStrings');
  if (part === undefined) return { part, strings: [] };
  return { part, strings: new StringsReader(utf8Of(pkg.bytes(part), part), part, colors, pkg.pieces).read() };
}

const SLASH = 47;
const LESS = 60;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_I = 105;

const encoder = new TextEncoder();
const TABLE = 'sst';

class TableScanner extends TagScanner {
  /** Goes to the table; its name in bytes too, and where its start tag ends. Errors: XlsxError badXml for another root. */
  table(): { readonly name: string; readonly length: number; readonly end: number } {
    const name = this.nextTag() < 0 ? '' : this.name();
    if (name !== TABLE && !name.endsWith(`:${TABLE}`)) throw this.bad('no table of strings');
    return { name, length: encoder.encode(name).length, end: this.tagEnd(this.at + 1) };
  }
}

/** The table is walked without a tree: it may hold a million strings. */
class StringsReader extends TableScanner {
  /** Bytes that the prefix of the table's tags takes. */
  private prefix = 0;

  constructor(
    bytes: Uint8Array,
    part: string,
    private readonly colors: Colors,
    private readonly pieces: Allowance,
  ) {
    super(bytes, part);
  }

  read(): FileString[] {
    const strings: FileString[] = [];
    const { length, end } = this.table();
    this.prefix = length - TABLE.length;
    this.at = end;
    if (this.isEmpty(end)) return strings;
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('the table of strings is not closed');
      if (!this.isNamed(LOWER_S, LOWER_I)) this.skipElement();
      else if (strings.push(this.readItem()) > MOST_STRINGS) {
        throw new XlsxError('tooLarge', 'too many strings', this.part);
      }
    }
    return strings;
  }

  /** Whether the tag at which it stands has a name of these letters, after the prefix. */
  private isNamed(...letters: readonly number[]): boolean {
    const start = this.at + 1 + this.prefix;
    return letters.every((letter, at) => this.bytes[start + at] === letter) && this.endsName(start + letters.length);
  }

  private readItem(): FileString {
    const item = this.at;
    const inside = this.tagEnd(item + 1);
    this.at = inside;
    if (this.isEmpty(inside)) return { text: '' };
    const plain = this.readPlain();
    if (plain !== null) return { text: plain };
    this.at = item;
    this.skipElement();
    return readString(parseXml(this.text(item, this.at), this.part, this.pieces).root, this.colors);
  }

  /** Reads the usual `<t>text</t></si>`; null for an item of another kind. */
  private readPlain(): string | null {
    if (this.bytes[this.at] !== LESS || !this.isNamed(LOWER_T)) return null;
    const start = this.tagEnd(this.at + 1);
    let end = start;
    if (!this.isEmpty(start)) {
      end = this.textEnd(start);
      if (this.bytes[end + 1] !== SLASH) return null;
      this.at = this.tagEnd(end + 1);
    } else this.at = start;
    if (this.nextTag() !== SLASH) return null;
    this.at = this.tagEnd(this.at + 1);
    return decodeXstring(decodeText(this.text(start, end)));
  }
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
    const { head, body } = splitTable(utf8Of(pkg.bytes(part), part), part);
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
function splitTable(bytes: Uint8Array, part: string): { readonly head: string; readonly body: string } {
  const scanner = new TableScanner(bytes, part);
  const { name, length, end } = scanner.table();
  const before = scanner.text(0, scanner.at).replace(/^\ufeff?<\?xml\b[^>]*\?>|^\ufeff/, '');
  const isEmpty = scanner.isEmpty(end);
  const attributes = scanner.text(scanner.at + 1 + length, isEmpty ? end - 2 : end - 1);
  const rest = isEmpty ? '' : scanner.text(end, bytes.length);
  const body = rest.slice(0, Math.max(0, rest.lastIndexOf('</')));
  const prefix = name.slice(0, -TABLE.length);
  const head = `${XML_DECLARATION}${before}`;
  if (prefix === '') return { head: `${head}<${TABLE}${attributes}>`, body };
  return { head: `${head}<${TABLE} xmlns="${MAIN}"${attributes}>`, body: withoutPrefixIn(body, prefix) };
}
