import type { Style, StyleId, StylePatch, StyleTable } from '../../model';
import { numberOf } from '../xml/attributes';
import { changeBorders, makeFill, writeAlignment, writeProtection } from '../cells/format';
import { makeDifferential } from './differential';
import { changeFont } from './fonts';
import { builtInFormatId, FIRST_OWN_FORMAT } from './number-formats';
import { ensureChild, STYLESHEET_ORDER } from '../xml/order';
import { same } from '../same';
import { items } from './styles';
import type { FileStyles } from './styles';
import type { XmlElement } from '../xml/xml';
import { xml, xmlString } from '../xml/xml';

/**
 * Finds or adds the cell format of a style. A style that came from the file keeps its format; a changed one gets a copy
 * of that format in which only the changed records are replaced, so that what the model does not know survives.
 */
export class StyleWriter {
  private readonly known = new Map<StyleId, number>();
  /** Records by their text: equal ones are written once. */
  private readonly collections = new Map<string, Collection>();

  constructor(
    private readonly table: StyleTable,
    private readonly file: FileStyles,
    /** Root of the style sheet, to be changed: asked for once something is added. */
    private readonly edit: () => XmlElement,
  ) {}

  /** Index of the cell format of a style. */
  format(id: StyleId): number {
    let index = this.known.get(id);
    if (index === undefined) {
      index = this.find(this.table.get(id));
      this.known.set(id, index);
    }
    return index;
  }

  /** Id of a number format, added where the file has none of that code. */
  numberFormatId(code: string): number {
    const builtIn = builtInFormatId(code);
    if (builtIn !== undefined && this.file.numberFormat(builtIn) === code) return builtIn;
    const own = items(this.edit(), 'numFmts');
    const found = own.find((element) => element.get('formatCode') === code);
    if (found) return numberOf(found, 'numFmtId', 0);
    const id = own.reduce((next, element) => Math.max(next, numberOf(element, 'numFmtId', 0) + 1), FIRST_OWN_FORMAT);
    this.append('numFmts', xml('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  /** Index of a format of conditional formatting. */
  differential(patch: StylePatch): number {
    return this.append(
      'dxfs',
      makeDifferential(patch, (code) => this.numberFormatId(code)),
    );
  }

  private find(style: Style): number {
    const baseIndex = style.xf !== undefined && style.xf < this.file.formats.length ? style.xf : 0;
    const base = this.file.formats[baseIndex];
    if (base && same({ ...style, xf: baseIndex }, base)) return baseIndex;
    const source = items(this.file.root, 'cellXfs')[baseIndex];
    const xf = source?.clone() ?? xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
    this.change(xf, base, style);
    return this.append('cellXfs', xf);
  }

  private change(xf: XmlElement, from: Style | undefined, to: Style): void {
    if (from?.numberFormat !== to.numberFormat) {
      xf.set('numFmtId', this.numberFormatId(to.numberFormat)).set('applyNumberFormat', true);
    }
    if (!same(from?.font, to.font)) {
      const font = this.record('fonts', xf, 'fontId') ?? xml('font');
      xf.set('fontId', this.append('fonts', changeFont(font, from?.font ?? {}, to.font))).set('applyFont', true);
    }
    if (from?.fill !== to.fill) {
      xf.set('fillId', to.fill === null ? 0 : this.append('fills', makeFill(to.fill))).set('applyFill', true);
    }
    if (!same(from?.borders, to.borders)) {
      const border = this.record('borders', xf, 'borderId') ?? xml('border');
      const changed = changeBorders(border, from?.borders ?? {}, to.borders);
      xf.set('borderId', this.append('borders', changed)).set('applyBorder', true);
    }
    if (!from || ALIGNMENT.some((key) => from[key] !== to[key])) writeAlignment(xf, to);
    if (from?.locked !== to.locked || from.formulaHidden !== to.formulaHidden) writeProtection(xf, to);
    xf.set('quotePrefix', to.quotePrefix ? true : undefined);
    xf.set('pivotButton', to.pivotButton ? true : undefined);
  }

  /** A copy of the record that a format points to. */
  private record(collection: string, xf: XmlElement, attribute: string): XmlElement | undefined {
    return items(this.file.root, collection)[numberOf(xf, attribute, 0)]?.clone();
  }

  /** Index of a record in a collection: of an equal one, or of this one put at the end. */
  private append(collection: string, record: XmlElement): number {
    const { parent, indexes } = this.collection(collection);
    const text = xmlString(record);
    const found = indexes.get(text);
    if (found !== undefined) return found;
    const index = numberOf(parent, 'count', 0);
    parent.append(record).set('count', index + 1);
    indexes.set(text, index);
    return index;
  }

  private collection(name: string): Collection {
    let collection = this.collections.get(name);
    if (!collection) {
      const parent = ensureChild(this.edit(), name, STYLESHEET_ORDER);
      const records = parent.elements();
      // From the last one, so that the first of equal ones stays.
      const indexes = new Map(records.map((record, index) => [xmlString(record), index] as const).reverse());
      parent.set('count', records.length);
      collection = { parent, indexes };
      this.collections.set(name, collection);
    }
    return collection;
  }
}

interface Collection {
  /** Its `count` is kept right. */
  readonly parent: XmlElement;
  readonly indexes: Map<string, number>;
}

const ALIGNMENT = ['horizontal', 'vertical', 'wrap', 'shrink', 'indent', 'rotation'] as const;
