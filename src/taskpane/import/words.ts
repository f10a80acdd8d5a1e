import type { Language } from '../../i18n';
import { importer as en } from '../../i18n/en/importer';
import { importer as fr } from '../../i18n/fr/importer';
import { useEnvironment } from '../environment';

export type ImporterWords = typeof fr;

const catalogues: Readonly<Record<Language, ImporterWords>> = { fr, en };

/** The words of the Importer screen: they come with it, not with the first load. */
export function useImporterWords(): ImporterWords {
  return catalogues[useEnvironment().language];
}
