import { translateError } from './errors';
import { waitForFront } from './away';
import { leaveOutRefused } from './refinements';
import { refuse, Refusal } from './result';
import { enableEvents } from './run';

/**
 * Runs requests that write, and finds out what became of them where Excel answers with an error: the
 * answer alone may be lost, and all, a part or nothing of it be done.
 *
 * `look` reads the workbook again: it gives what `write` would have given where all is written, null
 * where nothing is (any more); then Excel's error goes on, and nothing was changed. Where it can tell
 * neither, or fails as well, the refusal is `notVerified`.
 */
export async function settled<T>(
  context: Excel.RequestContext,
  sheet: string,
  write: () => Promise<T>,
  look: () => Promise<{ readonly value: T } | null>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // A request that failed may have stopped between off and on; the first that looks carries this.
    enableEvents(context);
    if (!(await waitForFront(context, error))) leaveOutRefused(context, error);
    const found = await lookedAgain(sheet, look, error);
    if (found === null) throw error;
    return found.value;
  }
}

/** What `look` finds out, or puts right, after a first error; refuses (`notVerified`) where it fails as well. */
export async function lookedAgain<T>(sheet: string, look: () => Promise<T>, first: unknown): Promise<T> {
  try {
    return await look();
  } catch (error) {
    const details = [first, error].flatMap((each) => translateError(each).detail ?? []);
    throw refuse('notVerified', { sheet }, { detail: details.join('\n') });
  }
}
