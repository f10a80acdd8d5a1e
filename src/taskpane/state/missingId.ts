import type { Activity } from '../../plan';
import type { Finding, Repair } from '../../workbook';

/** What the reading calls a row without an id: its number below the header. */
const madeUp = /^row-(\d+)$/;

/** False for an activity that somebody typed in the sheet: there is nothing to find it again by. */
export function hasOwnId({ id }: Activity): boolean {
  return !madeUp.test(id);
}

/** The repair that gives an id to the row of an activity; null where it cannot be told from others. */
export function repairOf(findings: readonly Finding[], { id, title }: Activity): Repair | null {
  const row = Number(madeUp.exec(id)?.[1]);
  const alike = findings.flatMap(({ problem, repair }) => {
    if (problem.code !== 'missingId' || problem.params.title !== title || repair === null) return [];
    return [{ repair, row: problem.place.kind === 'cell' ? Number(/\d+$/.exec(problem.place.address)?.[0]) : 0 }];
  });
  // Below a header in the first row; elsewhere the title alone must tell it.
  const found = alike.find((each) => each.row === row + 1) ?? (alike.length === 1 ? alike[0] : undefined);
  return found?.repair ?? null;
}
