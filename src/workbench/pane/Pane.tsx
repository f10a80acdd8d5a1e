import { useEffect, useRef } from 'react';
import { DismissRegular } from '@fluentui/react-icons';
import type { Host } from '../../host';
import { connectFrame } from '../../host/wire/frame';
import type { Words } from '../words';

interface PaneProps {
  readonly words: Words;
  readonly title: string;
  readonly host: Host;
  readonly page: string;
  readonly onClose: () => void;
}

/** The add-in's pane beside the sheet, 350 pixels wide as Excel gives it, with a session of its own. */
export function Pane({ words, title, host, page, onClose }: PaneProps) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (!frame.current) return;
    const session = host.openSession({ name: 'pane' });
    const connection = connectFrame(frame.current, { url: page, session });
    return () => {
      connection.disconnect();
      host.closeSession(session);
    };
  }, [host, page]);

  return (
    <aside className="pane" aria-label={words.pane.label}>
      <div className="pane-title">
        <h2>{title}</h2>
        <button type="button" aria-label={words.pane.close} title={words.pane.close} onClick={onClose}>
          <DismissRegular aria-hidden="true" />
        </button>
      </div>
      <iframe ref={frame} title={title} />
    </aside>
  );
}
