import { parseFormula } from './syntax';

/**
 * Whether Excel would take `formula` (without its `=`) as a formula; it refuses to enter the rest. A name that
 * nobody defined is a formula all the same (`-Rencontre` shows `#NAME?`); `- 12 juin` is none.
 */
export function parses(formula: string): boolean {
  return parseFormula(formula) !== null;
}
