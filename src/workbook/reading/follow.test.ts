import { sortTable } from '../../../test/support/hands';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { generate } from '../../../test/support/generator';
import { gatewayOf, newActivity, today, trackedActivities, trackedPlan, value } from '../../../test/support/tracking';
import type { Activity, Plan } from '../../plan';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';

let office: BridgeHarness;
let gateway: Gateway;
let stop: () => Promise<void>;

async function opened(plan: Plan = trackedPlan, activities: readonly Activity[] = trackedActivities): Promise<void> {
  office = openBridge();
  gateway = createGateway({ today: () => today, quietTime: 1 });
  value(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' }));
  stop = value(await gateway.onChange(() => undefined));
  value(await gateway.readPlan());
  office.session.resetStatistics();
}

afterEach(async () => {
  await stop();
  office.dispose();
});

/** What somebody without the add-in does at the grid, and the events that come of it. */
async function byHand(change: () => void): Promise<void> {
  office.workbook.transact({ session: 'colleague', by: 'person' }, change);
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const table = (name: string) => office.workbook.tableByName(name)!;

function type(name: string, row: number, column: number, text: string): void {
  const { sheet, bodyRect } = table(name);
  sheet.type(bodyRect.row + row, bodyRect.column + column, text);
}

/** Columns of Activites, as a new workbook has them. */
const at = { id: 0, date: 1, no: 3, title: 4 };

function appendByHand(...rows: readonly (readonly string[])[]): void {
  const { sheet, rect } = table('Activites');
  rows.forEach((row, index) => {
    row.forEach((text, column) => sheet.type(rect.row + rect.rows + index, rect.column + column, text));
  });
}

/** The changes as followed are what a whole reading gives, in so many syncs. */
async function expectFollowed(syncs: number): Promise<void> {
  const before = office.session.statistics.requests;
  const followed = value(await gateway.readChanges());
  expect(office.session.statistics.requests - before).toBe(syncs);
  expect(followed).toEqual(value(await createGateway({ today: () => today }).readPlan()));
}

it.each<readonly [what: string, syncs: number, change: () => void]>([
  ['nothing', 1, () => undefined],
  ['a title', 1, () => type('Activites', 1, at.title, 'Autre titre')],
  ['a date that cannot be read', 1, () => type('Activites', 0, at.date, 'bientôt')],
  ['a number that is not in the plan', 1, () => type('Activites', 2, at.no, '9.9.9')],
  ['the text of an action', 1, () => type('Plan', 0, 3, 'Visiter les ateliers')],
  ['a setting', 1, () => type('Parametres', 0, 1, 'Ordre des doreurs')],
  [
    'rows added below',
    1,
    () => appendByHand(['x1', '2021-10-01', '', '1.1.1', 'Une'], ['x2', '2021-10-02', '', '1.1.2', 'Deux']),
  ],
  ['cells beside the table', 1, () => table('Activites').sheet.type(3, 20, 'note')],
  ['the report’s own sheet', 1, () => office.workbook.addSheet('Brouillon').type(0, 0, 'x')],
  [
    'several rows at once',
    1,
    () => {
      type('Activites', 0, at.title, 'A');
      type('Activites', 3, at.title, 'B');
    },
  ],
  ['a row taken away', 2, () => table('Activites').rows.delete(0, 1)],
  [
    'a row taken away and another added',
    2,
    () => {
      table('Activites').rows.delete(0, 1);
      appendByHand(['x1', '2021-10-01', '', '1.1.1', 'Une']);
    },
  ],
  [
    'a header of somebody’s',
    3,
    () => {
      const { sheet, headerRect } = table('Activites');
      sheet.type(headerRect.row, headerRect.column + 11, 'Le');
    },
  ],
  ['a sort', 2, () => sortTable(table('Activites'), at.title, false)],
  ['the name of the sheet', 3, () => office.workbook.renameSheet(table('Activites').sheet, 'Journal')],
])('follows %s in %i syncs', async (_, syncs, change) => {
  await opened();
  await byHand(change);
  await expectFollowed(syncs);
  // And from there on.
  await byHand(() => type('Activites', 0, at.title, 'Encore'));
  await expectFollowed(1);
});

it('follows what it appended itself, and reads the whole after what else it wrote', async () => {
  await opened();
  const receipt = value(await gateway.append(newActivity('- Rencontre', ['2021-06-02', '2021-09-08'])));
  await expectFollowed(1);
  value(await gateway.undo(receipt));
  await expectFollowed(2);
});

it('reads again what changed while it was reading', async () => {
  await opened();
  await byHand(() => type('Activites', 0, at.title, 'Avant'));
  const reading = gateway.readChanges();
  office.workbook.transact({ session: 'colleague', by: 'person' }, () => type('Activites', 1, at.title, 'Pendant'));
  value(await reading);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await expectFollowed(1);
});

it('reads the whole after a reading that failed', async () => {
  await opened();
  await byHand(() => type('Activites', 0, at.title, 'Avant'));
  office.session.injectFault({ at: 1, kind: 'error' });
  expect((await gateway.readChanges()).ok).toBe(false);
  await expectFollowed(2);
});

it('asks for a row of ten thousand in one small answer', async () => {
  await opened(...(Object.values(generate({ actions: 50, activities: 10_000 })) as [Plan, Activity[]]));
  await byHand(() => type('Activites', 5000, at.title, 'Autre titre'));
  office.session.resetStatistics();
  value(await gateway.readChanges());
  const { requests, bytesIn, bytesOut } = office.session.statistics;
  expect(requests).toBe(1);
  expect(bytesIn + bytesOut).toBeLessThan(10_000);
});

it('hears a colleague who appends from a pane of their own', async () => {
  await opened();
  const colleague = gatewayOf(office.join({ name: 'colleague' }));
  value(await colleague.append(newActivity('Par une autre')));
  office.use();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await expectFollowed(1);
});
