import type { Gateway, Result } from '../../src/workbook';
import { openBridge, type BridgeHarness } from '../support/office';
import { asPerson, gatewayOf, reading, trackedActivities, trackedPlan, value } from '../support/tracking';
import { actBetween } from './turns';

/** A person sorts the activities between two requests of a repair, or of its undo. */

let office: BridgeHarness;
afterEach(() => office.dispose());

const repairs = async (gateway: Gateway) => value(await gateway.check()).findings.flatMap(({ repair }) => repair ?? []);

const commands: Readonly<
  Record<string, (gateway: Gateway) => Promise<(gateway: Gateway) => Promise<Result<unknown>>>>
> = {
  repair: async (maker) => {
    const found = await repairs(maker);
    return (gateway) => gateway.repair(found);
  },
  undoRepair: async (maker) => {
    const receipt = value(await maker.repair(await repairs(maker)));
    return (gateway) => gateway.undoRepair(receipt);
  },
};

async function staged(name: string) {
  office = openBridge();
  const maker = gatewayOf(office);
  value(await maker.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const { sheet, bodyRect } = office.workbook.tableByName('Activites')!;
  asPerson(office.workbook, () => sheet.type(bodyRect.row + bodyRect.rows - 1, 1, "'4 mai 2021"));
  const call = await commands[name]!(maker);
  const connection = office.join();
  return { call, tried: gatewayOf(connection), session: connection.session };
}

function sort(): void {
  const { sheet, bodyRect } = office.workbook.tableByName('Activites')!;
  const { row, column, rows, columns } = bodyRect;
  const cells = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => sheet.cell(row + down, column + across)),
  );
  asPerson(office.workbook, () =>
    cells.reverse().forEach((line, down) => {
      line.forEach((cell, across) => sheet.putCell(row + down, column + across, cell ?? { value: null, style: 0 }));
    }),
  );
}

test.each(Object.keys(commands))('%s is done to the rows that were meant, or refused', async (name) => {
  const alone = await staged(name);
  const before = reading(office.workbook);
  alone.session.resetStatistics();
  value(await alone.call(alone.tried));
  const { requests } = alone.session.statistics;
  const done = reading(office.workbook);
  expect(done).not.toEqual(before);
  office.dispose();
  for (let after = 0; after < requests; after += 1) {
    const { call, tried, session } = await staged(name);
    actBetween(session, after, sort);
    const { ok } = await call(tried);
    expect({ after, ok, found: reading(office.workbook) }).toEqual({ after, ok, found: ok ? done : before });
    office.dispose();
  }
});
