import { intersects } from '../geometry/rect';
import type { CellValue } from '../types';
import type { Workbook } from '../workbook';
import { calculateRest } from './library';
import { Planner, type Plan, type PlacedFormula } from './plan';
import { References } from './references';
import { IndexedCalls, IndexStore } from './rewrite';

export interface Calc {
  /**
   * Computes every formula of the workbook and puts the values that changed into their cells, as they are: inside
   * the transaction that calls it. A formula that waits for itself gives 0, as Excel does without iteration; an
   * unknown function `#NAME?`, unless the file brought a value.
   */
  recalculate(workbook: Workbook): void;
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

  const planOf = (workbook: Workbook): Plan => {
    const signature = signatureOf(workbook);
    if (known?.signature !== signature) {
      const environment = {
        references: new References(workbook),
        calls: new IndexedCalls(indices),
        clock: 0,
        readsTime: false,
      };
      known = { signature, plan: planner.plan(workbook, environment) };
    }
    return known.plan;
  };

  return {
    recalculate(workbook) {
      const plan = planOf(workbook);
      const { formulas, environment, ours, rest, circular } = plan;
      const clock = workbook.options.now();
      const isRead = changesWhatIsRead(workbook, plan);
      if (formulas.length === 0 || (!isRead && done && stillHolds(done, plan, clock))) return;
      environment.calls = new IndexedCalls(indices);
      environment.clock = clock;
      for (const number of circular) store(formulas[number]!, 0);
      for (const number of ours) {
        const formula = formulas[number]!;
        // A formula that gives a blank shows 0.
        store(formula, formula.program?.run(formula.row, formula.column) ?? 0);
      }
      if (rest.length > 0) calculateRest(workbook, plan, store);
      indices.keep(environment.calls.used);
      // What was stored just now changes nothing: whatever reads it came after.
      changesWhatIsRead(workbook, plan);
      done = { plan, clock };
    },
  };
}

/** The last calculation. */
interface Done {
  readonly plan: Plan;
  readonly clock: number;
}

/** Whether calculating again would give the same from the same cells. What the library computes may read anything. */
function stillHolds({ plan, clock }: Done, now: Plan, time: number): boolean {
  const isOurs = plan === now && now.rest.length === 0 && !now.environment.readsTime;
  return isOurs && Math.floor(clock) === Math.floor(time);
}

/** Whether cells that formulas read changed since this was last asked. */
function changesWhatIsRead(workbook: Workbook, { sources }: Plan): boolean {
  let isRead = false;
  for (const sheet of workbook.sheets) {
    const changed = sheet.store.cells.takeChanged();
    const read = sources.get(sheet);
    if (changed && read && intersects(changed, read)) isRead = true;
  }
  return isRead;
}

function store({ sheet, row, column }: PlacedFormula, value: CellValue): void {
  const cell = sheet.cell(row, column);
  if (cell && !sameValue(value, cell.value)) sheet.putCell(row, column, { ...cell, value });
}

/** What formulas, their order and their references depend on: while it stays, a plan holds. */
function signatureOf(workbook: Workbook): string {
  return JSON.stringify([
    workbook.date1904,
    workbook.names.map(({ name, formula, scope }) => [name, formula, scope]),
    workbook.sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.formulaVersion,
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
