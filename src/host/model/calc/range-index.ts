import { endColumn, endRow, intersection } from '../geometry/rect';
import type { CellValue } from '../cells/cell';
import { numberIn, type Criterion } from './criteria';
import type { Area } from './references';

/** The cells of a range that meet a criterion. */
export interface Selection {
  readonly count: number;
  /** Visits them in no order. */
  each(visit: (cell: number) => void): void;
  has(cell: number): boolean;
}

/** Codes kept for criteria already asked, over which they are forgotten: 1,000 different dates must not fill memory. */
const MAX_KEPT = 2_000_000;

/**
 * The values of a range, each kept once with the cells that hold it. A criterion is then asked of the distinct
 * values only, and an equality is looked up.
 */
export class RangeIndex {
  /** Cells counted row by row; those past the sheet's used cells are blank and not listed. */
  readonly listed: number;
  readonly #values: CellValue[] = [null];
  readonly #codes: Uint32Array;
  /** Cells of each code: `#cells` from `#starts[code]` to `#starts[code + 1]`. */
  readonly #starts: Uint32Array;
  readonly #cells: Uint32Array;
  readonly #selections = new Map<string, Selection>();
  #kept = 0;
  #codesByValue: Map<string | number, number[]> | undefined;

  /** `rows`: how many of the area's rows are listed, so that ranges asked together line up. */
  constructor(area: Area, rows: number) {
    const { sheet, rect } = area;
    this.listed = rows * rect.columns;
    this.#codes = new Uint32Array(this.listed);
    const used = sheet.cells.extent();
    const shown = rows > 0 && used ? intersection({ ...rect, rows }, used) : null;
    if (shown) {
      const codeOf = new Map<CellValue, number>([[null, 0]]);
      for (const { row, column, cell } of sheet.cells.within(shown)) {
        const { value } = cell;
        let code = codeOf.get(value);
        if (code === undefined) codeOf.set(value, (code = this.#values.push(value) - 1));
        this.#codes[(row - rect.row) * rect.columns + column - rect.column] = code;
      }
    }
    this.#starts = new Uint32Array(this.#values.length + 1);
    for (const code of this.#codes) this.#starts[code + 1]!++;
    for (let code = 0; code < this.#values.length; code++) this.#starts[code + 1]! += this.#starts[code]!;
    const next = this.#starts.slice();
    this.#cells = new Uint32Array(this.listed);
    this.#codes.forEach((code, cell) => (this.#cells[next[code]!++] = cell));
  }

  value(cell: number): CellValue {
    return this.#values[this.#codes[cell]!] ?? null;
  }

  /** Cells that meet a criterion; `key` names the criterion, so that it is asked once. */
  select(key: string, criterion: Criterion): Selection {
    const known = this.#selections.get(key);
    if (known) return known;
    const codes = criterion.equal === undefined ? this.#codesMeeting(criterion) : this.#codesEqual(criterion.equal);
    if (this.#kept > MAX_KEPT) {
      this.#selections.clear();
      this.#kept = 0;
    }
    const selection = this.#selection(codes);
    this.#selections.set(key, selection);
    this.#kept += codes.length;
    return selection;
  }

  #codesMeeting({ meets }: Criterion): readonly number[] {
    const codes: number[] = [];
    this.#values.forEach((value, code) => {
      if (meets(value)) codes.push(code);
    });
    return codes;
  }

  #codesEqual(equal: string | number): readonly number[] {
    if (!this.#codesByValue) {
      const byValue = new Map<string | number, number[]>();
      this.#values.forEach((value, code) => {
        if (typeof value !== 'string' && typeof value !== 'number') return;
        const key = typeof value === 'number' ? value : (numberIn(value) ?? value.toLowerCase());
        const codes = byValue.get(key);
        if (codes) codes.push(code);
        else byValue.set(key, [code]);
      });
      this.#codesByValue = byValue;
    }
    return this.#codesByValue.get(equal) ?? [];
  }

  #selection(codes: readonly number[]): Selection {
    const starts = this.#starts;
    const cells = this.#cells;
    const codeOf = this.#codes;
    const values = this.#values.length;
    let count = 0;
    for (const code of codes) count += starts[code + 1]! - starts[code]!;
    let marks: Uint8Array | undefined;
    return {
      count,
      each(visit) {
        for (const code of codes) {
          const end = starts[code + 1]!;
          for (let at = starts[code]!; at < end; at++) visit(cells[at]!);
        }
      },
      has(cell) {
        if (codes.length <= 1) return codeOf[cell] === codes[0];
        if (!marks) {
          marks = new Uint8Array(values);
          for (const code of codes) marks[code] = 1;
        }
        return marks[codeOf[cell]!] === 1;
      },
    };
  }
}

/** How many rows of the area come before the end of its sheet's used cells. */
export function usedRows({ sheet, rect }: Area): number {
  const used = sheet.cells.extent();
  if (!used || endColumn(used) <= rect.column || used.column >= endColumn(rect)) return 0;
  return Math.max(0, Math.min(endRow(used), endRow(rect)) - rect.row);
}
