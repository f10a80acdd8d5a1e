import { stateOf } from '../../../test/support/state';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { diagnose, probeCodes, type Diagnosis, type ProbeCode } from '.';

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

const person = { session: 'person', by: 'person' } as const;

async function diagnosis(): Promise<Diagnosis> {
  const result = await diagnose();
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const codes = ({ probes }: Diagnosis, wanted: string): readonly ProbeCode[] =>
  probes.filter(({ outcome }) => outcome === wanted).map(({ code }) => code);

/** A workbook of somebody's: a table, a format, another sheet in front. */
function fill(): void {
  office.workbook.transact(person, () => {
    const sheet = office.workbook.activeSheet;
    sheet.write(
      { row: 0, column: 0, rows: 3, columns: 2 },
      [
        ['Id', 'Titre'],
        ['a', 'Un'],
        ['b', 'Deux'],
      ],
      'values',
    );
    sheet.addTable({ row: 0, column: 0, rows: 3, columns: 2 }, true, 'Activites');
    sheet.styles.change({ row: 0, column: 0, rows: 1, columns: 2 }, { fill: '#FFEEDD' });
    office.workbook.addSheet('Autre');
  });
}

test('every probe passes on the host; what it has not got does not apply', async () => {
  const found = await diagnosis();
  expect(found.probes.map(({ code }) => code)).toEqual(probeCodes);
  expect(found.probes.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(codes(found, 'notApplicable')).toEqual(['api120']);
  expect(found.excel).toEqual({
    platform: '',
    version: '',
    api: office.workbook.options.excelApi,
    displayLanguage: 'fr-CA',
    contentLanguage: 'fr-CA',
  });
});

test.each<{ readonly title: string; readonly arrange: () => void; readonly expected: readonly ProbeCode[] }>([
  {
    title: 'growth of tables off',
    arrange: () => office.workbook.configure({ tableGrowth: false }),
    expected: ['tableGrowth'],
  },
  {
    title: 'ExcelApi 1.13 only',
    arrange: () => office.workbook.configure({ excelApi: '1.13' }),
    expected: ['api114', 'api115'],
  },
  { title: 'read only', arrange: () => office.workbook.configure({ readOnly: true }), expected: ['readOnly'] },
  { title: 'a protected structure', arrange: () => office.workbook.protect(), expected: ['protectedWorkbook'] },
  {
    title: 'pivots refused',
    arrange: () => office.workbook.configure({ pivotsRefused: true }),
    expected: ['pivot'],
  },
  {
    title: 'slicers refused',
    arrange: () => office.workbook.configure({ slicersRefused: true }),
    expected: ['slicers'],
  },
  {
    title: 'a cell being edited',
    arrange: () => office.workbook.configure({ cellEditing: true }),
    expected: ['cellEditing'],
  },
  {
    title: 'requests of a megabyte at most',
    arrange: () => office.workbook.configure({ payloadLimit: 1024 * 1024 }),
    expected: ['largeRequest'],
  },
  {
    title: 'a protected sheet',
    arrange: () => office.workbook.activeSheet.protect(),
    expected: ['protectedSheets'],
  },
  {
    title: 'a filtered table',
    arrange: () => office.workbook.tableByName('Activites')?.setFilter({ column: 1, values: ['Un'] }),
    expected: ['filteredTables'],
  },
  {
    title: 'days counted from 1904',
    arrange: () => {
      office.workbook.date1904 = true;
    },
    expected: ['dateSystem'],
  },
])('$title: exactly what is expected fails', async ({ arrange, expected }) => {
  fill();
  arrange();
  expect(codes(await diagnosis(), 'failed')).toEqual(expected);
});

test('the workbook is as it was before, whatever fails, and its own changes can still be undone', async () => {
  const blank = stateOf(office.workbook);
  fill();
  const before = stateOf(office.workbook);
  await diagnosis();
  expect(stateOf(office.workbook)).toEqual(before);
  office.workbook.configure({ tableGrowth: false, pivotsRefused: true, payloadLimit: 500_000 });
  await diagnosis();
  expect(stateOf(office.workbook)).toEqual(before);
  while (office.workbook.history.canUndo) office.workbook.history.undo();
  expect(stateOf(office.workbook)).toEqual(blank);
});

test('the sheet is removed where a request gets lost, and the others go on', async () => {
  fill();
  const before = stateOf(office.workbook);
  office.session.injectFault({ at: 8, kind: 'error' });
  expect(codes(await diagnosis(), 'failed')).toHaveLength(1);
  expect(stateOf(office.workbook)).toEqual(before);
});

test('stopped, it gives no result and leaves nothing', async () => {
  const before = stateOf(office.workbook);
  const stop = new AbortController();
  const steps: number[] = [];
  const result = await diagnose({
    signal: stop.signal,
    onProgress: ({ done }) => {
      steps.push(done);
      if (done === 5) stop.abort();
    },
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(steps).toEqual([1, 2, 3, 4, 5]);
  expect(stateOf(office.workbook)).toEqual(before);
});

test('what an interrupted run left is removed; a sheet of the same name that is not ours stays', async () => {
  office.workbook.transact(person, () => {
    office.workbook.addSheet('Suivi~1');
    const left = office.workbook.addSheet('Suivi~2');
    office.workbook.names.define({
      name: 'SuiviEssai',
      formula: "'Suivi~2'!$A$1",
      scope: left.id,
      visible: false,
      comment: '',
    });
  });
  await diagnosis();
  expect(office.workbook.sheets.map(({ name }) => name)).toEqual(['Feuil1', 'Suivi~1']);
});
