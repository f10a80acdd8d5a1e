import { Refusal } from '../result';

/**
 * What keeps a request from writing into rows that somebody's sort has brought into the place of ours.
 *
 * Excel writes where it is told, whatever stands there by then, and has no write on a condition. But a search is made
 * when its request runs, and one that finds nothing stops the request there: queued before all that writes, it lets
 * nothing be written into a row that does not hold our text. Reading back tells a sort as well, but only where Excel's
 * answer arrives: without it nobody knows what another's row held.
 *
 * What Excel's search sees is its own affair: not the cells of a hidden sheet on recent builds (office-js #6349),
 * and perhaps not those of hidden rows and columns. So the look that takes hold of a row searches it too, in the same
 * sync: what is not found there, though it was read, is not guarded, and only the reading back is left.
 */
export interface Guard {
  /** After the sync that follows: true where the search sees the row. */
  isSure(): boolean;
  /** Queues the search, where it sees the row: what is queued after it is done only where the row is still there. */
  queue(): void;
}

/** Asks, with the next sync, whether a row can be guarded by a text that one of its cells holds. The row is as wide as a table: of a single cell Excel would search the sheet. */
export function askGuard(row: Excel.Range, text: string): Guard {
  const wanted = searchable(text);
  const seen = wanted === null ? null : row.findOrNullObject(wanted, criteria).load('rowIndex');
  const isSure = () => seen?.isNullObject === false;
  return {
    isSure,
    queue: () => {
      if (wanted !== null && isSure()) row.find(wanted, criteria);
    },
  };
}

const criteria: Excel.SearchCriteria = { completeMatch: true, matchCase: true };

/** Characters that Excel searches for. */
const longestText = 255;

/** Null for what Excel cannot look for. */
function searchable(text: string): string | null {
  const wanted = text.replace(/[~*?]/g, '~$&');
  return wanted === '' || wanted.length > longestText || /[\r\n]/.test(wanted) ? null : wanted;
}

/** Rows that were meant stand somewhere else by now: nothing was written, and it may be tried again. */
export class Moved extends Refusal {
  constructor(sheet: string) {
    super({ code: 'changedSince', params: { sheet } });
    this.name = 'Moved';
  }
}

/** Runs a request with guards: `Moved` where one of them has stopped it. */
export async function guarded<T>(sheet: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof OfficeExtension.Error && error.code === 'ItemNotFound' ? new Moved(sheet) : error;
  }
}

/** How often rows are looked for again that others move while they are taken hold of. */
const mostTries = 3;

/** Looks for rows, and does what is to be done to them, again where somebody moves them meanwhile. */
export async function untilStill<T>(attempt: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Moved) || tries === 1) throw error;
    return untilStill(attempt, tries - 1);
  }
}
