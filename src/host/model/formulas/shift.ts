import { columnIndex, columnName } from '../geometry/address';
import { MAX_COLUMNS, MAX_ROWS } from '../geometry/rect';

/**
 * Pieces of a formula that are no reference, tried before one: texts, quoted sheets, table columns, words, numbers.
 * What follows are the three shapes of a reference: cell, columns, rows.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u00c0-\uffff])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!\u00c0-\uffff])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])|[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*|\d+\.?\d*(?:[eE][+-]?\d+)?/g;

/** A relative column or row of a reference: its number (0-based), and its place among the pieces of the text. */
interface Moving {
  readonly isRow: boolean;
  readonly index: number;
  readonly piece: number;
}

/**
 * A formula as other cells have it, so many rows below and columns to the right: relative references move along,
 * absolute ones stay; one pushed off the sheet wraps around, as in Excel. The text is taken apart once, however many
 * cells ask for theirs.
 */
export class MovingFormula {
  readonly #pieces: string[] = [];
  readonly #moving: Moving[] = [];
  #movesRows = false;

  constructor(readonly text: string) {
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
      this.#pieces.push(text.slice(end, match.index));
      end = match.index + match[0].length;
      this.#take(match);
    }
    this.#pieces.push(text.slice(end));
  }

  /** Whether whole rows that move are among the references: `2:3`. */
  get movesRows(): boolean {
    return this.#movesRows;
  }

  shifted(rows: number, columns: number): string {
    if (rows === 0 && columns === 0) return this.text;
    for (const moving of this.#moving) this.#pieces[moving.piece] = numberOf(moving, rows, columns);
    // Joined and not added up: what is added up keeps its pieces as long as it lives.
    return this.#pieces.join('');
  }

  /** Whether a text is `shifted(rows, 0)`, which is not made to see. */
  isShifted(text: string, rows: number): boolean {
    let at = 0;
    let next = 0;
    for (let piece = 0; piece < this.#pieces.length; piece++) {
      const moving = this.#moving[next];
      const isMoving = moving?.piece === piece;
      const wanted = isMoving ? numberOf(moving, rows, 0) : this.#pieces[piece]!;
      if (isMoving) next++;
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
    }
    return at === text.length;
  }

  /** Whether no reference wraps around in the cell so many rows below. */
  reaches(rows: number): boolean {
    return this.#moving.every(({ isRow, index }) => !isRow || index + rows < MAX_ROWS);
  }

  #take([token, ...groups]: RegExpExecArray): void {
    const [
      c$ = '',
      c,
      r$ = '',
      r = '',
      from$ = '',
      from,
      to$ = '',
      to = '',
      top$ = '',
      top,
      bottom$ = '',
      bottom = '',
    ] = groups;
    if (c !== undefined && columnIndex(c) !== null) {
      this.#column(c$, c);
      this.#row(r$, r);
    } else if (from !== undefined && columnIndex(from) !== null && columnIndex(to) !== null) {
      this.#column(from$, from);
      this.#pieces.push(':');
      this.#column(to$, to);
    } else if (top !== undefined) {
      this.#row(top$, top);
      this.#pieces.push(':');
      this.#row(bottom$, bottom);
      this.#movesRows ||= top$ === '' || bottom$ === '';
    } else this.#pieces.push(token);
  }

  #column(mark: string, name: string): void {
    const index = mark === '' ? columnIndex(name) : null;
    if (index !== null) this.#moving.push({ isRow: false, index, piece: this.#pieces.length });
    this.#pieces.push(mark + name);
  }

  #row(mark: string, digits: string): void {
    if (mark === '') this.#moving.push({ isRow: true, index: Number(digits) - 1, piece: this.#pieces.length });
    this.#pieces.push(mark + digits);
  }
}

/** The digits of a row or the letters of a column, moved. */
function numberOf({ isRow, index }: Moving, rows: number, columns: number): string {
  return isRow
    ? String(((index + rows + MAX_ROWS) % MAX_ROWS) + 1)
    : columnName((index + columns + MAX_COLUMNS) % MAX_COLUMNS);
}

/** As `MovingFormula.shifted`, for one cell. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : new MovingFormula(formula).shifted(rows, columns);
}
