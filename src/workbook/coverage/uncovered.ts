import { compareDays, coverage, flatten, type Day } from '../../plan';
import type { CoverageRequest } from '../model';

/** An action, or a heading without actions, that has had nothing in the period. */
export interface UncoveredItem {
  readonly no: string;
  readonly text: string;
  readonly owner: string;
  readonly due: Day | null;
}

/** What a committee asks about: the items without activity in the period, those due first at the top. */
export function uncoveredItems({ plan, activities, period, today }: CoverageRequest): UncoveredItem[] {
  const covered = new Set(coverage(plan, activities, period, today).flatMap((item) => (item.covered ? [item.no] : [])));
  return flatten(plan)
    .filter(({ leaf, no }) => leaf && !covered.has(no))
    .map(({ no, text, action }): UncoveredItem => ({ no, text, owner: action?.owner ?? '', due: action?.due ?? null }))
    .sort((a, b) => (a.due && b.due ? compareDays(a.due, b.due) : Number(a.due === null) - Number(b.due === null)));
}
