import { languages, type Language } from '../i18n';
import { keptText, type TextStore } from './kept';

/** The language that the person chose for Suivi, in any workbook; null where it is to follow Excel's. */
export interface LanguageChoice {
  load(): Language | null;
  save(language: Language | null): void;
}

/** Kept where the pane and the buttons of the ribbon both find it: their pages share the browser's storage. */
export function languageChoice(store: TextStore | null): LanguageChoice {
  const kept = keptText(store, 'suivi.language');
  return {
    load: () => languages.find((language) => language === kept.load()) ?? null,
    save: (language) => void kept.save(language ?? ''),
  };
}
