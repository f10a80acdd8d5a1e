import {
  parentNo,
  parseNo,
  readNumericNo,
  readOwnNumericNo,
  tidyNo,
  type ItemFinder,
  type NoReading,
} from '../../plan';
import type { Finding } from './model';
import type { TableView } from './table';
import type { ActivityColumn, PlanColumn } from '../contract/contract';
import { textOf } from '../contract/values';

/** Numbers of the plan that are not spelt as Excel would find them again. */
export function planNoFindings(view: TableView<PlanColumn>): readonly Finding[] {
  // A strategy with actions has no row of its own: its number is taken by theirs.
  const stated = view.rows.map((_, row) => withParents(textOf(view.value(row, 'no'))));
  const count = new Map<string, number>();
  for (const no of stated.flat()) count.set(no, (count.get(no) ?? 0) + 1);
  const isTaken = (row: number) => (no: string) => (count.get(no) ?? 0) > (stated[row]?.includes(no) ? 1 : 0);
  return noFindings(
    view,
    'no',
    () => true,
    (row, value, shown) => readOwnNumericNo(value, shown, isTaken(row)),
  );
}

function withParents(text: string): string[] {
  const numbers: string[] = [];
  for (let no = parseNo(text)?.no ?? null; no !== null; no = parentNo(no)) numbers.push(no);
  return numbers;
}

/** Numbers that activities have of the plan's, the same; one that the plan does not have is said elsewhere. */
export function activityNoFindings(view: TableView<ActivityColumn>, finder: ItemFinder): readonly Finding[] {
  const isKnown = (no: string) => finder.find(no) !== null;
  return noFindings(view, 'planNo', isKnown, (_, value, shown) => readNumericNo(value, shown, isKnown));
}

function noFindings<Column extends string>(
  view: TableView<Column>,
  column: Column,
  isKnown: (no: string) => boolean,
  numeric: (row: number, value: number, shown: string) => NoReading | null,
): readonly Finding[] {
  return view.rows.flatMap((_, row): Finding[] => {
    const value = view.value(row, column);
    if (typeof value === 'number') {
      const shown = view.checked.shownNos?.[row] ?? String(value);
      const problem = view.problem('numberAsNo', row, column, { text: shown });
      const reading = numeric(row, value, shown);
      return [{ problem, repair: reading && view.repair(problem, reading.sure, [{ row, column, value: reading.no }]) }];
    }
    const text = textOf(value);
    const no = tidyNo(text);
    if (no === null || !isKnown(no)) return [];
    const problem = view.problem('untidyNo', row, column, { text, no });
    return [{ problem, repair: view.repair(problem, true, [{ row, column, value: no }]) }];
  });
}
