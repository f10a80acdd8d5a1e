import { createHost, Workbook, type Host, type StructureProtection } from '../host';
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
  /** What the workbook is by itself, whatever the page's switches say. */
  readonly own: { readonly isReadOnly: boolean; readonly protection: StructureProtection };
}

let opened = 0;

function open(workbook: Workbook, fileName: string): OpenDocument {
  workbook.fileName = fileName;
  opened += 1;
  const { options, protection } = workbook;
  return { id: opened, workbook, host: createHost(workbook), own: { isReadOnly: options.readOnly, protection } };
}

/** Has the Excel around a workbook be what the switches say, from its next answer on. */
export function applySwitches({ workbook, own }: OpenDocument, switches: Switches): void {
  workbook.configure(hostOptions(switches, own.isReadOnly));
  const isProtected = own.protection.protected || switches.limits.includes('structureProtected');
  if (isProtected === workbook.protection.protected) return;
  // Nothing that a person could undo.
  workbook.load(() => workbook.loadProtection({ ...own.protection, protected: isProtected }));
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
