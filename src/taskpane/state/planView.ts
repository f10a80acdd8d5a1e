import { coverage, type Coverage, type Day, type PlanItem, type TrackedPlan } from '../../plan';
import { searchIndex, searchItems, type SearchItem } from './search';

/** A plan item as the Plan screen shows it. */
export interface PlanEntry {
  readonly item: PlanItem;
  readonly coverage: Coverage;
  /** Actions under a strategy or an objective, and those of them with activity. */
  readonly actions: number;
  readonly actionsCovered: number;
}

/** The whole plan in its order, with all that filters ask of it. */
export interface PlanView {
  readonly entries: readonly PlanEntry[];
  readonly index: readonly SearchItem[];
  /** Every owner named, in alphabetical order. */
  readonly owners: readonly string[];
}

export const whichItems = ['all', 'uncovered', 'silent'] as const;
export type WhichItems = (typeof whichItems)[number];

export interface PlanFilter {
  readonly text: string;
  readonly which: WhichItems;
  /** For `silent`: days without activity, whole and not negative. */
  readonly days: number;
  /** Empty: anybody. */
  readonly owner: string;
}

export const noFilter: PlanFilter = { text: '', which: 'all', days: 90, owner: '' };

/** Silence is counted up to `today`, which may be the day of a committee. */
export function planView({ plan, activities }: TrackedPlan, today: Day): PlanView {
  const index = searchIndex(plan);
  const counted = coverage(plan, activities, { from: null, to: null }, today);
  const sums = new Map<PlanItem, { actions: number; covered: number }>();
  index.forEach(({ item }, position) => {
    if (item.level !== 'action') return;
    for (const parent of item.parents) {
      const sum = sums.get(parent) ?? { actions: 0, covered: 0 };
      sums.set(parent, sum);
      sum.actions += 1;
      sum.covered += counted[position]?.covered ? 1 : 0;
    }
  });
  const entries = index.flatMap(({ item }, position): PlanEntry[] => {
    const itemCoverage = counted[position];
    if (itemCoverage === undefined) return [];
    const sum = sums.get(item);
    return [{ item, coverage: itemCoverage, actions: sum?.actions ?? 0, actionsCovered: sum?.covered ?? 0 }];
  });
  const owners = new Set(index.map(({ item }) => item.action?.owner ?? '').filter((owner) => owner !== ''));
  return { entries, index, owners: [...owners].sort((a, b) => a.localeCompare(b)) };
}

export function isFiltering(filter: PlanFilter): boolean {
  return filter.text.trim() !== '' || filter.which !== 'all' || filter.owner !== '';
}

export interface ShownEntries {
  /** What the filter finds, each under the items above it, in plan order. */
  readonly entries: readonly PlanEntry[];
  /** How many of them the filter found: the others are there to show where those stand. */
  readonly found: number;
}

/** What is shown: what the filter finds with what is above it; without a filter, all that no collapsed item hides. */
export function shownEntries(view: PlanView, filter: PlanFilter, collapsed: ReadonlySet<string>): ShownEntries {
  if (!isFiltering(filter)) {
    const entries = view.entries.filter(({ item }) => !item.parents.some(({ no }) => collapsed.has(no)));
    return { entries, found: view.entries.length };
  }
  const matching = new Set(searchItems(view.index, filter.text));
  const found = view.entries.filter((entry) => matching.has(entry.item) && passes(entry, filter));
  const shown = new Set(found.flatMap(({ item }) => [item, ...item.parents]));
  return { entries: view.entries.filter(({ item }) => shown.has(item)), found: found.length };
}

function passes(
  { item, coverage: { covered, daysSinceLast } }: PlanEntry,
  { which, days, owner }: PlanFilter,
): boolean {
  if (owner !== '' && item.action?.owner !== owner) return false;
  if (which === 'uncovered') return !covered;
  return which === 'all' || daysSinceLast === null || daysSinceLast >= days;
}
