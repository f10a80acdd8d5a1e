import type { Language } from '../i18n';
import { importing as en } from '../i18n/en/import';
import { importing as fr } from '../i18n/fr/import';
import type { OutlineWords } from './outline';
import type { ImportProblem, ImportProblemCode, ImportProblemParams } from './problems';
import type { RefusalCode } from './refusals';

interface ImportWords {
  readonly problems: { readonly [Code in ImportProblemCode]: (params: ImportProblemParams[Code]) => string };
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  readonly outline: OutlineWords;
}

const catalogues: Readonly<Record<Language, ImportWords>> = { fr, en };

/** A problem of an import in words. Where it is (`place`) is for the caller to show. */
export function describeImportProblem<Code extends ImportProblemCode>(
  language: Language,
  problem: ImportProblem<Code>,
): string {
  return catalogues[language].problems[problem.code](problem.params);
}

/** Why a document was not read, in words. */
export function describeRefusal(language: Language, refusal: RefusalCode): string {
  return catalogues[language].refusals[refusal];
}

/** The words for what a document leaves out of its plan. */
export function outlineWords(language: Language): OutlineWords {
  return catalogues[language].outline;
}
