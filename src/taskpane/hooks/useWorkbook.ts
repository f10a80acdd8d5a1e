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

/** What the selected row stands for, and when Excel was asked: some time after the person selected it. */
export interface FollowedRow extends SelectedRow {
  /** Milliseconds of the page's own clock. */
  readonly askedAt: number;
}

export interface Workbook {
  readonly view: WorkbookView;
  /** Why the workbook could not be read again: the view is then that of the reading before. */
  readonly failure: WorkbookError | null;
  /** What the row selected in the workbook stands for; a new object at each selection, null until the first. */
  readonly selection: FollowedRow | null;
  /** Reads the workbook again; calls during a reading become one more. */
  readonly refresh: () => Promise<void>;
}

/** Milliseconds after the last change that was followed: then the whole is read, since an event may not have come. */
const settleTime = 60_000;

/** The open workbook, read when the pane opens, then followed by its changes. */
export function useWorkbook(gateway: Gateway): Workbook {
  const [{ view, failure }, setRead] = useState<Read>({ view: { phase: 'loading' }, failure: null });
  const [selection, setSelection] = useState<FollowedRow | null>(null);
  const mounted = useRef(false);

  const reading = useMemo(() => {
    let isWhole = true;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const refresh = coalesce(async () => {
      clearTimeout(settling);
      const next = await readView(gateway, isWhole);
      if (!mounted.current) return;
      setRead((last) => after(last, next));
      if (!isWhole) settling = setTimeout(settle, settleTime);
      isWhole = next.phase !== 'tracking';
    });
    const settle = () => {
      isWhole = true;
      void refresh();
    };
    return { refresh, end: () => clearTimeout(settling) };
  }, [gateway]);
  const { refresh } = reading;

  const followSelection = useCallback(async () => {
    const askedAt = performance.now();
    const selected = await gateway.selection();
    // What is selected when Excel cannot say so (a cell being edited) is no error to show.
    if (mounted.current && selected.ok) setSelection({ ...selected.value, askedAt });
  }, [gateway]);

  useEffect(() => {
    mounted.current = true;
    void refresh().then(followSelection);
    const subscribed = gateway.onChange((change) => {
      void (change.what === 'data' ? refresh() : followSelection());
    });
    return () => {
      mounted.current = false;
      reading.end();
      void subscribed.then((result) => (result.ok ? result.value() : undefined));
    };
  }, [gateway, reading, refresh, followSelection]);

  return { view, failure, selection, refresh };
}

type Read = Pick<Workbook, 'view' | 'failure'>;

/** A reading that fails takes away nothing that is on the screens. */
function after({ view }: Read, next: WorkbookView): Read {
  if (next.phase !== 'failed') return { view: next, failure: null };
  const isFirst = view.phase === 'loading' || view.phase === 'failed';
  return isFirst ? { view: next, failure: null } : { view, failure: next.error };
}

async function readView(gateway: Gateway, isWhole: boolean): Promise<WorkbookView> {
  const status = await gateway.status();
  if (!status.ok) return { phase: 'failed', error: status.error };
  if (status.value.kind !== 'tracking') return { phase: status.value.kind, status: status.value };
  const tracked = await (isWhole ? gateway.readPlan() : gateway.readChanges());
  if (!tracked.ok) return { phase: 'failed', error: tracked.error };
  return { phase: 'tracking', status: status.value, tracked: tracked.value };
}
