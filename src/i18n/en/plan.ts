import type { plan as fr } from '../fr/plan';
import type { Shape } from '../shape';

export const plan = {
  objectiveLabel: (p) => `Strategic objective ${p.no} | ${p.title}`,
  quarter: (p) => `${p.year} Q${p.quarter}`,
  onStrategy: '(on the strategy)',
  onObjective: '(on the objective)',
} satisfies Shape<typeof fr>;
