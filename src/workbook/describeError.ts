import type { Language } from '../i18n';
import { errors as en } from '../i18n/en/errors';
import { errors as fr } from '../i18n/fr/errors';
import type { WorkbookError, WorkbookErrorCode, WorkbookErrorParams } from './model';

type ErrorWords = { readonly [Code in WorkbookErrorCode]: (params: WorkbookErrorParams[Code]) => string };

const catalogues: Readonly<Record<Language, ErrorWords>> = { fr, en };

/** An error of the workbook in the person's words: what happened, what was kept, what to do. */
export function describeError<Code extends WorkbookErrorCode>(language: Language, error: WorkbookError<Code>): string {
  return catalogues[language][error.code](error.params);
}
