import type { CoverageWords, PlanWords } from '../../plan';

/** The words that the pure plan room writes into workbooks. */
export const plan = {
  /** Read back by `readObjectiveLabel`. */
  objectiveLabel: (p: { no: string; title: string }) => `Objectif stratégique ${p.no} | ${p.title}`,
  quarter: (p: { year: number; quarter: number }) => `${p.year} T${p.quarter}`,
  onStrategy: '(sur la stratégie)',
  onObjective: '(sur l’objectif)',
} satisfies PlanWords & CoverageWords;
