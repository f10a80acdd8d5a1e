import type { Action, Objective, Plan, Strategy } from './model';
import { type Level, normalizeNo } from './numbering';
import { shorten } from './text';

/** A plan item with everything above it. */
export interface PlanItem {
  readonly no: string;
  readonly level: Level;
  /** The whole title or text. */
  readonly text: string;
  /** Number and short text, at most `labelLength` long. */
  readonly label: string;
  readonly objective: Objective;
  readonly strategy: Strategy | null;
  readonly action: Action | null;
  /** The items above, the objective first. */
  readonly parents: readonly PlanItem[];
  /** True where nothing stands under it. */
  readonly leaf: boolean;
}

/** PivotTable labels over 255 characters are unsafe; 200 leaves room for what a pivot adds to them. */
export const labelLength = 200;

/** Every item in plan order, an item before what is under it. */
export function flatten(plan: Plan): PlanItem[] {
  const items: PlanItem[] = [];
  for (const objective of plan.objectives) {
    const top: PlanItem = {
      no: objective.no,
      level: 'objective',
      text: objective.title,
      label: itemLabel(objective.no, objective.title),
      objective,
      strategy: null,
      action: null,
      parents: [],
      leaf: objective.strategies.length === 0,
    };
    items.push(top);
    for (const strategy of objective.strategies) {
      const middle: PlanItem = {
        no: strategy.no,
        level: 'strategy',
        text: strategy.title,
        label: itemLabel(strategy.no, strategy.title),
        objective,
        strategy,
        action: null,
        parents: [top],
        leaf: strategy.actions.length === 0,
      };
      items.push(middle);
      for (const action of strategy.actions) {
        items.push({
          no: action.no,
          level: 'action',
          text: action.text,
          label: itemLabel(action.no, action.text),
          objective,
          strategy,
          action,
          parents: [top, middle],
          leaf: true,
        });
      }
    }
  }
  return items;
}

/** `1.1.2 Short label…`: at most `max` UTF-16 units, cut between words. */
export function itemLabel(no: string, text: string, max = labelLength): string {
  const short = shorten(text, max - no.length - 1);
  return short === '' ? no : `${no} ${short}`;
}

/** Finds plan items by number, however it was typed; each spelling is worked out once. */
export class ItemFinder {
  private readonly bySpelling: Map<string, PlanItem | null>;

  constructor(items: readonly PlanItem[]) {
    this.bySpelling = new Map(items.map((item) => [item.no, item]));
  }

  find(no: string | null): PlanItem | null {
    if (no === null) return null;
    const known = this.bySpelling.get(no);
    if (known !== undefined) return known;
    const found = this.bySpelling.get(normalizeNo(no)) ?? null;
    this.bySpelling.set(no, found);
    return found;
  }
}
