import { useMemo, useState } from 'react';
import { useEnvironment } from '../environment';
import { draftBox, emptyDraft, isUntouched, type Draft } from '../state/draft';

/** The form's text: every change is kept at once, so that closing the pane, another workbook or a crash loses nothing. */
export function useDraft() {
  const { store, documentKey } = useEnvironment();
  const box = useMemo(() => draftBox(store, documentKey), [store, documentKey]);
  const [draft, setDraft] = useState(() => box.load());
  const [restored, setRestored] = useState(() => !isUntouched(draft));
  const [kept, setKept] = useState(true);

  const replace = (next: Draft) => {
    setDraft(next);
    setKept(box.save(next));
  };
  return {
    draft,
    /** True until the person does something with a draft of an earlier session. */
    restored,
    /** False where the browser refuses to keep the draft. */
    kept,
    replace: (next: Draft) => {
      setRestored(false);
      replace(next);
    },
    /** Changes the fields given. Selecting a row in the workbook is no answer to « restored ». */
    change: (patch: Partial<Draft>) => replace({ ...draft, ...patch }),
    clear: () => {
      setRestored(false);
      replace({ ...emptyDraft, planNo: draft.planNo });
    },
  };
}
