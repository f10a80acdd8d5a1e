export type { Day } from './day';
export * from './model';
export * from './problem';
export type { Coverage, DayRange } from './coverage';
