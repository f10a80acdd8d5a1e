import type { WorkbookError } from '../workbook';
import type { BuildStep, BuiltKind } from './build';
import { keptText, type TextStore } from './kept';

/**
 * What a ribbon button could not do, left for the pane to say.
 *
 * A button's function runs in a page of its own that nobody sees, and Excel gives it no way to speak: no
 * notification, no pane without a shared runtime. Success shows itself, as the sheet built comes to the
 * front. A failure is left in the browser's storage, which both pages share, and which tells an open pane
 * at once; not in the document's settings, as saving those empties Excel's undo stack and fails where the
 * workbook is read-only, the very thing to be said.
 */
export interface CommandFailure {
  readonly asked: BuiltKind;
  readonly step: BuildStep;
  readonly error: WorkbookError;
}

export interface CommandLog {
  /** The storage key, as a `storage` event names it. */
  readonly key: string;
  /** Null: the button did what it was asked, or the person has read the failure. */
  record(failure: CommandFailure | null): void;
  read(): CommandFailure | null;
}

/** The log of one workbook's buttons. */
export function commandLog(store: TextStore | null, documentKey: string): CommandLog {
  const key = `suivi.command.${documentKey}`;
  const kept = keptText(store, key);
  return {
    key,
    record: (failure) => {
      kept.save(failure === null ? '' : JSON.stringify({ version: recordVersion, failure }));
    },
    read: () => {
      const text = kept.load();
      return text === '' ? null : readRecord(text);
    },
  };
}

/** Raised when the shape of a record changes: what another build of the add-in wrote is not read. */
const recordVersion = 1;

function readRecord(text: string): CommandFailure | null {
  const { version, failure } = JSON.parse(text) as { readonly version: number; readonly failure: CommandFailure };
  return version === recordVersion ? failure : null;
}
