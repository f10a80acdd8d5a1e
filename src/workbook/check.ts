import type { Day, Problem } from '../plan';
import { newId as randomId } from '../plan';
import type { CheckResult, Finding, Repair } from './checkModel';
import { Locator, type Located } from './checkPlaces';
import { dateRepair } from './checkDates';
import { readTables, understand } from './read';
import type { DateReading } from './cells';

/** Everything wrong in the workbook, each with what would put it right. As many syncs as reading it takes. */
export async function check(
  context: Excel.RequestContext,
  today: Day,
  newId: () => string = randomId,
): Promise<CheckResult> {
  const tables = await readTables(context);
  const { tracked, dates } = understand(tables, today);
  const locator = new Locator(tables);
  return { findings: tracked.problems.map((problem) => finding(problem, locator, dates, newId)) };
}

function finding(problem: Problem, locator: Locator, dates: DateReading, newId: () => string): Finding {
  const found = locator.find(problem.place);
  return { problem, repair: found && repairOf(problem, found, dates, newId) };
}

function repairOf(problem: Problem, found: Located, dates: DateReading, newId: () => string): Repair | null {
  switch (problem.code) {
    case 'missingId': {
      const id = newId();
      return found.repair(problem, true, [{ column: found.column, value: id, shown: id }]);
    }
    case 'textDate':
      return dateRepair(problem, found, dates);
    default:
      return null;
  }
}
