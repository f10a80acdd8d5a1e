import { keptText, type TextStore } from '../../commands/kept';
import { newId } from '../../plan';
import type { Attempt } from '../../workbook';

/** The addition that is under way in one workbook, kept until it is known to be written or not. */
export interface AttemptBox {
  /** A new attempt; or again the one whose outcome was never known, as the pane was closed or an answer was lost. */
  begin(): Attempt;
  /** The outcome is known. */
  end(): void;
}

export function attemptBox(store: TextStore | null, documentKey: string): AttemptBox {
  const kept = keptText(store, `suivi.attempt.${documentKey}`);
  return {
    begin: () => {
      const earlier = kept.load();
      if (earlier !== '') return { id: earlier, again: true };
      const id = newId();
      kept.save(id);
      return { id, again: false };
    },
    end: () => void kept.save(''),
  };
}
