import type { Language } from '../i18n';
import { cli as en } from '../i18n/en/cli';
import { cli as fr } from '../i18n/fr/cli';

export type CliWords = typeof fr;

const catalogues: Readonly<Record<Language, CliWords>> = { fr, en };

export const words = (language: Language): CliWords => catalogues[language];

/** English where the person's environment says so, else French. */
export function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
