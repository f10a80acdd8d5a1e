import { useMemo, useState } from 'react';
import type { Gateway, NewActivity } from '../../workbook';
import type { Draft } from '../state/draft';
import { useEnvironment } from '../environment';
import { attemptBox } from '../state/attempt';
import { once } from '../state/once';
import type { Submission, Undoable } from '../state/submission';

/** Adding an activity and taking it back, one at a time. */
export function useSubmission(gateway: Gateway) {
  const { store, documentKey } = useEnvironment();
  const attempts = useMemo(() => attemptBox(store, documentKey), [store, documentKey]);
  const [submission, setSubmission] = useState<Submission>({ step: 'idle' });
  const alone = useMemo(() => once(), []);

  return {
    submission,
    dismiss: () => setSubmission({ step: 'idle' }),
    /** Runs `onAdded` after an addition that succeeded; does nothing while another is running. */
    add: (activity: NewActivity, draft: Draft, onAdded: () => void) =>
      alone(async () => {
        setSubmission({ step: 'sending' });
        const result = await gateway.append(activity, attempts.begin());
        // Only this may have been written all the same: the next try must not write it twice.
        if (result.ok || result.error.code !== 'notVerified') attempts.end();
        if (result.ok) {
          onAdded();
          setSubmission({ step: 'added', receipt: result.value, draft });
        } else {
          setSubmission({ step: 'addFailed', error: result.error });
        }
      }),
    undo: ({ receipt, draft }: Undoable, onUndone: () => void) =>
      alone(async () => {
        setSubmission({ step: 'undoing', receipt, draft });
        const result = await gateway.undo(receipt);
        if (result.ok) {
          onUndone();
          setSubmission({ step: 'undone', draft });
        } else {
          setSubmission({ step: 'undoFailed', error: result.error, receipt, draft });
        }
      }),
  };
}
