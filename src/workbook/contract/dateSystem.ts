import { isLeftOut } from '../refinements';
import { refuse } from '../result';

/** How the workbook counts its days, to be answered by the next sync. */
export interface DateSystemQuery {
  /** Refuses (`date1904`) a workbook that counts from 1904: every serial number would be read four years early. */
  check(): void;
}

/** Serial number, in such a workbook, of the day that is asked about. */
const serialFrom1904 = 1;

/**
 * Asks what serial number a day has. The property that tells (`use1904DateSystem`) is in no released set of the API;
 * a function is computed without a cell, in whatever language.
 */
export function askDateSystem(context: Excel.RequestContext): DateSystemQuery {
  // An Excel that cannot say so opens workbooks that count from 1900, as all but a few do.
  if (isLeftOut(context, 'dateSystem')) return { check: () => undefined };
  const second = context.workbook.functions.date(1904, 1, 2).load('value');
  return {
    check() {
      if (second.value === serialFrom1904) throw refuse('date1904', {});
    },
  };
}
