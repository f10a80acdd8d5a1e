import { badCharacter, cellText, longestText } from './escape';
import { refuse } from '../result';

/**
 * Refuses (`textTooLong`, `badCharacter`) a text that a cell cannot hold, before anything is written; `column` is what
 * the person calls the column. What protects the text from being taken for a formula counts: Excel gets it too.
 */
export function checkText(text: string, column: string): void {
  if (cellText(text).length > longestText) throw refuse('textTooLong', { column, limit: longestText });
  const character = badCharacter(text);
  if (character !== null) throw refuse('badCharacter', { column, character });
}
