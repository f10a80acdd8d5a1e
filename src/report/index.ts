export * from './model';
export { margins, pageOf, paginate, type Page } from './pages';
export { paperOf } from './paper';
export { buildReport, type ReportOptions } from './build';
export type { ReportOrder } from './select';
export { sizes, type ReportLayout } from './geometry';
export { shortenToWidth, wrap as wrapText, type Font } from './measure';
export { safeLink, withFewLinks } from './link';
export { followRows, type TextRows } from './follow';
