import { readFileSync } from 'node:fs';
import path from 'node:path';
import { coverage, coverageTotals, uncounted } from './coverage';
import { type PlanDocument, readPlanDocument } from './document';
import { flatten } from './items';
import { levelOf } from './numbering';
import { buildPlan, toRows } from './tree';

function example(name: string): PlanDocument {
  const text = readFileSync(path.resolve(__dirname, '../../examples', name), 'utf8');
  const read = readPlanDocument(JSON.parse(text));
  if (!read.ok) throw new Error(`${name}: ${read.faults.join(', ')}`);
  return read.document;
}

const always = { from: null, to: null };

describe.each([
  ['plan-fr.json', { objectives: 3, strategies: 9, actions: 27, headings: 3, activities: 87, withoutActivity: 7 }],
  ['plan-en.json', { objectives: 2, strategies: 3, actions: 7, headings: 2, activities: 12, withoutActivity: 2 }],
])('%s', (name, expected) => {
  const { plan, activities, settings } = example(name);
  const items = flatten(plan);
  const today = settings.lastCommittee!;
  const covered = coverage(plan, activities, always, today);

  test('has the size it is said to have', () => {
    const strategic = items.filter(({ objective }) => objective.kind === 'strategic');
    const count = (level: string) => strategic.filter((item) => item.level === level).length;
    const { actions, actionsCovered } = coverageTotals(covered);
    expect({
      objectives: count('objective'),
      strategies: count('strategy'),
      actions: count('action'),
      headings: items.length - strategic.length - 1,
      activities: activities.length,
      withoutActivity: actions - actionsCovered,
    }).toEqual(expected);
  });

  test('is sound: numbers, ids, titles, days in order', () => {
    expect(uncounted(plan, activities)).toEqual([]);
    expect(new Set(items.map(({ no }) => no)).size).toBe(items.length);
    expect(items.filter(({ no, level }) => levelOf(no) !== level)).toEqual([]);
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
    expect(activities.filter(({ title }) => title.trim() === '')).toEqual([]);
    const occurrences = activities.flatMap((activity) => activity.occurrences);
    expect(occurrences.filter(({ start, end }) => end !== undefined && end <= start)).toEqual([]);
    expect(occurrences.filter(({ start }) => start < '2024-09-01' || start > '2026-10-31')).toEqual([]);
  });

  test('shows what real plans have', () => {
    const occurrences = activities.flatMap((activity) => activity.occurrences);
    expect(occurrences.some(({ end }) => end !== undefined)).toBe(true);
    expect(occurrences.some(({ note }) => note !== undefined)).toBe(true);
    expect(activities.some((activity) => activity.occurrences.length > 2)).toBe(true);
    expect(activities.some(({ details }) => details.length > 1)).toBe(true);
    expect(activities.some(({ link }) => link.startsWith('https://'))).toBe(true);
    expect(activities.some(({ planNo }) => planNo !== null && levelOf(planNo) === 'strategy')).toBe(true);
    expect(items.some(({ action }) => action !== null && action.subItems.length > 1)).toBe(true);
  });

  test('goes through the rows of a workbook unchanged', () => {
    const { objectives, ...heading } = plan;
    const words = { objectiveLabel: (p: { no: string; title: string }) => `Objectif stratégique ${p.no} | ${p.title}` };
    const rows = toRows(plan, words).map((row) => ({ ...row, place: { kind: 'workbook' } as const }));
    expect(buildPlan(rows, heading)).toEqual({ plan: { ...heading, objectives }, problems: [] });
  });
});

describe('readPlanDocument', () => {
  test('says where each fault is', () => {
    const json = {
      plan: {
        organisation: 1,
        title: '',
        strategyPeriod: '',
        actionPeriod: '',
        objectives: [{ no: '1', title: '', kind: 'x' }],
      },
      activities: [
        {
          id: 'a',
          occurrences: [{ start: '2025-02-30' }],
          title: '',
          details: [],
          participants: [],
          kind: '',
          link: '',
        },
      ],
      settings: { language: 3 },
    };
    expect(readPlanDocument(json)).toEqual({
      ok: false,
      faults: [
        'plan.organisation',
        'plan.objectives[0].kind',
        'plan.objectives[0].strategies',
        'activities[0].occurrences[0].start',
        'settings.language',
      ],
    });
  });

  test.each([null, 3, 'text', []])('refuses %j', (json) => {
    expect(readPlanDocument(json).ok).toBe(false);
  });
});
