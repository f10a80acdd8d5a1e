import { parseIso, type TrackedPlan } from '../../plan';
import { changedSettings, isSame, settingsForm, type SettingsForm } from './settingsForm';

const dates = ['2021-05-20', '2021-09-30'].map((iso) => parseIso(iso)!);
const tracked: TrackedPlan = {
  plan: { organisation: 'Ordre', title: 'Plan', strategyPeriod: '2020-2023', actionPeriod: '', objectives: [] },
  activities: [],
  settings: { language: 'en_US', lastCommittee: dates[1]!, committeeDates: dates },
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
    committeeDates: ['2021-05-20', '2021-09-30'],
  });
});

it.each<[Partial<SettingsForm>, object]>([
  [{}, {}],
  [
    { title: ' Bilan ', actionPeriod: '2021' },
    { title: 'Bilan', actionPeriod: '2021' },
  ],
  [{ language: 'fr-CA' }, { language: 'fr-CA' }],
  [{ committeeDates: [...dates] }, {}],
  [{ committeeDates: [] }, { committeeDates: [] }],
  [{ committeeDates: dates.slice(0, 1) }, { committeeDates: ['2021-05-20'] }],
])('writes of %j only what changed', (patch, expected) => {
  const changed = { ...form, ...patch };
  expect(changedSettings(form, changed)).toEqual(expected);
  expect(isSame(form, changed)).toBe(Object.keys(expected).length === 0);
});
