import { bounding, covers } from '../geometry/rect';
import type { Sheet } from '../sheet';
import type { Rect } from '../types';
import type { Workbook } from '../workbook';
import { evaluationOrder, FormulaMap } from './graph';
import { compile, type Environment, type Program } from './program';
import type { Area, Reads } from './references';
import { parseFormula, type Node } from './syntax';
import { templateOf } from './template';

/** A formula and the cell where it stands. */
export interface PlacedFormula {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** How it is computed here; null where the library computes it. */
  readonly program: Program | null;
}

/** What a calculation does, as long as neither formulas nor what their references mean change. */
export interface Plan {
  readonly formulas: readonly PlacedFormula[];
  readonly map: FormulaMap;
  readonly environment: Environment;
  /** Numbers of the formulas computed here, each after what it reads. */
  readonly ours: readonly number[];
  /** Those of the library and all that waits for them, in order as well. */
  readonly rest: readonly number[];
  readonly circular: readonly number[];
  /** The rectangle of each sheet in which all lies that formulas read. */
  readonly sources: ReadonlyMap<Sheet, Rect>;
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly template: string;
}

interface Template {
  readonly node: Node | null;
  readonly row: number;
  readonly column: number;
}

/** Trees of formulas seen: the text alone decides. */
const MAX_TREES = 20_000;

/** Makes plans; keeps what it learnt of formulas from one to the next. */
export class Planner {
  readonly #templates = new Map<string, Template>();
  readonly #placed = new WeakMap<Sheet, { readonly version: number; readonly list: readonly Placed[] }>();

  plan(workbook: Workbook, environment: Environment): Plan {
    const formulas = workbook.sheets.flatMap((sheet) => this.#formulasOf(sheet, environment));
    const map = new FormulaMap();
    formulas.forEach(({ sheet, row, column }, number) => map.add(sheet, row, column, number));
    const graph = new Readings(map, formulas.length);
    const sources = new Map<Sheet, Rect>();
    for (const formula of formulas) {
      const areas = readsOf(formula, environment);
      for (const { sheet, rect } of areas) {
        const known = sources.get(sheet);
        if (!known || !covers(known, rect)) sources.set(sheet, known ? bounding(known, rect) : rect);
      }
      graph.addFormula(areas);
    }
    const { order, circular } = evaluationOrder(graph.reads);
    const { ours, rest } = divided(order, formulas, graph.reads);
    const inCircles = [...circular].filter((number) => formulas[number]);
    return { formulas, map, environment, ours, rest, circular: inCircles, sources };
  }

  #formulasOf(sheet: Sheet, environment: Environment): PlacedFormula[] {
    const programs = new Map<string, Program | null>();
    return this.#placedIn(sheet).map(({ row, column, formula, template }) => {
      let program = programs.get(template);
      if (program === undefined) {
        const { node, ...base } = this.#template(template, formula, row, column);
        programs.set(template, (program = node && compile(node, sheet, base, environment)));
      }
      return { sheet, row, column, formula, program };
    });
  }

  #placedIn(sheet: Sheet): readonly Placed[] {
    const known = this.#placed.get(sheet);
    if (known?.version === sheet.formulaVersion) return known.list;
    const list: Placed[] = [];
    // One text for all formulas of a template: a column that is filled down has it as often as it has rows.
    const texts = new Map<string, string>();
    for (const { row, column, cell } of sheet.formulaCells()) {
      const { formula } = cell;
      if (formula === undefined) continue;
      const made = templateOf(formula, row, column);
      const template = texts.get(made) ?? made;
      if (template === made) texts.set(made, made);
      list.push({ row, column, formula, template });
    }
    this.#placed.set(sheet, { version: sheet.formulaVersion, list });
    return list;
  }

  #template(key: string, formula: string, row: number, column: number): Template {
    let template = this.#templates.get(key);
    if (!template) {
      if (this.#templates.size >= MAX_TREES) this.#templates.clear();
      this.#templates.set(key, (template = { node: parseFormula(formula), row, column }));
    }
    return template;
  }
}

function readsOf(formula: PlacedFormula, { references }: Environment): readonly Area[] {
  const { program, row, column } = formula;
  if (!program) return libraryReads(formula, references).areas;
  return program.reads.flatMap((target) => target.at(row, column) ?? []);
}

/** What a formula of the library may read. */
export function libraryReads(formula: PlacedFormula, references: Environment['references']): Reads {
  const node = parseFormula(formula.formula);
  return node ? references.readsOf(node, formula) : { areas: [], everything: false };
}

const nothing: readonly number[] = [];

/**
 * Who reads whom. An area of several cells is a node of its own between its readers and its formulas, so that a
 * thousand formulas over a column of a hundred thousand do not make a hundred million readings.
 */
class Readings {
  readonly reads: (readonly number[])[];
  #formula = 0;
  readonly #areas = new Map<string, number | null>();
  readonly #shared = new WeakMap<Area, number | null>();

  constructor(
    private readonly map: FormulaMap,
    formulas: number,
  ) {
    this.reads = Array.from({ length: formulas }, () => nothing);
  }

  addFormula(areas: readonly Area[]): void {
    const list: number[] = [];
    for (const area of areas) {
      const { sheet, rect } = area;
      const read = rect.rows === 1 && rect.columns === 1 ? this.map.at(sheet, rect.row, rect.column) : this.#area(area);
      if (read !== undefined && read !== null) list.push(read);
    }
    // A copy has room for what it holds only; there are as many as formulas.
    if (list.length > 0) this.reads[this.#formula] = list.slice();
    this.#formula += 1;
  }

  /** The node of an area; null where it holds no formula. */
  #area(area: Area): number | null {
    let node = this.#shared.get(area);
    if (node === undefined) this.#shared.set(area, (node = this.#areaByKey(area)));
    return node;
  }

  #areaByKey(area: Area): number | null {
    const { sheet, rect } = area;
    const key = `${sheet.id}!${rect.row}:${rect.column}:${rect.rows}:${rect.columns}`;
    let node = this.#areas.get(key);
    if (node === undefined) {
      const members = [...this.map.within(area)];
      node = members.length === 0 ? null : this.reads.push(members) - 1;
      this.#areas.set(key, node);
    }
    return node;
  }
}

/** Takes apart what is computed here from what waits for the library. */
function divided(
  order: readonly number[],
  formulas: readonly PlacedFormula[],
  reads: readonly (readonly number[])[],
): { readonly ours: number[]; readonly rest: number[] } {
  const waits = new Uint8Array(reads.length);
  const ours: number[] = [];
  const rest: number[] = [];
  for (const number of order) {
    const formula = formulas[number];
    const isLibrarys = formula?.program === null;
    if (isLibrarys || reads[number]!.some((read) => waits[read] === 1)) waits[number] = 1;
    if (formula) (waits[number] === 1 ? rest : ours).push(number);
  }
  return { ours, rest };
}
