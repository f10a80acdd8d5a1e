import {
  createHost,
  isSigned,
  openXlsx,
  saveXlsx,
  Workbook,
  XlsxError,
  type HostOptions,
  type XlsxErrorCode,
} from '../host';
import { connectBridge, nativeCompression as compression } from '../host/node';
import type { Language } from '../i18n';
import { dayNumber, type Day } from '../plan';
import { createGateway, type Gateway } from '../workbook';

/** The add-in's own gateway on a workbook of this process. */
export interface Session {
  readonly gateway: Gateway;
  /** True where the file that it came from has a digital signature, which no changed one keeps. */
  readonly isSigned: boolean;
  /** The workbook as a file, everything it came with included. */
  toXlsx(): Uint8Array;
}

export interface SessionOptions {
  readonly language: Language;
  readonly today: Day;
}

/** A blank workbook, as Excel's *New*. */
export function newWorkbook(options: SessionOptions): Session {
  return sessionOn(Workbook.blank(hostOptions(options)), false, options);
}

/** The workbook in a file's bytes, or why it is none. */
export function openWorkbook(
  bytes: Uint8Array,
  options: SessionOptions,
): { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly reason: XlsxErrorCode } {
  try {
    const workbook = openXlsx(bytes, { ...hostOptions(options), compression });
    return { ok: true, session: sessionOn(workbook, isSigned(bytes), options) };
  } catch (error) {
    if (error instanceof XlsxError) return { ok: false, reason: error.code };
    throw error;
  }
}

/** Excel counts days from 1900 with a 29 February that never was: 1970-01-01 is day 25,569. */
const SERIAL_OF_1970 = 25_569;

function hostOptions({ language, today }: SessionOptions): Partial<HostOptions> {
  const serial = SERIAL_OF_1970 + dayNumber(today);
  return { locale: language === 'fr' ? 'fr-CA' : 'en-CA', now: () => serial, keepsUndo: false };
}

function sessionOn(workbook: Workbook, signed: boolean, { today }: SessionOptions): Session {
  const host = createHost(workbook);
  connectBridge(host.openSession({ name: 'cli' })).use();
  const toXlsx = (): Uint8Array => saveXlsx(workbook, { compression });
  return { gateway: createGateway({ today: () => today }), isSigned: signed, toXlsx };
}
