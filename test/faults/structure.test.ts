import { buildReport } from '../../src/report';
import { openBridge } from '../support/office';
import { stateOf } from '../support/state';
import { gatewayOf, today, trackedActivities, trackedPlan, value } from '../support/tracking';
import { arranged, commands } from './harness';

/** A workbook whose structure is protected (Review › Protect Workbook): what is on its sheets may change, they may not. */

const addsOrDeletes = [
  'createTrackingWorkbook',
  'importPlan into a blank workbook',
  'undoImport of a new workbook',
  'writeReport',
  'writeCoverage',
];
const isRefused = ({ name }: { readonly name: string }) => addsOrDeletes.includes(name);

test.each(commands.filter(isRefused))(
  '$name is refused where it needs a sheet, and changes nothing',
  async (command) => {
    const stage = await arranged(command);
    stage.workbook.protect();
    const before = stateOf(stage.workbook);
    expect(await stage.call(stage.tried, false)).toMatchObject({ ok: false, error: { code: 'protectedWorkbook' } });
    expect(stateOf(stage.workbook)).toEqual(before);
    stage.dispose();
  },
);

test.each(commands.filter((command) => !isRefused(command)))('$name is done, as it needs none', async (command) => {
  const stage = await arranged(command);
  stage.workbook.protect();
  expect(await stage.call(stage.tried, false)).toMatchObject({ ok: true });
  stage.dispose();
});

test('the report and the coverage are built again on the sheets that are there', async () => {
  const office = openBridge();
  const gateway = gatewayOf(office);
  const settings = { language: 'fr', lastCommittee: null, committeeDates: [] };
  const tracked = { plan: trackedPlan, activities: trackedActivities, settings, problems: [] };
  const options = { period: { from: null, to: null }, today, language: 'fr', order: 'plan', paper: 'letter' } as const;
  const build = async (onlyUncovered: boolean) => {
    const coverage = value(await gateway.writeCoverage({ ...tracked, ...options }));
    const report = value(await gateway.writeReport(buildReport(tracked, { ...options, onlyUncovered })));
    const cells = office.workbook.sheets.map((sheet) => [sheet.name, [...sheet.cells.within(sheet.cells.extent()!)]]);
    return { coverage, report, cells };
  };
  value(await gateway.createTrackingWorkbook({ ...tracked, language: 'fr' }));
  await build(true);
  const open = await build(false);
  await build(true);
  office.workbook.protect();
  expect(await build(false)).toEqual(open);
  office.dispose();
});
