import type { Cell, CellValue, RowProperties, Sheet, StyleId } from '../../model';
import { MAX_COLUMNS, MAX_ROWS } from '../../model';
import type { Allowance } from '../package/allowance';
import { cellKey } from './cell-extras';
import type { CellExtra, SheetExtras } from './cell-extras';
import { errorValue, serialOfIso } from './values';
import type { Colors } from '../styles/colors';
import { XlsxError } from '../errors';
import { shiftFormula } from '../../model/formulas/shift';
import { withoutPrefixes } from './future-functions';
import { readString } from './rich-text';
import type { FileString } from './rich-text';
import { parseXml } from '../xml/xml';
import { decodeEntities, decodeText } from '../xml/xml-text';
import { decodeXstring } from '../xml/xstring';

/** What reading cells needs of the rest of the file. */
export interface CellSources {
  readonly strings: readonly FileString[];
  /** Indexes of strings whose text an earlier one has already. */
  readonly repeated: ReadonlySet<number>;
  /** Style ids of the model by cell format of the file. */
  readonly styles: readonly StyleId[];
  readonly colors: Colors;
  /** Characters that long formulas which cells share may come to, once each cell has its own. */
  readonly sharedFormulas: Allowance;
}

export interface CellsRead {
  readonly extras: SheetExtras;
  readonly rows: readonly RowProperties[];
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** An `f` element. */
interface FormulaTag {
  readonly text: string;
  readonly attributes: string;
  readonly kind: string | undefined;
  readonly shared: string | undefined;
}

const BANG = 33;
const QUESTION = 63;
const MORE = 62;
const SLASH = 47;
const SPACE = 32;
const QUOTE = 34;
const EQUALS = 61;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;
const LOWER_C = 99;
const LOWER_F = 102;

const ATTRIBUTE = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
/** Characters of a shared formula that cost no more than the cell which asks for it does by its own tags. */
const PAID_TEXT = 64;
/** Attributes of rows that the model holds, or that are only a hint. */
const MODEL_ROW = new Set(['r', 'spans', 's', 'customFormat', 'ht', 'customHeight', 'hidden']);

/**
 * Puts the cells of a sheet into the model: one pass over the inside of `sheetData`, without a tree, for it may hold
 * millions of cells. Rows and cells without `r` follow the one before. Errors: XlsxError badXml.
 */
export function readCells(inside: string, part: string, sheet: Sheet, sources: CellSources): CellsRead {
  return new CellsReader(inside, part, sheet, sources).read();
}

class CellsReader {
  private at = 0;
  private row = -1;
  private column = -1;
  private readonly blanks = new Map<StyleId, Cell>();
  private readonly cellExtras = new Map<number, CellExtra>();
  private readonly rowExtras = new Map<number, string>();
  private readonly rows: RowProperties[] = [];
  /** Attributes repeat from row to row: one string for all. */
  private readonly interned = new Map<string, string>();
  private readonly shared = new Map<string, SharedFormula>();
  /** Cells that came before the formula they share. */
  private readonly orphans: { row: number; column: number; shared: string; cell: Cell }[] = [];

  constructor(
    private readonly source: string,
    private readonly part: string,
    private readonly sheet: Sheet,
    private readonly sources: CellSources,
  ) {}

  read(): CellsRead {
    for (;;) {
      const code = this.nextTag();
      if (code < 0) break;
      if (this.source.startsWith('<row', this.at)) this.readRow();
      else this.skipElement();
    }
    for (const { row, column, shared, cell } of this.orphans) {
      const master = this.shared.get(shared);
      const formula = master && this.ownFormula(master, row, column);
      this.sheet.putCell(row, column, formula === undefined ? cell : { ...cell, formula });
    }
    return { extras: { cells: this.cellExtras, rows: this.rowExtras }, rows: this.rows };
  }

  private bad(what: string): XlsxError {
    return new XlsxError('badXml', `${what} near row ${this.row + 1}`, this.part);
  }

  /** Goes to the next tag, over white space, comments and instructions; the code after its `<`, or -1 at the end. */
  private nextTag(): number {
    for (;;) {
      const tag = this.source.indexOf('<', this.at);
      if (tag < 0) return -1;
      this.at = tag;
      const code = this.source.charCodeAt(tag + 1);
      if (code === QUESTION) this.at = this.after('?>', tag);
      else if (code === BANG) this.at = this.after(this.source.startsWith('<!--', tag) ? '-->' : ']]>', tag);
      else return code;
    }
  }

  private after(token: string, from: number): number {
    const at = this.source.indexOf(token, from);
    if (at < 0) throw this.bad(`${token} is missing`);
    return at + token.length;
  }

  private readRow(): void {
    let at = this.at + 4;
    let number: number | undefined;
    let kept = '';
    let look = '';
    ATTRIBUTE.lastIndex = at;
    for (let match = ATTRIBUTE.exec(this.source); match; match = ATTRIBUTE.exec(this.source)) {
      const [, name = '', double, single] = match;
      if (name === 'r') number = Number(double ?? single);
      else if (!MODEL_ROW.has(name)) kept += ` ${name}="${double ?? single!.replaceAll('"', '&quot;')}"`;
      else if (name !== 'spans') look += ` ${name}="${double ?? single!}"`;
      at = ATTRIBUTE.lastIndex;
    }
    this.row = number === undefined ? this.row + 1 : number - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAX_ROWS) throw this.bad('a row is off the sheet');
    if (kept !== '') this.rowExtras.set(this.row, this.intern(kept));
    if (look !== '') this.readLook(look);
    const close = this.after('>', at);
    this.at = close;
    this.column = -1;
    if (this.source.charCodeAt(close - 2) === SLASH) return;
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('a row is not closed');
      const next = this.source.charCodeAt(this.at + 2);
      if (code === LOWER_C && (next === SPACE || next === MORE || next === SLASH)) this.readCell();
      else this.skipElement();
    }
    this.at = this.after('>', this.at);
  }

  private intern(text: string): string {
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    this.interned.set(text, text);
    return text;
  }

  private readLook(look: string): void {
    const { root } = parseXml(`<row${look}/>`, this.part);
    const on = (name: string): boolean => ['1', 'true'].includes(root.get(name) ?? '');
    const height = root.get('ht');
    const properties = {
      row: this.row,
      ...(height === undefined ? {} : { height: Number(height) }),
      custom: on('customHeight'),
      hidden: on('hidden'),
      style: on('customFormat') ? (this.sources.styles[Number(root.get('s') ?? 0)] ?? 0) : 0,
    };
    if (properties.height !== undefined || properties.hidden || properties.style !== 0) this.rows.push(properties);
  }

  /** Stands at `<c`. The usual attributes are read character by character: this runs for every cell. */
  private readCell(): void {
    const { source } = this;
    let at = this.at + 2;
    let format = 0;
    let type = '';
    let attributes = '';
    this.column++;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code === MORE || code === SLASH) break;
      const name = source.charCodeAt(at + 1);
      if (
        code === SPACE &&
        source.charCodeAt(at + 2) === EQUALS &&
        source.charCodeAt(at + 3) === QUOTE &&
        (name === LOWER_R || name === LOWER_S || name === LOWER_T)
      ) {
        const end = source.indexOf('"', at + 4);
        if (end < 0) throw this.bad('a cell is not well formed');
        if (name === LOWER_R) this.readReference(at + 4, end);
        else if (name === LOWER_S) format = Number(source.slice(at + 4, end));
        else type = source.slice(at + 4, end);
        at = end + 1;
        continue;
      }
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(source);
      if (!match) {
        // White space before the end of the tag, or a tag that never ends.
        if (source.slice(at, at + 1).trim() !== '' || at >= source.length) throw this.bad('a cell is not well formed');
        at++;
        continue;
      }
      const value = match[2] ?? match[3]!;
      if (match[1] === 'r') this.readReference(ATTRIBUTE.lastIndex - value.length - 1, ATTRIBUTE.lastIndex - 1);
      else if (match[1] === 's') format = Number(value);
      else if (match[1] === 't') type = value;
      else attributes += ` ${match[1]!}="${value.replaceAll('"', '&quot;')}"`;
      at = ATTRIBUTE.lastIndex;
    }
    const empty = source.charCodeAt(at) === SLASH;
    this.at = this.after('>', at);
    const style = this.sources.styles[format] ?? 0;
    if (empty) this.putBlank(style, attributes);
    else this.readContent(style, type, attributes);
  }

  /** The column of `AB12`; its row is the row's own. */
  private readReference(start: number, end: number): void {
    let column = 0;
    for (let at = start; at < end; at++) {
      const code = this.source.charCodeAt(at);
      if (code < 65) break;
      column = column * 26 + (code & 31);
    }
    this.column = column - 1;
    if (column < 1 || column > MAX_COLUMNS) throw this.bad('a cell is off the sheet');
  }

  private putBlank(style: StyleId, attributes: string): void {
    let blank = this.blanks.get(style);
    if (!blank) this.blanks.set(style, (blank = { value: null, style }));
    this.sheet.putCell(this.row, this.column, blank);
    if (attributes !== '') this.keep({ value: null, formula: undefined, attributes, formulaAttributes: '', tail: '' });
  }

  private keep(extra: CellExtra): void {
    this.cellExtras.set(cellKey(this.row, this.column), extra);
  }

  private readContent(style: StyleId, type: string, attributes: string): void {
    const { source } = this;
    let raw: string | undefined;
    let tag: FormulaTag | undefined;
    let inline: FileString | undefined;
    let tail = '';
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('a cell is not closed');
      const next = source.charCodeAt(this.at + 2);
      const ends = next === MORE || next === SPACE || next === SLASH;
      if (code === LOWER_V && ends) raw = this.readText();
      else if (code === LOWER_F && ends) tag = this.readFormula();
      else {
        const start = this.at;
        this.skipElement();
        const element = source.slice(start, this.at);
        if (element.startsWith('<is')) inline = readString(parseXml(element, this.part).root, this.sources.colors);
        else tail += element;
      }
    }
    this.at = this.after('>', this.at);
    this.put(style, type, attributes, raw, tag, inline, tail);
  }

  /** Stands at the tag of an element with text; the text as written, entities and all. */
  private readText(): string {
    const { source } = this;
    const start = this.after('>', this.at);
    if (source.charCodeAt(start - 2) === SLASH) {
      this.at = start;
      return '';
    }
    const end = source.indexOf('<', start);
    if (end < 0) throw this.bad('a value is not closed');
    if (source.charCodeAt(end + 1) === SLASH) {
      this.at = this.after('>', end);
      return source.slice(start, end);
    }
    // A comment or a CDATA section inside: rare enough for a tree.
    const from = this.at;
    this.skipElement();
    return parseXml(source.slice(from, this.at), this.part).root.text().replaceAll('&', '&amp;');
  }

  private readFormula(): FormulaTag {
    let attributes = '';
    let kind: string | undefined;
    let shared: string | undefined;
    if (this.source.charCodeAt(this.at + 2) === SPACE) {
      ATTRIBUTE.lastIndex = this.at + 2;
      for (let match = ATTRIBUTE.exec(this.source); match; match = ATTRIBUTE.exec(this.source)) {
        const value = match[2] ?? match[3]!;
        if (match[1] === 't') kind = value;
        if (match[1] === 'si') shared = value;
        attributes += ` ${match[1]!}="${value.replaceAll('"', '&quot;')}"`;
      }
    }
    const text = decodeXstring(decodeEntities(this.readText()));
    return { text: withoutPrefixes(text), attributes, kind, shared };
  }

  private put(
    style: StyleId,
    type: string,
    attributes: string,
    raw: string | undefined,
    tag: FormulaTag | undefined,
    inline: FileString | undefined,
    tail: string,
  ): void {
    const index = type === 's' && raw ? Number(raw) : -1;
    const string = inline ?? (index >= 0 ? this.sources.strings[index] : undefined);
    const value = string ? string.text : type === 's' || type === 'inlineStr' ? null : valueOf(type, raw);
    const formula = tag && this.formulaOf(tag);
    const cell: Cell = {
      value,
      style,
      ...(formula === undefined ? {} : { formula }),
      ...(string?.rich ? { rich: string.rich } : {}),
    };
    if (tag?.shared !== undefined && formula === undefined && tag.kind === 'shared') {
      this.orphans.push({ row: this.row, column: this.column, shared: tag.shared, cell });
    } else this.sheet.putCell(this.row, this.column, cell);
    const formulaAttributes = tag && tag.kind !== 'shared' && tag.kind !== 'normal' ? tag.attributes : '';
    const sharedString = index >= 0 && this.sources.repeated.has(index) ? index : undefined;
    if (attributes !== '' || formulaAttributes !== '' || tail !== '' || sharedString !== undefined) {
      const extra = { value, formula, attributes, formulaAttributes, tail };
      this.keep(sharedString === undefined ? extra : { ...extra, sharedString });
    }
  }

  /** The formula of a cell; undefined for one that is still to come (shared) or has no text (a data table). */
  private formulaOf(tag: FormulaTag): string | undefined {
    if (tag.kind === 'shared' && tag.shared !== undefined) {
      const master = this.shared.get(tag.shared);
      if (tag.text === '') {
        return master && this.ownFormula(master, this.row, this.column);
      }
      if (!master) this.shared.set(tag.shared, { text: tag.text, row: this.row, column: this.column });
    }
    return tag.text === '' ? undefined : tag.text;
  }

  private ownFormula({ text, row: first, column: left }: SharedFormula, row: number, column: number): string {
    this.sources.sharedFormulas.take(Math.max(0, text.length - PAID_TEXT), this.part);
    return shiftFormula(text, row - first, column - left);
  }

  /** Goes past the element that begins here, whatever is inside. */
  private skipElement(): void {
    const { source } = this;
    let depth = 0;
    do {
      const code = this.nextTag();
      if (code < 0) throw this.bad('an element is not closed');
      const end = this.after('>', this.at);
      if (code === SLASH) depth--;
      else if (source.charCodeAt(end - 2) !== SLASH) depth++;
      this.at = end;
    } while (depth > 0);
  }
}

function valueOf(type: string, raw: string | undefined): CellValue {
  if (raw === undefined) return null;
  if (type === '' || type === 'n') {
    const number = Number(raw);
    return raw.trim() === '' || !Number.isFinite(number) ? null : number;
  }
  if (type === 'str') return decodeXstring(decodeText(raw));
  if (type === 'b') return raw.trim() === '1' || raw.trim() === 'true';
  if (type === 'e') return errorValue(raw.trim());
  if (type === 'd') return serialOfIso(raw.trim());
  return decodeXstring(decodeText(raw));
}
