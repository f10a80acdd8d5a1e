import type { DocumentSource, DraftImport, ImportMerge, ImportWrite, RefusalCode } from '../../import';
import type { Language } from '../../i18n';
import { toParts, type Day, type TrackedPlan } from '../../plan';

/** Where a document came from, as it is told to the person. */
export type Origin = { readonly kind: 'paste' } | { readonly kind: 'file' | 'sheet'; readonly name: string };

/** A document that was read, ready to be laid over whatever workbook is open. */
export interface ReadImport {
  readonly draft: DraftImport;
  readonly origin: Origin;
  /** What it would change in a workbook; null for one without a plan. */
  readonly mergeInto: (tracked: TrackedPlan | null) => ImportMerge;
  readonly toWrite: (merge: ImportMerge) => ImportWrite;
}

export type ImportReading =
  | { readonly outcome: 'read'; readonly read: ReadImport }
  | { readonly outcome: 'refused'; readonly refusal: RefusalCode }
  | { readonly outcome: 'notAPlan' };

/** Reads a document. The readers are loaded with the first one. */
export async function readImport(
  source: DocumentSource,
  origin: Origin,
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<ImportReading> {
  const room = await import('./room');
  return room.read(source, origin, { language, referenceYear: toParts(today).year });
}
