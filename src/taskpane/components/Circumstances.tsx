import { useSyncExternalStore } from 'react';
import { useEnvironment, useWords } from '../environment';
import { Live } from './Live';
import { Notice } from './Notice';

/** What goes on around the pane and passes by itself: a cell being edited, a network that is gone. */
export function Circumstances() {
  const { cellEdit } = useEnvironment();
  const words = useWords();
  const isWaiting = useSyncExternalStore(cellEdit.subscribe, cellEdit.get);
  const isOffline = useSyncExternalStore(subscribeToNetwork, () => !navigator.onLine);
  return (
    <Live className="suivi-circumstances">
      {isWaiting && (
        <Notice tone="info" title={words.cellEdit.title}>
          <p>{words.cellEdit.text}</p>
        </Notice>
      )}
      {isOffline && (
        <Notice tone="info" title={words.offline.title}>
          <p>{words.offline.text}</p>
        </Notice>
      )}
    </Live>
  );
}

function subscribeToNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
