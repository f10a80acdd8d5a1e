import { actionOf, activityOf, day, objectiveOf, planOf, recurringOf, strategyOf } from '../../../test/support/plans';
import type { Activity, TrackedPlan } from '../../plan';
import { noFilter, planView, shownEntries, type PlanFilter } from './planView';

const action = (no: string, text: string, owner = '') => actionOf(no, text, { owner });
const activity = (planNo: string, iso: string): Activity =>
  activityOf({ id: `${planNo}${iso}`, planNo, occurrences: [{ start: day(iso) }] });

const tracked: TrackedPlan = {
  plan: planOf([
    objectiveOf('1', 'Rayonner', [
      strategyOf('1.1', 'Rencontrer', [action('1.1.1', 'Élus', 'Rose'), action('1.1.2', 'Médias', 'Élise')]),
      strategyOf('1.2', 'Écrire', [action('1.2.1', 'Lettres', 'Rose')]),
    ]),
    recurringOf('Récurrent', [strategyOf('R.1', 'Conseil')]),
  ]),
  activities: [activity('1.1.1', '2021-06-01'), activity('1.1.2', '2021-09-01'), activity('R.1', '2021-09-30')],
  settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
  problems: [],
};

const view = planView(tracked, day('2021-10-01'));
const shown = (filter: Partial<PlanFilter>, collapsed: readonly string[] = []) => {
  const { entries, found } = shownEntries(view, { ...noFilter, ...filter }, new Set(collapsed));
  return { nos: entries.map(({ item }) => item.no), found };
};

it('sums the actions of what stands above them', () => {
  expect(view.entries.slice(0, 3).map(({ actions, actionsCovered }) => [actions, actionsCovered])).toEqual([
    [3, 2],
    [2, 2],
    [0, 0],
  ]);
  expect(view.owners).toEqual(['Élise', 'Rose']);
});

it.each([
  [{}, [], ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', 'R', 'R.1'], 8],
  [{}, ['1'], ['1', 'R', 'R.1'], 8],
  [{ which: 'uncovered' }, ['1'], ['1', '1.2', '1.2.1'], 2],
  [{ which: 'silent', days: 60 }, [], ['1', '1.1', '1.1.1', '1.2', '1.2.1'], 3],
  [{ which: 'silent', days: 122 }, [], ['1', '1.1', '1.1.1', '1.2', '1.2.1'], 3],
  [{ which: 'silent', days: 123 }, [], ['1', '1.2', '1.2.1'], 2],
  [{ owner: 'Rose' }, [], ['1', '1.1', '1.1.1', '1.2', '1.2.1'], 2],
  [{ owner: 'Rose', which: 'uncovered' }, [], ['1', '1.2', '1.2.1'], 1],
  [{ text: 'medias' }, [], ['1', '1.1', '1.1.2'], 1],
  [{ text: 'rien de tel' }, [], [], 0],
] as const)('%j with %j collapsed', (filter, collapsed, nos, found) => {
  expect(shown(filter, collapsed)).toEqual({ nos, found });
});
