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
  const byId = new Map<string, TitledRows[]>();
  rows.forEach(({ id, title }, index) => {
    if (id === '') return;
    const activities = byId.get(id) ?? [];
    byId.set(id, activities);
    const key = fold(title);
    const last = activities.at(-1);
    const known = key === '' || last?.key === '' ? last : activities.find((each) => each.key === key);
    if (known === undefined) activities.push({ key, title, rows: [index] });
    else {
      known.rows.push(index);
      if (known.key === '') Object.assign(known, { key, title });
    }
  });
  return [...byId].flatMap(([id, [first, ...copies]]) =>
    copies.map(({ key, title, rows: own }) => ({ id, title, rows: own, sure: !areAlike(first?.key ?? '', key) })),
  );
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
  const lines = texts.flatMap((text) => text.split(/\r\n?|\n/)).filter((line) => line.trim() !== '');
  return [...new Map(lines.map((line) => [line.trim(), line])).values()].join('\n');
}
