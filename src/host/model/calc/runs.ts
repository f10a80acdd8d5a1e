import { MovingFormula } from '../formulas/shift';
import type { CalcSheet } from './book';
import { templateOf } from './template';

/** A formula filled down cells of a column that follow each other: one, or a hundred thousand. */
export interface Run {
  readonly sheet: CalcSheet;
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  /** As the first cell has it. */
  readonly formula: string;
  readonly template: string;
}

/** The formulas of a sheet, column by column and row by row, each once for as far as it is filled down. */
export function runsOf(sheet: CalcSheet): Run[] {
  const runs: Run[] = [];
  // The same text for all formulas of a template, which may stand in many columns.
  const templates = new Map<string, string>();
  const kept = (template: string): string => {
    const known = templates.get(template);
    if (known !== undefined) return known;
    templates.set(template, template);
    return template;
  };
  let open: OpenRun | undefined;
  const close = (): void => {
    if (!open) return;
    const { row, column, rows, formula } = open;
    runs.push({ sheet, column, row, rows, formula, template: kept(templateOf(formula, row, column)) });
  };
  for (const [column, rows] of sheet.cells.formulaColumns()) {
    for (const row of rows) {
      const formula = sheet.cells.get(row, column)?.formula;
      if (formula === undefined || open?.takes(row, column, formula)) continue;
      close();
      open = new OpenRun(row, column, formula);
    }
  }
  close();
  return runs;
}

/** A run that may have more rows. */
class OpenRun {
  rows = 1;
  #moving: MovingFormula | undefined;

  constructor(
    readonly row: number,
    readonly column: number,
    readonly formula: string,
  ) {}

  /** Takes in the next cell where it holds the formula that is filled down. */
  takes(row: number, column: number, formula: string): boolean {
    if (column !== this.column || row !== this.row + this.rows) return false;
    const moving = (this.#moving ??= new MovingFormula(this.formula));
    // Whole rows that move and references that wrap around are not the same template.
    if (moving.movesRows || !moving.reaches(this.rows) || !moving.isShifted(formula, this.rows)) return false;
    this.rows++;
    return true;
  }
}
