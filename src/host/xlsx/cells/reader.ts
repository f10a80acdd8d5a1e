import type { Cell, CellValue, Sheet, StyleId } from '../../model';
import { MAX_COLUMNS, MAX_ROWS } from '../../model';
import type { Allowance } from '../package/allowance';
import { cellKey } from './cell-extras';
import type { CellExtra, SheetExtras } from './cell-extras';
import { CellPool } from './cell-pool';
import { readDecimal, readIndex } from './numbers';
import { RowLooks } from './row-looks';
import type { RowLook } from './row-looks';
import { SharedFormulas } from './shared-formulas';
import type { FormulaTag } from './shared-formulas';
import { valueOf } from './values';
import type { Colors } from '../styles/colors';
import { withoutPrefixes } from './future-functions';
import { withSigns } from './intersections';
import { readString } from './rich-text';
import type { FileString } from './rich-text';
import { parseXml } from '../xml/xml';
import { TagScanner } from '../xml/tag-scanner';
import { decodeEntities } from '../xml/xml-text';
import { decodeXstring } from '../xml/xstring';

/** What reading cells needs of the rest of the file. */
export interface CellSources {
  readonly strings: readonly FileString[];
  /** Indexes of strings whose text an earlier one has already. */
  readonly repeated: ReadonlySet<number>;
  /** Style ids of the model by cell format of the file. */
  readonly styles: readonly StyleId[];
  readonly colors: Colors;
  readonly allowances: CellAllowances;
}

/** What all sheets of a file together may come to. */
export interface CellAllowances {
  /** Characters of long formulas that cells share, once each cell has its own. */
  readonly sharedFormulas: Allowance;
  readonly cells: Allowance;
  /** Places left free between cells of a row. */
  readonly gaps: Allowance;
  /** What strings with runs of their own are made of. */
  readonly pieces: Allowance;
}

export interface CellsRead {
  readonly extras: SheetExtras;
  readonly rows: readonly (readonly [row: number, look: RowLook])[];
  /** Where the end tag of `sheetData` stands. */
  readonly end: number;
}

/** The length of the name of an attribute of rows that is only a hint. */
const SPANS = 'spans'.length;
const SLASH = 47;
const LESS = 60;
const MORE = 62;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_I = 105;
const LOWER_O = 111;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;
const LOWER_W = 119;
const LETTERS = 64;

/** A cell further to the right stands in a row that is mostly empty: such a row is not laid out whole. */
const LAID_OUT = 1024;

/**
 * Puts the cells of a sheet into the model: one pass over the inside of `sheetData`, which begins at `start`, without
 * a tree, for it may hold millions of cells. Rows and cells without `r` follow the one before.
 * Errors: XlsxError badXml, tooLarge.
 */
export function readCells(
  bytes: Uint8Array,
  start: number,
  part: string,
  sheet: Sheet,
  sources: CellSources,
): CellsRead {
  return new CellsReader(bytes, part, sheet, sources).read(start);
}

class CellsReader extends TagScanner {
  private row = -1;
  private column = -1;
  /** The cells of the row under way; those before `width` are of this row. */
  private readonly cells: (Cell | undefined)[] = [];
  private width = 0;
  private count = 0;
  private readonly pool: CellPool;
  private readonly cellExtras = new Map<number, CellExtra>();
  private readonly rowExtras = new Map<number, string>();
  private readonly rows: [row: number, look: RowLook][] = [];
  private readonly looks: RowLooks;
  private readonly shared: SharedFormulas;

  constructor(
    bytes: Uint8Array,
    part: string,
    private readonly sheet: Sheet,
    private readonly sources: CellSources,
  ) {
    super(bytes, part);
    this.pool = new CellPool(sources.strings);
    this.looks = new RowLooks(sources.styles);
    this.shared = new SharedFormulas(sources.allowances.sharedFormulas, part);
  }

  read(start: number): CellsRead {
    this.at = start;
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('the cells are not closed');
      if (code === LOWER_R && this.bytes[this.at + 2] === LOWER_O && this.bytes[this.at + 3] === LOWER_W)
        this.readRow();
      else this.skipElement();
    }
    this.shared.settle(this.sheet);
    return { extras: { cells: this.cellExtras, rows: this.rowExtras }, rows: this.rows, end: this.at };
  }

  private readRow(): void {
    this.row++;
    this.column = -1;
    this.readRowTag();
    const end = this.tagEnd(this.at);
    const isEmpty = this.isEmpty(end);
    this.at = end;
    if (isEmpty) return;
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('a row is not closed');
      if (code === LOWER_C && this.endsName(this.at + 2)) this.readCell();
      else this.skipElement();
    }
    this.at = this.tagEnd(this.at);
    this.putRow();
  }

  /** Attributes of a row: those that the model holds, a hint (`spans`), and others that are kept. */
  private readRowTag(): void {
    const { looks } = this;
    looks.begin();
    for (let at = this.attribute(this.at + 4); at >= 0; at = this.attribute(at)) {
      const { nameStart, nameEnd, valueStart, valueEnd } = this.span;
      const length = nameEnd - nameStart;
      const first = this.bytes[nameStart];
      if (length === 1 && first === LOWER_R) this.row = readIndex(this.bytes, valueStart, valueEnd) - 1;
      else if (length === SPANS && first === LOWER_S) continue;
      else if (!looks.take(this.text(nameStart, nameEnd), this.text(valueStart, valueEnd)))
        looks.keep(this.attributeText());
    }
    if (this.row < 0 || this.row >= MAX_ROWS) throw this.bad('a row is off the sheet');
    const { kept, look } = looks.end();
    if (kept !== '') this.rowExtras.set(this.row, kept);
    if (look) this.rows.push([this.row, look]);
  }

  private putRow(): void {
    if (this.width === 0) return;
    const { allowances } = this.sources;
    allowances.cells.take(this.count, this.part);
    allowances.gaps.take(this.width - this.count, this.part);
    // A copy is as long as what it holds; an array that grows keeps room for more.
    this.sheet.cells.loadRow(this.row, this.cells.slice(0, this.width));
    this.width = 0;
    this.count = 0;
  }

  private putCell(cell: Cell): void {
    const { column } = this;
    if (column >= LAID_OUT && column > this.width) {
      this.sources.allowances.cells.take(1, this.part);
      // Whoever goes over the row goes over them.
      this.sources.allowances.gaps.take(column - this.width, this.part);
      this.sheet.putCell(this.row, column, cell);
      return;
    }
    while (this.width <= column) this.cells[this.width++] = undefined;
    if (this.cells[column] === undefined) this.count++;
    this.cells[column] = cell;
  }

  /** Stands at `<c`. This runs for every cell. */
  private readCell(): void {
    const { bytes, span } = this;
    let format = 0;
    let type = '';
    let attributes = '';
    this.column++;
    for (let at = this.attribute(this.at + 2); at >= 0; at = this.attribute(at)) {
      const name = span.nameEnd - span.nameStart === 1 ? bytes[span.nameStart] : 0;
      if (name === LOWER_R) this.readReference();
      else if (name === LOWER_S) format = readIndex(bytes, span.valueStart, span.valueEnd);
      else if (name === LOWER_T) type = this.readType();
      else attributes += this.attributeText();
    }
    const style = this.sources.styles[format] ?? 0;
    const end = bytes[this.at] === MORE ? this.at + 1 : this.tagEnd(this.at);
    const isEmpty = this.isEmpty(end);
    this.at = end;
    if (isEmpty) this.putBlank(style, attributes);
    else if (attributes !== '' || !this.readPlain(style, type)) this.readContent(style, type, attributes);
  }

  /** The column of `AB12`; its row is the row's own. */
  private readReference(): void {
    let column = 0;
    for (let at = this.span.valueStart; at < this.span.valueEnd; at++) {
      const code = this.bytes[at]!;
      if (code <= LETTERS) break;
      column = column * 26 + (code & 31);
    }
    this.column = column - 1;
    if (column < 1 || column > MAX_COLUMNS) throw this.bad('a cell is off the sheet');
  }

  private readType(): string {
    const { valueStart, valueEnd } = this.span;
    // The one that most cells have.
    return valueEnd - valueStart === 1 && this.bytes[valueStart] === LOWER_S ? 's' : this.text(valueStart, valueEnd);
  }

  private putBlank(style: StyleId, attributes: string): void {
    if (style !== 0) this.putCell(this.pool.blank(style));
    if (attributes !== '') this.keep({ value: null, formula: undefined, attributes, formulaAttributes: '', tail: '' });
  }

  private keep(extra: CellExtra): void {
    this.sources.allowances.cells.take(1, this.part);
    this.cellExtras.set(cellKey(this.row, this.column), extra);
  }

  /** Reads `<v>…</v></c>` of a number or a shared string, nearly all there is; false, having read nothing, for others. */
  private readPlain(style: StyleId, type: string): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== LESS || bytes[at + 1] !== LOWER_V || bytes[at + 2] !== MORE) return false;
    const start = at + 3;
    const end = this.textEnd(start);
    if (
      bytes[end + 1] !== SLASH ||
      bytes[end + 2] !== LOWER_V ||
      bytes[end + 3] !== MORE ||
      bytes[end + 4] !== LESS ||
      bytes[end + 5] !== SLASH ||
      bytes[end + 6] !== LOWER_C ||
      bytes[end + 7] !== MORE
    ) {
      return false;
    }
    if (type === 's') {
      const index = readIndex(bytes, start, end);
      const cell = index < 0 || this.sources.repeated.has(index) ? undefined : this.pool.string(index, style);
      if (!cell) return false;
      this.putCell(cell);
    } else if (type === '' || type === 'n') {
      const value = readDecimal(bytes, start, end);
      if (Number.isNaN(value)) return false;
      this.putCell(this.pool.number(value, style));
    } else return false;
    this.at = end + 8;
    return true;
  }

  private readContent(style: StyleId, type: string, attributes: string): void {
    let raw: string | undefined;
    let tag: FormulaTag | undefined;
    let inline: FileString | undefined;
    let tail = '';
    for (let code = this.nextTag(); code !== SLASH; code = this.nextTag()) {
      if (code < 0) throw this.bad('a cell is not closed');
      const ends = this.endsName(this.at + 2);
      if (code === LOWER_V && ends) raw = this.readText();
      else if (code === LOWER_F && ends) tag = this.readFormula();
      else {
        const isString = code === LOWER_I && this.bytes[this.at + 2] === LOWER_S && this.endsName(this.at + 3);
        const element = this.readElement();
        if (isString)
          inline = readString(parseXml(element, this.part, this.sources.allowances.pieces).root, this.sources.colors);
        else tail += element;
      }
    }
    this.at = this.tagEnd(this.at);
    this.put(style, type, attributes, raw, tag, inline, tail);
  }

  /** The element that begins here, as it is written. */
  private readElement(): string {
    const start = this.at;
    this.skipElement();
    return this.text(start, this.at);
  }

  /** Stands at the tag of an element with text; the text as written, entities and all. */
  private readText(): string {
    const start = this.tagEnd(this.at);
    if (this.isEmpty(start)) {
      this.at = start;
      return '';
    }
    const end = this.textEnd(start);
    if (this.bytes[end + 1] === SLASH) {
      this.at = end;
      this.at = this.tagEnd(end);
      return this.text(start, end);
    }
    // A comment or a CDATA section inside: rare enough for a tree.
    return parseXml(this.readElement(), this.part).root.text().replaceAll('&', '&amp;');
  }

  private readFormula(): FormulaTag {
    const { span } = this;
    const tag = this.at;
    let attributes = '';
    let kind: string | undefined;
    let shared: string | undefined;
    for (let at = this.attribute(tag + 2); at >= 0; at = this.attribute(at)) {
      const name = this.text(span.nameStart, span.nameEnd);
      if (name === 't') kind = this.text(span.valueStart, span.valueEnd);
      if (name === 'si') shared = this.text(span.valueStart, span.valueEnd);
      attributes += this.attributeText();
    }
    this.at = tag;
    const text = decodeXstring(decodeEntities(this.readText()));
    return { text: withSigns(withoutPrefixes(text)), attributes, kind, shared };
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
    const value: CellValue = string ? string.text : type === 's' || type === 'inlineStr' ? null : valueOf(type, raw);
    const formula = tag && this.shared.of(tag, this.row, this.column);
    const cell: Cell = {
      value,
      style,
      ...(formula === undefined ? {} : { formula }),
      ...(string?.rich ? { rich: string.rich } : {}),
    };
    if (tag?.shared !== undefined && formula === undefined && tag.kind === 'shared') {
      this.shared.await({ row: this.row, column: this.column, shared: tag.shared, cell });
    } else if (value !== null || formula !== undefined || style !== 0 || cell.rich) this.putCell(cell);
    const formulaAttributes = tag && tag.kind !== 'shared' && tag.kind !== 'normal' ? tag.attributes : '';
    const sharedString = index >= 0 && this.sources.repeated.has(index) ? index : undefined;
    if (attributes !== '' || formulaAttributes !== '' || tail !== '' || sharedString !== undefined) {
      const extra = { value, formula, attributes, formulaAttributes, tail };
      this.keep(sharedString === undefined ? extra : { ...extra, sharedString });
    }
  }
}
