import { draftImport, importWrite, outlineWords, planMerge, readDocument, type DocumentSource } from '../../import';
import type { Language } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import { emptyPlan } from '../state/emptyPlan';
import type { ImportReading, Origin } from './reading';

/** A workbook without a plan, as a document is laid over it. */
const noPlan: TrackedPlan = {
  plan: emptyPlan,
  activities: [],
  settings: { language: '', lastCommittee: null, committeeDates: [] },
  problems: [],
};

/** What the import room makes of a document: loaded with the first one. */
export function read(
  source: DocumentSource,
  origin: Origin,
  { language, referenceYear }: { readonly language: Language; readonly referenceYear: number },
): ImportReading {
  const document = readDocument(source);
  if (!document.ok) return { outcome: 'refused', refusal: document.refusal };
  const draft = draftImport(document.value, { words: outlineWords(language), referenceYear });
  if (!draft.isPlan) return { outcome: 'notAPlan' };
  return {
    outcome: 'read',
    read: {
      draft,
      origin,
      mergeInto: (tracked) => planMerge(tracked ?? noPlan, draft),
      toWrite: importWrite,
    },
  };
}
