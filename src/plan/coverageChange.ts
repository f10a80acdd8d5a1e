import { coverage } from './coverage';
import { addDays, type Day } from './day';
import { flatten, type PlanItem } from './items';
import type { Activity, Plan } from './model';

/** What has become of an item since a day: had nothing before it, had something before it, or has had nothing since. */
export type ChangeKind = 'newlyCovered' | 'stillActive' | 'silent' | 'neverCovered';

export interface CoverageChange {
  readonly item: PlanItem;
  readonly kind: ChangeKind;
  /** Activities with a day on or after the day asked about. */
  readonly activities: number;
  /** The last day with anything, whenever it was. */
  readonly last: Day | null;
}

const order: readonly ChangeKind[] = ['newlyCovered', 'stillActive', 'silent', 'neverCovered'];

/**
 * What has changed since a day, that day included, for every item without items under it: first those that had had
 * nothing before, then those with more, then those silent since, those that never had anything last; each in plan order.
 */
export function coverageChange(
  plan: Plan,
  activities: readonly Activity[],
  since: Day,
  today: Day,
): readonly CoverageChange[] {
  const of = (from: Day | null, to: Day | null) =>
    new Map(coverage(plan, activities, { from, to }, today).map((each) => [each.no, each]));
  const before = of(null, addDays(since, -1));
  const after = of(since, null);
  return flatten(plan)
    .filter(({ leaf }) => leaf)
    .map((item): CoverageChange => {
      const [had, has] = [before.get(item.no), after.get(item.no)];
      const kind = has?.covered
        ? had?.covered
          ? 'stillActive'
          : 'newlyCovered'
        : had?.covered
          ? 'silent'
          : 'neverCovered';
      return { item, kind, activities: has?.activities ?? 0, last: has?.last ?? had?.last ?? null };
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
