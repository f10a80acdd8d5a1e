import type { Language } from '../../i18n';
import { screens as en } from '../../i18n/en/screens';
import { screens as fr } from '../../i18n/fr/screens';
import { useEnvironment } from '../environment';

export type ScreenWords = typeof fr;

const catalogues: Readonly<Record<Language, ScreenWords>> = { fr, en };

/** The words of the screens that are loaded when they are first shown; they are no part of the first load. */
export function useScreenWords(): ScreenWords {
  return catalogues[useEnvironment().language];
}
