import type { Gateway, Result } from '../../src/workbook';
import { reorderRows } from '../support/hands';
import { openBridge, type BridgeHarness } from '../support/office';
import { asPerson, gatewayOf, reading, trackedActivities, trackedPlan, value } from '../support/tracking';
import { actBetween } from './turns';

/** A person sorts the activities between two requests of a repair or an edit, or of its undo. */

let office: BridgeHarness;
afterEach(() => office.dispose());

const repairs = async (gateway: Gateway) => value(await gateway.check()).findings.flatMap(({ repair }) => repair ?? []);

const visit = trackedActivities[0]!;
const moved = { ...visit, title: 'Visite remise', occurrences: visit.occurrences.slice(0, 1) };

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
  updateActivity: () => Promise.resolve((gateway) => gateway.updateActivity(visit, moved)),
  deleteActivity: () => Promise.resolve((gateway) => gateway.deleteActivity(visit)),
  undoUpdate: async (maker) => {
    const receipt = value(await maker.updateActivity(visit, moved));
    return (gateway) => gateway.undoEdit(receipt);
  },
  undoDeletion: async (maker) => {
    const receipt = value(await maker.deleteActivity(visit));
    return (gateway) => gateway.undoEdit(receipt);
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
  asPerson(office.workbook, () => reorderRows(office.workbook.tableByName('Activites')!, (rows) => rows.toReversed()));
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

const kinds = ['error', 'timeout', 'lostResponse'] as const;

test.each(Object.keys(commands).flatMap((name) => kinds.map((kind) => [name, kind] as const)))(
  '%s writes into no other row where Excel’s answer fails as well (%s)',
  async (name, kind) => {
    const alone = await staged(name);
    const before = reading(office.workbook);
    alone.session.resetStatistics();
    value(await alone.call(alone.tried));
    const { requests } = alone.session.statistics;
    const done = reading(office.workbook);
    office.dispose();
    for (let after = 0; after < requests; after += 1) {
      const { call, tried, session } = await staged(name);
      actBetween(session, after, sort);
      session.injectFault({ at: after + 1, kind, code: 'Timeout' });
      const result = await call(tried);
      const found = reading(office.workbook);
      const code = result.ok ? 'ok' : result.error.code;
      // What a row held that was written into in that moment nobody knows: then it is said that nothing is sure.
      const isUnsure = code === 'notVerified' && kind === 'lostResponse';
      expect({ after, code, found }).toEqual({ after, code, found: isUnsure ? found : result.ok ? done : before });
      expect(code).not.toBe(isUnsure ? 'ok' : 'notVerified');
      office.dispose();
    }
  },
);
