import type { Receipt } from '../../src/workbook';
import { insertColumn, reorderRows, typeBelow } from '../support/hands';
import { openBridge, type BridgeHarness } from '../support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  newActivity,
  reading,
  trackedActivities,
  trackedPlan,
  value,
} from '../support/tracking';
import { actBetween } from './turns';

/** Rows of people without the add-in, in the way of what the add-in does: they stay. */

let office: BridgeHarness;
beforeEach(async () => {
  office = openBridge();
  value(
    await gatewayOf(office).createTrackingWorkbook({
      plan: trackedPlan,
      activities: trackedActivities,
      language: 'fr',
    }),
  );
});
afterEach(() => office.dispose());

const table = () => office.workbook.tableByName('Activites')!;
const byHand = (act: () => void) => asPerson(office.workbook, act);

test.each([1, 2])('a row below the table stays where somebody sorts after request %i of a deletion', async (after) => {
  office.workbook.configure({ tableGrowth: false });
  byHand(() => typeBelow(table(), { Date: '2021-10-09', Activité: 'Tapée dessous' }));
  const { outside } = reading(office.workbook);
  const connection = office.join();
  actBetween(connection.session, after, () => byHand(() => reorderRows(table(), (rows) => rows.toReversed())));
  const before = reading(office.workbook).tables.Activites;
  const { ok } = await gatewayOf(connection).deleteActivity(trackedActivities[1]!);
  const found = reading(office.workbook);
  expect(found.outside.map((each) => each.replace(/ \d+ /, ' '))).toEqual(
    outside.map((each) => each.replace(/ \d+ /, ' ')),
  );
  expect(found.tables.Activites).toEqual(ok ? before?.filter((row) => !row.includes('"bbb"')) : before);
});

describe('a row that was copied with its id and typed over', () => {
  /** Somebody deletes the last row of an activity, and copies the first. */
  const copy = (id: string) =>
    byHand(() => {
      table().rows.delete(table().bodyRect.rows - 1, 1);
      typeBelow(table(), { Id: id, Date: '2021-10-09', Activité: 'Tout autre chose' });
    });

  test('is not taken back with an addition', async () => {
    const gateway = gatewayOf(office);
    const receipt: Receipt = value(await gateway.append(newActivity('Visite', ['2021-06-02', '2021-06-03'])));
    copy(receipt.id);
    const before = reading(office.workbook);
    expect(await gateway.undo(receipt)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
    expect(reading(office.workbook)).toEqual(before);
  });

  test('is not taken back with an import', async () => {
    const gateway = gatewayOf(office);
    const receipt = value(
      await gateway.importPlan({
        into: 'tracking',
        language: 'fr',
        plan: trackedPlan,
        addedItems: [],
        activities: [activity('i1', 'Importée', ['2021-06-02', '2021-06-03'])],
        enteredBy: 'Élise',
        enteredOn: trackedActivities[0]!.occurrences[0]!.start,
      }),
    );
    copy('i1');
    const before = reading(office.workbook);
    expect(await gateway.undoImport(receipt)).toMatchObject({ ok: false, error: { code: 'changedSince' } });
    expect(reading(office.workbook)).toEqual(before);
  });
});

test('a column of somebody’s own among ours keeps what it says through an edit and its undo', async () => {
  byHand(() => {
    insertColumn(table(), 2, 'Budget');
    const { sheet, bodyRect } = table();
    for (let row = 0; row < bodyRect.rows; row += 1)
      sheet.type(bodyRect.row + row, bodyRect.column + 2, `${100 + row}`);
  });
  const before = reading(office.workbook);
  const gateway = gatewayOf(office);
  const [visit] = trackedActivities as readonly [(typeof trackedActivities)[number]];
  const receipt = value(
    await gateway.updateActivity(visit, { ...visit, title: 'Autre', occurrences: [visit.occurrences[1]!] }),
  );
  value(await gateway.undoEdit(receipt));
  expect(reading(office.workbook)).toEqual(before);
});
