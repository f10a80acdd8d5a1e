import { actionOf, activityOf, objectiveOf, planOf, recurringOf, strategyOf } from '../../test/support/plans';
import { fc } from '../../test/support/properties';
import { coverage, coverageTotals, uncounted } from './coverage';
import { type CoverageRow, coverageRows } from './coverageRows';
import { addDays, type Day, parseIso } from './day';
import type { Activity, Occurrence, Plan } from './model';

const d = (text: string): Day => parseIso(text)!;
const today = d('2021-10-31');
const always = { from: null, to: null };

const action = (no: string, owner = '') => actionOf(no, `Action ${no}`, { owner });

const plan: Plan = planOf([
  objectiveOf('1', 'Rayonner', [
    strategyOf('1.1', 'Initier', [action('1.1.1', 'Direction'), action('1.1.2')]),
    strategyOf('1.2', 'Former'),
  ]),
  objectiveOf('2', 'Servir'),
  recurringOf('Récurrent', [strategyOf('R.1', 'Gouvernance')]),
]);

/** An activity from a plan number and days, `a/b` being a range. */
function activity(planNo: string | null, ...days: string[]): Activity {
  const occurrences = days.map((text): Occurrence => {
    const [start, end] = text.split('/');
    return end === undefined ? { start: d(start!) } : { start: d(start!), end: d(end) };
  });
  return activityOf({ id: `${planNo}${days.join()}`, planNo, occurrences, title: 'T' });
}

const activities = [
  activity('1.1.1', '2021-09-08', '2021-06-02'),
  activity('1.1.1.', '2021-06-28/2021-07-02'),
  activity('1.1', '2021-06-15'),
  activity('1', '2021-05-01'),
  activity('R1', '2021-09-01', '2021-09-09'),
  activity(null, '2021-06-01'),
  activity('9.9', '2021-06-01'),
  activity('1.2'),
];

const line = (no: string, activities: number, occurrences: number, first: string | null, last: string | null) => ({
  no,
  level: { 1: 'objective', 2: 'strategy', 3: 'action' }[no.split('.').length],
  activities,
  occurrences,
  first,
  last,
  daysSinceLast:
    last === null ? null : { '2021-09-08': 53, '2021-09-09': 52, '2021-07-01': 122, '2021-07-02': 121 }[last],
  covered: activities > 0,
});

describe('coverage', () => {
  test('counts each item with all under it, in plan order, zeros included', () => {
    expect(coverage(plan, activities, always, today)).toEqual([
      line('1', 4, 5, '2021-05-01', '2021-09-08'),
      line('1.1', 3, 4, '2021-06-02', '2021-09-08'),
      line('1.1.1', 2, 3, '2021-06-02', '2021-09-08'),
      line('1.1.2', 0, 0, null, null),
      line('1.2', 0, 0, null, null),
      line('2', 0, 0, null, null),
      line('R', 1, 2, '2021-09-01', '2021-09-09'),
      line('R.1', 1, 2, '2021-09-01', '2021-09-09'),
    ]);
  });

  test('counts what overlaps the period, cut to it; days still to come are negative', () => {
    const july = { from: d('2021-06-30'), to: d('2021-07-01') };
    const [objective] = coverage(plan, activities, july, d('2021-06-30'));
    expect(objective).toEqual({
      ...line('1', 1, 1, '2021-06-30', '2021-07-01'),
      daysSinceLast: -1,
    });
  });

  test('totals, and what is counted nowhere', () => {
    expect(coverageTotals(coverage(plan, activities, always, today))).toEqual({
      activities: 5,
      occurrences: 7,
      actions: 2,
      actionsCovered: 1,
    });
    expect(uncounted(plan, activities)).toEqual([
      { activity: activities[5], reason: 'noPlanNo' },
      { activity: activities[6], reason: 'unknownNo' },
      { activity: activities[7], reason: 'noDate' },
    ]);
  });
});

describe('coverageRows', () => {
  const words = {
    quarter: (p: { year: number; quarter: number }) => `${p.year} T${p.quarter}`,
    onStrategy: '(stratégie)',
    onObjective: '(objectif)',
    noOwner: '—',
    covered: 'avec',
    uncovered: 'sans',
  };
  const short = (row: CoverageRow) =>
    [
      row.no,
      row.objective,
      row.strategy,
      row.action,
      row.owner,
      row.covered,
      row.month,
      row.quarter,
      row.year,
      row.date,
      row.activities,
      row.occurrences,
    ].join(' · ');

  test('an owner is cut as labels are: a long one is no item for a PivotTable', () => {
    const owners = ['Direction générale, '.repeat(30), 'Direction'];
    const actions = owners.map((owner, index) => action(`1.1.${index + 1}`, owner));
    const [first] = plan.objectives;
    const objectives = [{ ...first!, strategies: [{ ...first!.strategies[0]!, actions }] }];
    const [cut, kept] = coverageRows({ ...plan, objectives }, [], always, today, words).map(({ owner }) => owner);
    expect([cut?.length, cut?.endsWith('…'), kept]).toEqual([expect.any(Number), true, 'Direction']);
    expect(cut?.length).toBeLessThanOrEqual(200);
  });

  test('one row an occurrence, one row of 0 for a leaf item with nothing', () => {
    expect(coverageRows(plan, activities, always, today, words).map(short)).toEqual([
      '1 · 1 Rayonner · (objectif) · (objectif) · — · avec · 2021-05 · 2021 T2 · 2021 · 2021-05-01 · 1 · 1',
      '1.1 · 1 Rayonner · 1.1 Initier · (stratégie) · — · avec · 2021-06 · 2021 T2 · 2021 · 2021-06-15 · 1 · 1',
      '1.1.1 · 1 Rayonner · 1.1 Initier · 1.1.1 Action 1.1.1 · Direction · avec · 2021-06 · 2021 T2 · 2021 · 2021-06-02 · 1 · 1',
      '1.1.1 · 1 Rayonner · 1.1 Initier · 1.1.1 Action 1.1.1 · Direction · avec · 2021-06 · 2021 T2 · 2021 · 2021-06-28 · 1 · 1',
      '1.1.1 · 1 Rayonner · 1.1 Initier · 1.1.1 Action 1.1.1 · Direction · avec · 2021-09 · 2021 T3 · 2021 · 2021-09-08 · 0 · 1',
      '1.1.2 · 1 Rayonner · 1.1 Initier · 1.1.2 Action 1.1.2 · — · sans · 2021-05 · 2021 T2 · 2021 ·  · 0 · 0',
      '1.2 · 1 Rayonner · 1.2 Former · (stratégie) · — · sans · 2021-05 · 2021 T2 · 2021 ·  · 0 · 0',
      '2 · 2 Servir · (objectif) · (objectif) · — · sans · 2021-05 · 2021 T2 · 2021 ·  · 0 · 0',
      'R.1 · R Récurrent · R.1 Gouvernance · (stratégie) · — · avec · 2021-09 · 2021 T3 · 2021 · 2021-09-01 · 1 · 1',
      'R.1 · R Récurrent · R.1 Gouvernance · (stratégie) · — · avec · 2021-09 · 2021 T3 · 2021 · 2021-09-09 · 0 · 1',
    ]);
  });

  test('numbers of ten and more sort as text where the plan has them', () => {
    const actions = Array.from({ length: 11 }, (_, index) => action(`1.1.${index + 1}`));
    const long: Plan = {
      ...plan,
      objectives: [
        objectiveOf('1', 'Rayonner', [strategyOf('1.1', 'Initier', [actions[10]!, ...actions.slice(0, 10)])]),
        plan.objectives[2]!,
      ],
    };
    const labels = coverageRows(long, [], always, today, words).map((row) => row.action);
    expect([labels[0], labels[1], labels[10], labels[11]]).toEqual([
      '1.1.11 Action 1.1.11',
      '1.1.01 Action 1.1.1',
      '1.1.10 Action 1.1.10',
      '(stratégie)',
    ]);
  });

  test.each([
    ['the start of the period', { from: d('2021-07-01'), to: null }, '2021-07'],
    ['today, where nothing happened at all', always, '2021-10'],
    ['the end of the period, where that is past', { from: null, to: d('2020-12-31') }, '2020-12'],
    ['today, where the period ends later', { from: null, to: d('2021-12-31') }, '2021-10'],
  ])('a row of 0 is in the month of %s', (_, period, month) => {
    expect(new Set(coverageRows(plan, [], period, today, words).map((row) => row.month))).toEqual(new Set([month]));
  });

  test('its sums are the totals of the coverage, for any activities and any period', () => {
    const dayArb = fc.integer({ min: 0, max: 200 }).map((n) => addDays(d('2021-01-01'), n)!);
    const occurrence = fc
      .tuple(dayArb, fc.integer({ min: 0, max: 40 }))
      .map(([start, length]) => (length === 0 ? { start } : { start, end: addDays(start, length)! }));
    const drawn = fc.array(
      fc
        .record({
          planNo: fc.constantFrom('1', '1.1', '1.1.1', '1.1.2', '2', 'R.1', '7', null),
          occurrences: fc.array(occurrence),
        })
        .map((some): Activity => ({ ...activity(null), ...some })),
    );
    const side = fc.option(dayArb);
    fc.assert(
      fc.property(drawn, side, side, (all, from, to) => {
        const rows = coverageRows(plan, all, { from, to }, today, words);
        const items = coverage(plan, all, { from, to }, today);
        const totals = coverageTotals(items);
        const sum = (measure: 'activities' | 'occurrences') => rows.reduce((total, row) => total + row[measure], 0);
        expect([sum('activities'), sum('occurrences')]).toEqual([totals.activities, totals.occurrences]);
        expect(rows.every((row) => row.action.length <= 200 && row.month.length === 7)).toBe(true);
        const leaves = ['1.1.1', '1.1.2', '1.2', '2', 'R.1'];
        expect(leaves.filter((no) => !rows.some((row) => row.no === no))).toEqual([]);
      }),
    );
  });

  test('counts a hundred thousand activities', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => activity(i % 2 ? '1.1.1' : '1.1.2', '2021-06-02'));
    const large = many(100_000);
    const counted = coverage(plan, large, always, today).find(({ no }) => no === '1');
    const rows = coverageRows(plan, large, always, today, words);
    expect([counted?.activities, rows.reduce((sum, row) => sum + row.activities, 0)]).toEqual([100_000, 100_000]);
  });
});
