import {
  parseIso,
  type Action,
  type Activity,
  type Day,
  type Objective,
  type Plan,
  type Strategy,
} from '../../src/plan';

/** What plans and activities of tests are made of: what a test says nothing of is empty. */

export function day(iso: string): Day {
  const parsed = parseIso(iso);
  if (!parsed) throw new Error(`${iso} is no day.`);
  return parsed;
}

/** What the plan of a small order says of itself. */
export const binders = {
  organisation: 'Ordre des relieurs du Québec',
  title: 'Rapport d’activités',
  strategyPeriod: '2020-2023',
  actionPeriod: '2020-2021',
} as const;

export function planOf(objectives: readonly Objective[], identity: Partial<Omit<Plan, 'objectives'>> = {}): Plan {
  return { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', ...identity, objectives };
}

export function objectiveOf(no: string, title: string, strategies: readonly Strategy[] = []): Objective {
  return { no, title, kind: 'strategic', strategies };
}

/** The section of what comes back every year: its headings are its strategies. */
export function recurringOf(title: string, strategies: readonly Strategy[] = []): Objective {
  return { no: 'R', title, kind: 'recurring', strategies };
}

export function strategyOf(no: string, title: string, actions: readonly Action[] = []): Strategy {
  return { no, title, actions };
}

export function actionOf(no: string, text = `Action ${no}`, more: Partial<Omit<Action, 'no' | 'text'>> = {}): Action {
  return { no, text, subItems: [], owner: '', due: null, status: '', ...more };
}

export function activityOf(said: Partial<Activity>): Activity {
  return {
    id: '',
    planNo: null,
    occurrences: [],
    title: '',
    details: [],
    participants: [],
    kind: '',
    link: '',
    ...said,
  };
}
