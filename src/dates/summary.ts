import { dateProblemKinds, type DateValue, type Reading } from './model';

/** What a reading comes to, the worst first: impossible, to be asked, to be confirmed, read, nothing there. */
export type ReadingStatus = 'error' | 'refused' | 'flag' | 'ok' | 'none';

/** An inferred year alone is marked on its date (`inferred`), not a flag: people leave years out all the time. */
export function statusOf(reading: Reading): ReadingStatus {
  const kinds = new Set(reading.problems.map(({ code }) => dateProblemKinds[code]));
  if (kinds.has('error')) return 'error';
  if (kinds.has('refused')) return 'refused';
  if (reading.dates.length === 0) return 'none';
  return reading.dates.some(({ doubts }) => doubts.some((doubt) => doubt !== 'inferredYear')) ? 'flag' : 'ok';
}

/** A value as ISO text: `2021-06-02`, `2021-09-13/2021-09-14`, `2021-10`, `../2021-12-31`, `2021-09-01/..`. */
export function isoText(value: DateValue): string {
  if (value.kind === 'open') return `${value.from ?? '..'}/${value.to ?? '..'}`;
  return value.start === value.end ? value.start : `${value.start}/${value.end}`;
}
