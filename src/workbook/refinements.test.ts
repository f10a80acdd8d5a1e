import { openBridge, type BridgeHarness } from '../../test/support/office';
import { generatedReport } from '../../test/support/reports';
import { newActivity, today, value } from '../../test/support/tracking';
import { createGateway } from './createGateway';

/** An Excel that fails at one member of what our sheets can do without: all else is made. */

jest.setTimeout(300_000);

const { data, tracked, period, report } = generatedReport({ actions: 8, activities: 30 });

let office: BridgeHarness;
let whole: Awaited<ReturnType<typeof everything>>;
beforeAll(async () => {
  whole = await everything([]);
});

/** What a sheet says, but for the PivotTable and what stands in its place. */
function texts(name: string) {
  const sheet = office.workbook.sheetByName(name)!;
  const above = Math.min(...[...sheet.pivots].map(({ rect }) => rect.row), 40);
  return [...sheet.cells.within({ row: 0, column: 0, rows: above - 3, columns: 11 })].map(({ row, column, cell }) => [
    row,
    column,
    cell.value,
  ]);
}

/** A new workbook, an addition, both sheets twice. */
async function everything(failsAt: readonly string[]) {
  office = openBridge(undefined, { failsAt });
  const gateway = createGateway({ today: () => today, newId: () => 'a-1' });
  value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
  value(await gateway.append({ ...newActivity('Visite'), planNo: data.activities[0]!.planNo }));
  const built = [];
  for (let time = 0; time < 2; time += 1) {
    const drawn = value(await gateway.writeReport(report));
    const { pivot, slicers, isPlain } = value(
      await gateway.writeCoverage({ ...tracked, period, today, language: 'fr', lastCommittee: null }),
    );
    built.push({ pivot, slicers, isPlain: drawn.isPlain === true || isPlain === true });
  }
  const { activities } = value(await gateway.readPlan());
  const names = office.workbook.sheets.map(({ name, visibility }) => `${name} ${visibility}`);
  const written = ['Plan', 'Activités', 'Rapport', 'Couverture', 'Données'].map(texts);
  office.dispose();
  return { built, activities, names, written };
}

const members = [
  'Functions.date',
  'WorksheetFreezePanes.freezeRows',
  'Worksheet.gridlines',
  'Worksheet.activate',
  'PageLayout.paperSize',
  'PageLayout.zoom',
  'PageLayout.setPrintTitleRows',
  'HeaderFooter.leftHeader',
  'PageBreakCollection.add',
  'PageBreakCollection.removePageBreaks',
  'ChartCollection.add',
  'Chart.setPosition',
  'SlicerCollection.add',
  'SlicerCollection.getItemOrNullObject',
  'PivotTableCollection.add',
  'PivotTable.refresh',
  'PivotTable.refreshOnOpen',
  'PivotLayout.layoutType',
  'PivotLayout.fillEmptyCells',
  'PivotField.subtotals',
  'RowColumnPivotHierarchyCollection.add',
  'ConditionalFormatCollection.add',
  'CustomConditionalFormat.rule',
  'RangeBorder.style',
  'Range.setCellProperties',
];

const withoutPivot = /^PivotTableCollection|^PivotTable\.refresh$|Hierarchy/;

test.each(members)('all else is made without %s', async (member) => {
  const found = await everything([member]);
  const pivot = !withoutPivot.test(member);
  const hasSlicers = !member.startsWith('SlicerCollection');
  const isPlain = pivot && hasSlicers && member !== 'Functions.date';
  const built = { pivot, slicers: pivot && hasSlicers, isPlain };
  expect(found).toEqual({ ...whole, built: [built, built] });
});

test('all else is made without any of them', async () => {
  const built = { pivot: false, slicers: false, isPlain: true };
  expect(await everything(members)).toEqual({ ...whole, built: [built, built] });
});
