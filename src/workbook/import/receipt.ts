import type { ActivityRow, NewCell } from '../writing/activityRows';
import type { PlanColumn } from '../contract/contract';
import type { ImportReceipt } from './model';

/** The rows that an import writes. Text is not yet escaped. */
export interface ImportRows {
  readonly plan: readonly Readonly<Record<PlanColumn, NewCell>>[];
  readonly activities: readonly ActivityRow[];
}

/** What is needed to take the rows back from where they were put. */
export function receiptOf(
  rows: ImportRows,
  places: Pick<ImportReceipt, 'plan' | 'activities' | 'created'>,
): ImportReceipt {
  const rowsById: Record<string, number> = {};
  for (const { id } of rows.activities) rowsById[String(id)] = (rowsById[String(id)] ?? 0) + 1;
  return { ...places, nos: rows.plan.map(({ no }) => String(no)), rowsById };
}
