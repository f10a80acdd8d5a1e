import { actionOf, activityOf, binders, day, objectiveOf, planOf, strategyOf } from '../../../test/support/plans';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import type { Activity, Plan } from '../../plan';
import { buildReport, type ReportOptions, type ReportSheet } from '../../report';
import { createGateway } from '../createGateway';
import type { Gateway } from '../gateway';
import type { Result } from '../model';

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs', [
        actionOf('1.1.1', 'Visiter les ateliers'),
        actionOf('1.1.2', 'Écrire aux écoles'),
      ]),
    ]),
  ],
  binders,
);

const activity = (title: string, start: string, planNo = '1.1.1'): Activity =>
  activityOf({ id: title, planNo, occurrences: [{ start: day(start) }], title, details: ['Avec démonstration'] });

const first = activity('Table ronde', '2021-06-02');
const second = activity('Salon du livre', '2021-03-01');

function report(activities: readonly Activity[], more: Partial<ReportOptions> = {}): ReportSheet {
  return buildReport(
    { plan, activities, settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] }, problems: [] },
    {
      period: { from: null, to: null },
      today: day('2021-10-15'),
      language: 'fr',
      order: 'date',
      onlyUncovered: false,
      paper: 'letter',
      ...more,
    },
  );
}

type Sheet = NonNullable<ReturnType<BridgeHarness['workbook']['sheetByName']>>;

let office: BridgeHarness;
let gateway: Gateway;
let sheet: Sheet;
beforeEach(async () => {
  office = openBridge();
  gateway = createGateway({ today: () => day('2021-10-15') });
  value(await gateway.writeReport(report([first])));
  sheet = office.workbook.sheetByName('Rapport')!;
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const write = (row: number, column: number, text: string) =>
  sheet.write({ row, column, rows: 1, columns: 1 }, [[text]], 'formulas');

/** The row of the report whose cell of activities begins so. */
const rowOf = (text: string, column = 3) =>
  Array.from({ length: 60 }, (_, row) => row).find((row) => sheet.text(row, column).startsWith(text))!;

/** All that stands beside the report, as `row of the report: note`. */
const notes = (from: number) =>
  Array.from({ length: 60 }, (_, row) => row).flatMap((row) =>
    [from, from + 1].flatMap((column) => {
      const cell = sheet.cells.get(row, column);
      const text = cell?.formula ?? sheet.text(row, column);
      return text === '' ? [] : [`${[0, 1, 2, 3].map((each) => sheet.text(row, each)).join('|')}: ${text}`];
    }),
  );

const beside = 15;

it('notes beside a report go with their row', async () => {
  write(rowOf('Table ronde'), beside, 'à relire');
  write(rowOf('Avec démonstration'), beside + 1, '=1+1');
  write(rowOf('Aucune activité'), beside, 'relancer');
  sheet.styles.change({ row: rowOf('Table ronde'), column: beside, rows: 1, columns: 1 }, { font: { bold: true } });
  value(await gateway.writeReport(report([first, second])));
  expect(notes(beside)).toEqual([
    '||2\u00a0juin\u00a02021|Table ronde: à relire',
    '|||Avec démonstration: 1+1',
    '|1.1.2 Écrire aux écoles||Aucune activité à ce jour: relancer',
  ]);
  const style = (row: number) => office.workbook.styles.get(sheet.styles.at(row, beside)).font.bold;
  expect([style(rowOf('Table ronde')), style(rowOf('Salon'))]).toEqual([true, false]);
});

it('a note whose row is gone stays where it is; two that meet stand one under the other', async () => {
  const row = rowOf('Table ronde');
  write(row, beside, 'première');
  write(row + 1, beside, 'deuxième');
  value(await gateway.writeReport(report([second])));
  expect(notes(beside).map((note) => note.split(': ')[1])).toEqual(['première', 'deuxième']);
});

it('notes under a report stay under it, however long it gets', async () => {
  const end = report([first]).rows.length;
  write(end + 1, 0, 'Vu en comité');
  value(await gateway.writeReport(report([first, second])));
  expect(sheet.text(report([first, second]).rows.length + 1, 0)).toBe('Vu en comité');
  value(await gateway.writeReport(report([first])));
  const texts = Array.from({ length: end + 50 }, (_, row) => sheet.text(row, 0));
  expect(texts.flatMap((text, row) => (text === 'Vu en comité' ? [row] : []))).toEqual([end + 1]);
});

it('notes stay beside a report of fewer columns', async () => {
  write(rowOf('Aucune activité'), beside, 'relancer');
  value(await gateway.writeReport(report([first], { layout: 'compact' })));
  expect(notes(beside - 1)).toEqual(['|1.1.2 Écrire aux écoles|Aucune activité à ce jour|: relancer']);
  value(await gateway.writeReport(report([first])));
  expect(notes(beside)).toEqual(['|1.1.2 Écrire aux écoles||Aucune activité à ce jour: relancer']);
});

it('costs two syncs without notes, one more with them', async () => {
  const requests = async () => {
    office.session.resetStatistics();
    value(await gateway.writeReport(report([first])));
    return office.session.statistics.requests;
  };
  expect(await requests()).toBe(2);
  write(2, beside, 'une note');
  expect(await requests()).toBe(3);
});

describe('the page of a report that is built again', () => {
  it('stays as the person left it, and pages are planned for it', async () => {
    const many = Array.from({ length: 40 }, (_, index) => activity(`Rencontre ${index}`, '2021-04-01'));
    value(await gateway.writeReport(report(many)));
    const breaks = sheet.page.layout.rowBreaks.length;
    const margins = { ...sheet.page.layout.margins, top: 90 };
    sheet.page.change({ paperSize: 'Legal', orientation: 'Portrait', margins });
    value(await gateway.writeReport(report(many, { paper: 'a4' })));
    expect(sheet.page.layout).toMatchObject({ paperSize: 'Legal', orientation: 'Portrait', margins });
    expect(sheet.page.layout.rowBreaks.length).toBeLessThan(breaks);
    expect(sheet.page.layout.rowBreaks.length).toBeGreaterThan(0);
  });
});
