import type { Receipt, WorkbookError } from '../../workbook';
import type { Draft } from './draft';

/** Where the last addition stands. What was typed travels with it, so that an undo can give it back. */
export type Submission =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' }
  | { readonly step: 'added'; readonly receipt: Receipt; readonly draft: Draft }
  | { readonly step: 'undoing'; readonly receipt: Receipt; readonly draft: Draft }
  | { readonly step: 'undone'; readonly draft: Draft }
  | { readonly step: 'addFailed'; readonly error: WorkbookError }
  | { readonly step: 'undoFailed'; readonly error: WorkbookError; readonly receipt: Receipt; readonly draft: Draft };

/** True while the workbook is being written: neither a second addition nor an undo may start. */
export function isBusy(submission: Submission): boolean {
  return submission.step === 'sending' || submission.step === 'undoing';
}

/** The steps from which the last addition can be taken back. */
export type Undoable = Extract<Submission, { readonly step: 'added' | 'undoFailed' }>;

export type Undone = Extract<Submission, { readonly step: 'undone' }>;
