import type { Cell, StyleId } from '../../model';
import type { FileString } from './rich-text';

/** Numbers remembered; a power of two. */
const SLOTS = 1 << 12;

/**
 * Makes the cells of a file, one for all that are equal: sheets repeat labels, days and empty looks by the hundred
 * thousand, and a cell is never changed in place.
 */
export class CellPool {
  private readonly blanks = new Map<StyleId, Cell>();
  private readonly numbers = new Array<Cell | undefined>(SLOTS);
  /** The last cell made with each string. */
  private readonly texts: (Cell | undefined)[];

  constructor(private readonly strings: readonly FileString[]) {
    this.texts = new Array<Cell | undefined>(strings.length);
  }

  blank(style: StyleId): Cell {
    let cell = this.blanks.get(style);
    if (!cell) this.blanks.set(style, (cell = { value: null, style }));
    return cell;
  }

  number(value: number, style: StyleId): Cell {
    const slot = (value + style * 31) & (SLOTS - 1);
    const known = this.numbers[slot];
    // A negative zero equals zero, and is another number.
    if (known?.value === value && known.style === style && value !== 0) return known;
    return (this.numbers[slot] = { value, style });
  }

  /** A cell with a shared string, by its index; undefined where the file has no such string. */
  string(index: number, style: StyleId): Cell | undefined {
    const known = this.texts[index];
    if (known?.style === style) return known;
    const string = this.strings[index];
    if (!string) return undefined;
    const { text, rich } = string;
    return (this.texts[index] = rich ? { value: text, style, rich } : { value: text, style });
  }
}
