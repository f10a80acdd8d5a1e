import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { generatedReport } from '../../../test/support/reports';
import { asPerson, today, value } from '../../../test/support/tracking';
import { createGateway } from '../createGateway';
import type { Gateway, Result } from '../gateway';

/** Sheets of ours that somebody has hidden: Excel neither activates them nor freezes their rows. */

const { data, tracked, period, report } = generatedReport({ actions: 4, activities: 10 });

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => today });
  value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
});
afterEach(() => office.dispose());

const writeReport = (): Promise<Result<unknown>> => gateway.writeReport(report);
const writeCoverage = (): Promise<Result<unknown>> =>
  gateway.writeCoverage({ ...tracked, period, today, language: 'fr', lastCommittee: null });

const builds = [
  { name: 'Rapport', build: writeReport, looked: 'Rapport' },
  { name: 'Couverture', build: writeCoverage, looked: 'Couverture' },
  { name: 'Données', build: writeCoverage, looked: 'Couverture' },
];

/** Builds, hides a sheet from the person, and builds again. */
async function buildHidden(name: string, build: () => Promise<Result<unknown>>, isLocked: boolean) {
  value(await build());
  asPerson(office.workbook, () => {
    office.workbook.activate(office.workbook.sheetByName('Plan')!);
    office.workbook.sheetByName(name)!.setVisibility('Hidden');
    if (isLocked) office.workbook.protect();
  });
  return build();
}

test.each(builds)('$name is built again though it is hidden, and $looked is shown', async ({ name, build, looked }) => {
  value(await buildHidden(name, build, false));
  expect(office.workbook.activeSheet.name).toBe(looked);
  expect(office.workbook.sheetByName(name)!.visibility).toBe(name === looked ? 'Visible' : 'Hidden');
});

test.each(builds)('$name, hidden in a workbook of which sheets may not be shown', async ({ name, build, looked }) => {
  const result = await buildHidden(name, build, true);
  if (name === looked) expect(result).toMatchObject({ error: { code: 'protectedWorkbook', params: { sheet: name } } });
  else expect(result.ok).toBe(true);
});
