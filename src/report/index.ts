export * from './model';
export { buildReport, type ReportOptions } from './build';
export type { ReportOrder } from './select';
export { sizes } from './geometry';
export { safeLink } from './link';
