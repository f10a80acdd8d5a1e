import { bounding, covers, type Rect } from '../geometry/rect';
import type { CalcBook, CalcSheet } from './book';
import { evaluationOrder, FormulaMap, Readings, RunMap } from './graph';
import { compile, type Environment, type Program } from './program';
import type { Area, Reads } from './references';
import { runsOf, type Run } from './runs';
import { parseFormula, type Node } from './syntax';
import { spanOf } from './target';

/** A formula filled down, and how it is computed here; null where the library computes it. */
export interface PlannedRun extends Run {
  readonly program: Program | null;
}

/** Rows of a run that are computed one after the other. */
export interface Step {
  readonly run: PlannedRun;
  readonly row: number;
  readonly rows: number;
}

/** A formula of the library and the cell where it stands. */
export interface PlacedFormula {
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** What the library computes, and what must have changed before it does so again. */
export interface Rest {
  /** Each after what it reads. */
  readonly formulas: readonly PlacedFormula[];
  /** The rectangle of each sheet in which all lies that they read. */
  readonly sources: ReadonlyMap<CalcSheet, Rect>;
  /** Whether some of them give another result though nothing changed. */
  readonly isVolatile: boolean;
}

/** What a calculation does, as long as neither formulas nor what their references mean change. */
export interface Plan {
  readonly environment: Environment;
  /** What is computed here, each after what it reads. */
  readonly ours: readonly Step[];
  /** What the library computes, and all that waits for it. */
  readonly rest: Rest;
  readonly circular: readonly Step[];
  /** The runs computed here, with what their references mean, by where they stand: the same again need not be computed. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** Which run of which plan this is: the key of `Plan.meanings`. */
export function placeOf({ sheet, column, row, rows, template }: Run): string {
  return `${sheet.id}!${column}:${row}:${rows}:${template}`;
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
  readonly #runs = new WeakMap<CalcSheet, { readonly version: number; readonly runs: readonly Run[] }>();

  plan(workbook: CalcBook, environment: Environment): Plan {
    const runs = workbook.sheets.flatMap((sheet) => this.#plannedRuns(sheet, environment));
    const graph = new Readings(new RunMap(runs), runs.length);
    runs.forEach((run, number) => graph.add(number, readsOf(run, environment)));
    const { before, circular, after } = evaluationOrder(graph.reads);
    const division = new Division(graph.reads);
    const block = new Block(
      [...circular].flatMap((number) => runs[number] ?? []),
      environment,
    );
    const whole = (number: number): void => {
      const run = runs[number];
      const waits = division.wait(number, run?.program === null);
      if (run) division.put({ run, row: run.row, rows: run.rows }, waits);
    };
    before.forEach(whole);
    const waitsOutside = [...circular].some((number) => graph.reads[number]!.some((read) => division.waits(read)));
    const waitsInside = block.divide(division, waitsOutside);
    for (const number of circular) if (waitsInside) division.wait(number, true);
    after.forEach(whole);
    const { ours, rest } = division;
    const meanings = new Map(runs.map((run) => [placeOf(run), run.program?.meaning ?? '']));
    return { environment, ours, rest: restOf(rest, environment), circular: block.circular, meanings };
  }

  #plannedRuns(sheet: CalcSheet, environment: Environment): PlannedRun[] {
    const programs = new Map<string, Program | null>();
    return this.#runsOf(sheet).flatMap((run) => {
      const { template, formula, row, column } = run;
      let program = programs.get(template);
      if (program === undefined) {
        const { node, ...base } = this.#template(template, formula, row, column);
        programs.set(template, (program = node && compile(node, sheet, base, environment)));
      }
      return program ? [{ ...run, program }] : apart(run);
    });
  }

  #runsOf(sheet: CalcSheet): readonly Run[] {
    const known = this.#runs.get(sheet);
    if (known?.version === sheet.cells.formulaVersion) return known.runs;
    const runs = runsOf(sheet);
    this.#runs.set(sheet, { version: sheet.cells.formulaVersion, runs });
    return runs;
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

/** The formulas of a run that the library computes, each by itself. */
function apart(run: Run): PlannedRun[] {
  const { sheet, column } = run;
  return Array.from({ length: run.rows }, (_, index) => {
    const row = run.row + index;
    return { ...run, row, rows: 1, formula: sheet.cells.get(row, column)?.formula ?? run.formula, program: null };
  });
}

/** All that a run reads: of its references as much as they cover between its first row and its last. */
function readsOf(run: PlannedRun, { references }: Environment): readonly Area[] {
  const { program, row, rows, column } = run;
  if (!program) return libraryReads(run, references).areas;
  return program.reads.flatMap((target) => spanOf(target, { first: row, end: row + rows }, column) ?? []);
}

/** What a formula of the library may read. */
export function libraryReads(formula: PlacedFormula, references: Environment['references']): Reads {
  const node = parseFormula(formula.formula);
  return node ? references.readsOf(node, formula) : { areas: [], everything: false };
}

/** Takes apart what is computed here from what waits for the library; to be asked in the order of evaluation. */
class Division {
  readonly ours: Step[] = [];
  readonly rest: Step[] = [];
  readonly #waits: Uint8Array;

  constructor(private readonly reads: readonly (readonly number[])[]) {
    this.#waits = new Uint8Array(reads.length);
  }

  waits(number: number): boolean {
    return this.#waits[number] === 1;
  }

  /** Whether this waits for the library: by itself, or for something that does. */
  wait(number: number, isLibrarys: boolean): boolean {
    const waits = isLibrarys || this.reads[number]!.some((read) => this.waits(read));
    if (waits) this.#waits[number] = 1;
    return waits;
  }

  put(step: Step, waits: boolean): void {
    (waits ? this.rest : this.ours).push(step);
  }
}

/**
 * Runs that wait for each other, cell by cell: most often the cells do not. What reads the cell above it, which is of
 * its own run, does not wait for itself.
 */
class Block {
  readonly circular: readonly Step[];
  readonly #cells: readonly Step[];
  readonly #order: readonly number[];
  readonly #reads: readonly (readonly number[])[];

  constructor(runs: readonly PlannedRun[], environment: Environment) {
    const cells = runs.flatMap((run) =>
      Array.from({ length: run.rows }, (_, index): Step => ({ run, row: run.row + index, rows: 1 })),
    );
    const map = new FormulaMap();
    cells.forEach(({ run, row }, number) => map.add(run.sheet, row, run.column, number));
    const graph = new Readings(map, cells.length);
    cells.forEach(({ run, row }, number) => graph.add(number, readsOf({ ...run, row, rows: 1 }, environment)));
    const { before, circular, after } = evaluationOrder(graph.reads);
    this.#cells = cells;
    this.#reads = graph.reads;
    this.#order = [...before, ...after];
    this.circular = [...circular].flatMap((number) => cells[number] ?? []);
  }

  /** Divides the cells; whether any of them waits for the library. `all`: they wait for what is outside. */
  divide(into: Division, all: boolean): boolean {
    const own = new Division(this.#reads);
    let any = false;
    for (const number of this.#order) {
      const cell = this.#cells[number];
      const waits = own.wait(number, all || cell?.run.program === null);
      if (cell) into.put(cell, waits);
      any ||= waits;
    }
    return any;
  }
}

/** Functions of the library whose result may change while what they read does not. */
const volatile = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|SUBTOTAL|AGGREGATE)\(/i;

function restOf(steps: readonly Step[], { references }: Environment): Rest {
  const sources = new Map<CalcSheet, Rect>();
  const formulas: PlacedFormula[] = [];
  let isVolatile = false;
  for (const { run, row, rows } of steps) {
    for (let at = row; at < row + rows; at++) {
      const { sheet, column } = run;
      const placed = { sheet, row: at, column, formula: sheet.cells.get(at, column)?.formula ?? run.formula };
      const { areas, everything } = libraryReads(placed, references);
      formulas.push(placed);
      isVolatile ||= everything || volatile.test(placed.formula);
      for (const { sheet: read, rect } of [...areas, { sheet, rect: { row: at, column, rows: 1, columns: 1 } }]) {
        const known = sources.get(read);
        if (!known || !covers(known, rect)) sources.set(read, known ? bounding(known, rect) : rect);
      }
    }
  }
  return { formulas, sources, isVolatile };
}
