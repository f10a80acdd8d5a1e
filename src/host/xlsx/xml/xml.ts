import { XlsxError } from '../errors';
import { Allowance } from '../package/allowance';
import { decodeEntities, decodeText, escapeAttribute, escapeText } from './xml-text';

/** A comment, a processing instruction or a CDATA section, kept as it stands. */
export class XmlMarkup {
  constructor(readonly raw: string) {}
}

/** Where the text of a part goes, piece by piece: what packs it, or a list. */
export interface TextSink {
  push(...pieces: string[]): void;
}

/** A string is character data with its entities untouched. */
export type XmlNode = XmlElement | XmlMarkup | string;

export type AttributeValue = string | number | boolean | undefined;

const CDATA = '<![CDATA[';

/** An element whose attributes and children keep their order and their exact text until they are changed. */
export class XmlElement {
  readonly local: string;
  /** Names and raw values, by turns: large parts hold millions of small elements. */
  private readonly attributes: string[];

  constructor(
    readonly name: string,
    attributes: string[] = [],
    readonly children: XmlNode[] = [],
  ) {
    this.attributes = attributes;
    this.local = name.slice(name.indexOf(':') + 1);
  }

  /** The value of an attribute by its qualified name. */
  get(name: string): string | undefined {
    const raw = this.raw(name);
    return raw === undefined ? undefined : decodeEntities(raw);
  }

  /** The value of an attribute as the file spells it. */
  raw(name: string): string | undefined {
    for (let at = 0; at < this.attributes.length; at += 2) {
      if (this.attributes[at] === name) return this.attributes[at + 1];
    }
    return undefined;
  }

  /** Sets an attribute in its place or at the end; `undefined` removes it, a boolean is 1 or 0. */
  set(name: string, value: AttributeValue): this {
    let at = 0;
    while (at < this.attributes.length && this.attributes[at] !== name) at += 2;
    if (value === undefined) this.attributes.splice(at, 2);
    else {
      this.attributes[at] = name;
      this.attributes[at + 1] = escapeAttribute(typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
    }
    return this;
  }

  attributeNames(): string[] {
    return this.attributes.filter((_, index) => index % 2 === 0);
  }

  /** Child elements, all or those of a local name. */
  elements(local?: string): XmlElement[] {
    return this.children.filter(
      (child): child is XmlElement => child instanceof XmlElement && (local === undefined || child.local === local),
    );
  }

  /** The first child element of a local name. */
  child(local: string): XmlElement | undefined {
    for (const child of this.children) if (child instanceof XmlElement && child.local === local) return child;
    return undefined;
  }

  /** Character data of the element and of all below it, decoded. */
  text(): string {
    let text = '';
    for (const child of this.children) {
      if (typeof child === 'string') text += decodeText(child);
      else if (child instanceof XmlElement) text += child.text();
      else if (child.raw.startsWith(CDATA)) text += child.raw.slice(CDATA.length, -3);
    }
    return text;
  }

  /** Replaces all children by one text. */
  setText(text: string): this {
    this.children.splice(0, this.children.length, escapeText(text));
    return this;
  }

  append(...nodes: XmlNode[]): this {
    for (const node of nodes) this.children.push(node);
    return this;
  }

  remove(node: XmlNode): void {
    const at = this.children.indexOf(node);
    if (at >= 0) this.children.splice(at, 1);
  }

  /** A copy that shares nothing. */
  clone(): XmlElement {
    return new XmlElement(
      this.name,
      [...this.attributes],
      this.children.map((child) => (child instanceof XmlElement ? child.clone() : child)),
    );
  }

  /** The same element under another name; children are handed over, not copied. */
  renamed(name: string): XmlElement {
    return new XmlElement(name, this.attributes, this.children);
  }

  /** Start tag without its closing bracket. */
  head(): string {
    let head = '<' + this.name;
    for (let at = 0; at < this.attributes.length; at += 2) {
      head += ` ${this.attributes[at]!}="${this.attributes[at + 1]!}"`;
    }
    return head;
  }
}

/** Makes an element; attributes that are `undefined` are left out, text children are escaped already. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  children: readonly (XmlNode | null | undefined)[] = [],
): XmlElement {
  const element = new XmlElement(name);
  for (const key of Object.keys(attributes)) element.set(key, attributes[key]);
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

/** Makes an element that holds a text. */
export function xmlText(name: string, text: string, attributes?: Readonly<Record<string, AttributeValue>>): XmlElement {
  return xml(name, attributes, [escapeText(text)]);
}

export interface XmlDocument {
  /** Declaration, comments and instructions before the root. */
  readonly prolog: string;
  readonly root: XmlElement;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Deeper than any part of Office, shallow enough for recursion over the tree. */
const MAX_DEPTH = 256;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const MORE = 62;
const QUESTION = 63;

const isSpace = (code: number): boolean => code === SPACE || code === LINE_FEED || code === TAB || code === RETURN;

/**
 * Parses a part in one pass; what it comes to is taken from `pieces`. Errors: XlsxError badXml (not well formed, a
 * document type, nested over 256 deep), tooLarge.
 */
export function parseXml(source: string, part: string, pieces = piecesOfXml()): XmlDocument {
  return new XmlParser(source, part, pieces).parse();
}

/** Elements, attributes and texts, of which trees are made: half a gigabyte of them. */
const MOST_PIECES = 1 << 22;

/** What the trees of a file together may come to. */
export const piecesOfXml = (): Allowance => new Allowance(MOST_PIECES, 'too many elements');

class XmlParser {
  private at = 0;
  private readonly open: XmlElement[] = [];
  private root: XmlElement | null = null;
  private prolog = '';

  constructor(
    private readonly source: string,
    private readonly part: string,
    private readonly pieces: Allowance,
  ) {}

  parse(): XmlDocument {
    for (;;) {
      const next = this.source.indexOf('<', this.at);
      this.readText(next < 0 ? this.source.length : next);
      if (next < 0) break;
      const code = this.source.charCodeAt(next + 1);
      if (code === SLASH) this.readEnd();
      else if (code === BANG || code === QUESTION) this.readMarkup(code);
      else this.readStart();
    }
    const unclosed = this.open.at(-1);
    if (unclosed) throw this.bad(`<${unclosed.name}> is not closed`);
    if (!this.root) throw this.bad('no root element');
    return { prolog: this.prolog, root: this.root };
  }

  private bad(what: string): XlsxError {
    return new XlsxError('badXml', `${what} at character ${this.at}`, this.part);
  }

  private readText(end: number): void {
    if (end === this.at) return;
    this.pieces.take(1, this.part);
    const text = this.source.slice(this.at, end);
    const parent = this.open.at(-1);
    if (parent) parent.append(text);
    else if (text.trim() !== '') throw this.bad('text outside the root element');
    this.at = end;
  }

  /** The position after the next `token`. */
  private after(token: string, from: number): number {
    const at = this.source.indexOf(token, from);
    if (at < 0) throw this.bad(`${token} is missing`);
    return at + token.length;
  }

  private readMarkup(code: number): void {
    const start = this.at;
    if (code === QUESTION) this.at = this.after('?>', start + 2);
    else if (this.source.startsWith('<!--', start)) this.at = this.after('-->', start + 4);
    else if (this.source.startsWith(CDATA, start) && this.open.length) this.at = this.after(']]>', start);
    else throw this.bad('a document type is refused');
    this.pieces.take(1, this.part);
    const raw = this.source.slice(start, this.at);
    const parent = this.open.at(-1);
    if (parent) parent.append(new XmlMarkup(raw));
    else if (!this.root) this.prolog += raw;
  }

  private readEnd(): void {
    const close = this.after('>', this.at);
    const name = this.source.slice(this.at + 2, close - 1).trimEnd();
    const element = this.open.pop();
    if (element?.name !== name) throw this.bad(`</${name}> closes nothing`);
    this.at = close;
  }

  private readStart(): void {
    const { source } = this;
    const start = this.at + 1;
    let at = start;
    for (
      let code = source.charCodeAt(at);
      !isSpace(code) && code !== MORE && code !== SLASH;
      code = source.charCodeAt(++at)
    ) {
      if (at >= source.length) throw this.bad('a tag is not closed');
    }
    if (at === start) throw this.bad('a tag has no name');
    const name = source.slice(start, at);
    const attributes: string[] = [];
    let closed = false;
    for (;;) {
      while (isSpace(source.charCodeAt(at))) at++;
      const code = source.charCodeAt(at);
      if (code === MORE) break;
      if (code === SLASH && source.charCodeAt(at + 1) === MORE) {
        closed = true;
        at++;
        break;
      }
      at = this.readAttribute(at, attributes);
    }
    this.at = at + 1;
    // Names and values stand by turns.
    this.pieces.take(1 + attributes.length / 2, this.part);
    this.add(new XmlElement(name, attributes), closed);
  }

  private readAttribute(start: number, attributes: string[]): number {
    const { source } = this;
    let at = start;
    for (let code = source.charCodeAt(at); code !== EQUALS && !isSpace(code); code = source.charCodeAt(++at)) {
      if (at >= source.length || code === MORE) throw this.bad('an attribute has no value');
    }
    const name = source.slice(start, at);
    while (isSpace(source.charCodeAt(at))) at++;
    if (source.charCodeAt(at) !== EQUALS) throw this.bad('an attribute has no value');
    at++;
    while (isSpace(source.charCodeAt(at))) at++;
    const quote = source.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.bad('an attribute is not quoted');
    const end = source.indexOf(quote === QUOTE ? '"' : "'", at + 1);
    if (end < 0) throw this.bad('an attribute is not closed');
    const raw = source.slice(at + 1, end);
    attributes.push(name, quote === APOSTROPHE && raw.includes('"') ? raw.replaceAll('"', '&quot;') : raw);
    return end + 1;
  }

  private add(element: XmlElement, closed: boolean): void {
    const parent = this.open.at(-1);
    if (parent) parent.append(element);
    else if (this.root) throw this.bad('a second root element');
    else this.root = element;
    if (closed) return;
    if (this.open.length === MAX_DEPTH) throw this.bad(`nested over ${MAX_DEPTH} deep`);
    this.open.push(element);
  }
}

/** Appends the text of a tree to `out`; an element in `inside` has its children written by the given function. */
export function writeXml(
  node: XmlNode,
  out: TextSink,
  inside?: { readonly element: XmlElement; readonly write: (out: TextSink) => void },
): void {
  if (typeof node === 'string') out.push(node);
  else if (node instanceof XmlMarkup) out.push(node.raw);
  else if (node === inside?.element) {
    out.push(node.head(), '>');
    inside.write(out);
    out.push(`</${node.name}>`);
  } else if (node.children.length === 0) out.push(node.head(), '/>');
  else {
    out.push(node.head(), '>');
    for (const child of node.children) writeXml(child, out, inside);
    out.push(`</${node.name}>`);
  }
}

/** The text of a tree. */
export function xmlString(node: XmlNode): string {
  const out: string[] = [];
  writeXml(node, out);
  return out.join('');
}
