import { fc } from '../../test/support/properties';
import { parseIso } from './day';
import { flatten, itemLabel } from './items';
import { readActionText, readObjectiveLabel, stripOwnNo } from './labels';
import type { Plan } from './model';
import { buildPlan, type PlacedPlanRow, type PlanRow, type PlanWords, toRows } from './tree';

const heading = { organisation: 'Ordre', title: 'Rapport', strategyPeriod: '2024-2027', actionPeriod: '2025-2026' };
const words: PlanWords = { objectiveLabel: ({ no, title }) => `Objectif stratégique ${no} | ${title}` };
const blank: PlanRow = { no: '', objective: '', strategy: '', action: '', owner: '', due: null, status: '' };

/** Rows as `no|objective|strategy|action`, a `/` in the action being a line break; their place is their index. */
function rows(...lines: string[]): PlacedPlanRow[] {
  return lines.map((line, index) => {
    const [no = '', objective = '', strategy = '', action = ''] = line.split(';').map((cell) => cell.trim());
    return { ...blank, no, objective, strategy, action: action.replaceAll('/', '\n'), place: placeOf(index) };
  });
}

const placeOf = (index: number) => ({ kind: 'cell', sheet: 'Plan', address: `A${index + 2}` }) as const;

/** The plan as an indented list, one line an item. */
const outline = (plan: Plan) =>
  flatten(plan).map(({ no, level, text, action, objective }) => {
    const kind = level === 'objective' && objective.kind === 'recurring' ? ' (recurring)' : '';
    return [`${no} ${text}${kind}`, ...(action?.subItems ?? [])].join(' - ');
  });

describe('buildPlan', () => {
  test.each<{ it: string; lines: string[]; plan: string[]; problems?: [string, number, object][] }>([
    {
      it: 'reads full rows, and a recurring section without actions',
      lines: [
        '1.1.1; Objectif stratégique 1 | Rayonner; Initier; > Agir / - un peu / - beaucoup',
        '1.1.2; Objectif stratégique 1 | Rayonner; Initier; > Suivre',
        'R.1; Activités opérationnelles récurrentes; Gouvernance',
      ],
      plan: [
        '1 Rayonner',
        '1.1 Initier',
        '1.1.1 Agir - un peu - beaucoup',
        '1.1.2 Suivre',
        'R Activités opérationnelles récurrentes (recurring)',
        'R.1 Gouvernance',
      ],
    },
    {
      it: 'continues blank objective and strategy cells',
      lines: [
        '1.1.1; Rayonner; Initier; A',
        '1.1.2; ; ; B',
        '1.2.1; ; Former; C',
        '2.1.1; Servir; Écouter; D',
        '2.1.2;;;E',
      ],
      plan: [
        ...['1 Rayonner', '1.1 Initier', '1.1.1 A', '1.1.2 B', '1.2 Former', '1.2.1 C'],
        ...['2 Servir', '2.1 Écouter', '2.1.1 D', '2.1.2 E'],
      ],
    },
    {
      it: 'places a row added at the foot by its number, not by the cells above it',
      lines: ['1.1.1; Rayonner; Initier; A', 'R.1; Activités récurrentes; Gouvernance', '1.1.2;;;B'],
      plan: [
        '1 Rayonner',
        '1.1 Initier',
        '1.1.1 A',
        '1.1.2 B',
        'R Activités récurrentes (recurring)',
        'R.1 Gouvernance',
      ],
    },
    {
      it: 'puts items in plan order, 10 after 9',
      lines: ['1.1.10; O; S; ten', '1.1.9; O; S; nine', '2; Later', '1.1.1; O; S; one'],
      plan: ['1 O', '1.1 S', '1.1.1 one', '1.1.9 nine', '1.1.10 ten', '2 Later'],
    },
    {
      it: 'takes an objective from a row of its own, numbered by its label alone',
      lines: ['; Objective 1: Shine', '1.1; ; Start', '1.1.1; ; ; Act', '; Recurring operations', 'R.1;;Governance'],
      plan: ['1 Shine', '1.1 Start', '1.1.1 Act', 'R Recurring operations (recurring)', 'R.1 Governance'],
    },
    {
      it: 'takes a recurring section by its title, whatever its number',
      lines: ['4.1; Activités opérationnelles récurrentes; Gouvernance'],
      plan: ['4 Activités opérationnelles récurrentes (recurring)', '4.1 Gouvernance'],
    },
    {
      it: 'reports a row without number, and still continues its cells',
      lines: ['; Rayonner; Initier; Agir', '1.1.2;;;Suivre'],
      plan: ['1 Rayonner', '1.1 Initier', '1.1.2 Suivre'],
      problems: [['missingNo', 0, { text: 'Agir' }]],
    },
    {
      it: 'keeps the first of two rows with one number, however it is spelled',
      lines: ['1.1.1; O; S; A', '1.1.1.; O; S; B', '1.1; O; S'],
      plan: ['1 O', '1.1 S', '1.1.1 A'],
      problems: [['duplicateNo', 1, { no: '1.1.1' }]],
    },
    {
      it: 'reports numbers that do not fit what the row holds',
      lines: ['1.1; O; S; A', '1.1.1; O; S', 'abc; O; S; A', '1.2.1; ; ; A', '2.1.1; Objectif 1 | O; S; A', '3; ; ;'],
      plan: ['1 O', '1.2 S', '1.2.1 A'],
      problems: [
        ['noWithoutPlace', 0, { no: '1.1' }],
        ['noWithoutPlace', 1, { no: '1.1.1' }],
        ['noWithoutPlace', 2, { no: 'abc' }],
        ['noWithoutPlace', 4, { no: '2.1.1' }],
        ['noWithoutPlace', 5, { no: '3' }],
      ],
    },
    {
      it: 'keeps the first of two titles and says so once',
      lines: ['1.1.1; O; S; A', '1.1.2; O; S bis; B', '1.1.3; ; ; C', '1.1.4; O; S ; D'],
      plan: ['1 O', '1.1 S', '1.1.1 A', '1.1.2 B', '1.1.3 C', '1.1.4 D'],
      problems: [['differentTitle', 1, { no: '1.1', kept: 'S', title: 'S bis' }]],
    },
    { it: 'skips blank rows', lines: ['', ' ; ; ; '], plan: [] },
  ])('$it', ({ lines, plan, problems = [] }) => {
    const built = buildPlan(rows(...lines), heading);
    const found = built.problems.map(({ code, place, params }) => ({ code, place, params }));
    expect(found).toEqual(problems.map(([code, index, params]) => ({ code, place: placeOf(index), params })));
    expect(outline(built.plan)).toEqual(plan);
  });

  test('keeps owner, due day and status with the action, and the heading with the plan', () => {
    const due = parseIso('2025-06-30');
    const [row] = rows('1.1.1; O; S; A');
    const { plan } = buildPlan([{ ...row!, owner: ' Direction ', due, status: 'En cours' }], heading);
    expect(plan).toEqual({
      ...heading,
      objectives: [
        {
          no: '1',
          title: 'O',
          kind: 'strategic',
          strategies: [
            {
              no: '1.1',
              title: 'S',
              actions: [{ no: '1.1.1', text: 'A', subItems: [], owner: 'Direction', due, status: 'En cours' }],
            },
          ],
        },
      ],
    });
  });
});

describe('labels', () => {
  test.each([
    ['Objectif stratégique 1 | Titre', '1', 'Titre'],
    ['OBJECTIF STRATÉGIQUE 1 | Titre', '1', 'Titre'],
    ['Objective 1: Title', '1', 'Title'],
    ['Strategic objective 12 – Title', '12', 'Title'],
    ['OBJECTIF 1 – Titre', '1', 'Titre'],
    ['Objectif\u00a01\u00a0: Titre', '1', 'Titre'],
    ['Axe 2. Titre', '2', 'Titre'],
    ['Orientation n° 3 : Titre', '3', 'Titre'],
    ['Objectif 4', '4', ''],
    ['1. Titre', '1', 'Titre'],
    ['1 | Titre', '1', 'Titre'],
    ['Titre sans numéro', null, 'Titre sans numéro'],
    ['2020-2023', null, '2020-2023'],
    ['24/7', null, '24/7'],
    ['Objectifs communs', null, 'Objectifs communs'],
  ])('objective %j is number %s', (text, no, title) => {
    expect(readObjectiveLabel(text)).toEqual({ no, title, recurring: false });
  });

  test.each([
    ['Activités opérationnelles récurrentes', true],
    ['ACTIVITES RECURRENTES', true],
    ['Recurring operations', true],
    ['Occurrences', false],
  ])('%j recurring: %s', (text, recurring) => {
    expect(readObjectiveLabel(text).recurring).toBe(recurring);
  });

  test.each([
    ['1.1 Titre', '1.1', 'Titre'],
    ['Stratégie 1.1 : Titre', '1.1', 'Titre'],
    ['1.2 Titre', '1.1', '1.2 Titre'],
    ['10 membres de plus', '1.1', '10 membres de plus'],
  ])('%j under %s is %j', (text, no, expected) => {
    expect(stripOwnNo(text, no)).toBe(expected);
  });

  test.each([
    ['> A\n- b\n- c', 'A', ['b', 'c']],
    ['A', 'A', []],
    ['>A\n\n– b\n• c', 'A', ['b', 'c']],
    ['> A qui\ncontinue\n- b\naussi', 'A qui continue', ['b aussi']],
    ['- A\r\n- b', 'A', ['b']],
    ['> A\n> B', 'A', ['B']],
    ["> Planifier la main-d'œuvre", "Planifier la main-d'œuvre", []],
    ['> 1.1.1 A', 'A', []],
  ])('action cell %j', (cell, text, subItems) => {
    expect(readActionText(cell, '1.1.1')).toEqual({ text, subItems });
  });
});

describe('toRows', () => {
  const title = fc
    .stringMatching(/^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’ ,-]{0,30}[a-z]$/)
    .filter((text) => !/recur|récur/i.test(text));
  const action = fc.record({
    text: title,
    subItems: fc.array(title, { maxLength: 3 }),
    owner: title,
    due: fc.constantFrom(null, parseIso('2025-06-30')),
    status: fc.constantFrom('', 'En cours'),
  });
  const objectives = fc.array(
    fc.record({
      title,
      strategies: fc.array(fc.record({ title, actions: fc.array(action, { maxLength: 3 }) }), { maxLength: 3 }),
    }),
    { maxLength: 4 },
  );

  test('is the inverse of buildPlan', () => {
    fc.assert(
      fc.property(objectives, fc.boolean(), (drawn, recurringLast) => {
        const plan: Plan = {
          ...heading,
          objectives: drawn.map((objective, i) => {
            const recurring = recurringLast && i === drawn.length - 1;
            const no = recurring ? 'R' : String(i + 1);
            return {
              no,
              title: objective.title,
              kind: recurring ? 'recurring' : 'strategic',
              strategies: objective.strategies.map((strategy, j) => ({
                no: `${no}.${j + 1}`,
                title: strategy.title,
                actions: strategy.actions.map((each, k) => ({ no: `${no}.${j + 1}.${k + 1}`, ...each })),
              })),
            };
          }),
        };
        const placed = toRows(plan, words).map((row, index) => ({ ...row, place: placeOf(index) }));
        expect(buildPlan(placed, heading)).toEqual({ plan, problems: [] });
      }),
    );
  });

  test('writes each cell in full', () => {
    const { plan } = buildPlan(
      rows('1.1.1; Rayonner; Initier; Agir/- un peu', '1.1.2;;;Suivre', 'R.1; Récurrent; Gouvernance'),
      heading,
    );
    expect(toRows(plan, words).map((row) => [row.no, row.objective, row.strategy, row.action])).toEqual([
      ['1.1.1', 'Objectif stratégique 1 | Rayonner', 'Initier', '> Agir\n- un peu'],
      ['1.1.2', 'Objectif stratégique 1 | Rayonner', 'Initier', '> Suivre'],
      ['R.1', 'Récurrent', 'Gouvernance', ''],
    ]);
  });
});

describe('itemLabel', () => {
  test.each([
    ['1.1', 'Court', 200, '1.1 Court'],
    ['1.1', '', 200, '1.1'],
    ['1.1', 'Un texte qui est trop long', 20, '1.1 Un texte qui…'],
    ['1.1', 'Un texte, trop long', 15, '1.1 Un texte…'],
    ['1.1', 'Anticonstitutionnellement', 14, '1.1 Anticonst…'],
    ['1.1', 'ligne\nsuivante', 200, '1.1 ligne suivante'],
    ['1', '😀😀😀😀', 6, '1 😀…'],
  ])('%s %j in %d', (no, text, max, expected) => {
    expect(itemLabel(no, text, max)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(max);
  });
});
