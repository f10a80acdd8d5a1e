import type { Gateway } from '../../src/workbook';
import { openBridge, type BridgeHarness } from '../support/office';
import {
  activity,
  asPerson,
  gatewayOf,
  newActivity,
  today,
  trackedActivities,
  trackedPlan,
  value,
} from '../support/tracking';

/** Colleagues comment on the cells of the tables: whatever the product does to the rows, each comment stays with its own. */

let office: BridgeHarness;
afterEach(() => office.dispose());

const [visit] = trackedActivities as [(typeof trackedActivities)[0]];

const repairAll = async (gateway: Gateway) => {
  const repairs = value(await gateway.check()).findings.flatMap(({ repair }) => repair ?? []);
  return value(await gateway.repair(repairs));
};

const importing = async (gateway: Gateway) =>
  value(
    await gateway.importPlan({
      into: 'tracking',
      language: 'fr',
      plan: trackedPlan,
      addedItems: [],
      activities: [activity('i1', 'Importée', ['2021-01-02', '2021-06-03'])],
      enteredBy: 'Élise',
      enteredOn: today,
    }),
  );

const table = () => office.workbook.tableByName('Activites')!;

/** The title of a row of the sheet of activities. */
function titleAt(row: number): string {
  const { sheet, rect, columns } = table();
  return sheet.text(row, rect.column + columns.findIndex(({ name }) => name === 'Activité'));
}

/** Says of each row which it is, on a cell of it: as many comments as rows. */
async function commentRows(): Promise<void> {
  const { sheet, bodyRect } = table();
  await Excel.run(async (context) => {
    const { comments } = context.workbook;
    const cells = context.workbook.worksheets.getItem(sheet.name);
    for (let row = bodyRect.row; row < bodyRect.row + bodyRect.rows; row++) {
      comments.add(cells.getCell(row, bodyRect.column + 2), `${row} ${titleAt(row)}`);
    }
    await context.sync();
  });
}

/** What comments say of their rows, and what those are. */
function commented(): readonly (readonly [said: string, is: string])[] {
  return table().sheet.comments.map(({ text, row }) => [text.replace(/^\d+ /, ''), titleAt(row)]);
}

const whole = [
  ['- Visite', '- Visite'],
  ['- Visite', '- Visite'],
  ['Séance', 'Séance'],
  ['= Comité', '= Comité'],
];

async function staged(): Promise<Gateway> {
  office = openBridge();
  const gateway = gatewayOf(office);
  value(await gateway.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const { sheet, bodyRect } = table();
  asPerson(office.workbook, () => sheet.type(bodyRect.row + bodyRect.rows - 1, 1, "'4 mai 2021"));
  await commentRows();
  return gateway;
}

test.each<[string, (gateway: Gateway) => Promise<unknown>]>([
  ['append', async (gateway) => value(await gateway.append(newActivity('Reprise')))],
  [
    'append and undo',
    async (gateway) => value(await gateway.undo(value(await gateway.append(newActivity('Reprise'))))),
  ],
  ['import', importing],
  ['import and undo', async (gateway) => value(await gateway.undoImport(await importing(gateway)))],
  ['repair', repairAll],
  ['repair and undo', async (gateway) => value(await gateway.undoRepair(await repairAll(gateway)))],
  ['edit', async (gateway) => value(await gateway.updateActivity(visit, { ...visit, kind: 'Visite' }))],
  [
    'sort, then repair',
    async (gateway) => {
      await Excel.run(async (context) => {
        context.workbook.tables.getItem('Activites').sort.apply([{ key: 1, ascending: false }]);
        await context.sync();
      });
      await repairAll(gateway);
    },
  ],
])('%s: each comment stays with its row', async (_name, command) => {
  const gateway = await staged();
  await command(gateway);
  expect([...commented()].sort()).toEqual([...whole].sort());
});

test('comments of rows that are deleted go with them, and no other', async () => {
  const gateway = await staged();
  value(await gateway.deleteActivity(visit));
  expect(commented()).toEqual([
    ['Séance', 'Séance'],
    ['= Comité', '= Comité'],
  ]);
});
