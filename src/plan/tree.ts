import type { Day } from './day';
import { readActionText, readObjectiveLabel, stripOwnNo, writeActionText } from './labels';
import type { Action, Objective, Plan } from './model';
import { compareNo, type Level, parentNo, parseNo, type ParsedNo } from './numbering';
import { problem, type Place, type Problem } from './problem';
import { shorten } from './text';

/** A row of the workbook's Plan table, as text: an action, or a strategy or objective that has none. */
export interface PlanRow {
  readonly no: string;
  readonly objective: string;
  readonly strategy: string;
  readonly action: string;
  readonly owner: string;
  readonly due: Day | null;
  readonly status: string;
}

/** A row with the place that its problems point at. */
export interface PlacedPlanRow extends PlanRow {
  readonly place: Place;
}

/** What is said of the plan outside its table. */
export type PlanHeading = Pick<Plan, 'organisation' | 'title' | 'strategyPeriod' | 'actionPeriod'>;

/** The words that `toRows` writes. */
export interface PlanWords {
  /** `Objectif stratégique 1 | Titre`: what `buildPlan` takes apart again. */
  readonly objectiveLabel: (p: { readonly no: string; readonly title: string }) => string;
}

/**
 * The plan that rows hold, in plan order whatever the order of the rows, with a problem for each row
 * that could not be placed. A row's number decides where it stands; its cells give the titles. Blank
 * objective and strategy cells continue the ones above, as merged cells do.
 */
export function buildPlan(
  rows: readonly PlacedPlanRow[],
  heading: PlanHeading,
): { readonly plan: Plan; readonly problems: readonly Problem[] } {
  const builder = new PlanBuilder();
  for (const row of rows) builder.add(row);
  return { plan: { ...heading, objectives: builder.objectives() }, problems: builder.problems };
}

/** The rows of the Plan table for a plan: every cell full, so that the table filters and sorts well. */
export function toRows(plan: Plan, words: PlanWords): PlanRow[] {
  const rows: PlanRow[] = [];
  const blank = { strategy: '', action: '', owner: '', due: null, status: '' };
  for (const { no, title, kind, strategies } of plan.objectives) {
    const objective = kind === 'recurring' ? title : words.objectiveLabel({ no, title });
    if (strategies.length === 0) rows.push({ ...blank, no, objective });
    for (const strategy of strategies) {
      const shared = { ...blank, objective, strategy: strategy.title };
      if (strategy.actions.length === 0) rows.push({ ...shared, no: strategy.no });
      for (const action of strategy.actions) {
        const { owner, due, status } = action;
        rows.push({ ...shared, no: action.no, action: writeActionText(action), owner, due, status });
      }
    }
  }
  return rows;
}

interface MutableStrategy {
  readonly no: string;
  title: string;
  readonly actions: Action[];
}

interface MutableObjective {
  readonly no: string;
  title: string;
  kind: Objective['kind'];
  readonly strategies: MutableStrategy[];
}

/** A cell's text and the number it came to stand for, kept for the blank cells under it. */
interface Carried {
  text: string;
  no: string | null;
}

class PlanBuilder {
  readonly problems: Problem[] = [];
  private readonly objectivesByNo = new Map<string, MutableObjective>();
  private readonly strategiesByNo = new Map<string, MutableStrategy>();
  /** The numbers that a row of their own has stated. */
  private readonly stated = new Set<string>();
  private readonly otherTitles = new Set<string>();
  private readonly above: { objective: Carried; strategy: Carried } = {
    objective: { text: '', no: null },
    strategy: { text: '', no: null },
  };

  add(row: PlacedPlanRow): void {
    const holds = contentLevel(row);
    this.carryDown(row);
    if (holds === null && row.no.trim() === '') return;
    const no = statedNo(row, holds);
    if (no === null) {
      this.report(
        row.no.trim() === ''
          ? problem('missingNo', row.place, { text: shorten(row.action || row.strategy || row.objective, 80) })
          : problem('noWithoutPlace', row.place, { no: row.no.trim() }),
      );
    } else if (no.level !== holds) {
      this.report(problem('noWithoutPlace', row.place, { no: no.no }));
    } else if (this.stated.has(no.no)) {
      this.report(problem('duplicateNo', row.place, { no: no.no }));
    } else if (this.place(row, no)) {
      this.stated.add(no.no);
    } else {
      this.report(problem('noWithoutPlace', row.place, { no: no.no }));
    }
  }

  objectives(): Objective[] {
    const sorted = <T extends { readonly no: string }>(items: readonly T[]) =>
      [...items].sort((a, b) => compareNo(a.no, b.no));
    return sorted([...this.objectivesByNo.values()]).map((objective) => ({
      ...objective,
      strategies: sorted(objective.strategies).map((strategy) => ({ ...strategy, actions: sorted(strategy.actions) })),
    }));
  }

  private report(found: Problem): void {
    this.problems.push(found);
  }

  private carryDown(row: PlanRow): void {
    if (row.objective.trim() !== '') {
      if (row.objective.trim() !== this.above.objective.text) {
        this.above.objective = { text: row.objective.trim(), no: null };
        // A new objective ends the strategy above: its blank cell is blank, not a continuation.
        this.above.strategy = { text: '', no: null };
      }
    }
    if (row.strategy.trim() !== '' && row.strategy.trim() !== this.above.strategy.text) {
      this.above.strategy = { text: row.strategy.trim(), no: null };
    }
  }

  /** False where the parent of the number is known neither from a cell nor from another row. */
  private place(row: PlacedPlanRow, no: ParsedNo): boolean {
    const strategyNo = no.level === 'action' ? parentNo(no.no) : no.level === 'strategy' ? no.no : null;
    const objectiveNo = strategyNo === null ? no.no : parentNo(strategyNo);
    if (objectiveNo === null) return false;
    const objective = this.objective(row, objectiveNo, no.recurring);
    if (!objective) return false;
    if (strategyNo === null) return true;
    const strategy = this.strategy(row, objective, strategyNo);
    if (!strategy) return false;
    if (no.level !== 'action') return true;
    const { owner, due, status } = row;
    strategy.actions.push({
      no: no.no,
      ...readActionText(row.action, no.no),
      owner: owner.trim(),
      due,
      status: status.trim(),
    });
    return true;
  }

  private objective(row: PlacedPlanRow, no: string, recurring: boolean): MutableObjective | null {
    const known = this.objectivesByNo.get(no);
    const text = this.textFor('objective', row.objective, no);
    if (text === null) return known ?? null;
    const label = readObjectiveLabel(text);
    if (label.no !== null && label.no !== no) return null;
    if (known) {
      this.compareTitles(row, known, label.title);
      return known;
    }
    const kind = recurring || label.recurring ? 'recurring' : 'strategic';
    const made: MutableObjective = { no, title: label.title, kind, strategies: [] };
    this.objectivesByNo.set(no, made);
    return made;
  }

  private strategy(row: PlacedPlanRow, objective: MutableObjective, no: string): MutableStrategy | null {
    const known = this.strategiesByNo.get(no);
    const text = this.textFor('strategy', row.strategy, no);
    if (text === null) return known ?? null;
    const title = stripOwnNo(text, no);
    if (known) {
      this.compareTitles(row, known, title);
      return known;
    }
    const made: MutableStrategy = { no, title, actions: [] };
    objective.strategies.push(made);
    this.strategiesByNo.set(no, made);
    return made;
  }

  /** Said once for each other title, as the same cells are repeated down the table. */
  private compareTitles(
    row: PlacedPlanRow,
    known: { readonly no: string; readonly title: string },
    title: string,
  ): void {
    const key = `${known.no} ${title}`;
    if (oneLine(title) === oneLine(known.title) || this.otherTitles.has(key)) return;
    this.otherTitles.add(key);
    this.report(problem('differentTitle', row.place, { no: known.no, kept: known.title, title }));
  }

  /**
   * The row's own cell, else the one it continues; null where the cell above is another item's (a row
   * added at the foot of the table under 1.2 does not continue the recurring section above it).
   */
  private textFor(column: 'objective' | 'strategy', cell: string, no: string): string | null {
    const above = this.above[column];
    if (cell.trim() === '' && (above.text === '' || (above.no !== null && above.no !== no))) return null;
    above.no = no;
    return above.text;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What a row is, by the last of its cells that holds text. */
function contentLevel(row: PlanRow): Level | null {
  if (row.action.trim() !== '') return 'action';
  if (row.strategy.trim() !== '') return 'strategy';
  return row.objective.trim() === '' ? null : 'objective';
}

/** The row's number; an objective's row may have it in its label alone, and the recurring section is `R`. */
function statedNo(row: PlanRow, holds: Level | null): ParsedNo | null {
  if (row.no.trim() !== '' || holds !== 'objective') return parseNo(row.no);
  const label = readObjectiveLabel(row.objective);
  return parseNo(label.no ?? (label.recurring ? 'R' : ''));
}
