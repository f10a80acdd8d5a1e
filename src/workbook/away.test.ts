import { openBridge, type BridgeHarness } from '../../test/support/office';
import { generatedReport } from '../../test/support/reports';
import { today, value } from '../../test/support/tracking';
import { createGateway } from './createGateway';
import type { Gateway, Result } from './gateway';

/** The person looks at another workbook while Suivi works in this one. */

const { data, tracked, period, report } = generatedReport({ actions: 4, activities: 10 });

const panes = ['freezeRows', 'unfreeze', 'getLocationOrNullObject'].map((member) => `WorksheetFreezePanes.${member}`);
const always = ['Worksheet.activate', 'Range.select', 'Workbook.getActiveCell', ...panes];

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(() => {
  office = openBridge();
  gateway = createGateway({ today: () => today });
});
afterEach(() => office.dispose());

const create = (): Promise<Result<unknown>> => gateway.createTrackingWorkbook({ ...data, language: 'fr' });
const calls: Readonly<Record<string, () => Promise<Result<unknown>>>> = {
  create,
  writeReport: () => gateway.writeReport(report),
  writeCoverage: () => gateway.writeCoverage({ ...tracked, period, today, language: 'fr', lastCommittee: null }),
  goTo: () => gateway.goTo({ sheet: 'Plan', address: 'A2' }),
};

/** Sheets as they are shown, and those whose rows are frozen. */
const shown = () =>
  office.workbook.sheets.map(({ name, visibility, view }) => [name, visibility, view.freeze?.rows ?? 0]);

/** Calls once, looking away or not; what is refused then. */
async function called(name: string, failsAt: readonly string[]) {
  office.dispose();
  office = openBridge();
  if (name !== 'create') value(await create());
  office.workbook.configure({ failsAt });
  // The first look finds the other workbook in front, the next one this one.
  const back = setTimeout(() => office.workbook.configure({ failsAt: [] }), 250);
  const result = await calls[name]!();
  clearTimeout(back);
  return { result, sheets: shown() };
}

test.each([
  ['create', 'from the start', ['WorksheetCollection.add', 'Worksheet.delete', ...always]],
  ['create', 'at the end', always],
  ['writeReport', 'from the start', ['WorksheetCollection.add', 'Worksheet.delete', ...always]],
  ['writeReport', 'at the end', always],
  ['writeReport', 'as the lines of the grid go', ['Worksheet.gridlines', ...always]],
  ['writeCoverage', 'from the start', ['WorksheetCollection.add', 'Worksheet.delete', ...always]],
  ['writeCoverage', 'at the end', always],
  ['goTo', 'from the start', always],
])('%s waits, where the person looks away %s, and leaves nothing out', async (name, _when, failsAt) => {
  const whole = await called(name, []);
  expect(await called(name, failsAt)).toEqual(whole);
});

test('an Excel that always fails at panes is not waited for', async () => {
  const whole = await called('create', []);
  office.dispose();
  office = openBridge(undefined, { failsAt: panes });
  expect(await create()).toEqual(whole.result);
  expect(shown()).toEqual(whole.sheets.map(([name, visibility]) => [name, visibility, 0]));
});
