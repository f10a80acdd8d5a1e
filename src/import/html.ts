import { html as names, Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';
import type { Place } from '../plan';
import type { Block, ListMark } from './blocks';
import { BlockBuilder } from './builder';
import { clean } from './clean';
import { limits, type Read, refused } from './refusals';

/**
 * Lines and tables of HTML as Word, Word on the web, Google Docs, LibreOffice and Excel put it on the
 * clipboard. Only text, breaks, bold, italics, lists, headings and tables come out: nothing of it can
 * run, load or be shown as a page. Only the tokenizer of parse5 is used: what browsers do to
 * mis-nested pages is not needed, and a tree of elements would be paid for twice.
 */
export function readHtml(source: string, placeOf?: (line: number) => Place): Read<readonly Block[]> {
  const builder = new BlockBuilder(placeOf);
  const { images } = feedHtml(clean(source), builder);
  const blocks = builder.finish();
  if (builder.tooDeep) return refused('tooDeep');
  if (builder.tooLarge) return refused('tooLarge');
  return blocks.length === 0 && images > 0 ? refused('imageOnly') : { ok: true, value: blocks };
}

/** Gives what a piece of HTML holds to a builder, and counts its pictures. */
export function feedHtml(source: string, builder: BlockBuilder): { readonly images: number } {
  const reader = new HtmlReader(builder);
  reader.read(source);
  return reader;
}

interface OpenElement {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  /** Inside what Word prints before a list item: it is the item's mark, not its text. */
  readonly isMark: boolean;
}

const root: OpenElement = { name: '', bold: false, italic: false, hidden: false, isMark: false };

const paragraphs = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'header', 'footer', 'main',
  'pre', 'address', 'center', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'fieldset', 'form', 'caption', 'hr',
]); // prettier-ignore
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup']);
const voids = new Set(['br', 'hr', 'img', 'col', 'meta', 'link', 'input', 'wbr', 'base', 'area', 'embed', 'source']);
/** What they hold is not text of the document. */
const hiddenElements = new Set(['xml', 'svg', 'math', 'template', 'select', 'object', 'noscript', 'del']);
const rawElements = new Set(['style', 'script', 'title', 'textarea', 'iframe', 'noframes']);

class HtmlReader implements TokenHandler {
  images = 0;
  private readonly tokenizer: Tokenizer;
  private readonly open: OpenElement[] = [];
  /** Kinds of the lists that are open, with the number of items so far. */
  private readonly lists: { readonly ordered: boolean; count: number }[] = [];
  private raw: string | null = null;
  /** The list item whose text has not begun: its mark may still come. */
  private item: ListMark | null = null;
  private heading = 0;
  private mark = '';
  private boldClasses: ReadonlySet<string> = new Set();

  constructor(private readonly builder: BlockBuilder) {
    this.tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, this);
  }

  read(source: string): void {
    this.tokenizer.write(source, true);
  }

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (rawElements.has(name) && !token.selfClosing) {
      this.raw = name;
      this.tokenizer.state = name === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
      this.tokenizer.lastStartTagName = name;
      return;
    }
    if (name === 'img') this.images += 1;
    if (name === 'body') this.open.length = 0;
    const style = attribute(token, 'style');
    const seen = !this.top.hidden;
    if (tableParts.has(name)) this.startTablePart(token, style);
    else if (seen && name === 'br') this.builder.lineBreak();
    else if (seen && (name === 'ul' || name === 'ol')) this.startList(name === 'ol');
    else if (seen && name === 'li') this.startItem(token);
    else if (seen && paragraphs.has(name)) this.startParagraph(token, style);
    this.push(token, style);
  }

  onEndTag({ tagName: name }: Token.TagToken): void {
    if (this.raw === name) {
      this.raw = null;
      return;
    }
    if (name === 'table' || name === 'tr') this.closeOpenCell();
    const depth = this.open.findLastIndex((element) => element.name === name || element.name === 'td');
    const found = this.open[depth];
    if (found?.name === name) {
      if (found.isMark) this.endMark();
      this.open.length = depth;
    }
    if (name === 'table') this.builder.closeTable();
    else if (name === 'tr') this.builder.closeRow();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'ul' || name === 'ol') this.endList();
    else if (name === 'li' || paragraphs.has(name)) this.endParagraph();
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.raw !== null) {
      if (this.raw === 'style') this.boldClasses = new Set([...this.boldClasses, ...boldClassesOf(chars)]);
      return;
    }
    if (this.top.hidden) return;
    if (this.top.isMark) this.mark += chars;
    else this.builder.text(chars, this.top);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onNullCharacter(): void {
    // `clean` has taken them out.
  }

  onComment(): void {
    // Word hides settings and pictures in conditional comments.
  }

  onDoctype(): void {
    // Says nothing of the content.
  }

  onEof(): void {
    // `finish` closes what is open.
  }

  private get top(): OpenElement {
    return this.open.at(-1) ?? root;
  }

  private push(token: Token.TagToken, style: string): void {
    const name = token.tagName;
    if (voids.has(name) || token.selfClosing || this.open.length >= limits.elements) return;
    const above = this.top;
    const isMark = above.isMark || /mso-list:\s*Ignore/i.test(style);
    this.open.push({
      name: name === 'th' ? 'td' : name,
      bold: this.isBold(token, style, above.bold),
      italic: above.italic || name === 'i' || name === 'em' || /font-style:\s*italic/i.test(style),
      hidden: above.hidden || hiddenElements.has(name) || /display:\s*none|mso-hide:\s*all/i.test(style),
      isMark,
    });
  }

  private isBold(token: Token.TagToken, style: string, above: boolean): boolean {
    const weight = /font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]?.toLowerCase();
    if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
    if (token.tagName === 'b' || token.tagName === 'strong') return true;
    if (this.boldClasses.size > 0) {
      for (const name of attribute(token, 'class').split(/\s+/)) if (this.boldClasses.has(name)) return true;
    }
    return above;
  }

  private startTablePart(token: Token.TagToken, style: string): void {
    const name = token.tagName;
    if (name === 'table') {
      this.builder.openTable();
    } else if (name === 'tr') {
      this.closeOpenCell();
      this.builder.openRow();
    } else if (name === 'td' || name === 'th') {
      this.closeOpenCell();
      const hidden = /display:\s*none/i.test(style);
      if (!hidden) this.builder.openCell(Number(attribute(token, 'colspan')), Number(attribute(token, 'rowspan')));
    }
    this.lists.length = 0;
    this.item = null;
    this.heading = 0;
  }

  /** Pages leave out `</td>`: what was open in the cell before ends with it. */
  private closeOpenCell(): void {
    const cell = this.open.findLastIndex((element) => element.name === 'td' || element.name === 'table');
    if (this.open[cell]?.name === 'td') this.open.length = cell;
  }

  private closeCell(): void {
    this.closeOpenCell();
    this.builder.closeCell();
  }

  private startList(ordered: boolean): void {
    if (this.lists.length < limits.elements) this.lists.push({ ordered, count: 0 });
    this.builder.paragraph();
  }

  private endList(): void {
    this.lists.pop();
    this.item = null;
    this.builder.paragraph();
  }

  private startItem(token: Token.TagToken): void {
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    const level = Number(attribute(token, 'data-aria-level') || attribute(token, 'aria-level'));
    this.item = {
      depth: level >= 1 ? level : Math.max(1, this.lists.length),
      marker: list?.ordered ? `${list.count}.` : attribute(token, 'data-leveltext').replace(/^%.*/, ''),
      typed: false,
    };
    this.heading = 0;
    this.builder.paragraph({ heading: 0, list: this.item });
  }

  private startParagraph(token: Token.TagToken, style: string): void {
    this.heading = headingOf(token);
    const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style)?.[1];
    if (level !== undefined) this.item = { depth: Number(level), marker: '', typed: false };
    // `<li><p>`: the paragraph is the item, once.
    const list = this.item;
    this.item = level === undefined ? null : this.item;
    this.builder.paragraph({ heading: this.heading, list });
  }

  private endParagraph(): void {
    this.item = null;
    this.heading = 0;
    this.builder.paragraph();
  }

  /** What Word printed before the item is its mark: `>`, `1.`, or the bullet of a symbol font. */
  private endMark(): void {
    const marker = this.mark.replace(/[\s\u00a0]+/g, '');
    this.mark = '';
    if (!this.item || marker === '') return;
    this.item = { ...this.item, marker };
    this.builder.paragraph({ heading: this.heading, list: this.item });
    this.item = null;
  }
}

/** `<h2>`, `<p role=heading aria-level=2>`, and Word's heading and title styles. */
function headingOf(token: Token.TagToken): number {
  if (names.NUMBERED_HEADERS.has(token.tagID)) return Number(token.tagName.slice(1));
  if (attribute(token, 'role') === 'heading') return within6(attribute(token, 'aria-level'));
  const styled = /(?:^|\s)(?:Mso)?(?:Heading|Titre)\s?([1-6])(?:\s|$)/i.exec(attribute(token, 'class'))?.[1];
  if (styled !== undefined) return Number(styled);
  return /(?:^|\s)MsoTitle(?:\s|$)/.test(attribute(token, 'class')) ? 1 : 0;
}

function within6(level: string): number {
  const number = Number(level);
  return number >= 1 && number <= 6 ? number : 0;
}

function attribute(token: Token.TagToken, name: string): string {
  return token.attrs.find((each) => each.name === name)?.value ?? '';
}

/** Classes that a style sheet makes bold: Excel writes its cells so. */
function boldClassesOf(sheet: string): string[] {
  const classes: string[] = [];
  for (const rule of sheet.split('}')) {
    const [selector = '', body = ''] = rule.split('{', 2);
    if (!/font-weight:\s*(?:bold|[6-9]00)/i.test(body)) continue;
    for (const match of selector.slice(-200).matchAll(/\.([\w-]+)\s*(?:,|$)/g)) if (match[1]) classes.push(match[1]);
  }
  return classes;
}
