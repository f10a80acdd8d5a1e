import type { Writing } from './useImport';

/** The states in which the document is in the workbook, or was until it was taken back. */
export type Imported = Extract<Writing, { readonly step: 'done' | 'undoing' | 'undone' | 'undoFailed' }>;

export function isImported(writing: Writing): writing is Imported {
  return writing.step !== 'idle' && writing.step !== 'writing' && writing.step !== 'failed';
}
