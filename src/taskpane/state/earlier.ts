import { fold, type Activity } from '../../plan';

/** What earlier activities offer to the next one: the last rows of the table are the last ones entered. */

const mostItems = 5;
const mostPeople = 30;

/** The plan items of the activities entered last, the last first. */
export function recentItems(activities: readonly Activity[]): readonly string[] {
  const found = new Set<string>();
  for (let index = activities.length - 1; index >= 0 && found.size < mostItems; index -= 1) {
    const no = activities[index]?.planNo ?? null;
    if (no !== null) found.add(no);
  }
  return [...found];
}

/** The activities entered last, the last first. */
export function recentActivities(activities: readonly Activity[], count: number): readonly Activity[] {
  return activities.slice(-count).reverse();
}

/** Kinds used before, in the order of their first use. */
export function kindsOf(activities: readonly Activity[]): readonly string[] {
  return [...new Set(activities.map(({ kind }) => kind))].filter((kind) => kind !== '');
}

/** Everybody named before, the most often named first. */
export function peopleOf(activities: readonly Activity[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { participants } of activities) {
    for (const name of participants) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** What the field may be completed to: who is typed already stays, the name being typed is completed. */
export function completions(text: string, people: readonly string[]): readonly string[] {
  const cut = text.lastIndexOf(';') + 1;
  const before = text.slice(0, cut);
  const begun = fold(text.slice(cut));
  const named = new Set(before.split(';').map(fold));
  return people
    .filter((name) => !named.has(fold(name)) && fold(name).includes(begun))
    .slice(0, mostPeople)
    .map((name) => (before === '' ? name : `${before} ${name}`));
}
