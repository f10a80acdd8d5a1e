import { evaluate, type CellValue, type Point, type Sheet } from '../../host/model';
import { shiftFormula } from '../../host/model/formulas/shift';

/** Cells computed at once: a formula of a conditional format is asked for one neighbour after another. */
const blockRows = 32;
const blockColumns = 8;

/** Results of the formulas of a sheet's conditional formats, computed without touching the workbook. */
export class FormulaResults {
  private readonly blocks = new Map<string, readonly CellValue[]>();

  constructor(private readonly sheet: Sheet) {}

  /** Result of a formula written for the cell `base`, moved to `at`; null where it cannot be computed. */
  at(formula: string, base: Point, at: Point): CellValue {
    const constant = constantOf(formula);
    if (constant !== undefined) return constant;
    const row = at.row - (at.row % blockRows);
    const column = at.column - (at.column % blockColumns);
    const key = `${base.row}:${base.column}:${row}:${column}:${formula}`;
    let block = this.blocks.get(key);
    if (!block) this.blocks.set(key, (block = this.compute(formula, base, row, column)));
    return block[(at.row - row) * blockColumns + (at.column - column)] ?? null;
  }

  private compute(formula: string, base: Point, firstRow: number, firstColumn: number): CellValue[] {
    const texts = Array.from({ length: blockRows * blockColumns }, (_, i) => {
      const row = firstRow + Math.floor(i / blockColumns);
      const column = firstColumn + (i % blockColumns);
      return standingAt(shiftFormula(formula, row - base.row, column - base.column), row, column);
    });
    return evaluate(this.sheet, texts);
  }
}

/** The formula stands in another cell while it is computed: what asks for its own place gets it as a number. */
function standingAt(formula: string, row: number, column: number): string {
  return formula.replace(/\bROW\(\s*\)/gi, String(row + 1)).replace(/\bCOLUMN\(\s*\)/gi, String(column + 1));
}

function constantOf(formula: string): CellValue | undefined {
  const text = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(formula)) return formula.toLowerCase() === 'true';
  const number = Number(formula);
  return formula.trim() !== '' && Number.isFinite(number) ? number : undefined;
}
