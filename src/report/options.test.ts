import { actionOf, activityOf, binders, day, objectiveOf, planOf, strategyOf } from '../../test/support/plans';
import type { Activity, Plan, TrackedPlan } from '../plan';
import { buildReport, type ReportOptions } from './build';
import { spacerHeight } from './geometry';

const action = (no: string, text: string) =>
  actionOf(no, text, { owner: no === '2.1.1' ? 'Direction' : '', due: no === '2.1.1' ? day('2021-12-31') : null });

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer', [action('1.1.1', 'Visiter'), action('1.1.2', 'Écrire')]),
    ]),
    objectiveOf('2', 'Former la relève', [strategyOf('2.1', 'Enseigner', [action('2.1.1', 'Accueillir')])]),
  ],
  binders,
);

const activity = (id: string, planNo: string | null, start: string): Activity =>
  activityOf({ id, planNo, occurrences: [{ start: day(start) }], title: `Activité ${id}`, details: ['un détail'] });

const tracked: TrackedPlan = {
  plan,
  activities: [
    activity('a', '1.1.1', '2021-09-01'),
    activity('b', '2.1.1', '2021-03-01'),
    activity('c', '1.1.2', '2021-08-15'),
    activity('d', null, '2021-09-20'),
  ],
  settings: { language: 'fr-CA', lastCommittee: day('2021-06-01'), committeeDates: [day('2021-06-01')] },
  problems: [],
};

const options: ReportOptions = {
  period: { from: null, to: null },
  today: day('2021-10-15'),
  language: 'fr',
  order: 'plan',
  onlyUncovered: false,
  paper: 'letter',
};
const sinceCommittee = { from: day('2021-06-01'), to: null };

/** The texts of the rows under the heads, columns between bars; strips left out. */
function body(patch: Partial<ReportOptions>): string[] {
  const { rows, header } = buildReport(tracked, { ...options, ...patch });
  return rows
    .slice(header.lastRow + 1)
    .filter(({ height }) => height !== spacerHeight)
    .map(({ cells }) =>
      cells
        .map(({ text }) => text.replaceAll('\u00a0', ' '))
        .join('|')
        .replace(/\|+$/, ''),
    );
}

const figures = (patch: Partial<ReportOptions>) =>
  buildReport(tracked, { ...options, ...patch }).rows[3]!.cells[0]!.text.replaceAll('\u00a0', ' ');

describe('news', () => {
  it('are what is new by date, then what has been silent since', () => {
    expect(body({ order: 'news', period: sinceCommittee })).toEqual([
      'Nouvelles activités de la période',
      '1.1 Rencontrer|1.1.2 Écrire|15 août 2021|Activité c',
      '|||un détail',
      '1.1 Rencontrer|1.1.1 Visiter|1er septembre 2021|Activité a',
      '|||un détail',
      '||20 septembre 2021|Activité d',
      '|||un détail',
      'Sans activité dans la période',
      '2.1 Enseigner|2.1.1 Accueillir||Dernière activité : 1er mars 2021\nResponsable : Direction\nÉchéance : 31 décembre 2021',
    ]);
  });

  it('say that there are none, and leave out what nobody asked for', () => {
    const period = { from: day('2021-10-01'), to: null };
    expect(body({ order: 'news', period })[0]).toBe('Aucune nouvelle activité dans la période');
    expect(body({ order: 'news', period, onlyUncovered: true })[0]).toBe('Sans activité dans la période');
  });
});

it('what is expected of an action without activity stands in the place of its activities', () => {
  expect(body({ onlyUncovered: true, period: sinceCommittee, objective: '2' })).toEqual([
    'OBJECTIF STRATÉGIQUE 2||||0 sur 1',
    'Former la relève',
    '2.1 Enseigner|2.1.1 Accueillir||Aucune activité dans la période|0 sur 1',
    '|||Responsable : Direction\nÉchéance : 31 décembre 2021',
  ]);
});

describe('one objective', () => {
  it('has its own sections and figures, and nothing of the others', () => {
    expect(figures({ objective: '2' })).toBe('1 activité  ·  1 date  ·  1 action sur 1 a une activité');
    expect(body({ objective: '2' })).toEqual([
      'OBJECTIF STRATÉGIQUE 2||||1 sur 1',
      'Former la relève',
      '2.1 Enseigner|2.1.1 Accueillir|1er mars 2021|Activité b|1 sur 1',
      '|Responsable : Direction\nÉchéance : 31 décembre 2021||un détail',
    ]);
  });

  it('that the plan does not have shows nothing, and says so', () => {
    expect(body({ objective: '9' })).toEqual(['Rien à présenter.']);
  });
});

describe('the list by date', () => {
  it('comes after the plan, whole', () => {
    const rows = body({ dateList: true });
    expect(
      rows.slice(rows.indexOf('Toutes les activités, par date')).filter((row) => row.includes('Activité')),
    ).toEqual([
      '2.1 Enseigner|2.1.1 Accueillir|1er mars 2021|Activité b',
      '1.1 Rencontrer|1.1.2 Écrire|15 août 2021|Activité c',
      '1.1 Rencontrer|1.1.1 Visiter|1er septembre 2021|Activité a',
      '||20 septembre 2021|Activité d',
    ]);
  });
});

describe('the choices', () => {
  const subtitle = (patch: Partial<ReportOptions>) =>
    buildReport(tracked, { ...options, ...patch }).rows[2]!.cells[0]!.text.replaceAll('\u00a0', ' ');
  const built = 'Établi le 15 octobre 2021';

  it.each<[string, Partial<ReportOptions>]>([
    [`Toutes les dates  ·  ${built}`, {}],
    [`Depuis le comité du 1er juin 2021  ·  ${built}`, { period: sinceCommittee }],
    [`Toutes les dates  ·  ${built}  ·  Activités de chaque action par date`, { order: 'date' }],
    [
      `Toutes les dates  ·  ${built}  ·  Objectif 2 seulement  ·  Liste par date à la fin`,
      { objective: '2', dateList: true },
    ],
    [`Toutes les dates  ·  ${built}  ·  Actions sans activité seulement`, { onlyUncovered: true }],
  ])('%s', (said, patch) => {
    expect(subtitle(patch)).toBe(said);
  });

  it('combine, every one with every other', () => {
    const all = [undefined, '1', '2'].flatMap((objective) =>
      (['plan', 'date', 'news'] as const).flatMap((order) =>
        [sinceCommittee, options.period].flatMap((period) =>
          [true, false].flatMap((onlyUncovered) =>
            [true, false].flatMap((dateList) =>
              (['columns', 'compact'] as const).flatMap((layout) =>
                [true, false].map((richText) => ({
                  order,
                  period,
                  onlyUncovered,
                  dateList,
                  layout,
                  richText,
                  ...(objective !== undefined && { objective }),
                })),
              ),
            ),
          ),
        ),
      ),
    );
    for (const choice of all) {
      const texts = body(choice);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.includes('Toutes les activités, par date')).toBe(choice.dateList);
      expect(texts.includes('Sans activité dans la période')).toBe(
        choice.order === 'news' && choice.objective !== '1' && choice.period === sinceCommittee,
      );
    }
  });

  it('that leave no action without activity say so before the list by date', () => {
    const texts = body({ onlyUncovered: true, dateList: true });
    expect(texts.slice(0, 2)).toEqual(['Toutes les actions ont une activité.', 'Toutes les activités, par date']);
  });
});

describe('the compact layout', () => {
  it('has dates, title and details under one another in one column', () => {
    const { columns, rows } = buildReport(tracked, { ...options, layout: 'compact', objective: '1' });
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(716);
    expect(rows.every(({ cells }) => cells.length === 4)).toBe(true);
    const third = rows.map(({ cells }) => cells[2]!).filter(({ text }) => text !== '');
    expect(third.map(({ style, text }) => [style, text.replaceAll('\u00a0', ' ')])).toEqual([
      ['columnHeader', 'ACTIVITÉS'],
      ['dates', '1er septembre 2021'],
      ['activity', 'Activité a'],
      ['details', 'un détail'],
      ['dates', '15 août 2021'],
      ['activity', 'Activité c'],
      ['details', 'un détail'],
    ]);
  });

  it('has them in one cell of several styles where cells can', () => {
    const { rows } = buildReport(tracked, { ...options, layout: 'compact', richText: true, objective: '2' });
    const cells = rows.flatMap(({ cells: [, , cell] }) => (cell?.runs ? [cell] : []));
    expect(cells).toEqual([
      {
        text: '1er\u00a0mars\u00a02021\nActivité b\nun détail',
        style: 'dates',
        runs: [
          { text: '1er\u00a0mars\u00a02021\n', style: 'dates' },
          { text: 'Activité b\n', style: 'activity' },
          { text: 'un détail', style: 'details' },
        ],
      },
    ]);
  });

  it('is as high in one cell as in several', () => {
    const heightOf = (richText: boolean) =>
      buildReport(tracked, { ...options, layout: 'compact', richText, objective: '1' }).rows.reduce(
        (sum, { height }) => sum + height,
        0,
      );
    expect(heightOf(true)).toBe(heightOf(false));
  });
});
