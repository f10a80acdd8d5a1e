import { unionOfLines, type FreeNumbers, type Problem } from '../../plan';
import { safeLink } from '../../report';
import type { DateReading } from '../contract/cells';
import { dayRepair, occurrencesRepair, swapRepair } from './dates';
import type { Identities } from './ids';
import type { Repair } from './model';
import type { TableView } from './table';
import { columnKeys, type ActivityColumn, type PlanColumn, type SettingColumn } from '../contract/contract';
import { parseAddress } from '../contract/values';

export interface Views {
  readonly plan: TableView<PlanColumn>;
  readonly activities: TableView<ActivityColumn>;
  readonly settings: TableView<SettingColumn> | null;
}

/** What repairs of problems are worked out from. */
export interface RepairContext {
  readonly views: Views;
  readonly identities: Identities;
  readonly numbers: FreeNumbers;
  readonly dates: DateReading;
}

/** What would put right a problem that was met in reading; null where only a person can. */
export function repairOf(problem: Problem, context: RepairContext): Repair | null {
  const { plan, activities } = context.views;
  const inPlan = locate(problem, plan);
  if (inPlan) return planRepair(problem, inPlan, context);
  const inActivities = locate(problem, activities);
  return inActivities && activityRepair(problem, inActivities, context);
}

interface Located<Column> {
  readonly row: number;
  readonly column: Column;
}

function planRepair(problem: Problem, { row, column }: Located<PlanColumn>, context: RepairContext): Repair | null {
  const { plan } = context.views;
  const numbered = (no: string | null) =>
    no === null ? null : plan.repair(problem, false, [{ row, column: 'no', value: no }]);
  switch (problem.code) {
    case 'textDate':
      return dayRepair(plan, row, column, problem, context.dates);
    case 'missingNo':
      return numbered(
        context.numbers.forRow({
          objective: plan.text(row, 'objective'),
          strategy: plan.text(row, 'strategy'),
          action: plan.text(row, 'action'),
        }),
      );
    case 'duplicateNo':
      return plan.text(row, 'action') === '' ? null : numbered(context.numbers.beside(problem.params.no));
    default:
      return null;
  }
}

function activityRepair(
  problem: Problem,
  { row, column }: Located<ActivityColumn>,
  { views: { activities }, identities, dates }: RepairContext,
): Repair | null {
  switch (problem.code) {
    case 'missingId':
      return identities.giveId(problem, true, [row], identities.idOf(row));
    case 'textDate':
      return column === 'date'
        ? occurrencesRepair(activities, row, problem, dates, identities)
        : dayRepair(activities, row, column, problem, dates);
    case 'endBeforeStart':
      return swapRepair(activities, row, problem);
    case 'splitActivity':
      return splitRepair(activities, row, column, problem, identities);
    case 'unsafeLink':
      return linkRepair(activities, row, problem, identities);
    default:
      return null;
  }
}

/** Two items of the plan make two activities; lines can all be kept; of two titles a person must choose one. */
function splitRepair(
  view: TableView<ActivityColumn>,
  row: number,
  column: ActivityColumn,
  problem: Problem,
  identities: Identities,
): Repair | null {
  const rows = identities.sameActivity(row);
  if (column === 'planNo') {
    // Its id changes already: what is left to do shows at the next check.
    if (identities.isCopy(row)) return null;
    const no = view.text(row, column);
    return identities.giveId(
      problem,
      false,
      rows.filter((each) => view.text(each, column) === no),
    );
  }
  if (column !== 'details' && column !== 'participants') return null;
  const all = unionOfLines(rows.map((each) => view.text(each, column)));
  const different = rows.filter((each) => view.text(each, column) !== all);
  return view.repair(
    problem,
    false,
    different.map((each) => ({ row: each, column, value: all })),
  );
}

/** `exemple.org` and `nom@exemple.org` lack only what is before them. */
function linkRepair(
  view: TableView<ActivityColumn>,
  row: number,
  problem: Problem,
  identities: Identities,
): Repair | null {
  const link = view.text(row, 'link');
  const whole = /^[^\s@:/]+@[^\s@:/]+\.\w{2,}$/.test(link)
    ? `mailto:${link}`
    : /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(link)
      ? `https://${link}`
      : null;
  if (whole === null || safeLink(whole) === undefined) return null;
  const rows = identities.sameActivity(row).filter((each) => view.text(each, 'link') === link);
  return view.repair(
    problem,
    false,
    rows.map((each) => ({ row: each, column: 'link', value: whole })),
  );
}

/** The row and column of a view that a problem stands in. */
function locate<Column extends string>({ place }: Problem, { table, rows }: TableView<Column>): Located<Column> | null {
  const at = place.kind === 'cell' && place.sheet === table.sheetName ? parseAddress(place.address) : null;
  if (at === null) return null;
  const row = at.row - table.row;
  const column = columnKeys(table.spec).find((key) => table.at[key] === at.column - table.column);
  return column === undefined || rows[row] === undefined ? null : { row, column };
}
