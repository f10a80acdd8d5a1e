import { day, type Day } from '../plan';

/** Where a page of the add-in finds itself: the clock, the browser's storage, the workbook's address. */

/** The calendar day where the person is. */
export function systemDay(now = new Date()): Day {
  const today = day(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (today === null) throw new Error('The clock of this computer is outside the calendar.');
  return today;
}

/** Null where the browser refuses storage to frames of other sites. */
export function browserStore(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** What texts kept for a workbook are kept under; a workbook never saved has no address. */
export function documentKey(url: string | undefined): string {
  return url === undefined || url === '' ? 'new' : url;
}
