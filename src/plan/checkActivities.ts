import { day, type Day } from './day';
import type { Plan } from './model';
import { fold } from './text';

/** A row of the activities, as far as it tells whose it is. */
export interface IdentifiedRow {
  readonly id: string;
  readonly title: string;
}

/** Rows that have the id of an activity that they are not. */
export interface CopiedId {
  readonly id: string;
  readonly title: string;
  /** Positions among the rows given, in their order. */
  readonly rows: readonly number[];
  /** False where the titles are alike: one of them may have been corrected. */
  readonly sure: boolean;
}

/**
 * Activities that stand under the id of another, as a row that was copied and typed over does: rows of one id with
 * another title than its first. Titles that differ in case, accents or spaces are one, and a row without a title
 * belongs to the activity above it.
 */
export function copiedIds(rows: readonly IdentifiedRow[]): readonly CopiedId[] {
  const byId = new Map<string, SharedId>();
  rows.forEach(({ id, title }, index) => {
    if (id === '') return;
    const shared = byId.get(id) ?? { activities: new Map<string, TitledRows>(), last: null };
    byId.set(id, shared);
    const key = fold(title);
    const untitled = shared.activities.get('');
    if (untitled && key !== '') {
      // The first rows had no title: this is theirs.
      shared.activities.delete('');
      shared.activities.set(key, Object.assign(untitled, { key, title }));
    }
    const known = key === '' ? shared.last : shared.activities.get(key);
    const activity = known ?? { key, title, rows: [] };
    shared.activities.set(activity.key, activity);
    shared.last = activity;
    activity.rows.push(index);
  });
  return [...byId].flatMap(([id, { activities }]) => {
    const [first, ...copies] = activities.values();
    return copies.map(({ key, title, rows: own }) => ({
      id,
      title,
      rows: own,
      sure: !areAlike(first?.key ?? '', key),
    }));
  });
}

interface SharedId {
  readonly activities: Map<string, TitledRows>;
  /** The activity of the row above. */
  last: TitledRows | null;
}

interface TitledRows {
  key: string;
  title: string;
  readonly rows: number[];
}

/** True where at least half of the words of both are the same. */
function areAlike(one: string, other: string): boolean {
  const [left, right] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return 2 * shared >= left.size + right.size - shared;
}

/** Years around the plan's periods within which a date is nothing to wonder at. */
const yearsAround = 2;

/** The days that are not far from the plan's periods; null where these name no year. */
export function plausibleDays({ strategyPeriod, actionPeriod }: Plan): { readonly from: Day; readonly to: Day } | null {
  const years = [...`${strategyPeriod} ${actionPeriod}`.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year));
  if (years.length === 0) return null;
  const from = day(Math.min(...years) - yearsAround, 1, 1);
  const to = day(Math.max(...years) + yearsAround, 12, 31);
  return from && to && { from, to };
}

/** Texts of several rows as one that keeps every line of theirs, each once. */
export function unionOfLines(texts: readonly string[]): string {
  const lines = new Map<string, string>();
  for (const line of texts.flatMap((text) => text.split(/\r\n?|\n/))) {
    const key = line.trim();
    if (key !== '' && !lines.has(key)) lines.set(key, line);
  }
  return [...lines.values()].join('\n');
}
