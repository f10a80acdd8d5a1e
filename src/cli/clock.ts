import { day, type Day } from '../plan';

/** The calendar day where the person is. The one place of the command line that looks at a clock. */
export function localToday(): Day {
  const now = new Date();
  const today = day(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today) throw new RangeError('The clock of this machine is outside the years 1900 to 9999.');
  return today;
}
