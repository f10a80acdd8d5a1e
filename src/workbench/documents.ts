import { createHost, Workbook, type Host } from '../host';
import { openXlsx, saveXlsx } from '../host/xlsx';
import type { Language } from '../i18n';
import { hostOptions, type Switches } from './switches';
import { localeOf } from './words';

/** A workbook open in the page, with the host that answers for it. */
export interface OpenDocument {
  /** New for each workbook opened: what belongs to the one before is dropped with it. */
  readonly id: number;
  readonly workbook: Workbook;
  readonly host: Host;
  /** By itself, whatever the page's switches say. */
  readonly isReadOnly: boolean;
}

let opened = 0;

function open(workbook: Workbook, fileName: string): OpenDocument {
  workbook.fileName = fileName;
  opened += 1;
  return { id: opened, workbook, host: createHost(workbook), isReadOnly: workbook.options.readOnly };
}

/** Has the Excel around a workbook be what the switches say, from its next answer on. */
export function applySwitches({ workbook, isReadOnly }: OpenDocument, switches: Switches): void {
  workbook.configure(hostOptions(switches, isReadOnly));
}

/** An empty workbook, as Excel's own new one. */
export function newDocument(language: Language, fileName: string): OpenDocument {
  return open(Workbook.blank({ locale: localeOf(language) }), fileName);
}

/** Opens an .xlsx. Throws what the reader throws: a damaged file, another format, a password. */
export function openDocument(bytes: Uint8Array, language: Language, fileName: string): OpenDocument {
  return open(openXlsx(bytes, { locale: localeOf(language) }), fileName);
}

/** Fetches a workbook of this server; null where it has none there. */
export async function fetchDocument(address: string, language: Language): Promise<OpenDocument | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return openDocument(bytes, language, decodeURIComponent(address.split('/').at(-1) ?? ''));
}

/** Hands the workbook to the browser as a download. */
export function download(workbook: Workbook): void {
  const bytes = saveXlsx(workbook);
  const blob = new Blob([Uint8Array.from(bytes)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = workbook.fileName;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
