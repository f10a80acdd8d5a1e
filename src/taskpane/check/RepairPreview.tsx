import { Button } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import type { RepairChange } from '../../workbook';
import { useScreenWords } from '../screens/words';
import { Changes } from './Changes';

export interface RepairPreviewProps {
  /** What opens the preview. */
  readonly label: string;
  /** Said above the changes. */
  readonly note: string;
  /** Where the label alone does not say what is repaired. */
  readonly name?: string;
  readonly changes: readonly RepairChange[];
  /** What agrees; to repair unless said otherwise. */
  readonly agree?: string;
  readonly busy: boolean;
  readonly look: 'small' | 'large';
  readonly onRepair: () => void;
}

/** A button that shows what repairs would change; nothing is written before the person agrees to that. */
export function RepairPreview({ label, note, name, changes, agree, busy, look, onRepair }: RepairPreviewProps) {
  const words = useScreenWords().check;
  const previewId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="suivi-repair">
      <div>
        <Button
          ref={opener}
          size={look === 'small' ? 'small' : 'medium'}
          appearance={look === 'small' || isOpen ? 'secondary' : 'primary'}
          aria-expanded={isOpen}
          aria-controls={previewId}
          {...(name === undefined ? {} : { 'aria-label': name })}
          disabledFocusable={busy}
          onClick={() => setIsOpen(!isOpen)}
        >
          {label}
        </Button>
      </div>
      <div id={previewId} hidden={!isOpen} className="suivi-preview">
        {isOpen && (
          <>
            <p>{note}</p>
            <Changes changes={changes} />
            <div className="suivi-buttons">
              <Button
                appearance="primary"
                size="small"
                disabledFocusable={busy}
                onClick={() => {
                  setIsOpen(false);
                  onRepair();
                }}
              >
                {agree ?? words.apply}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  setIsOpen(false);
                  opener.current?.focus();
                }}
              >
                {words.leave}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
