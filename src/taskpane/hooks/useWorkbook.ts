import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TrackedPlan } from '../../plan';
import type { Gateway, SelectedRow, WorkbookError, WorkbookStatus } from '../../workbook';
import { coalesce } from '../state/coalesce';

/** The workbook as last read. While it is read again the last reading stays: the person goes on typing. */
export type WorkbookView =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: WorkbookError }
  | { readonly phase: 'blank' | 'foreign'; readonly status: WorkbookStatus }
  | { readonly phase: 'tracking'; readonly status: WorkbookStatus; readonly tracked: TrackedPlan };

/** What the selected row stands for, and when that was learned: some time after the person selected it. */
export interface FollowedRow extends SelectedRow {
  /** Milliseconds of the page's own clock. */
  readonly arrivedAt: number;
}

export interface Workbook {
  readonly view: WorkbookView;
  /** What the row selected in the workbook stands for; a new object at each selection, null until the first. */
  readonly selection: FollowedRow | null;
  /** Reads the workbook again; calls during a reading become one more. */
  readonly refresh: () => Promise<void>;
}

/** The open workbook, read when the pane opens and again whenever somebody changes it. */
export function useWorkbook(gateway: Gateway): Workbook {
  const [view, setView] = useState<WorkbookView>({ phase: 'loading' });
  const [selection, setSelection] = useState<FollowedRow | null>(null);
  const mounted = useRef(false);

  const refresh = useMemo(
    () =>
      coalesce(async () => {
        const next = await readView(gateway);
        if (mounted.current) setView(next);
      }),
    [gateway],
  );

  const followSelection = useCallback(async () => {
    const selected = await gateway.selection();
    // What is selected when Excel cannot say so (a cell being edited) is no error to show.
    if (mounted.current && selected.ok) setSelection({ ...selected.value, arrivedAt: performance.now() });
  }, [gateway]);

  useEffect(() => {
    mounted.current = true;
    void refresh().then(followSelection);
    const subscribed = gateway.onChange((change) => {
      void (change.what === 'data' ? refresh() : followSelection());
    });
    return () => {
      mounted.current = false;
      void subscribed.then((result) => (result.ok ? result.value() : undefined));
    };
  }, [gateway, refresh, followSelection]);

  return { view, selection, refresh };
}

async function readView(gateway: Gateway): Promise<WorkbookView> {
  const status = await gateway.status();
  if (!status.ok) return { phase: 'failed', error: status.error };
  if (status.value.kind !== 'tracking') return { phase: status.value.kind, status: status.value };
  const tracked = await gateway.readPlan();
  if (!tracked.ok) return { phase: 'failed', error: tracked.error };
  return { phase: 'tracking', status: status.value, tracked: tracked.value };
}
