import { generate } from '../../../test/support/generator';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
// eslint-disable-next-line import-x/no-restricted-paths -- a test injects what the embedded host can suffer
import type { Fault } from '../../host';
import { parseIso } from '../../plan';
import { buildReport, type ReportSheet } from '../../report';
import { createGateway } from '../createGateway';
import type { BuildProgress, Gateway } from '../gateway';
import type { Result } from '../model';

/** Builds that are stopped or broken off: what was there before stays whole, or what is new is. */

const today = parseIso('2026-06-01')!;
const period = { from: null, to: null };
const data = generate({ actions: 12, activities: 40 });
const tracked = { ...data, settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] }, problems: [] };
const options = { period, today, language: 'fr', order: 'plan', onlyUncovered: false, paper: 'letter' } as const;
const before = buildReport(tracked, { ...options, onlyUncovered: true });
const after = buildReport(tracked, options);

const longText = (text: string) => text.padEnd(400, ' x');

/** A report of several requests. */
const long: ReportSheet = {
  ...after,
  rows: after.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: cell.text === '' ? '' : cell.text.padEnd(30_000, ' x') })),
  })),
};

// Requests of megabytes, and other tests run beside.
jest.setTimeout(300_000);

let office: BridgeHarness;
let gateway: Gateway;
beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => today });
  value(await gateway.createTrackingWorkbook({ ...data, language: 'fr' }));
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** All that a person sees and prints of a sheet, but for the build's signature. */
function shown(name: string) {
  const sheet = office.workbook.sheetByName(name);
  const rect = sheet?.cells.extent();
  if (!sheet || !rect) return null;
  return {
    visibility: sheet.visibility,
    cells: [...sheet.cells.within(rect)]
      .map(({ row, column, cell }) => [row, column, cell] as const)
      // A blank cell without a look is as good as none.
      .filter(([, , cell]) => cell.value !== null || cell.formula !== undefined || cell.style !== 0),
    heights: [...sheet.rows.all()].map(({ row, height }) => [row, height]),
    links: sheet.hyperlinks.all.map(({ rect: at, address }) => [at, address]),
    page: sheet.page.layout,
    tables: sheet.tables.map(({ name: table, rect: at }) => [table, at]),
    pivots: sheet.pivots.map(({ rect: at, definition }) => [at, definition]),
    charts: sheet.drawings.charts.map(({ definition }) => definition),
  };
}

const sheetNames = () => office.workbook.sheets.map(({ name }) => name);

/** What a build from nothing, or over the former one, comes to. */
async function built(build: () => Promise<Result<unknown>>, sheets: readonly string[]) {
  value(await build());
  return sheets.map(shown);
}

const faults = [
  { kind: 'error' },
  { kind: 'timeout' },
  { kind: 'lostResponse' },
  ...[0.1, 0.5, 0.9, 0.97].map((share) => ({ kind: 'halfway' as const, share })),
] as const;

/** Where no sheet may be added, a build is drawn under what is there. */
const structures = [
  { structure: 'open', isLocked: false },
  { structure: 'protected', isLocked: true },
] as const;

/** What a request suffers; of two that do nothing of it, one is enough the second time. */
function faultsAt(requests: readonly number[], isLocked: boolean): (readonly [number, (typeof faults)[number]])[] {
  const suffered = faults.filter(({ kind }) => !isLocked || kind !== 'timeout');
  return requests.flatMap((at) => suffered.map((fault) => [at, fault] as const));
}

function lock(isLocked: boolean): void {
  if (isLocked) office.workbook.protect();
}

describe.each(structures)('the report, built again in a workbook whose structure is $structure', ({ isLocked }) => {
  // To look, a lot, another lot and the place of all.
  it.each(faultsAt([1, 2, 3], isLocked))(
    'is the former or the new one when request %i suffers %j',
    async (at, fault) => {
      const former = await built(() => gateway.writeReport(before), ['Rapport']);
      lock(isLocked);
      office.session.injectFault({ at, ...fault } satisfies Fault);
      const result = await gateway.writeReport(long);
      const left = [shown('Rapport')];
      const names = sheetNames();
      const whole = await built(() => gateway.writeReport(long), ['Rapport']);
      expect(left).toEqual(result.ok ? whole : former);
      expect(names).toEqual(['Plan', 'Activités', 'Paramètres', 'Rapport']);
    },
  );
});

describe('the report, built for the first time', () => {
  it.each(faultsAt([3], false))('is there whole or not at all when request %i suffers %j', async (at, fault) => {
    office.session.injectFault({ at, ...fault } satisfies Fault);
    const result = await gateway.writeReport(long);
    const left = [shown('Rapport')];
    const names = sheetNames();
    const whole = await built(() => gateway.writeReport(long), ['Rapport']);
    expect(left).toEqual(result.ok ? whole : [null]);
    expect(names).toEqual(['Plan', 'Activités', 'Paramètres', ...(result.ok ? ['Rapport'] : [])]);
  });
});

describe.each(structures)('the coverage, built again in a workbook whose structure is $structure', ({ isLocked }) => {
  const sheets = ['Données', 'Couverture'];
  const request = { ...data, period, today, language: 'fr' } as const;
  /** Source rows of several requests: labels as long as they may be, and many activities. */
  const large = {
    ...request,
    plan: {
      ...data.plan,
      objectives: data.plan.objectives.map((objective) => ({
        ...objective,
        title: longText(objective.title),
        strategies: objective.strategies.map((strategy) => ({
          ...strategy,
          title: longText(strategy.title),
          actions: strategy.actions.map((action) => ({
            ...action,
            text: longText(action.text),
            owner: longText(action.owner),
          })),
        })),
      })),
    },
    activities: Array.from({ length: 250 }, () => data.activities).flat(),
  };

  /** Another coverage than the former, in requests to look, for all but the pivot, for the pivot; then for slicers. */
  const other = { ...request, activities: data.activities.slice(1) };
  // The source rows of the large one go in several requests between the first and the second.
  const staged = isLocked ? [] : faultsAt([2, 3], true).filter(([, { kind }]) => kind !== 'halfway');

  it.each([
    ...faultsAt([1, 2, 3], isLocked).map(([at, fault]) => [at, fault, 'small', other] as const),
    ...staged.map(([at, fault]) => [at, fault, 'large', large] as const),
  ])('is the former or the new one when request %i suffers %j (%s)', async (at, fault, _size, next) => {
    const former = await built(() => gateway.writeCoverage(request), sheets);
    lock(isLocked);
    office.session.injectFault({ at, ...fault } satisfies Fault);
    const result = await gateway.writeCoverage(next);
    const left = sheets.map(shown);
    const names = sheetNames();
    const whole = await built(() => gateway.writeCoverage(next), sheets);
    expect(left).toEqual(result.ok ? whole : former);
    expect(names).toEqual(['Plan', 'Activités', 'Paramètres', 'Couverture', 'Données']);
  });

  it('stays the former one, whichever pause it is stopped in', async () => {
    const former = await built(() => gateway.writeCoverage(request), sheets);
    lock(isLocked);
    for (const index of [0, 1]) {
      const stop = new AbortController();
      let seen = 0;
      const onProgress = () => {
        if (seen === index) stop.abort();
        seen += 1;
      };
      expect(await gateway.writeCoverage(large, { signal: stop.signal, onProgress })).toMatchObject({
        error: { code: 'cancelled' },
      });
      expect(sheets.map(shown)).toEqual(former);
      expect(sheetNames()).toEqual(['Plan', 'Activités', 'Paramètres', 'Couverture', 'Données']);
    }
  });
});

describe.each(structures)('a build that is stopped in a workbook whose structure is $structure', ({ isLocked }) => {
  it('leaves the former report, whichever pause it is stopped in', async () => {
    const former = await built(() => gateway.writeReport(before), ['Rapport']);
    const pauses: BuildProgress[] = [];
    value(await gateway.writeReport(long, { onProgress: (progress) => pauses.push(progress) }));
    value(await gateway.writeReport(before));
    lock(isLocked);
    expect(pauses.length).toBeGreaterThan(1);
    for (const [index] of pauses.slice(0, -1).entries()) {
      const stop = new AbortController();
      let seen = 0;
      const onProgress = () => {
        if (seen === index) stop.abort();
        seen += 1;
      };
      expect(await gateway.writeReport(long, { signal: stop.signal, onProgress })).toMatchObject({
        error: { code: 'cancelled' },
      });
      expect([shown('Rapport')]).toEqual(former);
      expect(sheetNames()).toEqual(['Plan', 'Activités', 'Paramètres', 'Rapport']);
    }
  });

  it('changes nothing where it is stopped before it begins', async () => {
    const stop = new AbortController();
    stop.abort();
    lock(isLocked);
    for (const result of [
      await gateway.writeReport(after, { signal: stop.signal }),
      await gateway.writeCoverage({ ...data, period, today, language: 'fr' }, { signal: stop.signal }),
    ]) {
      expect(result).toMatchObject({ error: { code: 'cancelled' } });
    }
    expect(sheetNames()).toEqual(['Plan', 'Activités', 'Paramètres']);
  });

  it('leaves nothing behind that the next build does not take away, when the page is reloaded', async () => {
    const former = await built(() => gateway.writeReport(before), ['Rapport']);
    lock(isLocked);
    const isGone = new Promise<void>((resolve) => office.session.onEnd(resolve));
    office.session.injectFault({ at: 2, kind: 'reload' });
    void gateway.writeReport(long);
    await isGone;
    expect(office.workbook.sheets).toHaveLength(isLocked ? 4 : 5);
    // Without a sheet of its own it stands under the report, which is whole.
    if (!isLocked) expect([shown('Rapport')]).toEqual(former);
    office.join().use();
    const whole = await built(() => gateway.writeReport(long), ['Rapport']);
    expect(whole).not.toEqual(former);
    expect(sheetNames()).toEqual(['Plan', 'Activités', 'Paramètres', 'Rapport']);
  });
});

describe('in a workbook whose structure is protected', () => {
  it.each([
    ['the report', 'Rapport', () => gateway.writeReport(after)],
    ['the coverage', 'Couverture', () => gateway.writeCoverage({ ...data, period, today, language: 'fr' })],
  ])('%s says what to do where its sheet is not there, and changes nothing', async (_what, sheet, build) => {
    office.workbook.protect();
    expect(await build()).toEqual({ ok: false, error: { code: 'protectedWorkbook', params: { sheet } } });
    expect(sheetNames()).toEqual(['Plan', 'Activités', 'Paramètres']);
  });

  it('the report is as one that was drawn on a sheet of its own, notes included', async () => {
    value(await gateway.writeReport(before));
    const { columns } = before;
    const note = { row: before.rows.length + 2, column: 0 };
    const beside = { row: 8, column: columns.length + 1 };
    const write = () => {
      const sheet = office.workbook.sheetByName('Rapport');
      sheet?.type(note.row, note.column, 'Sous le rapport');
      sheet?.type(beside.row, beside.column, '=A1');
    };
    write();
    const open = await built(() => gateway.writeReport(after), ['Rapport']);
    value(await gateway.writeReport(before));
    lock(true);
    expect(await built(() => gateway.writeReport(after), ['Rapport'])).toEqual(open);
    const names = office.workbook.names.all.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('_Suivi'))).toEqual(['_SuiviRapport']);
  });

  it('the report is the former or the new one, wherever its last request is cut', async () => {
    const former = await built(() => gateway.writeReport(before), ['Rapport']);
    const whole = await built(() => gateway.writeReport(after), ['Rapport']);
    lock(true);
    for (const share of Array.from({ length: 20 }, (_, index) => 1 - index / 150)) {
      value(await gateway.writeReport(before));
      office.session.injectFault({ at: 2, kind: 'halfway', share });
      const { ok } = await gateway.writeReport(after);
      expect({ share, left: [shown('Rapport')] }).toEqual({ share, left: ok ? whole : former });
    }
  });
});

test('a first report that is broken off at its last actions is seen, or is not there', async () => {
  // The last request of the build, cut one action earlier at a time, more finely than it has actions.
  for (const share of Array.from({ length: 40 }, (_, index) => 1 - index / 400)) {
    const stage = openBridge();
    const build = createGateway({ today: () => today });
    value(await build.createTrackingWorkbook({ ...data, language: 'fr' }));
    stage.session.resetStatistics();
    stage.session.injectFault({ at: 2, kind: 'halfway', share });
    const { ok } = await build.writeReport(before);
    const visibility = stage.workbook.sheetByName('Rapport')?.visibility ?? null;
    stage.dispose();
    expect({ share, ok, visibility }).toEqual({ share, ok, visibility: ok ? 'Visible' : null });
  }
});
