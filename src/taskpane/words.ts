import type { Language } from '../i18n';
import { taskpane as en } from '../i18n/en/taskpane';
import { taskpane as fr } from '../i18n/fr/taskpane';

export type Words = typeof fr;

const catalogues: Readonly<Record<Language, Words>> = { fr, en };

export function words(language: Language): Words {
  return catalogues[language];
}
