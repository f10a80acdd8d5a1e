import { useMemo, useState } from 'react';
import { useEnvironment } from '../environment';
import { keptText } from '../../commands/kept';

/** Who enters activities here, in any workbook. Office tells an add-in nobody's name without a sign-in. */
export function useAuthor(): readonly [author: string, change: (author: string) => void] {
  const { store } = useEnvironment();
  const kept = useMemo(() => keptText(store, 'suivi.author'), [store]);
  const [author, setAuthor] = useState(() => kept.load());
  return [
    author,
    (next) => {
      setAuthor(next);
      kept.save(next.trim());
    },
  ];
}
