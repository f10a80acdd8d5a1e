import {
  compareDays,
  flatten,
  ItemFinder,
  within,
  type Activity,
  type DayRange,
  type Plan,
  type PlanItem,
} from '../plan';

/**
 * `plan` follows the plan, the workbook's order within an item; `date` too, each item's activities by their first
 * date; `news` has the period's activities first, by date, then the items that have had none in it.
 */
export type ReportOrder = 'plan' | 'date' | 'news';

/** The activities that the report shows, each with the dates that the period holds. */
export interface Selection {
  readonly activities: readonly Activity[];
  /** Those that serve an item itself, not what is under it. */
  for(no: string): readonly Activity[];
  /** Those that serve no item of the plan: shown at the end, never lost. */
  readonly unfiled: readonly Activity[];
  /** The item that an activity serves; null where it serves none of the plan. */
  itemOf(activity: Activity): PlanItem | null;
}

/** What of the plan and its activities a report shows. */
export function select(plan: Plan, activities: readonly Activity[], period: DayRange, order: ReportOrder): Selection {
  const finder = new ItemFinder(flatten(plan));
  const shown = activities.flatMap((activity) => inPeriod(activity, period));
  if (order !== 'plan') shown.sort(byFirstDate);
  const byNo = new Map<string, Activity[]>();
  const unfiled: Activity[] = [];
  for (const activity of shown) {
    const item = finder.find(activity.planNo);
    const group = item === null ? unfiled : byNo.get(item.no);
    if (group) group.push(activity);
    else if (item) byNo.set(item.no, [activity]);
  }
  return {
    activities: shown,
    for: (no) => byNo.get(no) ?? [],
    unfiled,
    itemOf: ({ planNo }) => finder.find(planNo),
  };
}

/** The activity with its dates in the period, in order; without a period all are shown, even those whose dates could not be read. */
function inPeriod(activity: Activity, period: DayRange): Activity[] {
  const isAll = period.from === null && period.to === null;
  const occurrences = activity.occurrences
    .filter((occurrence) => within(occurrence, period) !== null)
    .sort((a, b) => compareDays(a.start, b.start));
  return occurrences.length === 0 && !isAll ? [] : [{ ...activity, occurrences }];
}

/** By first date, activities without one last. */
export function byFirstDate(a: Activity, b: Activity): number {
  const [first, second] = [firstDate(a), firstDate(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function firstDate({ occurrences: [first] }: Activity): string {
  return first?.start ?? '9999-99-99';
}

/** The plan with one of its objectives only, and what serves it. */
export function narrowed(
  plan: Plan,
  activities: readonly Activity[],
  no: string,
): { readonly plan: Plan; readonly activities: readonly Activity[] } {
  const finder = new ItemFinder(flatten(plan));
  const objective = finder.find(no)?.objective;
  return {
    plan: { ...plan, objectives: plan.objectives.filter((each) => each === objective) },
    activities: activities.filter(({ planNo }) => finder.find(planNo)?.objective === objective && planNo !== null),
  };
}
