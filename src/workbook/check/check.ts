import { flatten, FreeNumbers, ItemFinder, newId as randomId, plausibleDays, type Day, type Plan } from '../../plan';
import { Identities } from './ids';
import type { CheckResult, Finding } from './model';
import { activityNoFindings, planNoFindings } from './nos';
import { repairOf, type Views } from './problems';
import { readForCheck, type CheckedTables } from './read';
import { repeatedRows } from './repeated';
import { TableView } from './table';
import { belonging, tableFindings } from './tables';
import { columnKeys, type ActivityColumn } from '../contract/contract';
import { understand } from '../reading/read';
import { Refusal } from '../result';
import { fromSerial } from '../contract/serial';
import { isErrorValue } from '../contract/values';

/**
 * Everything wrong in the workbook, each with what would put it right; changes nothing. Three syncs, four where a
 * table has lost its name, one more where a number is typed as a number, and one for each 4 MB beyond the first, with a last one
 * there to see that nothing has moved.
 */
export async function check(
  context: Excel.RequestContext,
  today: Day,
  newId: () => string = randomId,
): Promise<CheckResult> {
  try {
    return examine(await readForCheck(context), today, newId);
  } catch (error) {
    // Without its tables there is nothing to look into: that is what is wrong.
    const problems = error instanceof Refusal ? error.error.problems : undefined;
    if (problems === undefined) throw error;
    return { findings: problems.map((problem) => ({ problem, repair: null })) };
  }
}

/** The same of what was read. Pure but for the ids. */
function examine(tables: CheckedTables, today: Day, newId: () => string): CheckResult {
  const belongs = {
    plan: belonging(tables.plan),
    activities: belonging(tables.activities),
    settings: tables.settings ? belonging(tables.settings) : { rows: 0, doubtful: 0 },
  };
  const views: Views = {
    plan: new TableView(tables.plan, belongs.plan.rows),
    activities: new TableView(tables.activities, belongs.activities.rows),
    settings: tables.settings && new TableView(tables.settings, belongs.settings.rows),
  };
  const { plan, activities, settings } = views;
  const identities = new Identities(activities, newId);
  const { tracked, dates } = understand(
    {
      plan: plan,
      activities: { table: activities.table, rows: identities.rows() },
      settings,
    },
    today,
  );
  const finder = new ItemFinder(flatten(tracked.plan));
  const numbers = new FreeNumbers(
    tracked.plan,
    plan.rows.map((_, row) => plan.text(row, 'no')),
  );
  const context = { views, identities, numbers, dates };
  const formulas = [...formulaFindings(plan), ...formulaFindings(activities)];
  const computed = new Set(formulas.map(({ problem }) => placeKey(problem)));
  return {
    findings: [
      ...tableFindings(plan, belongs.plan),
      ...tableFindings(activities, belongs.activities),
      ...(settings ? tableFindings(settings, belongs.settings) : []),
      ...identities.findings(),
      ...repeatedRows(activities),
      // What a formula gives is put right once it is a value.
      ...tracked.problems.map((problem): Finding => ({
        problem,
        repair: computed.has(placeKey(problem)) ? null : repairOf(problem, context),
      })),
      ...planNoFindings(plan),
      ...activityNoFindings(activities, finder),
      ...formulas,
      ...farDates(activities, tracked.plan),
    ],
  };
}

function placeKey({ place }: Finding['problem']): string {
  return place.kind === 'cell' ? `${place.sheet}!${place.address}` : '';
}

/** Formulas where people type: an error that one gives is said already. */
function formulaFindings<Column extends string>(view: TableView<Column>): readonly Finding[] {
  const { table, checked } = view;
  const columns = columnKeys(table.spec).filter((column) => view.has(column));
  return checked.formulas.flatMap((formulas, row) =>
    columns.flatMap((column): Finding[] => {
      const formula = formulas[table.at[column] ?? -1];
      const value = view.value(row, column);
      // Text that begins with « = » is given as its own formula: it computes nothing.
      if (typeof formula !== 'string' || !formula.startsWith('=') || formula === value || isErrorValue(value))
        return [];
      const problem = view.problem('formulaInTable', row, column, { formula });
      return [{ problem, repair: view.repair(problem, false, [{ row, column, value }]) }];
    }),
  );
}

function farDates(view: TableView<ActivityColumn>, plan: Plan): readonly Finding[] {
  const days = plausibleDays(plan);
  if (days === null) return [];
  return view.rows.flatMap((_, row): Finding[] => {
    const value = view.value(row, 'date');
    const date = typeof value === 'number' ? fromSerial(value) : null;
    if (date === null || (date >= days.from && date <= days.to)) return [];
    return [{ problem: view.problem('farDate', row, 'date', { date }), repair: null }];
  });
}
