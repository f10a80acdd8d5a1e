import { buildReport } from '../../src/report';
import { generate } from './generator';
import { today } from './tracking';

/** A generated plan with its activities, and its report and period as a person who chooses nothing has them. */
export function generatedReport(size: { readonly actions: number; readonly activities: number }) {
  const data = generate(size);
  const tracked = { ...data, settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] }, problems: [] };
  const period = { from: null, to: null };
  const report = buildReport(tracked, {
    period,
    today,
    language: 'fr',
    order: 'plan',
    onlyUncovered: false,
    paper: 'letter',
  });
  return { data, tracked, period, report };
}
