import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import { MAX_COLUMNS, MAX_ROWS } from '../geometry/rect';
import type { CellValue } from '../cells/cell';
import type { CalcSheet } from './book';
import { shownWorkbook } from './adapter';
import { References } from './references';
import { IndexedCalls, IndexStore } from './rewrite';
import { parseFormula } from './syntax';

/**
 * Results of formulas that stand in no cell, as those of conditional formats: computed without touching the
 * workbook, whose own formulas keep their last results. null where a text is no formula.
 *
 * They are computed as if they stood in the last column of the sheet, where nothing else does.
 */
export function evaluate(sheet: CalcSheet, formulas: readonly string[]): CellValue[] {
  const { workbook } = sheet;
  const results: CellValue[] = formulas.map(() => null);
  const references = new References(workbook);
  const placed = formulas.flatMap((text, index) => {
    const node = parseFormula(text);
    if (!node) return [];
    const store = (value: CellValue): void => {
      results[index] = value;
    };
    const row = MAX_ROWS - 1 - index;
    return [{ node, sheet, row, column: MAX_COLUMNS - 1, text, value: null, store }];
  });
  const areas = placed.flatMap((formula) => [...references.readsOf(formula.node, formula).areas]);
  const distinct = new Map(areas.map((area) => [`${area.sheet.id}${JSON.stringify(area.rect)}`, area]));
  calculateFormulas(shownWorkbook(workbook, placed, distinct.values(), new IndexedCalls(new IndexStore())));
  return results;
}
