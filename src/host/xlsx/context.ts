import type { Sheet, Workbook } from '../model';
import type { Package } from './package/package';
import type { XmlElement } from './xml/xml';

/**
 * What the codecs of pivots and charts work with. While reading, the package is the file as it came and nothing may be
 * changed; while writing, it is a fork of that file: what is not touched stays byte for byte. A codec keeps no memory
 * between the two: it gives what it reads an id that names its part, and compares part and model when it writes.
 */
export interface PartContext {
  readonly workbook: Workbook;
  readonly pkg: Package;
  readonly workbookPart: string;
  /** The sheets of the model, in their order. */
  readonly sheets: readonly SheetPart[];
  /** The code of a number format of the file: `yyyy-mm-dd`. */
  numberFormat(id: number): string;
  /** Id of a number format by its code; added to the file where it is new. While writing only. */
  numberFormatId(code: string): number;
}

/** A sheet of the model and the part that holds it. */
export interface SheetPart {
  readonly sheet: Sheet;
  readonly part: string;
  /** Root of the part with an empty `sheetData`, for reading. */
  readonly root: XmlElement;
  /** The same root, to be changed with `insertInOrder`: the part will be written. While writing only. */
  edit(): XmlElement;
}
