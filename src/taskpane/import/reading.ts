import type { DraftImport, ImportMerge, ImportWrite, RefusalCode } from '../../import';
import type { TrackedPlan } from '../../plan';

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
