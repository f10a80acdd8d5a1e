import type { Plan } from '../../plan';

/** What a new tracking workbook starts from. */
export const emptyPlan: Plan = { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] };
