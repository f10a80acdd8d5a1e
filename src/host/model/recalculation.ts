import { createCalc, type Calc } from './calc';
import type { Workbook } from './workbook';

/** When the formulas of a workbook are computed, and who hears of it. */
export class Recalculation {
  readonly #workbook: Workbook;
  #calc: Calc | null = null;
  #isDue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** Says that results of formulas may no longer hold. */
  invalidate(): void {
    this.#isDue = true;
  }

  /** Computes the formulas if their results may no longer hold, and tells of the sheets where some are others now. */
  runIfDue(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    const { sheets } = this.#workbook;
    if (!sheets.some(({ cells }) => cells.formulaCount > 0)) return;
    this.#calc ??= createCalc();
    const versions = sheets.map(({ version }) => version);
    this.#calc.recalculate(this.#workbook);
    this.#isDue = false;
    sheets.forEach((sheet, index) => {
      if (sheet.version === versions[index]) return;
      this.#workbook.tell((origin) => ({ kind: 'calculated', sheet: sheet.id, origin }));
    });
  }
}
