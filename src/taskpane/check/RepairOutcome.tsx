import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useScreenWords } from '../screens/words';
import type { Done, Repairing } from './useCheck';

export interface RepairOutcomeProps {
  readonly repairing: Repairing;
  readonly onUndo: (done: Done) => void;
}

/** What became of the last repair, with the way back. */
export function RepairOutcome(props: RepairOutcomeProps) {
  return (
    <Live className="suivi-results">
      <Outcome {...props} />
    </Live>
  );
}

function Outcome({ repairing, onUndo }: RepairOutcomeProps) {
  const words = useScreenWords().check;
  switch (repairing.step) {
    case 'idle':
      return null;
    case 'repairing':
      return <Busy label={words.repairing} />;
    case 'undoing':
      return <Busy label={words.undoing} />;
    case 'undone':
      return <Notice tone="info" title={words.undone} />;
    case 'repairFailed':
      return <ErrorNotice title={words.failed.repair} error={repairing.error} />;
    case 'undoFailed':
      return <ErrorNotice title={words.failed.undo} error={repairing.error} onRetry={() => onUndo(repairing.done)} />;
    case 'repaired':
      return (
        <Notice tone="success" title={words.repaired({ count: repairing.done.repairs })}>
          <UndoButton onUndo={() => onUndo(repairing.done)} />
        </Notice>
      );
  }
}

/** The button that repaired is gone with its problem: the way back takes the focus. */
function UndoButton({ onUndo }: { onUndo: () => void }) {
  const words = useScreenWords().check;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <div>
      <Button ref={button} size="small" onClick={onUndo}>
        {words.undo}
      </Button>
    </div>
  );
}
