import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TrackedPlan } from '../../plan';
import type { Finding, RemovableRow, Repair, Result, WorkbookError } from '../../workbook';
import { useEnvironment } from '../environment';
import { coalesce } from '../state/coalesce';
import { once } from '../state/once';

/** How far the repairing has come. */
export type Repairing =
  | { readonly step: 'idle' | 'repairing' | 'undone' }
  | { readonly step: 'repaired' | 'undoing'; readonly done: Done }
  | { readonly step: 'repairFailed'; readonly error: WorkbookError }
  | { readonly step: 'undoFailed'; readonly error: WorkbookError; readonly done: Done };

/** What was done, and what takes it back. */
export interface Done {
  readonly repairs: number;
  takeBack(): Promise<Result<void>>;
}

/**
 * What is wrong in the workbook: checked when the screen is shown, and again whenever the workbook changes while
 * it is. Repairs are made and taken back one at a time.
 */
export function useCheck(tracked: TrackedPlan, isShown: boolean, onWritten: () => Promise<void>) {
  const { gateway } = useEnvironment();
  /** Null until the first check is done. */
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [error, setError] = useState<WorkbookError | null>(null);
  const [repairing, setRepairing] = useState<Repairing>({ step: 'idle' });
  const alone = useMemo(() => once(), []);
  const isMounted = useRef(false);

  const check = useMemo(
    () =>
      coalesce(async () => {
        const result = await gateway.check();
        if (!isMounted.current) return;
        setError(result.ok ? null : result.error);
        if (result.ok) setFindings(result.value.findings);
      }),
    [gateway],
  );
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  useEffect(() => {
    if (isShown) void check();
  }, [tracked, isShown, check]);

  const change = useCallback(
    <Receipt>(write: () => Promise<Result<Receipt>>, doneBy: (receipt: Receipt) => Done) =>
      alone(async () => {
        setRepairing({ step: 'repairing' });
        const result = await write();
        setRepairing(
          result.ok ? { step: 'repaired', done: doneBy(result.value) } : { step: 'repairFailed', error: result.error },
        );
        // What was refused may have changed under the person's eyes: that is read again too.
        await onWritten();
      }),
    [alone, onWritten],
  );
  const repair = (repairs: readonly Repair[]) =>
    change(
      () => gateway.repair(repairs),
      (receipt) => ({ repairs: receipt.repairs, takeBack: () => gateway.undoRepair(receipt) }),
    );
  const remove = (row: RemovableRow) =>
    change(
      () => gateway.removeRepeated(row),
      (receipt) => ({ repairs: 1, takeBack: () => gateway.undoEdit(receipt) }),
    );
  const undo = (done: Done) =>
    alone(async () => {
      setRepairing({ step: 'undoing', done });
      const result = await done.takeBack();
      setRepairing(result.ok ? { step: 'undone' } : { step: 'undoFailed', error: result.error, done });
      await onWritten();
    });
  return { findings, error, repairing, repair, remove, undo };
}
