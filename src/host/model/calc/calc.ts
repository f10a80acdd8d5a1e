import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import type { Sheet } from '../sheet';
import type { Cell, CellValue } from '../types';
import type { Workbook } from '../workbook';
import { shownWorkbook, type GivenFormula } from './adapter';
import { circular, FormulaMap } from './graph';
import { References, type Area } from './references';
import { IndexedCalls, IndexStore, rewrite } from './rewrite';
import { parseFormula, type Node } from './syntax';

export interface Calc {
  /**
   * Computes every formula of the workbook and puts the values that changed into their cells, as they are: inside
   * the transaction that calls it. A formula that waits for itself gives 0, as Excel does without iteration; an
   * unknown function `#NAME?`, unless the file brought a value.
   */
  recalculate(workbook: Workbook): void;
}

interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly formula: string;
  readonly node: Node | null;
}

/** Trees of formulas seen: the text alone decides. */
const MAX_TREES = 20_000;

export function createCalc(): Calc {
  const trees = new Map<string, Node | null>();
  const indices = new IndexStore();

  const treeOf = (formula: string): Node | null => {
    let node = trees.get(formula);
    if (node === undefined) {
      if (trees.size >= MAX_TREES) trees.clear();
      trees.set(formula, (node = parseFormula(formula)));
    }
    return node;
  };

  const formulaCells = (workbook: Workbook): FormulaCell[] =>
    workbook.sheets.flatMap((sheet) =>
      [...sheet.formulaCells()].flatMap(({ row, column, cell }) => {
        const { formula } = cell;
        return formula === undefined ? [] : [{ sheet, row, column, cell, formula, node: treeOf(formula) }];
      }),
    );

  return {
    recalculate(workbook) {
      const formulas = formulaCells(workbook);
      if (formulas.length === 0) return;
      const map = new FormulaMap();
      formulas.forEach(({ sheet, row, column }, index) => map.add(sheet, row, column, index));
      const references = new References(workbook);
      const reads = formulas.map((formula) =>
        formula.node ? references.readsOf(formula.node, formula) : { areas: [], everything: false },
      );
      const cyclic = circular(reads.map(({ areas }) => areas.flatMap((area) => [...map.within(area)])));
      const calls = new IndexedCalls(indices);
      const hasFormula = memo((area) => !map.within(area)[Symbol.iterator]().next().done);

      const given = formulas.map((formula, index): GivenFormula => {
        const { sheet, row, column, cell, node } = formula;
        const store = (value: CellValue): void => {
          if (!sameValue(value, cell.value)) sheet.putCell(row, column, { ...cell, value });
        };
        if (cyclic.has(index)) {
          store(0);
          return { sheet, row, column, text: undefined, value: 0, store };
        }
        const text = node ? rewrite(formula.formula, node, formula, references, calls, hasFormula) : formula.formula;
        return { sheet, row, column, text, value: cell.value, store };
      });
      calculateFormulas(shownWorkbook(workbook, given, areasToShow(workbook, given, reads, references, treeOf), calls));
      indices.keep(calls.used);
    },
  };
}

/** Ranges that the library must see: those that the formulas, as rewritten, read. Each once. */
function areasToShow(
  workbook: Workbook,
  given: readonly GivenFormula[],
  reads: readonly { readonly everything: boolean }[],
  references: References,
  treeOf: (formula: string) => Node | null,
): Iterable<Area> {
  if (reads.some(({ everything }) => everything)) {
    return workbook.sheets.flatMap((sheet) => {
      const rect = sheet.usedRect();
      return rect ? [{ sheet, rect }] : [];
    });
  }
  const areas = new Map<string, Area>();
  for (const formula of given) {
    const node = formula.text === undefined ? null : treeOf(formula.text);
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

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}
