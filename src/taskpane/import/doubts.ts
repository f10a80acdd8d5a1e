import type { DraftActivity, ImportQuestion } from '../../import';
import { blockKey } from './choices';

/** Activities that are decided on together. */
export interface Block {
  readonly key: string;
  /** Null where the document gives them no place at all. */
  readonly planNo: string | null;
  readonly suggestedNo: string | null;
  readonly activities: readonly DraftActivity[];
}

/** What a person is asked about a document, the activities in its order. */
export interface Doubts {
  readonly inferred: readonly DraftActivity[];
  readonly unread: readonly DraftActivity[];
  readonly blocks: readonly Block[];
  /** Filed under the action of their row, which may stand there by chance. */
  readonly fromRow: readonly DraftActivity[];
}

/** The doubts about the activities that would be added; `questions` are those of the whole document. */
export function doubtsOf(activities: readonly DraftActivity[], questions: readonly ImportQuestion[]): Doubts {
  const onRows = new Set(questions.flatMap(rowActivities));
  const blocks = new Map<string, DraftActivity[]>();
  for (const activity of activities) {
    const key = blockKey(activity);
    if (key === null) continue;
    const block = blocks.get(key);
    if (block) block.push(activity);
    else blocks.set(key, [activity]);
  }
  return {
    inferred: activities.filter(hasInferredYear),
    unread: activities.filter(({ unreadDates }) => unreadDates.length > 0),
    blocks: [...blocks].map(([key, together]) => ({
      key,
      planNo: together[0]?.planNo ?? null,
      suggestedNo: together[0]?.suggestedNo ?? null,
      activities: together,
    })),
    fromRow: activities.filter(({ id }) => onRows.has(id)),
  };
}

function hasInferredYear({ occurrences }: DraftActivity): boolean {
  return occurrences.some(({ inferred }) => inferred);
}

/** The year that most of the inferred dates were given. */
export function inferredYear(activities: readonly DraftActivity[]): number | null {
  const counts = new Map<number, number>();
  for (const { occurrences } of activities) {
    for (const { start, inferred } of occurrences) {
      const year = Number(start.slice(0, 4));
      if (inferred) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function rowActivities(question: ImportQuestion): readonly string[] {
  if (question.kind === 'rowAction') return question.activities;
  return question.kind === 'severalActions' ? [question.activity] : [];
}
