import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import type { CellValue } from '../cells/cell';
import type { CalcBook } from './book';
import { shownWorkbook, type GivenFormula } from './adapter';
import { FormulaMap } from './graph';
import { libraryReads, type Plan, type PlacedFormula } from './plan';
import type { Area, References } from './references';
import { rewrite } from './rewrite';
import { parseFormula } from './syntax';

/** The library forgets trees beyond 10,000 formulas and then takes them for misspelt. */
const LOT = 5_000;

/** Computes by the library what a plan leaves to it, in lots, each after what it reads. */
export function calculateRest(
  workbook: CalcBook,
  { environment, rest: { formulas } }: Plan,
  store: (formula: PlacedFormula, value: CellValue) => void,
): void {
  const { references, calls } = environment;
  const map = new FormulaMap();
  formulas.forEach(({ sheet, row, column }, number) => map.add(sheet, row, column, number));
  // What only evaluation can tell to be read may be in any lot.
  const readsAnything = formulas.some((formula) => libraryReads(formula, references).everything);
  const size = readsAnything ? formulas.length : LOT;
  for (let start = 0; start < formulas.length; start += size) {
    const holdsWaiting = memo((area) => {
      for (const number of map.within(area)) if (number >= start) return true;
      return false;
    });
    const given = formulas.slice(start, start + size).map((formula): GivenFormula => {
      const { sheet, row, column } = formula;
      const node = parseFormula(formula.formula);
      const text = node ? rewrite(formula.formula, node, formula, references, calls, holdsWaiting) : formula.formula;
      const value = sheet.cells.get(row, column)?.value ?? null;
      return { sheet, row, column, text, value, store: (computed) => store(formula, computed) };
    });
    const areas = readsAnything ? everything(workbook) : areasToShow(given, references);
    calculateFormulas(shownWorkbook(workbook, given, areas, calls));
  }
}

function everything(workbook: CalcBook): readonly Area[] {
  return workbook.sheets.flatMap((sheet) => {
    const rect = sheet.cells.extent();
    return rect ? [{ sheet, rect }] : [];
  });
}

/** Ranges that the library must see: those that the formulas, as rewritten, read. Each once. */
function areasToShow(given: readonly GivenFormula[], references: References): Iterable<Area> {
  const areas = new Map<string, Area>();
  for (const formula of given) {
    const node = parseFormula(formula.text);
    if (!node) continue;
    for (const area of references.readsOf(node, formula).areas) areas.set(areaKey(area), area);
  }
  return areas.values();
}

function areaKey({ sheet, rect }: Area): string {
  return `${sheet.id}!${rect.row}:${rect.column}:${rect.rows}:${rect.columns}`;
}

function memo(ask: (area: Area) => boolean): (area: Area) => boolean {
  const known = new Map<string, boolean>();
  return (area) => {
    const key = areaKey(area);
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = ask(area)));
    return answer;
  };
}
