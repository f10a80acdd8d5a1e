import { useMemo, useState } from 'react';
import type { EditReceipt, Gateway, Result, WorkbookError } from '../../workbook';
import { once } from '../state/once';

/** What can be done to an activity that exists, and what failed. */
export type EditJob = 'save' | 'remove' | 'undo';

/** Where an edit stands. */
export type Editing =
  | { readonly step: 'editing'; readonly failure: { readonly job: EditJob; readonly error: WorkbookError } | null }
  | { readonly step: 'running'; readonly job: EditJob; readonly receipt: EditReceipt | null }
  | {
      readonly step: 'done';
      readonly job: 'save' | 'remove';
      readonly receipt: EditReceipt;
      readonly error: WorkbookError | null;
    }
  | { readonly step: 'undone' };

/** Changing or deleting an activity and taking it back, one at a time. */
export function useEditing(gateway: Gateway, onWritten: () => void) {
  const [editing, setEditing] = useState<Editing>({ step: 'editing', failure: null });
  const alone = useMemo(() => once(), []);

  return {
    editing,
    run: (job: 'save' | 'remove', write: () => Promise<Result<EditReceipt>>) =>
      alone(async () => {
        setEditing({ step: 'running', job, receipt: null });
        const result = await write();
        if (result.ok) onWritten();
        setEditing(
          result.ok
            ? { step: 'done', job, receipt: result.value, error: null }
            : { step: 'editing', failure: { job, error: result.error } },
        );
      }),
    undo: (job: 'save' | 'remove', receipt: EditReceipt) =>
      alone(async () => {
        setEditing({ step: 'running', job: 'undo', receipt });
        const result = await gateway.undoEdit(receipt);
        if (result.ok) onWritten();
        setEditing(result.ok ? { step: 'undone' } : { step: 'done', job, receipt, error: result.error });
      }),
  };
}
