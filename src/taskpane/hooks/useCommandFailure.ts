import { useEffect, useMemo, useState } from 'react';
import { commandLog, type CommandFailure } from '../../commands/log';
import { useEnvironment } from '../environment';

/** What a ribbon button could not do, since the pane was last open or just now, until the person puts it away. */
export function useCommandFailure(): readonly [failure: CommandFailure | null, putAway: () => void] {
  const { store, documentKey } = useEnvironment();
  const log = useMemo(() => commandLog(store, documentKey), [store, documentKey]);
  const [failure, setFailure] = useState<CommandFailure | null>(() => log.read());

  useEffect(() => {
    // Storage events come from the other pages of the add-in, the buttons' among them.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === log.key) setFailure(log.read());
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [log]);

  return [
    failure,
    () => {
      log.record(null);
      setFailure(null);
    },
  ];
}
