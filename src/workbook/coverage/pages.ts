/** Points: a row of the sheet, said since programs differ in what they give one by themselves, and that of a heading. */
export const rowHeight = 13.5;
export const headingHeight = 21;

/** What is planned on a page stays a little below what it holds: printers differ. */
const planned = 0.97;

/** A sheet of more pages is read on a screen. */
const mostBreaks = 150;

/** Items of a list that stay with its heading where it does not fit on a page. */
const headed = 3;

/**
 * Where the pages of a sheet begin, planned from its first row down. Every page is said as far as there is something to
 * keep whole, for a break that is a row off from where the program makes its own leaves a page with one row; what
 * follows is the program's.
 */
export class PagePlan {
  readonly #full: number;
  readonly #breaks: number[] = [];
  #row = 0;
  #used = 0;
  #wanted = 0;

  /** `pageHeight`: what a page holds, in points of the sheet. */
  constructor(pageHeight: number) {
    this.#full = pageHeight * planned;
  }

  /** The next row (0-based). */
  get row(): number {
    return this.#row;
  }

  /** The rows that begin a page, but for the first. */
  get breaks(): readonly number[] {
    return this.#breaks.slice(0, this.#wanted);
  }

  /** Rows that may stand on any page. */
  flow(rows: number): void {
    for (let end = this.#row + rows; this.#row < end;) {
      this.#makeRoom(rowHeight);
      this.#take(rowHeight);
    }
  }

  /** Rows that no page parts, the first of which may be a heading. */
  together(rows: number): void {
    this.#makeRoom(rows * rowHeight);
    this.#take(headingHeight + (rows - 1) * rowHeight, rows);
    this.#wanted = this.#breaks.length;
  }

  /**
   * A list under `lead` rows, of which the first is its heading and the last has its heads: on one page where it fits
   * on one. Gives the items (by their place) above which its heads are said again, as a page begins there.
   */
  list(lead: number, items: number): number[] {
    const top = headingHeight + (lead - 1) * rowHeight;
    const whole = top + items * rowHeight;
    this.#makeRoom(whole <= this.#full ? whole : top + headed * rowHeight);
    this.#take(top, lead);
    const heads: number[] = [];
    for (let item = 0; item < items; item += 1) {
      if (this.#makeRoom(rowHeight)) {
        heads.push(item);
        this.#take(rowHeight);
      }
      this.#take(rowHeight);
    }
    this.#wanted = this.#breaks.length;
    return heads;
  }

  /** Begins a page where this one has no room for so many points; whether it does. */
  #makeRoom(points: number): boolean {
    if (this.#used === 0 || this.#used + points <= this.#full || this.#breaks.length >= mostBreaks) return false;
    this.#breaks.push(this.#row);
    this.#used = 0;
    return true;
  }

  #take(points: number, rows = 1): void {
    this.#used += points;
    this.#row += rows;
  }
}

/** The items of a list with its heads among them, where they are said again. */
export function withHeads<T>(items: readonly T[], heads: readonly number[], head: T): T[] {
  const before = new Set(heads);
  return items.flatMap((item, index) => (before.has(index) ? [head, item] : [item]));
}
