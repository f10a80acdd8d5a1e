import { languageOf } from '../../i18n';
import { parseIso, type TrackedPlan } from '../../plan';
import type { SettingValues } from '../../workbook';

/** The form of the Paramètres screen, as it stands: `lastCommittee` is ISO text, empty where there is none. */
export interface SettingsForm extends Omit<SettingValues, 'language' | 'committeeDates'> {
  readonly language: SettingLanguage;
  readonly lastCommittee: string;
  /** The committee's other dates, with spaces between. */
  readonly otherCommittees: string;
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
    lastCommittee: settings.lastCommittee ?? '',
    otherCommittees: settings.committeeDates.filter((date) => date !== settings.lastCommittee).join(' '),
  };
}

export function isSame(one: SettingsForm, other: SettingsForm): boolean {
  return Object.entries(one).every(([key, value]) => other[key as keyof SettingsForm] === value);
}

/** What was changed on the form, to be written; null where the date cannot be read. */
export function changedSettings(from: SettingsForm, to: SettingsForm): Partial<SettingValues> | null {
  if (parseIso(to.lastCommittee) === null && to.lastCommittee !== '') return null;
  const { lastCommittee: last, otherCommittees, ...others } = to;
  const texts = Object.fromEntries(
    Object.entries(others)
      .filter(([key, value]) => from[key as keyof SettingsForm] !== value)
      .map(([key, value]: [string, string]) => [key, value.trim()]),
  );
  if (from.lastCommittee === last) return texts;
  const dates = `${otherCommittees} ${last}`.split(' ').flatMap((date) => parseIso(date) ?? []);
  return { ...texts, committeeDates: dates };
}
