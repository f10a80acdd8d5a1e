import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import { MAX_COLUMNS, MAX_ROWS, type CellValue, type Point, type Sheet } from '../../host/model';
import { shownWorkbook, type GivenFormula } from '../../host/model/calc/adapter';
import { References } from '../../host/model/calc/references';
import { IndexedCalls, IndexStore } from '../../host/model/calc/rewrite';
import { parseFormula } from '../../host/model/calc/syntax';
import { shiftFormula } from '../../host/xlsx/formula-shift';

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
    return evaluateAll(this.sheet, texts);
  }
}

/** The formula stands in another cell while it is computed: what asks for its own place gets it as a number. */
function standingAt(formula: string, row: number, column: number): string {
  return formula.replace(/\bROW\(\s*\)/gi, String(row + 1)).replace(/\bCOLUMN\(\s*\)/gi, String(column + 1));
}

/** Computes formulas as if they stood in the last column of the sheet, where nothing else does. */
function evaluateAll(sheet: Sheet, formulas: readonly string[]): CellValue[] {
  const { workbook } = sheet;
  const results: CellValue[] = formulas.map(() => null);
  const references = new References(workbook);
  const asked = formulas.map((text, i): GivenFormula => {
    const store = (value: CellValue) => {
      results[i] = value;
    };
    return { sheet, row: MAX_ROWS - 1 - i, column: MAX_COLUMNS - 1, text, value: null, store };
  });
  const readable = asked.filter(({ text }) => text !== undefined && parseFormula(text) !== null);
  const areas = readable.flatMap((formula) => {
    const node = parseFormula(formula.text ?? '');
    return node ? [...references.readsOf(node, formula).areas] : [];
  });
  const distinct = [...new Map(areas.map((area) => [`${area.sheet.id}${JSON.stringify(area.rect)}`, area])).values()];
  // Other formulas are not computed again: their last results stand.
  const known = distinct.flatMap((area) =>
    [...area.sheet.cellsIn(area.rect)].flatMap(({ row, column, cell }): GivenFormula[] =>
      cell.formula === undefined
        ? []
        : [{ sheet: area.sheet, row, column, text: undefined, value: cell.value, store: () => undefined }],
    ),
  );
  calculateFormulas(shownWorkbook(workbook, [...known, ...readable], distinct, new IndexedCalls(new IndexStore())));
  return results;
}

function constantOf(formula: string): CellValue | undefined {
  const text = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(formula)) return formula.toLowerCase() === 'true';
  const number = Number(formula);
  return formula.trim() !== '' && Number.isFinite(number) ? number : undefined;
}
