import { isTooLong, parseFormula } from './syntax';
import { skeletonOf } from './template';

/** Formulas filled down a column differ in their cells only: they are parsed once. */
const MAX_SKELETONS = 5_000;
const answers = new Map<string, boolean>();

/**
 * Whether Excel would take `formula` (without its `=`) as a formula; it refuses to enter the rest. A name that
 * nobody defined is a formula all the same (`-Rencontre` shows `#NAME?`); `- 12 juin` is none.
 */
export function parses(formula: string): boolean {
  if (isTooLong(formula)) return false;
  const skeleton = skeletonOf(formula);
  let answer = answers.get(skeleton);
  if (answer === undefined) {
    if (answers.size >= MAX_SKELETONS) answers.clear();
    answers.set(skeleton, (answer = parseFormula(skeleton) !== null));
  }
  return answer;
}
