import { openBridge, type BridgeHarness } from '../../test/support/office';
import { generate } from '../../test/support/generator';
import { parseIso, type Activity, type Plan } from '../plan';
import { buildReport } from '../report';
import { createGateway } from './createGateway';
import type { Gateway, NewActivity, Result } from './gateway';

const day = (iso: string) => parseIso(iso)!;
const today = day('2021-10-15');

const plan: Plan = {
  organisation: 'Ordre des relieurs du Québec',
  title: 'Rapport d’activités',
  strategyPeriod: '2020-2023',
  actionPeriod: '2020-2021',
  objectives: [
    {
      no: '1',
      title: 'Faire connaître la profession',
      kind: 'strategic',
      strategies: [
        {
          no: '1.1',
          title: 'Rencontrer les employeurs',
          actions: [
            {
              no: '1.1.1',
              text: '= Visiter les ateliers',
              subItems: ['Préparer une trousse'],
              owner: 'Direction',
              due: day('2021-06-30'),
              status: '',
            },
            { no: '1.1.2', text: 'Écrire aux écoles', subItems: [], owner: '', due: null, status: 'En cours' },
          ],
        },
      ],
    },
    {
      no: 'R',
      title: 'Activités récurrentes',
      kind: 'recurring',
      strategies: [{ no: 'R.1', title: 'Gouvernance', actions: [] }],
    },
  ],
};

const activities: readonly Activity[] = [
  {
    id: 'aaa',
    planNo: '1.1.1',
    occurrences: [
      { start: day('2021-06-02'), note: 'rencontre 1/2' },
      { start: day('2021-09-13'), end: day('2021-09-14') },
    ],
    title: '- Visite de l’atelier',
    details: ['=SOMME(A1)', '+ une démonstration'],
    participants: ['Élise Arbour', 'Noé Roy'],
    kind: 'Visite',
    link: 'https://exemple.org/cr',
  },
  {
    id: 'bbb',
    planNo: 'R.1',
    occurrences: [{ start: day('2021-05-25') }],
    title: 'Séance du conseil',
    details: [],
    participants: [],
    kind: '',
    link: '',
  },
];

const added: NewActivity = {
  planNo: '1.1.2',
  occurrences: [{ start: day('2021-06-02') }, { start: day('2021-09-08') }],
  title: '- Rencontre',
  details: ['2021-06-02', '+1 418'],
  participants: ['@tous'],
  kind: '',
  link: '',
  enteredBy: 'Élise',
  enteredOn: today,
};

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(() => {
  office = openBridge();
  let sequence = 0;
  gateway = createGateway({ today: () => today, newId: () => `new${(sequence += 1)}`, quietTime: 5 });
});
afterEach(() => office.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function created(): Promise<void> {
  value(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' }));
  office.session.resetStatistics();
}

describe('a workbook made and read', () => {
  it('gives back what was put in', async () => {
    await created();
    expect(value(await gateway.readPlan())).toEqual({
      plan,
      activities,
      settings: { language: 'fr-CA', lastCommittee: null },
      problems: [],
    });
    expect(office.session.statistics.requests).toBe(2);
  });

  it('knows what kind it is', async () => {
    expect(value(await gateway.status())).toEqual({ kind: 'blank', readOnly: false, protectedSheets: [] });
    await created();
    expect(value(await gateway.status())).toEqual({ kind: 'tracking', readOnly: false, protectedSheets: [] });
    expect(office.session.statistics.requests).toBe(1);
  });

  it('is not made over another', async () => {
    await created();
    expect(await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' })).toMatchObject({
      error: { code: 'notBlank' },
    });
  });
});

describe('append', () => {
  it('adds a row for each date, in two syncs, and reads back as it was given', async () => {
    await created();
    const receipt = value(await gateway.append(added));
    expect(receipt).toEqual({ id: 'new1', sheet: 'Activités', address: 'A5:L6', rows: 2 });
    expect(office.session.statistics.requests).toBe(2);
    const { enteredBy: _by, enteredOn: _on, ...activity } = added;
    expect(value(await gateway.readPlan()).activities.at(-1)).toEqual({ ...activity, id: 'new1' });
  });

  it('is taken back by undo', async () => {
    await created();
    const receipt = value(await gateway.append(added));
    office.session.resetStatistics();
    value(await gateway.undo(receipt));
    expect(office.session.statistics.requests).toBe(3);
    expect(value(await gateway.readPlan()).activities).toEqual(activities);
    expect(await gateway.undo(receipt)).toMatchObject({ error: { code: 'notFound' } });
  });
});

describe('the report', () => {
  it('is written in two syncs', async () => {
    await created();
    const tracked = value(await gateway.readPlan());
    office.session.resetStatistics();
    const report = buildReport(tracked, {
      period: { from: null, to: null },
      today,
      language: 'fr',
      order: 'plan',
      onlyUncovered: false,
      paper: 'letter',
    });
    expect(value(await gateway.writeReport(report))).toEqual({ sheet: 'Rapport', rows: report.rows.length });
    expect(office.session.statistics.requests).toBe(2);
  });
});

it('generates', () => expect(generate({ actions: 2, activities: 3 }).activities).toHaveLength(3));
