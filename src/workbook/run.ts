import { translateError, type ErrorContext } from './errors';
import type { Result } from './gateway';
import { done } from './result';

/**
 * One `Excel.run`, its outcome a value. Calls wait until the person has finished with the cell being
 * edited. No proxy may leave `job`.
 */
export async function run<T>(
  job: (context: Excel.RequestContext) => Promise<T>,
  errorContext: ErrorContext = {},
): Promise<Result<T>> {
  try {
    return done(await Excel.run({ delayForCellEdit: true }, job));
  } catch (error) {
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
  if (!result.ok) await run((context) => Promise.resolve(enableEvents(context)));
  return result;
}

/** Queued, as all is; the next sync carries it. */
export function enableEvents(context: Excel.RequestContext): void {
  context.runtime.enableEvents = true;
}

export function disableEvents(context: Excel.RequestContext): void {
  context.runtime.enableEvents = false;
}
