import { DismissRegular } from '@fluentui/react-icons';
import type { Host } from '../../host';
import type { Words } from '../words';

interface PaneProps {
  readonly words: Words;
  readonly title: string;
  readonly host: Host;
  readonly page: string;
  readonly onClose: () => void;
}

/** The add-in's pane beside the sheet, 350 pixels wide as Excel gives it. */
export function Pane({ words, title, page, onClose }: PaneProps) {
  return (
    <aside className="pane" aria-label={words.pane.label}>
      <div className="pane-title">
        <h2>{title}</h2>
        <button type="button" aria-label={words.pane.close} title={words.pane.close} onClick={onClose}>
          <DismissRegular aria-hidden="true" />
        </button>
      </div>
      <iframe title={title} src={page} />
    </aside>
  );
}
