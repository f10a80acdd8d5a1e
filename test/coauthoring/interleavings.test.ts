import type { Workbook } from '../../src/host';
import type { Gateway, Result } from '../../src/workbook';
import { insertColumn, reorderColumns, reorderRows } from '../support/hands';
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
  type Reading,
} from '../support/tracking';
import { actBetween } from './turns';

/** What somebody else does between two requests of a command, at each place where it can happen. */

const [visit, meeting, board] = trackedActivities as readonly [Activity, Activity, Activity];
type Activity = ReturnType<typeof activity>;

/** Prepares what a command needs; the call is made later, on a session of its own. */
type Prepare = (gateway: Gateway) => Promise<(gateway: Gateway) => Promise<Result<unknown>>>;

const commands: Readonly<Record<string, Prepare>> = {
  append: () => Promise.resolve((gateway) => gateway.append(newActivity('- Nouvelle', ['2021-06-02', '2021-06-03']))),
  undo: async (maker) => {
    const receipt = value(await maker.append(newActivity('Reprise', ['2021-06-02', '2021-06-03'])));
    return (gateway) => gateway.undo(receipt);
  },
  updateActivity: () =>
    Promise.resolve((gateway) =>
      gateway.updateActivity(visit, { ...visit, title: 'Changée', occurrences: [visit.occurrences[1]!] }),
    ),
  deleteActivity: () => Promise.resolve((gateway) => gateway.deleteActivity(meeting)),
  undoEdit: async (maker) => {
    const receipt = value(await maker.deleteActivity(board));
    return (gateway) => gateway.undoEdit(receipt);
  },
  importPlan: () =>
    Promise.resolve((gateway) =>
      gateway.importPlan({
        into: 'tracking',
        language: 'fr',
        plan: trackedPlan,
        addedItems: [],
        activities: [activity('i1', 'Importée', ['2021-06-02', '2021-06-03'])],
        enteredBy: 'Élise',
        enteredOn: trackedActivities[0]!.occurrences[0]!.start,
      }),
    ),
  undoImport: async (maker) => {
    const receipt = value(
      await maker.importPlan({
        into: 'tracking',
        language: 'fr',
        plan: trackedPlan,
        addedItems: [],
        activities: [activity('i9', 'À reprendre', ['2021-06-02', '2021-06-03'])],
        enteredBy: 'Élise',
        enteredOn: trackedActivities[0]!.occurrences[0]!.start,
      }),
    );
    return (gateway) => gateway.undoImport(receipt);
  },
};

const names = Object.keys(commands);

let office: BridgeHarness;
afterEach(() => office.dispose());

/** A workbook with what the commands need prepared, and a session to try one on. */
async function staged(prepared: readonly string[], options: { readonly tableGrowth?: boolean } = {}) {
  office = openBridge();
  const maker = gatewayOf(office);
  value(await maker.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const calls = [];
  for (const name of prepared) calls.push(await commands[name]!(maker));
  office.workbook.configure(options);
  const connection = office.join();
  return { maker, calls, tried: gatewayOf(connection), session: connection.session };
}

/** What it all comes to when one is done after the other, and how many requests the first takes. */
async function inTurn(prepared: readonly string[], act: () => void): Promise<{ reading: Reading; requests: number }> {
  const { calls, tried, session } = await staged(prepared);
  session.resetStatistics();
  value(await calls[0]!(tried));
  const { requests } = session.statistics;
  for (const call of calls.slice(1)) value(await call(tried));
  act();
  const found = { reading: withoutIds(reading(office.workbook)), requests };
  office.dispose();
  return found;
}

/** Ids are made by the session. */
function withoutIds({ tables, ...rest }: Reading): Reading {
  const rows = Object.entries(tables).map(
    ([name, lines]) => [name, lines.map((row) => row.replace(/session-\d+-\d+/, 'new')).sort()] as const,
  );
  return { ...rest, tables: Object.fromEntries(rows) };
}

describe.each([true, false])('two commands at once, where tables grow by themselves: %s', (tableGrowth) => {
  const pairs = names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other] as const));
  test.each(pairs)('%s, and another’s %s whole between two of its requests', async (one, other) => {
    const { reading: meant, requests } = await inTurn([one, other], () => undefined);
    for (let after = 0; after <= requests - 1; after += 1) {
      const { calls, tried, session } = await staged([one, other], { tableGrowth });
      const second = gatewayOf(office.join());
      actBetween(session, after, async () => void value(await calls[1]!(second)));
      expect({ after, result: await calls[0]!(tried) }).toMatchObject({ after, result: { ok: true } });
      expect({ after, reading: withoutIds(reading(office.workbook)) }).toEqual({ after, reading: meant });
      office.dispose();
    }
  });
});

/** What a person without the add-in does to the table of activities. */
const acts: Readonly<Record<string, (workbook: Workbook) => void>> = {
  'puts a filter on': (workbook) => table(workbook).setFilter({ column: 4, values: ['Séance'] }),
  'sorts the table the other way round': (workbook) => reorderRows(table(workbook), (rows) => rows.toReversed()),
  'hides a column': (workbook) => table(workbook).sheet.columns.setHidden(3, 1, true),
  'inserts a column': (workbook) => insertColumn(table(workbook), 2, 'Colonne à nous'),
  'moves a column': (workbook) => reorderColumns(table(workbook), (cells) => [...cells.slice(1), ...cells.slice(0, 1)]),
  'renames the sheet': (workbook) => workbook.renameSheet(table(workbook).sheet, 'Journal'),
  'renames the table': (workbook) => table(workbook).rename('Journal'),
  'deletes a row of another activity': (workbook) => {
    const { sheet, bodyRect } = table(workbook);
    const at = Array.from({ length: bodyRect.rows }, (_, row) => sheet.text(bodyRect.row + row, 0)).indexOf('zzz');
    table(workbook).rows.delete(at, 1);
  },
  'types a row below': (workbook) => {
    const { sheet, bodyRect } = table(workbook);
    sheet.type(bodyRect.row + bodyRect.rows, 4, 'À la main');
  },
};

describe.each(Object.keys(acts))('somebody %s', (name) => {
  const act = () => {
    asPerson(office.workbook, () => acts[name]!(office.workbook));
  };
  const withOther = async (prepared: readonly string[]) => {
    const stage = await staged(prepared);
    const { sheet, bodyRect } = table(office.workbook);
    asPerson(office.workbook, () => {
      sheet.write(
        { row: bodyRect.row + bodyRect.rows, column: 0, rows: 1, columns: 5 },
        [['zzz', '', '', '', 'Autre']],
        'values',
      );
    });
    return stage;
  };

  test.each(names)('between two requests of %s', async (command) => {
    const alone = await withOther([command]);
    act();
    const refused = withoutIds(reading(office.workbook));
    office.dispose();
    const both = await withOther([command]);
    alone.session.resetStatistics();
    value(await both.calls[0]!(both.tried));
    const { requests } = both.session.statistics;
    act();
    const done = withoutIds(reading(office.workbook));
    office.dispose();
    for (let after = 0; after <= requests - 1; after += 1) {
      const { calls, tried, session } = await withOther([command]);
      actBetween(session, after, act);
      const result = await calls[0]!(tried);
      const found = withoutIds(reading(office.workbook));
      expect({ after, result, found }).toEqual({ after, result, found: result.ok ? done : refused });
      office.dispose();
    }
  });
});

test.each([0, 1, 2])(
  'of two who change the same activity, one is told that it has changed (after request %s)',
  async (after) => {
    const { maker, tried, session } = await staged([]);
    actBetween(session, after, async () => {
      value(await maker.updateActivity(visit, { ...visit, title: 'La leur' }));
    });
    const result = await tried.updateActivity(visit, { ...visit, title: 'La mienne' });
    expect(result).toMatchObject({ ok: false, error: { code: after < 2 ? 'activityChanged' : 'changedSince' } });
    expect(value(await maker.readPlan()).activities).toContainEqual({ ...visit, title: 'La leur' });
  },
);

function table(workbook: Workbook) {
  const found = workbook.tables.find(({ name }) => name === 'Activites' || name === 'Journal');
  if (!found) throw new Error('The table of activities is gone.');
  return found;
}
