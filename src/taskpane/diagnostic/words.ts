import type { Language } from '../../i18n';
import { diagnostic as en } from '../../i18n/en/diagnostic';
import { diagnostic as fr } from '../../i18n/fr/diagnostic';
import type { ProbeCode } from '../../workbook';

export type DiagnosticWords = typeof fr & {
  readonly probes: Readonly<Record<ProbeCode, { readonly name: string; readonly remedy: string }>>;
};

/** The words of the Diagnostic screen: they come with it, not with the first load. */
export const diagnosticWords: Readonly<Record<Language, DiagnosticWords>> = { fr, en };
