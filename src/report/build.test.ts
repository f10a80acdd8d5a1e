import { actionOf, binders, day, objectiveOf, planOf, recurringOf, strategyOf } from '../../test/support/plans';
import type { Activity, Plan, TrackedPlan } from '../plan';
import { buildReport, type ReportOptions } from './build';
import { spacerHeight } from './geometry';
import type { ReportRow } from './model';

const plan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs', [
        actionOf('1.1.1', 'Visiter les ateliers', {
          subItems: ['Préparer une trousse'],
          owner: 'Direction',
          due: day('2021-06-30'),
        }),
        actionOf('1.1.2', 'Écrire aux écoles'),
      ]),
    ]),
    recurringOf('Activités récurrentes', [strategyOf('R.1', 'Gouvernance')]),
  ],
  binders,
);

const activity = (
  id: string,
  planNo: string | null,
  starts: readonly string[],
  more: Partial<Activity> = {},
): Activity => ({
  id,
  planNo,
  occurrences: starts.map((start) => ({ start: day(start) })),
  title: `Activité ${id}`,
  details: [],
  participants: [],
  kind: '',
  link: '',
  ...more,
});

const tracked: TrackedPlan = {
  plan,
  activities: [
    activity('b', '1.1.1', ['2021-09-08', '2021-06-02'], {
      details: ['Avec démonstration'],
      participants: ['Élise Arbour', 'Noé Roy'],
      link: 'https://exemple.org/compte-rendu',
    }),
    activity('a', '1.1.1', ['2021-05-01'], { link: 'javascript:alert(1)' }),
    activity('c', '1.1', ['2021-07-01']),
    activity('d', '1', ['2021-07-02']),
    activity('e', 'R.1', ['2020-01-15']),
    activity('f', null, ['2021-08-01']),
  ],
  settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
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

/** The rows as a reader sees them; `—` is a strip, `|` parts the columns. */
function shown({ rows }: { readonly rows: readonly ReportRow[] }): string[] {
  return rows.map(({ cells, height }) =>
    height !== spacerHeight
      ? cells
          .map(({ text }) => text.replaceAll('\u00a0', ' '))
          .join('|')
          .replace(/\|+$/, '')
      : '—',
  );
}

describe('buildReport', () => {
  it('lays the whole plan out', () => {
    expect(shown(buildReport(tracked, options))).toEqual([
      'Ordre des relieurs du Québec',
      'Rapport d’activités',
      'Toutes les dates  ·  Établi le 15 octobre 2021',
      '6 activités  ·  7 dates  ·  1 action sur 2 a une activité',
      '—',
      'Stratégies 2020-2023|Actions 2020-2021|Dates|ACTIVITÉS|Couverture',
      'OBJECTIF STRATÉGIQUE 1||||1 sur 2',
      'Faire connaître la profession',
      '—',
      '—',
      '1.1 Rencontrer les|1.1.1 Visiter les ateliers|2 juin et|Activité b|1 sur 2',
      'employeurs|– Préparer une trousse|8 septembre 2021|Avec démonstration\nAvec Élise Arbour ; Noé Roy',
      '|Responsable : Direction\nÉchéance : 30 juin 2021||https://exemple.org/compte-rendu',
      '—',
      '||1er mai 2021|Activité a',
      '|||javascript:alert(1)',
      '—',
      '|1.1.2 Écrire aux écoles||Aucune activité à ce jour',
      '—',
      '|Pour l’ensemble de la stratégie|1er juillet 2021|Activité c',
      '—',
      'Pour l’ensemble de\nl’objectif||2 juillet 2021|Activité d',
      '—',
      'Activités récurrentes',
      '—',
      'R.1 Gouvernance||15 janvier 2020|Activité e',
      '—',
      'Activités sans rattachement au plan',
      '—',
      '||1er août 2021|Activité f',
      '—',
    ]);
  });

  it('shows only the dates of the period and counts no others', () => {
    const report = buildReport(tracked, { ...options, period: { from: day('2021-06-01'), to: day('2021-06-30') } });
    expect(shown(report).slice(2)).toEqual([
      'Du 1er au 30 juin 2021  ·  Établi le 15 octobre 2021',
      '1 activité  ·  1 date  ·  1 action sur 2 a une activité',
      '—',
      'Stratégies 2020-2023|Actions 2020-2021|Dates|ACTIVITÉS|Couverture',
      'OBJECTIF STRATÉGIQUE 1||||1 sur 2',
      'Faire connaître la profession',
      '—',
      '—',
      '1.1 Rencontrer les|1.1.1 Visiter les ateliers|2 juin 2021|Activité b|1 sur 2',
      'employeurs|– Préparer une trousse||Avec démonstration\nAvec Élise Arbour ; Noé Roy',
      '|Responsable : Direction\nÉchéance : 30 juin 2021||https://exemple.org/compte-rendu',
      '—',
      '|1.1.2 Écrire aux écoles||Aucune activité dans la période',
      '—',
      'Activités récurrentes',
      '—',
      'R.1 Gouvernance|||Aucune activité dans la période',
      '—',
    ]);
  });

  it('shows only what has no activity when asked', () => {
    const report = buildReport(tracked, { ...options, onlyUncovered: true });
    expect(shown(report).slice(6)).toEqual([
      'OBJECTIF STRATÉGIQUE 1||||1 sur 2',
      'Faire connaître la profession',
      '—',
      '—',
      '1.1 Rencontrer les\nemployeurs|1.1.2 Écrire aux écoles||Aucune activité à ce jour|1 sur 2',
      '—',
    ]);
  });

  it('puts the activities of an item by date when asked', () => {
    const report = buildReport(tracked, { ...options, order: 'date' });
    expect(shown(report).filter((row) => /Activité [ab]/.test(row))).toEqual([
      '1.1 Rencontrer les|1.1.1 Visiter les ateliers|1er mai 2021|Activité a|1 sur 2',
      '|– Préparer une trousse|2 juin et|Activité b',
    ]);
  });

  it('gives each date a line where the list would leave its conjunction alone', () => {
    const starts = ['2016-07-05', '2017-09-12', '2023-12-17'];
    const { rows } = buildReport({ ...tracked, activities: [activity('a', 'R.1', starts)] }, options);
    expect(
      rows.flatMap(({ cells }) => (cells[2]?.style === 'dates' ? [cells[2].text.replaceAll('\u00a0', ' ')] : [])),
    ).toEqual(['5 juillet 2016\n12 septembre 2017\n17 décembre 2023']);
  });

  it.each([
    ['', ['Noé Roy'], 'Avec Noé Roy'],
    ['Rencontre', [], 'Type : Rencontre'],
    ['Rencontre', ['Noé Roy', 'Élise Arbour'], 'Rencontre, avec Noé Roy ; Élise Arbour'],
  ])('says the kind “%s” and the names %j in one line', (kind, participants, line) => {
    const activities = [activity('a', '1.1.1', ['2021-05-01'], { kind, participants })];
    const { rows, header } = buildReport({ ...tracked, activities }, options);
    const said = rows.slice(header.lastRow + 1).map(({ cells }) => cells[3]?.text.replaceAll('\u00a0', ' '));
    expect(said).toContain(line);
  });

  it('speaks English', () => {
    const report = buildReport(tracked, { ...options, language: 'en' });
    expect(shown(report).slice(2, 6)).toEqual([
      'All dates  ·  Built on October 15, 2021',
      '6 activities  ·  7 dates  ·  1 of 2 actions has activity',
      '—',
      'Strategies 2020-2023|Actions 2020-2021|Dates|ACTIVITIES|Coverage',
    ]);
  });

  it('makes links of web and mail addresses only', () => {
    const links = buildReport(tracked, options).rows.flatMap(({ cells }) => cells.flatMap(({ link }) => link ?? []));
    expect(links).toEqual(['https://exemple.org/compte-rendu']);
  });

  it('draws the lines of blocks', () => {
    const { rows } = buildReport(tracked, options);
    expect(rows.flatMap(({ rule }) => (rule ? `${rule.look} from ${rule.from}` : []))).toEqual([
      'strong from 0',
      'light from 2',
      'light from 1',
      'light from 1',
      'strong from 0',
      'strong from 0',
      'strong from 0',
      'strong from 0',
      'strong from 0',
      'strong from 0',
    ]);
  });

  it('sets the bar of a strategy over its figures, a tenth a cell', () => {
    const { bar, columns, rows } = buildReport(tracked, options);
    expect(bar).toEqual({ column: 4, cells: 10 });
    expect(columns.slice(4)).toEqual(Array.from({ length: 10 }, () => ({ width: 6.6 })));
    expect(
      rows.flatMap((row, index) => (row.bar === undefined ? [] : [[row.bar, rows[index + 1]!.cells[4]!]])),
    ).toEqual([[5, { text: '1 sur 2', style: 'coverage' }]]);
  });

  it('keeps every text of a long strategy, in rows of at most twenty lines', () => {
    const title = Array.from({ length: 600 }, (_, index) => `mot${index}`).join(' ');
    const objectives = [{ ...plan.objectives[1]!, strategies: [strategyOf('R.1', title)] }];
    const { rows } = buildReport({ ...tracked, plan: { ...plan, objectives } }, options);
    const column = rows.map(({ cells }) => cells[0]!).filter(({ style }) => style === 'strategy');
    expect(column.map(({ text }) => text.replaceAll('\n', ' ')).join(' ')).toBe(`R.1 ${title}`);
  });

  it('marks an activity that goes on in the next row', () => {
    const details = [Array.from({ length: 900 }, (_, index) => `mot${index}`).join(' ')];
    const { rows } = buildReport(
      { ...tracked, activities: [activity('a', 'R.1', ['2021-01-01'], { details })] },
      options,
    );
    const texts = rows
      .map(({ cells }) => cells[3]!)
      .filter(({ style }) => style === 'details')
      .map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.map((text) => text.replace(/^… | …$/g, '').replaceAll('\n', ' ')).join(' ')).toBe(details[0]);
    expect(texts.slice(0, -1).every((text) => text.endsWith(' …'))).toBe(true);
  });
});
