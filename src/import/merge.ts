import {
  type Action,
  type Activity,
  fold,
  flatten,
  type Level,
  nextNo,
  type Objective,
  type Occurrence,
  type Plan,
  type Strategy,
  type TrackedPlan,
} from '../plan';
import type { DraftActivity } from './collect';
import type { DraftImport } from './draft';

/** A plan item whose text the document writes in another way. The workbook's is kept. */
export interface ChangedItem {
  readonly no: string;
  readonly kept: string;
  readonly inDocument: string;
}

/** An activity that both have, not alike. The workbook's is kept. */
export interface ChangedActivity {
  readonly kept: Activity;
  readonly inDocument: DraftActivity;
}

/** What a document would change in a workbook. Nothing that is there is changed or taken away: that is only told. */
export interface ImportMerge {
  /** The workbook's plan with the new items in their place. */
  readonly plan: Plan;
  readonly addedItems: readonly { readonly no: string; readonly level: Level; readonly text: string }[];
  readonly changedItems: readonly ChangedItem[];
  /** Numbers of the workbook's items that the document does not have. */
  readonly missingItems: readonly string[];
  /** New activities, under the numbers of the merged plan. */
  readonly added: readonly DraftActivity[];
  readonly changed: readonly ChangedActivity[];
  readonly missing: readonly Activity[];
  readonly unchanged: readonly Activity[];
}

/** What one write has to put into a workbook: items of the plan that are new, and activities. */
export interface ImportWrite {
  readonly plan: Plan;
  /** Numbers of the items to add, in plan order. */
  readonly addedItems: readonly string[];
  readonly activities: readonly Activity[];
}

/**
 * Compares a document with a workbook: items by number and text, then by text under the same parent,
 * then by number where the texts are close; activities by title and dates, then by title, then by
 * dates where the titles are close. The same document twice adds nothing.
 */
export function planMerge(existing: TrackedPlan, draft: DraftImport): ImportMerge {
  const plans = new PlanMerge(existing.plan);
  const plan = plans.merge(draft.plan);
  const activities = draft.activities.map((activity) => renumbered(activity, plans.numbers));
  const matched = matchActivities(existing.activities, activities);
  return {
    plan,
    addedItems: plans.added,
    changedItems: plans.changed,
    missingItems: flatten(existing.plan)
      .map(({ no }) => no)
      .filter((no) => !plans.matched.has(no)),
    ...matched,
  };
}

/** The write that a merge comes to. Dates that could not be read stay with their activity, as a detail. */
export function importWrite({
  plan,
  addedItems,
  added,
}: Pick<ImportMerge, 'plan' | 'addedItems' | 'added'>): ImportWrite {
  return { plan, addedItems: addedItems.map(({ no }) => no), activities: added.map(toActivity) };
}

function toActivity(draft: DraftActivity): Activity {
  const { source: _, place: __, candidates: ___, unreadDates, suggestedNo: ____, ...activity } = draft;
  return { ...activity, details: [...unreadDates.map(({ text }) => text), ...activity.details] };
}

function renumbered(activity: DraftActivity, numbers: ReadonlyMap<string, string>): DraftActivity {
  const { planNo, suggestedNo, candidates } = activity;
  const numberOf = (no: string) => numbers.get(no) ?? no;
  return {
    ...activity,
    planNo: planNo === null ? null : numberOf(planNo),
    ...(suggestedNo === undefined ? {} : { suggestedNo: numberOf(suggestedNo) }),
    candidates: candidates.map(numberOf),
  };
}

class PlanMerge {
  readonly added: { no: string; level: Level; text: string }[] = [];
  readonly changed: ChangedItem[] = [];
  readonly matched = new Set<string>();
  /** The workbook's number for each of the document's. */
  readonly numbers = new Map<string, string>();
  private readonly taken: Set<string>;

  constructor(private readonly existing: Plan) {
    this.taken = new Set(flatten(existing).map(({ no }) => no));
  }

  merge(draft: Plan): Plan {
    const { existing } = this;
    return {
      organisation: existing.organisation || draft.organisation,
      title: existing.title || draft.title,
      strategyPeriod: existing.strategyPeriod || draft.strategyPeriod,
      actionPeriod: existing.actionPeriod || draft.actionPeriod,
      objectives: this.level<Objective>(existing.objectives, draft.objectives, {
        level: 'objective',
        parent: null,
        textOf: ({ title }) => title,
        alike: (a, b) => a.kind === 'recurring' && b.kind === 'recurring',
        join: (kept, other) => ({ ...kept, strategies: this.strategies(kept, other) }),
        create: (other, no) => ({ ...other, no, strategies: this.strategies({ ...other, no, strategies: [] }, other) }),
      }),
    };
  }

  private strategies(kept: Objective, other: Objective): readonly Strategy[] {
    return this.level<Strategy>(kept.strategies, other.strategies, {
      level: 'strategy',
      parent: kept.no,
      textOf: ({ title }) => title,
      alike: never,
      join: (strategy, draft) => ({ ...strategy, actions: this.actions(strategy, draft) }),
      create: (draft, no) => ({ ...draft, no, actions: this.actions({ ...draft, no, actions: [] }, draft) }),
    });
  }

  private actions(kept: Strategy, other: Strategy): readonly Action[] {
    return this.level<Action>(kept.actions, other.actions, {
      level: 'action',
      parent: kept.no,
      textOf: ({ text }) => text,
      alike: never,
      join: (action, draft) => {
        const [mine, theirs] = [action.subItems.join('\n'), draft.subItems.join('\n')];
        if (key(action.text) === key(draft.text) && key(mine) !== key(theirs)) {
          this.changed.push({ no: action.no, kept: mine, inDocument: theirs });
        }
        return action;
      },
      create: (draft, no) => ({ ...draft, no }),
    });
  }

  private level<Item extends { readonly no: string }>(
    kept: readonly Item[],
    others: readonly Item[],
    how: {
      readonly level: Level;
      readonly parent: string | null;
      readonly textOf: (item: Item) => string;
      readonly alike: (a: Item, b: Item) => boolean;
      readonly join: (kept: Item, other: Item) => Item;
      readonly create: (other: Item, no: string) => Item;
    },
  ): Item[] {
    const partners = this.partners(kept, others, how);
    const merged = kept.map((item) => {
      const other = partners.get(item);
      return other ? how.join(item, other) : item;
    });
    const known = new Set(partners.values());
    for (const other of others) {
      if (known.has(other)) continue;
      const no = this.taken.has(other.no) || !fits(other.no, how.parent) ? nextNo(how.parent, this.taken) : other.no;
      if (no === null) continue;
      this.taken.add(no);
      this.numbers.set(other.no, no);
      this.added.push({ no, level: how.level, text: how.textOf(other) });
      merged.push(how.create(other, no));
    }
    return merged;
  }

  private partners<Item extends { readonly no: string }>(
    kept: readonly Item[],
    others: readonly Item[],
    { textOf, alike }: { readonly textOf: (item: Item) => string; readonly alike: (a: Item, b: Item) => boolean },
  ): Map<Item, Item> {
    const partners = new Map<Item, Item>();
    const used = new Set<Item>();
    const byNo = new Map(kept.map((item) => [item.no, item]));
    const byText = grouped(kept, (item) => key(textOf(item)));
    const pair = (other: Item, item: Item | undefined) => {
      if (!item || used.has(other) || partners.has(item)) return;
      partners.set(item, other);
      used.add(other);
      this.matched.add(item.no);
      this.numbers.set(other.no, item.no);
      if (key(textOf(item)) !== key(textOf(other))) {
        this.changed.push({ no: item.no, kept: textOf(item), inDocument: textOf(other) });
      }
    };
    for (const other of others) {
      const item = byNo.get(other.no);
      if (item && key(textOf(item)) === key(textOf(other))) pair(other, item);
    }
    for (const other of others) {
      const same = byText.get(key(textOf(other)))?.find((each) => !partners.has(each));
      pair(other, same ?? kept.find((each) => alike(each, other)));
    }
    for (const other of others) {
      const item = byNo.get(other.no);
      if (item && areClose(textOf(item), textOf(other))) pair(other, item);
    }
    return partners;
  }
}

function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = keyOf(item);
    const group = groups.get(own);
    if (group) group.push(item);
    else groups.set(own, [item]);
  }
  return groups;
}

/** Only recurring sections are one whatever their title. */
const never = (): boolean => false;

function fits(no: string, parent: string | null): boolean {
  return parent === null || no.startsWith(`${parent}.`);
}

function matchActivities(
  existing: readonly Activity[],
  drafts: readonly DraftActivity[],
): Pick<ImportMerge, 'added' | 'changed' | 'missing' | 'unchanged'> {
  const partners = new Map<DraftActivity, Activity>();
  const used = new Set<Activity>();
  const pair = (keyOf: (activity: Activity) => string, accept: (a: Activity, b: Activity) => boolean) => {
    const waiting = grouped(
      existing.filter((activity) => !used.has(activity)),
      keyOf,
    );
    for (const draft of drafts) {
      if (partners.has(draft)) continue;
      const found = waiting.get(keyOf(draft))?.find((each) => !used.has(each) && accept(each, draft));
      if (!found) continue;
      partners.set(draft, found);
      used.add(found);
    }
  };
  pair(
    (each) => `${key(each.title)} ${datesOf(each)}`,
    () => true,
  );
  pair((each) => key(each.title), sharesDay);
  pair(
    (each) => key(each.title),
    (a, b) => a.planNo === b.planNo && (a.occurrences.length === 0 || b.occurrences.length === 0),
  );
  pair(datesOf, (a, b) => a.occurrences.length > 0 && areClose(a.title, b.title));

  const changed: ChangedActivity[] = [];
  const unchanged: Activity[] = [];
  for (const [draft, kept] of partners) {
    if (contentOf(kept) === contentOf(toActivity(draft))) unchanged.push(kept);
    else changed.push({ kept, inDocument: draft });
  }
  return {
    added: drafts.filter((draft) => !partners.has(draft)),
    changed,
    missing: existing.filter((activity) => !used.has(activity)),
    unchanged,
  };
}

function sharesDay(a: Activity, b: Activity): boolean {
  const days = new Set(a.occurrences.map(({ start }) => start));
  return b.occurrences.some(({ start }) => days.has(start));
}

function datesOf({ occurrences }: Activity): string {
  return occurrences.map(dateOf).sort().join(' ');
}

function dateOf({ start, end }: Occurrence): string {
  return end === undefined ? start : `${start}/${end}`;
}

/** What a person wrote of an activity: title, dates with their notes, details. The plan number is for the workbook to say. */
function contentOf(activity: Activity): string {
  const notes = activity.occurrences.map((each) => `${dateOf(each)} ${each.note ?? ''}`).sort();
  return key([activity.title, ...notes, ...activity.details].join('\n'));
}

/** Text as it is compared: no accents, marks or white space that programs change on the way. */
function key(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** More than half of the words in common. */
function areClose(a: string, b: string): boolean {
  const left = new Set(key(a).split(' '));
  const right = new Set(key(b).split(' '));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 2 > Math.max(left.size, right.size);
}
