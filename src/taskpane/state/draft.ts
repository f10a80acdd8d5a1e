import { keptText, type TextStore } from '../../commands/kept';

/** The form of the Ajouter screen, as it was typed. */
export interface Draft {
  readonly planNo: string | null;
  readonly dates: string;
  readonly title: string;
  readonly details: string;
  readonly participants: string;
  readonly kind: string;
  readonly link: string;
}

export type DraftText = Exclude<keyof Draft, 'planNo'>;

export const emptyDraft: Draft = {
  planNo: null,
  dates: '',
  title: '',
  details: '',
  participants: '',
  kind: '',
  link: '',
};

const textFields: readonly DraftText[] = ['dates', 'title', 'details', 'participants', 'kind', 'link'];

/** True when nothing was typed; the item of the plan alone is no work to lose. */
export function isUntouched(draft: Draft): boolean {
  return textFields.every((field) => draft[field].trim() === '');
}

/** What is left on the form after an activity was added: the next one often serves the same item. */
export function nextDraft(added: Draft): Draft {
  return { ...emptyDraft, planNo: added.planNo };
}

/** Drafts are kept by workbook: two workbooks open at once do not share one. */
export interface DraftBox {
  load(): Draft;
  /** False where the browser refuses to keep anything; the form itself is not touched. */
  save(draft: Draft): boolean;
}

/** The draft of one workbook; `store` is null where the browser has no storage for frames. */
export function draftBox(store: TextStore | null, documentKey: string): DraftBox {
  const kept = keptText(store, `suivi.draft.${documentKey}`);
  return {
    load: () => parseDraft(kept.load()),
    save: (draft) => kept.save(isUntouched(draft) ? '' : JSON.stringify(draft)),
  };
}

/** The draft that was saved, whatever version saved it: a field that is missing or is not text is left empty. */
export function parseDraft(text: string): Draft {
  const saved = parseObject(text);
  const fields = Object.fromEntries(
    textFields.map((field) => [field, typeof saved[field] === 'string' ? saved[field] : '']),
  );
  return { ...emptyDraft, ...fields, planNo: typeof saved.planNo === 'string' ? saved.planNo : null };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
