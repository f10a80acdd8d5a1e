import { languageOf } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import type { SettingValues } from '../../workbook';

/** The form of the Paramètres screen, as it stands; the committee's dates in order. */
export interface SettingsForm extends Omit<SettingValues, 'language'> {
  readonly language: SettingLanguage;
}

export const settingLanguages = ['fr-CA', 'en-CA'] as const;
export type SettingLanguage = (typeof settingLanguages)[number];

export function settingsForm({ plan, settings }: TrackedPlan): SettingsForm {
  const { organisation, title, strategyPeriod, actionPeriod } = plan;
  return {
    organisation,
    title,
    strategyPeriod,
    actionPeriod,
    language: languageOf(settings.language) === 'en' ? 'en-CA' : 'fr-CA',
    committeeDates: settings.committeeDates,
  };
}

export function isSame(one: SettingsForm, other: SettingsForm): boolean {
  return Object.keys(changedSettings(one, other)).length === 0;
}

/** What was changed on the form, to be written. */
export function changedSettings(from: SettingsForm, to: SettingsForm): Partial<SettingValues> {
  const { committeeDates, ...texts } = to;
  const changed = Object.fromEntries(
    Object.entries(texts)
      .filter(([key, value]) => from[key as keyof SettingsForm] !== value)
      .map(([key, value]: [string, string]) => [key, value.trim()]),
  );
  const areSame = committeeDates.join() === from.committeeDates.join();
  return areSame ? changed : { ...changed, committeeDates };
}
