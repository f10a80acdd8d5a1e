import type { Cell, Sheet } from '../../model';
import { MovingFormula } from '../../model/formulas/shift';
import type { Allowance } from '../package/allowance';

/** An `f` element. */
export interface FormulaTag {
  readonly text: string;
  /** As written, with a space before each. */
  readonly attributes: string;
  readonly kind: string | undefined;
  readonly shared: string | undefined;
}

interface Master {
  readonly formula: MovingFormula;
  readonly row: number;
  readonly column: number;
}

interface Orphan {
  readonly row: number;
  readonly column: number;
  readonly shared: string;
  readonly cell: Cell;
}

/** Characters of a shared formula that cost no more than the cell which asks for it does by its own tags. */
const PAID_TEXT = 64;

/** The formulas of a sheet that several cells share: each gets its own, moved to where it stands. */
export class SharedFormulas {
  private readonly masters = new Map<string, Master>();
  /** Cells that came before the formula they share. */
  private readonly orphans: Orphan[] = [];

  constructor(
    private readonly allowance: Allowance,
    private readonly part: string,
  ) {}

  /** The formula of a cell; undefined for one that is still to come, or has no text (a data table). */
  of({ text, kind, shared }: FormulaTag, row: number, column: number): string | undefined {
    if (kind === 'shared' && shared !== undefined) {
      const master = this.masters.get(shared);
      if (text === '') return master && this.moved(master, row, column);
      if (!master) this.masters.set(shared, { formula: new MovingFormula(text), row, column });
    }
    return text === '' ? undefined : text;
  }

  /** Remembers a cell whose formula is still to come. */
  await(orphan: Orphan): void {
    this.orphans.push(orphan);
  }

  /** Puts the cells that waited, once all formulas are known. Errors: XlsxError tooLarge. */
  settle(sheet: Sheet): void {
    for (const { row, column, shared, cell } of this.orphans) {
      const master = this.masters.get(shared);
      const formula = master && this.moved(master, row, column);
      sheet.putCell(row, column, formula === undefined ? cell : { ...cell, formula });
    }
  }

  private moved({ formula, row: first, column: left }: Master, row: number, column: number): string {
    this.allowance.take(Math.max(0, formula.text.length - PAID_TEXT), this.part);
    return formula.shifted(row - first, column - left);
  }
}
