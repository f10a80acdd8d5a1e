import type { Style, StylePatch } from '../../model';
import { flag, numberOf } from '../xml/attributes';
import { readAlignment, readBorders, readFill, readProtection } from '../cells/format';
import type { Colors } from './colors';
import { readDifferential } from './differential';
import { readFont } from './fonts';
import { builtInFormat } from './number-formats';
import type { XmlElement } from '../xml/xml';

/** The styles of a file, resolved: a list of cell formats by their index. */
export class FileStyles {
  readonly formats: readonly Style[];
  private readonly codes: ReadonlyMap<number, string>;

  constructor(
    readonly root: XmlElement,
    readonly colors: Colors,
  ) {
    this.codes = new Map(
      items(root, 'numFmts').map((element) => [numberOf(element, 'numFmtId', -1), element.get('formatCode') ?? '']),
    );
    const fonts = items(root, 'fonts').map((element) => readFont(element, colors));
    const fills = items(root, 'fills').map((element) => readFill(element, colors));
    const borders = items(root, 'borders').map((element) => readBorders(element, colors));
    this.formats = items(root, 'cellXfs').map((xf, index) => ({
      numberFormat: this.numberFormat(numberOf(xf, 'numFmtId', 0)),
      font: fonts[numberOf(xf, 'fontId', 0)] ?? readFont(undefined, colors),
      fill: fills[numberOf(xf, 'fillId', 0)] ?? null,
      borders: borders[numberOf(xf, 'borderId', 0)] ?? {},
      ...readAlignment(xf),
      ...readProtection(xf),
      quotePrefix: flag(xf, 'quotePrefix', false),
      ...(flag(xf, 'pivotButton', false) && { pivotButton: true }),
      xf: index,
    }));
  }

  /** The code of a number format; one that the file does not declare is General. */
  numberFormat(id: number): string {
    return this.codes.get(id) ?? builtInFormat(id) ?? 'General';
  }

  /** A format of conditional formatting, by its index. */
  differential(index: number): StylePatch {
    const element = items(this.root, 'dxfs')[index];
    return element ? readDifferential(element, this.colors) : {};
  }
}

/** The records of a collection of the style sheet. */
export function items(root: XmlElement, collection: string): XmlElement[] {
  return root.child(collection)?.elements() ?? [];
}
