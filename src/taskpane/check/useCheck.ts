import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TrackedPlan } from '../../plan';
import type { Finding, Repair, RepairReceipt, WorkbookError } from '../../workbook';
import { useEnvironment } from '../environment';
import { coalesce } from '../state/coalesce';
import { once } from '../state/once';

/** How far the repairing has come. */
export type Repairing =
  | { readonly step: 'idle' | 'repairing' | 'undone' }
  | { readonly step: 'repaired' | 'undoing'; readonly receipt: RepairReceipt }
  | { readonly step: 'repairFailed'; readonly error: WorkbookError }
  | { readonly step: 'undoFailed'; readonly error: WorkbookError; readonly receipt: RepairReceipt };

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

  const repair = useCallback(
    (repairs: readonly Repair[]) =>
      alone(async () => {
        setRepairing({ step: 'repairing' });
        const result = await gateway.repair(repairs);
        setRepairing(
          result.ok ? { step: 'repaired', receipt: result.value } : { step: 'repairFailed', error: result.error },
        );
        // What was refused may have changed under the person's eyes: that is read again too.
        await onWritten();
      }),
    [alone, gateway, onWritten],
  );
  const undo = useCallback(
    (receipt: RepairReceipt) =>
      alone(async () => {
        setRepairing({ step: 'undoing', receipt });
        const result = await gateway.undoRepair(receipt);
        setRepairing(result.ok ? { step: 'undone' } : { step: 'undoFailed', error: result.error, receipt });
        await onWritten();
      }),
    [alone, gateway, onWritten],
  );
  return { findings, error, repairing, repair, undo };
}
