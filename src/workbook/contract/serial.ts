import { dayNumber, fromDayNumber, type Day } from '../../plan';

/** Days from Excel's day 0 (1899-12-30, as it is for every day from 1 March 1900 on) to 1970-01-01. */
const epoch = 25_569;

/** The first serial that is the same day in Excel and in the calendar: Excel believes in 29 February 1900. */
const firstTrue = 61;

/** The serial number of a day in Excel's 1900 date system. */
export function toSerial(day: Day): number {
  return dayNumber(day) + epoch;
}

/** The day of a serial number, its time of day dropped; null where it is none. */
export function fromSerial(serial: number): Day | null {
  return serial >= firstTrue ? fromDayNumber(Math.floor(serial) - epoch) : null;
}
