import type { Follower } from './follow';
import type { Unsubscribe, WorkbookChange } from '../model';

/** Long enough for a paste or a co-author's batch to be one change, short enough to feel at once. */
const quietTime = 300;

type Listener = (change: WorkbookChange) => void;

/**
 * Listens to every sheet, debounced: all that is told is that something changed; where, `follower` notes at once.
 * What we write ourselves is not told, as events are off meanwhile. One sync to listen, one to stop.
 */
export async function listen(
  context: Excel.RequestContext,
  follower: Follower,
  listener: Listener,
  wait = quietTime,
): Promise<Unsubscribe> {
  const soon = debounce(listener, wait);
  const { worksheets } = context.workbook;
  const data = (origin: WorkbookChange['origin']) => soon({ what: 'data', origin });
  const selection = () => soon({ what: 'selection', origin: 'local' });
  const handles = [
    worksheets.onChanged.add((event) =>
      told(() => {
        follower.note(event);
        data(event.source === 'Remote' ? 'remote' : 'local');
      }),
    ),
    // A sort is no change of cells to Excel, and every row may stand elsewhere.
    worksheets.onRowSorted.add((event) =>
      told(() => {
        follower.lose();
        data(event.source === 'Remote' ? 'remote' : 'local');
      }),
    ),
    worksheets.onAdded.add((event) => told(() => data(event.source === 'Remote' ? 'remote' : 'local'))),
    worksheets.onDeleted.add((event) => told(() => data(event.source === 'Remote' ? 'remote' : 'local'))),
    worksheets.onSelectionChanged.add(() => told(selection)),
    worksheets.onActivated.add(() => told(selection)),
  ];
  await context.sync();
  return async () => {
    soon.cancel();
    // Handlers are taken off in the context that put them on.
    await Excel.run(context, async (same) => {
      for (const handle of handles) handle.remove();
      await same.sync();
    });
  };
}

/** Excel wants a promise of its handlers, and shows the person what they throw. */
function told(tell: () => void): Promise<void> {
  tell();
  return Promise.resolve();
}

interface Debounced {
  (change: WorkbookChange): void;
  cancel(): void;
}

/** One call for each kind of change and origin, once all has been quiet. */
function debounce(listener: Listener, wait: number): Debounced {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const call = (change: WorkbookChange) => {
    const key = `${change.what} ${change.origin}`;
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        listener(change);
      }, wait),
    );
  };
  return Object.assign(call, {
    cancel: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  });
}
