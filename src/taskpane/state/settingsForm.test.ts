import { parseIso, type TrackedPlan } from '../../plan';
import { changedSettings, isSame, settingsForm, type SettingsForm } from './settingsForm';

const tracked: TrackedPlan = {
  plan: { organisation: 'Ordre', title: 'Plan', strategyPeriod: '2020-2023', actionPeriod: '', objectives: [] },
  activities: [],
  settings: {
    language: 'en_US',
    lastCommittee: parseIso('2021-09-30'),
    committeeDates: [parseIso('2021-05-20')!, parseIso('2021-09-30')!],
  },
  problems: [],
};
const form = settingsForm(tracked);

it('shows what the workbook says', () => {
  expect(form).toEqual({
    organisation: 'Ordre',
    title: 'Plan',
    strategyPeriod: '2020-2023',
    actionPeriod: '',
    language: 'en-CA',
    lastCommittee: '2021-09-30',
    otherCommittees: '2021-05-20',
  });
});

it.each<[Partial<SettingsForm>, object | null]>([
  [{}, {}],
  [
    { title: ' Bilan ', actionPeriod: '2021' },
    { title: 'Bilan', actionPeriod: '2021' },
  ],
  [{ language: 'fr-CA' }, { language: 'fr-CA' }],
  [{ lastCommittee: '' }, { committeeDates: ['2021-05-20'] }],
  [{ lastCommittee: '2021-10-01' }, { committeeDates: ['2021-05-20', '2021-10-01'] }],
  [{ lastCommittee: '2021-1' }, null],
])('writes of %j only what changed', (patch, expected) => {
  const changed = { ...form, ...patch };
  expect(changedSettings(form, changed)).toEqual(expected);
  expect(isSame(form, changed)).toBe(Object.keys(patch).length === 0);
});
