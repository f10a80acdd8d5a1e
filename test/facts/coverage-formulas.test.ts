import { generate } from '../support/generator';
import { openBridge, type BridgeHarness } from '../support/office';
import { Planner } from '../../src/host/model/calc/plan';
import { References } from '../../src/host/model/calc/references';
import { IndexedCalls, IndexStore } from '../../src/host/model/calc/rewrite';
import { rectOf, MAX_COLUMNS } from '../../src/host/model/geometry/rect';
import { deleteCells, insertCells } from '../../src/host/model/shifting/insert';
import { parseIso } from '../../src/plan';
import { createGateway } from '../../src/workbook';

/** What a calculation of a workbook with a coverage consists of: counts only, a clock would not be a test. */

const today = parseIso('2026-06-01')!;

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

async function cover(activities: number) {
  const gateway = createGateway({ today: () => today });
  const contents = generate({ actions: 12, activities });
  await gateway.createTrackingWorkbook({ ...contents, language: 'fr' });
  const period = { from: parseIso('2021-01-01'), to: null };
  const written = await gateway.writeCoverage({ ...contents, period, today, language: 'fr' });
  expect(written.ok).toBe(true);
}

function planned() {
  const { workbook } = office;
  const environment = { references: new References(workbook), calls: new IndexedCalls(new IndexStore()), clock: 0 };
  const { ours, rest } = new Planner().plan(workbook, environment);
  const formulas = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.formulaCount, 0);
  return { runs: ours.length, formulas, librarys: rest.formulas.map(({ formula }) => formula) };
}

it('computes the working formulas of any number of activities as a few that are filled down', async () => {
  await cover(50);
  const small = planned();
  office.dispose();
  office = openBridge();
  await cover(1_000);
  const large = planned();
  expect(large.formulas - small.formulas).toBeGreaterThan(4_000);
  // Five working columns, and the columns of the lists.
  expect(Math.max(small.runs, large.runs)).toBeLessThan(25);
  expect([...small.librarys, ...large.librarys]).toEqual([]);
});

it('goes on computing them itself when people take rows of activities out and put some in', async () => {
  await cover(50);
  const activities = office.workbook.tableByName('Activites')!;
  const change = (what: () => void) => office.workbook.transact({ session: 'person', by: 'person' }, what);
  const row = (index: number) => rectOf(activities.bodyRect.row + index, 0, 1, MAX_COLUMNS);
  change(() => deleteCells(activities.sheet, row(20), 'row'));
  change(() => insertCells(activities.sheet, row(10), 'row'));
  const data = office.workbook.sheetByName('Données')!;
  expect([...data.cells.formulas()].filter(({ cell }) => cell.formula?.includes('#REF!'))).toEqual([]);
  expect(planned().librarys).toEqual([]);
});
