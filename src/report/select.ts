import { compareDays, flatten, ItemFinder, within, type Activity, type DayRange, type Plan } from '../plan';

export type ReportOrder = 'plan' | 'date';

/** The activities that the report shows, each with the dates that the period holds. */
export interface Selection {
  readonly activities: readonly Activity[];
  /** Those that serve an item itself, not what is under it. */
  for(no: string): readonly Activity[];
  /** Those that serve no item of the plan: shown at the end, never lost. */
  readonly unfiled: readonly Activity[];
}

/** `plan` keeps the workbook's order within an item, `date` puts each item's activities by their first date. */
export function select(plan: Plan, activities: readonly Activity[], period: DayRange, order: ReportOrder): Selection {
  const finder = new ItemFinder(flatten(plan));
  const shown = activities.flatMap((activity) => inPeriod(activity, period));
  if (order === 'date') shown.sort(byFirstDate);
  const byNo = new Map<string, Activity[]>();
  const unfiled: Activity[] = [];
  for (const activity of shown) {
    const item = finder.find(activity.planNo);
    const group = item === null ? unfiled : byNo.get(item.no);
    if (group) group.push(activity);
    else if (item) byNo.set(item.no, [activity]);
  }
  return { activities: shown, for: (no) => byNo.get(no) ?? [], unfiled };
}

/** The activity with its dates in the period, in order; without a period all are shown, even those whose dates could not be read. */
function inPeriod(activity: Activity, period: DayRange): Activity[] {
  const isAll = period.from === null && period.to === null;
  const occurrences = activity.occurrences
    .filter((occurrence) => within(occurrence, period) !== null)
    .sort((a, b) => compareDays(a.start, b.start));
  return occurrences.length === 0 && !isAll ? [] : [{ ...activity, occurrences }];
}

function byFirstDate(a: Activity, b: Activity): number {
  const [first, second] = [firstDate(a), firstDate(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** An activity without a date goes last. */
function firstDate({ occurrences: [first] }: Activity): string {
  return first?.start ?? '9999-99-99';
}
