/** The embedded Excel: a workbook model, the wire that office.js speaks, the .xlsx file. Runs in a browser and in Node. */
export * from './model';
export { HostError, type HostErrorCode } from './errors';
export { createHost, type Host } from './wire/host';
export type { Fault, Session, SessionOptions, SessionStatistics } from './wire/session';
export type { EventEntry } from './wire/protocol';
export { isSigned, openXlsx, saveXlsx, XlsxError, type XlsxErrorCode } from './xlsx';
