import { type DayRange, within } from './coverage';
import { type Span, type SpanLabels, spanLabels, spansOf, type SpanWords } from './coverageSpans';
import { compareDays, type Day, monthOf } from './day';
import { flatten, itemLabel, ItemFinder, labelLength, type PlanItem } from './items';
import type { Activity, Plan } from './model';
import { parseNo } from './numbering';
import { shorten } from './text';

/** A row of the coverage pivot's source: a plan item and one occurrence of an activity that serves it, or nothing. */
export interface CoverageRow extends SpanLabels {
  readonly no: string;
  /** Number and short text, at most 200 characters, as the two that follow; they sort as the plan does. */
  readonly objective: string;
  readonly strategy: string;
  readonly action: string;
  /** At most 200 characters too: it is an item of the pivot, for its slicer. */
  readonly owner: string;
  /** Whether the item has had anything in the period, in words: the same on all of its rows. */
  readonly covered: string;
  /** The day counted; null on a row of 0. */
  readonly date: Day | null;
  readonly activities: 0 | 1;
  readonly occurrences: 0 | 1;
}

/** The words of the coverage rows, from the catalogues. */
export interface CoverageWords extends SpanWords {
  /** In the action's place, for what was filed on a strategy. */
  readonly onStrategy: string;
  /** In the strategy's and the action's place, for what was filed on an objective. */
  readonly onObjective: string;
  /** In the owner's place, where there is none: a blank could not be filtered by its name. */
  readonly noOwner: string;
  readonly covered: string;
  readonly uncovered: string;
}

/**
 * The left join of plan items and occurrences in a period, in plan order and then by day.
 *
 * - The sum of `activities` is the number of activities, the sum of `occurrences` that of
 *   occurrences: an activity has its single 1 on its first day in the period, so that a month column
 *   shows the activities that **began** in that month.
 * - A leaf item with nothing has one row of 0. Its month is the first of the period (without a start:
 *   the first with anything; with nothing at all: today's, or the last of the period where that is
 *   earlier), since a blank month would add an empty column to the pivot.
 * - A range is one occurrence, on its first day in the period.
 * - What was filed on an objective or a strategy shows under it, in a line that says so.
 */
export function coverageRows(
  plan: Plan,
  activities: readonly Activity[],
  period: DayRange,
  today: Day,
  words: CoverageWords,
): CoverageRow[] {
  const items = flatten(plan);
  const countedByItem = countByItem(items, activities, period);
  const labelOf = sortableLabels(items);
  const zeroDay = period.from ?? firstDay(countedByItem.values()) ?? lastOf(period.to, today);

  return items.flatMap((item) => {
    const counted = countedByItem.get(item);
    const labels = { ...labelsOf(item, words, labelOf), covered: counted ? words.covered : words.uncovered };
    const row = (on: Day, date: Day | null, isActivity: 0 | 1, isOccurrence: 0 | 1): CoverageRow => ({
      ...labels,
      ...spanLabels(monthOf(on), words),
      date,
      activities: isActivity,
      occurrences: isOccurrence,
    });
    if (counted) return counted.map(({ day, first }) => row(day, day, first ? 1 : 0, 1));
    return item.leaf ? [row(zeroDay, null, 0, 0)] : [];
  });
}

interface Counted {
  readonly day: Day;
  /** True on the first occurrence of its activity in the period. */
  readonly first: boolean;
}

function countByItem(
  items: readonly PlanItem[],
  activities: readonly Activity[],
  period: DayRange,
): Map<PlanItem, Counted[]> {
  const finder = new ItemFinder(items);
  const byItem = new Map<PlanItem, Counted[]>();
  for (const activity of activities) {
    const item = finder.find(activity.planNo);
    const days = activity.occurrences.flatMap((occurrence) => within(occurrence, period)?.first ?? []);
    if (!item || days.length === 0) continue;
    const counted = byItem.get(item) ?? [];
    byItem.set(item, counted);
    days.sort(compareDays).forEach((day, index) => counted.push({ day, first: index === 0 }));
  }
  for (const counted of byItem.values()) counted.sort((a, b) => compareDays(a.day, b.day));
  return byItem;
}

/**
 * Labels that a PivotTable, which sorts them as text, puts in the plan's order: where a level has ten items or more,
 * its numbers get leading zeros, which people and `parseNo` read as the same number.
 */
function sortableLabels(items: readonly PlanItem[]): (item: PlanItem) => string {
  const partsOf = ({ no }: PlanItem) => no.split('.');
  const isNumber = (part: string) => /^\d+$/.test(part);
  const widths: number[] = [];
  for (const item of items) {
    if (!parseNo(item.no)) continue;
    partsOf(item).forEach((part, level) => {
      if (isNumber(part)) widths[level] = Math.max(widths[level] ?? 1, part.length);
    });
  }
  return (item) => {
    if (!parseNo(item.no) || widths.every((width) => width === 1)) return item.label;
    const padded = partsOf(item).map((part, level) => (isNumber(part) ? part.padStart(widths[level] ?? 1, '0') : part));
    return itemLabel(padded.join('.'), item.text);
  };
}

function labelsOf(
  item: PlanItem,
  words: CoverageWords,
  labelOf: (item: PlanItem) => string,
): Pick<CoverageRow, 'no' | 'objective' | 'strategy' | 'action' | 'owner'> {
  // Whatever the level, the path begins with the objective and goes on with the strategy.
  const path: readonly PlanItem[] = [...item.parents, item];
  const [objective, strategy] = [path[0] ?? item, path[1] ?? item];
  return {
    no: item.no,
    objective: labelOf(objective),
    strategy: item.level === 'objective' ? words.onObjective : labelOf(strategy),
    action: { objective: words.onObjective, strategy: words.onStrategy, action: labelOf(item) }[item.level],
    owner: item.action === null || item.action.owner === '' ? words.noOwner : shorten(item.action.owner, labelLength),
  };
}

function firstDay(lists: Iterable<readonly Counted[]>): Day | null {
  let first: Day | null = null;
  for (const [counted] of lists) {
    if (counted && (first === null || counted.day < first)) first = counted.day;
  }
  return first;
}

function lastOf(end: Day | null, today: Day): Day {
  return end !== null && end < today ? end : today;
}

/**
 * The rows with, for each item, a row of 0 for every span in which it has none, so that any program shows a 0 there
 * and nobody takes a blank for something that was not looked at. Sums are unchanged. Items keep their order; `rows`
 * has those of an item one after the other, as `coverageRows` gives them.
 */
export function fillSpans(rows: readonly CoverageRow[], by: Span, words: SpanWords): CoverageRow[] {
  const spans = spansOf(rows, by, words);
  const filled: CoverageRow[] = [];
  let had = new Set<string>();
  rows.forEach((row, index) => {
    filled.push(row);
    had.add(row[by]);
    if (rows[index + 1]?.no === row.no) return;
    for (const span of spans) {
      if (!had.has(span[by])) filled.push({ ...row, ...span, date: null, activities: 0, occurrences: 0 });
    }
    had = new Set();
  });
  return filled;
}
