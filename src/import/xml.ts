/** What a reader of XML is told, in order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, tag: XmlTag): void;
  /** Told for `<name/>` too, right after `open`. */
  close?(name: string): void;
  text?(text: string): void;
}

/** The attributes of an element, taken apart only where asked. */
export class XmlTag {
  constructor(private readonly source: string) {}

  /** The value of an attribute by its name without prefix; undefined where it is not there. */
  get(name: string): string | undefined {
    for (const [, found = '', double, single] of this.source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      if (localName(found) === name) return decodeXml(double ?? single ?? '');
    }
    return undefined;
  }
}

/**
 * Scans the XML of an Office part. False where it is cut off or has a document type, which no Office
 * part has. Linear: each character is looked at once.
 */
export function scanXml(xml: string, handler: XmlHandler): boolean {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) handler.text?.(decodeXml(xml.slice(at, end)));
    if (tag < 0) return true;
    const special = xml[tag + 1] === '!' || xml[tag + 1] === '?';
    const close = special ? endOfSpecial(xml, tag, handler) : xml.indexOf('>', tag);
    if (close < 0) return false;
    if (!special) tell(xml.slice(tag + 1, close), handler);
    at = close + 1;
  }
  return true;
}

function endOfSpecial(xml: string, tag: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4);
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag + 2);
  if (!xml.startsWith('<![CDATA[', tag)) return -1;
  const end = after(xml, ']]>', tag + 9);
  if (end >= 0) handler.text?.(xml.slice(tag + 9, end - 2));
  return end;
}

/** The last character of what ends something. */
function after(xml: string, mark: string, from: number): number {
  const index = xml.indexOf(mark, from);
  return index < 0 ? -1 : index + mark.length - 1;
}

function tell(inside: string, handler: XmlHandler): void {
  if (inside.startsWith('/')) {
    handler.close?.(localName(inside.slice(1).trim()));
    return;
  }
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open(name, new XmlTag(space < 0 ? '' : body.slice(space)));
  if (empty) handler.close?.(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
