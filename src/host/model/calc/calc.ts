import type { CellValue } from '../cells/cell';
import type { CalcBook } from './book';
import { ChangedCells } from './changed';
import { calculateRest } from './library';
import { Planner, type Plan, type Rest, type Step } from './plan';
import { References } from './references';
import { IndexedCalls, IndexStore } from './rewrite';
import { isStale, spansOf, type Since } from './stale';
import type { Span } from './target';

export interface Calc {
  /**
   * Computes the formulas of the workbook that depend on what changed since this was last called, all of them the first
   * time, and puts the values that changed into their cells, as they are: inside the transaction that calls it. A
   * formula that waits for itself gives 0, as Excel does without iteration; an unknown function `#NAME?`, unless the
   * file brought a value.
   */
  recalculate(workbook: CalcBook): void;
}

/**
 * Formulas made of what the product and most workbooks use are compiled, once for each that is filled down, and
 * computed in the order of their references; conditional aggregates are answered from an index of their ranges.
 * A library computes what is left, and what waits for it.
 */
export function createCalc(): Calc {
  const planner = new Planner();
  const indices = new IndexStore();
  let known: { readonly signature: string; readonly plan: Plan } | undefined;
  let done: Done | undefined;

  const planOf = (workbook: CalcBook): Plan => {
    const signature = signatureOf(workbook);
    if (known?.signature !== signature) {
      const environment = { references: new References(workbook), calls: new IndexedCalls(indices), clock: 0 };
      known = { signature, plan: planner.plan(workbook, environment) };
    }
    return known.plan;
  };

  return {
    recalculate(workbook) {
      const plan = planOf(workbook);
      const clock = workbook.options.now();
      const last = done?.date1904 === workbook.date1904 ? done : undefined;
      // What fails half way is done again as a whole.
      done = undefined;
      const changed = takeChanged(workbook);
      new Calculation(plan, clock, indices, changed, last && sinceOf(last, plan, clock)).run(workbook);
      // What was stored just now changes nothing: whatever reads it came after.
      takeChanged(workbook);
      done = { plan, clock, date1904: workbook.date1904 };
    },
  };
}

/** The last calculation. */
interface Done {
  readonly plan: Plan;
  readonly clock: number;
  readonly date1904: boolean;
}

function sinceOf(last: Done, plan: Plan, clock: number): Since {
  return {
    isOtherDay: Math.floor(last.clock) !== Math.floor(clock),
    meanings: last.plan === plan ? undefined : last.plan.meanings,
  };
}

function takeChanged(workbook: CalcBook): ChangedCells {
  const changed = new ChangedCells();
  for (const sheet of workbook.sheets) {
    const rect = sheet.cells.takeChanged();
    if (rect) changed.add({ sheet, rect });
  }
  return changed;
}

/** One calculation: `since` is undefined where everything is computed. */
class Calculation {
  constructor(
    private readonly plan: Plan,
    private readonly clock: number,
    private readonly indices: IndexStore,
    private readonly changed: ChangedCells,
    private readonly since: Since | undefined,
  ) {}

  run(workbook: CalcBook): void {
    const { environment, ours, rest, circular } = this.plan;
    this.changed.each((area) => this.indices.forget(area));
    environment.calls = new IndexedCalls(this.indices);
    environment.clock = this.clock;
    for (const { run, row, rows } of circular) this.#put(run, { first: row, end: row + rows }, () => 0);
    for (const step of ours) this.#compute(step);
    if (this.#isRestStale(rest)) {
      calculateRest(workbook, this.plan, ({ sheet, row, column }, value) =>
        this.#put({ sheet, column }, { first: row, end: row + 1 }, () => value),
      );
    }
    this.indices.age();
  }

  #compute(step: Step): void {
    const { run } = step;
    const whole = { first: step.row, end: step.row + step.rows };
    const { program } = run;
    if (!program) return;
    const spans = isStale(run, program, this.since) ? [whole] : spansOf(run, program, whole, this.changed);
    // A formula that gives a blank shows 0.
    for (const span of spans) this.#put(run, span, (row) => program.run(row, run.column) ?? 0);
  }

  #isRestStale({ formulas, sources, isVolatile }: Rest): boolean {
    if (formulas.length === 0) return false;
    const isOther = !this.since || this.since.meanings !== undefined || this.since.isOtherDay;
    return isOther || isVolatile || [...sources].some(([sheet, rect]) => this.changed.meets({ sheet, rect }));
  }

  /** Puts values into rows of a column, and notes the cells whose values are others now. */
  #put(
    { sheet, column }: Pick<Step['run'], 'sheet' | 'column'>,
    { first, end }: Span,
    value: (row: number) => CellValue,
  ): void {
    let from = -1;
    let to = -1;
    const note = (): void => {
      if (from < 0) return;
      const area = { sheet, rect: { row: from, column, rows: to - from, columns: 1 } };
      this.changed.add(area);
      this.indices.forget(area);
    };
    sheet.cells.update({ row: first, column, rows: end - first, columns: 1 }, (cell, row) => {
      const computed = value(row);
      if (!cell || sameValue(computed, cell.value)) return cell;
      if (row !== to) {
        note();
        from = row;
      }
      to = row + 1;
      return { ...cell, value: computed };
    });
    note();
  }
}

/** What formulas, their order and their references depend on: while it stays, a plan holds. */
function signatureOf(workbook: CalcBook): string {
  return JSON.stringify([
    workbook.date1904,
    workbook.names.all.map(({ name, formula, scope }) => [name, formula, scope]),
    workbook.sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.cells.formulaVersion,
      sheet.tables.map(({ name, rect, showHeaders, totalsRect, columns }) => [
        name,
        rect,
        showHeaders,
        totalsRect,
        columns.map((column) => column.name),
      ]),
    ]),
  ]);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}
