import { useMemo, useState } from 'react';
import { keptText, type TextStore } from '../../commands/kept';
import { languages, type Language } from '../../i18n';

/** The language that the person chose for the pane, in any workbook; null where it is to follow Excel's. */
export function useLanguageChoice(
  store: TextStore | null,
): readonly [chosen: Language | null, choose: (language: Language | null) => void] {
  const kept = useMemo(() => keptText(store, 'suivi.language'), [store]);
  const [chosen, setChosen] = useState(() => languages.find((language) => language === kept.load()) ?? null);
  return [
    chosen,
    (language) => {
      setChosen(language);
      kept.save(language ?? '');
    },
  ];
}
