import { mayBeAway, waitForFront } from './away';
import { translateError, type ErrorContext } from './errors';
import { leaveOut, refusedBy, type Refinement } from './refinements';
import type { Result } from './model';
import { pause, type BuildOptions } from './progress';
import { done } from './result';
import { portions } from './contract/values';

/**
 * One `Excel.run`, its outcome a value; another one where the job has left nothing behind: without it, where this
 * Excel refuses a refinement; once this workbook is in front again, where another one was. Calls wait until the person
 * has finished with the cell being edited. No proxy may leave `job`.
 */
export async function run<T>(
  job: (context: Excel.RequestContext) => Promise<T>,
  errorContext: ErrorContext = {},
  without: readonly Refinement[] = [],
  hasWaited = false,
): Promise<Result<T>> {
  try {
    return done(
      await Excel.run({ delayForCellEdit: true }, (context) => {
        leaveOut(context, without);
        return job(context);
      }),
    );
  } catch (error) {
    const isBack = !hasWaited && mayBeAway(error) && (await Excel.run((context) => waitForFront(context, error)));
    if (isBack) return run(job, errorContext, without, true);
    const refused = refusedBy(error);
    if (refused !== null && !without.includes(refused)) return run(job, errorContext, [...without, refused], hasWaited);
    return { ok: false, error: translateError(error, errorContext) };
  }
}

/**
 * A run that builds a sheet: our own change events stay off, so that nothing of ours listens to them,
 * and come back on whatever happens.
 */
export async function runQuietly<T>(
  job: (context: Excel.RequestContext) => Promise<T>,
  errorContext: ErrorContext = {},
): Promise<Result<T>> {
  const result = await run(job, errorContext);
  // A batch that failed may have stopped between off and on.
  if (!result.ok)
    await run((context) => {
      enableEvents(context);
      return context.sync();
    });
  return result;
}

/** Queued, as all is; the next sync carries it. */
export function enableEvents(context: Excel.RequestContext): void {
  context.runtime.enableEvents = true;
}

export function disableEvents(context: Excel.RequestContext): void {
  context.runtime.enableEvents = false;
}

/**
 * Queues rows lot by lot, each lot as large as a request may be, with a sync and a pause between two lots and
 * none after the last: `write` gets the rows and the position of the first. Refuses (`cancelled`) in a pause.
 */
export async function inLots<Row>(
  context: Excel.RequestContext,
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
  write: (lot: readonly Row[], start: number) => void,
  options: BuildOptions = {},
): Promise<void> {
  let start = 0;
  for (const lot of portions(rows, sizeOf)) {
    if (start > 0) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request may hold 5 MB: larger tables need several
      await context.sync();
      await pause(options, { done: start, total: rows.length });
    }
    write(lot, start);
    start += lot.length;
  }
}
