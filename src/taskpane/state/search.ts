import { flatten, fold, type Plan, type PlanItem } from '../../plan';

/** A plan item and everything a person may search it by, folded. */
export interface SearchItem {
  readonly item: PlanItem;
  readonly haystack: string;
  readonly no: string;
}

/** Every item of the plan in its order. Folding is done once here, not at each key. */
export function searchIndex(plan: Plan): readonly SearchItem[] {
  return flatten(plan).map((item) => ({
    item,
    no: fold(item.no),
    // The strategy above, but not the objective: its words would match half the plan.
    haystack: fold(
      [item.no, item.text, ...(item.action?.subItems ?? []), item.action ? (item.strategy?.title ?? '') : ''].join(' '),
    ),
  }));
}

/**
 * The items that hold every word of the query, in any order; accents and case do not matter. What looks
 * like a number (`1.1`) is looked for at the start of the numbers as well. The item whose number is the
 * query comes first, then the `recent` ones in that order, the others in plan order.
 */
export function searchItems(
  index: readonly SearchItem[],
  query: string,
  recent: readonly string[] = [],
): readonly PlanItem[] {
  const wanted = fold(query);
  const words = wanted.split(' ');
  const found = wanted === '' ? index : index.filter((candidate) => words.every((word) => matches(candidate, word)));
  const first = found.filter((candidate) => candidate.no === wanted);
  for (const no of recent) first.push(...found.filter(({ item }) => item.no === no));
  return [...new Set([...first, ...found])].map(({ item }) => item);
}

const likeNumber = /^r?\.?(\d+\.?)+$/;

function matches(candidate: SearchItem, word: string): boolean {
  // A number is not looked for inside other numbers: « 1.1 » is not 2.1.1.
  if (likeNumber.test(word) && word.includes('.')) return candidate.no.startsWith(word);
  return candidate.haystack.includes(word);
}
