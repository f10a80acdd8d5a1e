import { XlsxError } from '../errors';

const TAB = 9;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const DASH = 45;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const MORE = 62;
const QUESTION = 63;
const OPENING = 91;
const CLOSING = 93;

/** Where an attribute stands: `attribute` leaves the places of its name and of its value here. */
interface Spans {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
}

/** A text of its own: one cut out of a larger one would hold all of that. A mark at its beginning is a character of it. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const isSpace = (code: number | undefined): boolean =>
  code === SPACE || (code !== undefined && code >= TAB && code <= RETURN);

/**
 * Walks over the tags of XML in UTF-8 without a tree or a string of the whole: parts with millions of elements. Knows
 * what of a tag is name, attribute and end; that tags fit each other is for whoever walks.
 */
export class TagScanner {
  /** Where it stands, in bytes. */
  at = 0;
  /** The last attribute read. */
  protected readonly span: Spans = { nameStart: 0, nameEnd: 0, valueStart: 0, valueEnd: 0 };

  constructor(
    protected readonly bytes: Uint8Array,
    protected readonly part: string,
  ) {}

  /** What is wrong with the part, for whoever walks to throw. */
  bad(what: string): XlsxError {
    return new XlsxError('badXml', `${what} at byte ${this.at}`, this.part);
  }

  /** The text between two places, as it is written. Errors: XlsxError badXml for bytes that are no UTF-8. */
  text(start: number, end: number): string {
    try {
      return decoder.decode(this.bytes.subarray(start, end));
    } catch {
      throw this.bad('bytes that are no text');
    }
  }

  /** Goes to the next tag, over text, comments and instructions; the byte after its `<`, or -1 at the end. */
  nextTag(): number {
    const { bytes } = this;
    for (;;) {
      const at = this.textEnd(this.at);
      this.at = at;
      if (at === bytes.length) return -1;
      const code = bytes[at + 1] ?? -1;
      if (code === QUESTION) this.at = this.after(at, QUESTION);
      else if (code !== BANG) return code;
      else if (bytes[at + 2] === DASH) this.at = this.after(at, DASH);
      else if (bytes[at + 2] === OPENING) this.at = this.after(at, CLOSING);
      else throw this.bad('a document type is refused');
    }
  }

  /** Where the text that begins at a place ends: at the next tag or at the end of all. */
  protected textEnd(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && bytes[at] !== LESS) at++;
    return at;
  }

  /** Whether the name of a tag ends at a place. */
  protected endsName(at: number): boolean {
    const code = this.bytes[at];
    return code === MORE || code === SLASH || isSpace(code);
  }

  /** The place after the next `>`, from the inside of a tag. */
  tagEnd(from: number): number {
    const { bytes } = this;
    for (let at = from; at < bytes.length; at++) {
      const code = bytes[at]!;
      if (code === MORE) return at + 1;
      if (code === QUOTE || code === APOSTROPHE) at = this.quoteEnd(at + 1, code);
    }
    throw this.bad('a tag is not closed');
  }

  /** Whether the tag that ends before a place has no inside: `<a/>`. */
  isEmpty(tagEnd: number): boolean {
    return this.bytes[tagEnd - 2] === SLASH;
  }

  /** The name of the tag at which it stands, `/` of an end tag left out. */
  name(): string {
    let at = this.at + (this.bytes[this.at + 1] === SLASH ? 2 : 1);
    const start = at;
    for (let code = this.bytes[at]; !isSpace(code) && code !== MORE && code !== SLASH; code = this.bytes[++at]) {
      if (code === undefined) throw this.bad('a tag is not closed');
    }
    return this.text(start, at);
  }

  /** Goes past the element that begins here, whatever is inside. */
  skipElement(): void {
    let depth = 0;
    do {
      const code = this.nextTag();
      if (code < 0) throw this.bad('an element is not closed');
      const end = this.tagEnd(this.at + 1);
      if (code === SLASH) depth--;
      else if (!this.isEmpty(end)) depth++;
      this.at = end;
    } while (depth > 0);
  }

  /** Reads the attribute at a place into `span`; the place after it, or -1 where the tag ends (`/` or `>`). */
  protected attribute(from: number): number {
    const { bytes, span } = this;
    let at = from;
    while (isSpace(bytes[at])) at++;
    if (bytes[at] === MORE || bytes[at] === SLASH) {
      this.at = at;
      return -1;
    }
    span.nameStart = at;
    for (let code = bytes[at]; code !== EQUALS && !isSpace(code); code = bytes[++at]) {
      if (code === undefined || code === MORE || code === LESS) throw this.bad('an attribute has no value');
    }
    span.nameEnd = at;
    while (isSpace(bytes[at])) at++;
    if (bytes[at] !== EQUALS) throw this.bad('an attribute has no value');
    at++;
    while (isSpace(bytes[at])) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.bad('an attribute is not quoted');
    span.valueStart = at + 1;
    span.valueEnd = this.quoteEnd(at + 1, quote);
    return span.valueEnd + 1;
  }

  /** The last attribute read as it is written, between double quotes, with a space before it. */
  protected attributeText(): string {
    const { nameStart, nameEnd, valueStart, valueEnd } = this.span;
    return ` ${this.text(nameStart, nameEnd)}="${this.text(valueStart, valueEnd).replaceAll('"', '&quot;')}"`;
  }

  private quoteEnd(from: number, quote: number): number {
    const { bytes } = this;
    // Values are short: a search by the engine costs more than it finds.
    for (let at = from; at < bytes.length; at++) if (bytes[at] === quote) return at;
    throw this.bad('an attribute is not closed');
  }

  /** The place after the comment, instruction or section that begins at a place: it ends by `-->`, `?>` or `]]>`. */
  private after(from: number, last: number): number {
    const { bytes } = this;
    // The dashes of `<!--` close nothing.
    for (let at = from + (last === DASH ? 6 : 3); at < bytes.length; at++) {
      if (bytes[at] === MORE && bytes[at - 1] === last && (last === QUESTION || bytes[at - 2] === last)) return at + 1;
    }
    throw this.bad('a comment is not closed');
  }
}
