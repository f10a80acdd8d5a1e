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

/** The changes being made to an activity that exists: only the fields that were touched, so that they go on what others wrote meanwhile. */
export interface KeptEdit {
  readonly id: string;
  readonly changes: Partial<Draft>;
}

export interface EditBox {
  load(): KeptEdit | null;
  /** Null: no activity is being edited any more. */
  save(edit: KeptEdit | null): void;
}

export function editBox(store: TextStore | null, documentKey: string): EditBox {
  const kept = keptText(store, `suivi.edit.${documentKey}`);
  return {
    load: () => {
      const { id, ...saved } = parseObject(kept.load());
      if (typeof id !== 'string') return null;
      const fields = (['planNo', ...textFields] as const).filter((field) => typeof saved[field] === 'string');
      return { id, changes: Object.fromEntries(fields.map((field) => [field, saved[field]])) };
    },
    save: (edit) => void kept.save(edit === null ? '' : JSON.stringify({ ...edit.changes, id: edit.id })),
  };
}

/** The fields of a draft that another has otherwise. */
export function changedFields(from: Draft, to: Draft): Partial<Draft> {
  return Object.fromEntries(Object.entries(to).filter(([field, value]) => from[field as keyof Draft] !== value));
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
