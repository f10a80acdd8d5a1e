import { useMemo, useState } from 'react';
import type { TextStore } from '../../commands/kept';
import { languageChoice } from '../../commands/language';
import type { Language } from '../../i18n';

/** The language that the person chose for Suivi, in any workbook; null where it is to follow Excel's. */
export function useLanguageChoice(
  store: TextStore | null,
): readonly [chosen: Language | null, choose: (language: Language | null) => void] {
  const kept = useMemo(() => languageChoice(store), [store]);
  const [chosen, setChosen] = useState(() => kept.load());
  return [
    chosen,
    (language) => {
      setChosen(language);
      kept.save(language);
    },
  ];
}
