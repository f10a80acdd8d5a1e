import { fold } from '../plan';

/**
 * The participants whom the details do not name already, in their order: a document says « (Avec Noé Roy, DG) », and
 * that line is kept as it was written. Case, accents and punctuation do not count; a part of a word names nobody.
 */
export function unnamed(participants: readonly string[], details: readonly string[]): readonly string[] {
  const said = details.map(asWords);
  return participants.filter((name) => !said.some((line) => line.includes(asWords(name))));
}

/** The words alone, each between two spaces. */
const asWords = (text: string): string => ` ${fold(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `;
