import type { Problem, ProblemCode, ProblemParams } from '../plan';
import { problems as en } from './en/problems';
import { upgrades as enUpgrades } from './en/upgrades';
import { problems as fr } from './fr/problems';
import { upgrades as frUpgrades } from './fr/upgrades';
import type { Language } from './language';

type ProblemWords = { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => string };

const catalogues: Readonly<Record<Language, ProblemWords>> = { fr, en };

/** A problem in words: what happened, what was kept, what to do. Where it is (`place`) is for the caller to show. */
export function describeProblem<Code extends ProblemCode>(language: Language, problem: Problem<Code>): string {
  return catalogues[language][problem.code](problem.params);
}

const upgrades: Readonly<Record<Language, typeof frUpgrades>> = { fr: frUpgrades, en: enUpgrades };

/** What a migration of the workbook changes, for the person to agree to. */
export function describeUpgrade(language: Language, key: keyof typeof frUpgrades): string {
  return upgrades[language][key];
}
