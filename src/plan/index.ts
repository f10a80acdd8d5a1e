export type { Day } from './day';
export * from './model';
export type { Coverage, DayRange } from './coverage';
