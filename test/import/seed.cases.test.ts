import { readFileSync } from 'node:fs';
import path from 'node:path';
import { draftImport, type DraftImport, outlineWords, readDocument } from '../../src/import';
import { flatten } from '../../src/plan';

/**
 * The four renderings of one real report, kept beside the repository, compared as their README says:
 * spaces and apostrophes folded, title and details as a whole.
 */
const cases = path.resolve(__dirname, '../../../shared/cases');
const words = outlineWords('fr');

interface ExpectedActivity {
  readonly n: number;
  readonly objective: number | null;
  readonly strategy: string;
  readonly actionCandidates: readonly string[];
  readonly actionCarried: string | null;
  readonly dates: readonly {
    readonly start: string;
    readonly end?: string;
    readonly note?: string;
    readonly inferredYear?: boolean;
  }[];
  readonly titleAccept: readonly string[];
  readonly details: readonly string[];
  readonly participants: readonly { readonly name: string; readonly explicit: boolean }[];
}

interface Expected {
  readonly objectives: readonly {
    readonly title: string;
    readonly strategies: readonly {
      readonly title: string;
      readonly actions: readonly { readonly text: string; readonly sub: readonly string[] }[];
    }[];
  }[];
  readonly activities: readonly ExpectedActivity[];
}

function read(name: string): DraftImport {
  const bytes = new Uint8Array(readFileSync(path.join(cases, name)));
  const document = readDocument({ kind: 'file', bytes });
  if (!document.ok) throw new Error(document.refusal);
  return draftImport(document.value, { words, referenceYear: 2026 });
}

const fold = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\b1 er\b/g, '1er')
    .trim();
const tight = (text: string): string => fold(text).replace(/\s+/g, '');

const expected = JSON.parse(readFileSync(path.join(cases, 'seed-000.expected.json'), 'utf8')) as Expected;

const renderings = ['seed-000.word.html', 'seed-000.md', 'seed-000.tsv', 'seed-000.sheet.xlsx'];

describe('the report of the seed', () => {
  describe.each(renderings)('%s', (name) => {
    const draft = read(name);

    test('gives the plan', () => {
      const plan = draft.plan.objectives.map(({ no, title, kind, strategies }) => ({
        no,
        kind,
        title: fold(title),
        strategies: strategies.map((strategy) => ({
          no: strategy.no,
          title: fold(strategy.title),
          actions: strategy.actions.map(({ text, subItems }) => ({ text: fold(text), sub: subItems.map(fold) })),
        })),
      }));
      const [objective] = expected.objectives;
      expect(plan).toEqual([
        {
          no: '1',
          kind: 'strategic',
          title: objective!.title,
          strategies: objective!.strategies.map(({ title, actions }) => ({
            no: '1.1',
            title,
            actions: actions.map(({ text, sub }) => ({ text, sub })),
          })),
        },
        {
          no: 'R',
          kind: 'recurring',
          title: 'Activités opérationnelles récurrentes',
          strategies: [
            { no: 'R.1', title: 'Gouvernance', actions: [] },
            { no: 'R.2', title: 'Gestion et coordination', actions: [] },
          ],
        },
      ]);
      expect([draft.plan.strategyPeriod, draft.plan.actionPeriod]).toEqual(['2020-2023', '2020-2021']);
    });

    test('gives every activity, with its dates and notes', () => {
      const dates = draft.activities.map(({ occurrences }) => occurrences);
      expect(dates).toEqual(
        expected.activities.map((activity) =>
          activity.dates.map(({ start, end, note, inferredYear }) => ({
            start,
            ...(end === undefined ? {} : { end }),
            ...(note === undefined ? {} : { note }),
            ...(inferredYear ? { inferred: true } : {}),
          })),
        ),
      );
    });

    test('gives their titles and details', () => {
      const compare = ({ titleAccept, details }: ExpectedActivity, at: number) => {
        const { title, details: read } = draft.activities[at]!;
        const whole = tight([title, ...read].join(''));
        return {
          whole,
          title: titleAccept.map(fold).includes(fold(title)) ? titleAccept[0] : title,
          expected: tight([titleAccept[0], ...details].join('')),
        };
      };
      const results = expected.activities.map(compare);
      const accepted = expected.activities.map(({ titleAccept, details }) =>
        titleAccept.map((title) => tight([title, ...details].join(''))),
      );
      expect(
        results.filter(({ whole }, at) => !accepted[at]!.includes(whole) && whole !== results[at]!.expected),
      ).toEqual([]);
      expect(results.map(({ title }) => title)).toEqual(expected.activities.map(({ titleAccept }) => titleAccept[0]));
    });

    test('files them under the action of their row, or under their strategy with the action above offered', () => {
      const items = new Map(flatten(draft.plan).map((item) => [item.no, item]));
      expected.activities.forEach((activity, at) => {
        const { planNo, suggestedNo } = draft.activities[at]!;
        const item = items.get(planNo ?? '');
        expect(fold(item?.strategy?.title ?? '')).toBe(activity.strategy);
        const action = item?.action ? fold(item.action.text) : null;
        expect(activity.actionCandidates.length === 0 ? [null] : activity.actionCandidates).toContain(action);
        const suggested = items.get(suggestedNo ?? '')?.text;
        expect(suggested === undefined ? null : fold(suggested)).toBe(activity.actionCarried);
      });
    });

    test('gives the people who are named as taking part', () => {
      const missing = expected.activities.flatMap(({ n, participants }, at) =>
        participants
          .filter(
            ({ name, explicit }) => explicit && !draft.activities[at]!.participants.some((each) => each.includes(name)),
          )
          .map(({ name }) => `${n} ${name}`),
      );
      expect(missing).toEqual([]);
      const named = draft.activities.flatMap(({ participants }) => participants);
      expect(named).toHaveLength(
        expected.activities.flatMap(({ participants }) => participants.filter((each) => each.explicit)).length,
      );
    });

    test('leaves nothing out', () => {
      const codes = draft.problems.map(({ code }) => code);
      expect(codes.filter((code) => ['unplacedText', 'unreadableDate', 'missingTitle'].includes(code))).toEqual([]);
    });
  });

  test('a press release is not a plan', () => {
    const draft = read('seed-004.txt');
    expect({ isPlan: draft.isPlan, objectives: draft.plan.objectives, activities: draft.activities }).toEqual({
      isPlan: false,
      objectives: [],
      activities: [],
    });
  });
});
