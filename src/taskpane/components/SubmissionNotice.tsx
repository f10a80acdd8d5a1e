import { Button } from '@fluentui/react-components';
import { useWords } from '../environment';
import type { Submission, Undoable, Undone } from '../state/submission';
import { ErrorNotice } from './ErrorNotice';
import { GoTo } from './GoTo';
import { Live } from './Live';
import { Notice } from './Notice';

export interface SubmissionNoticeProps {
  readonly submission: Submission;
  readonly onUndo: (submission: Undoable) => void;
  /** Fills the form again with what was taken back. */
  readonly onPutBack: (submission: Undone) => void;
}

/** What became of the last addition, with the way to it and the way back. */
export function SubmissionNotice(props: SubmissionNoticeProps) {
  return (
    <Live>
      <Body {...props} />
    </Live>
  );
}

function Body({ submission, onUndo, onPutBack }: SubmissionNoticeProps) {
  const words = useWords();
  switch (submission.step) {
    case 'idle':
    case 'sending':
      return null;
    case 'added':
    case 'undoing': {
      const { receipt, draft } = submission;
      const undoing = submission.step === 'undoing';
      return (
        <Notice tone="success" title={words.added.title}>
          <p className="suivi-small">{words.added.where({ ...receipt, title: draft.title.trim() })}</p>
          <div className="suivi-buttons">
            <GoTo look="button" place={receipt}>
              {words.added.goTo}
            </GoTo>
            <Button
              size="small"
              disabled={undoing}
              onClick={() => {
                if (submission.step === 'added') onUndo(submission);
              }}
            >
              {undoing ? words.added.undoing : words.added.undo}
            </Button>
          </div>
        </Notice>
      );
    }
    case 'undone':
      return (
        <Notice tone="info">
          <p>{words.added.undone({ title: submission.draft.title.trim() })}</p>
          <div className="suivi-buttons">
            <Button size="small" onClick={() => onPutBack(submission)}>
              {words.added.putBack}
            </Button>
          </div>
        </Notice>
      );
    case 'addFailed':
      return <ErrorNotice title={words.failed.add} error={submission.error} />;
    case 'undoFailed':
      return <ErrorNotice title={words.failed.undo} error={submission.error} onRetry={() => onUndo(submission)} />;
  }
}
