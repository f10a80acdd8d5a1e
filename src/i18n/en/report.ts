import type { report as fr } from '../fr/report';
import type { Shape } from '../shape';

export const report = {
  builtOn: (p) => `Built on ${p.date}`,
  allDates: 'All dates',
  onlyUncovered: 'Actions without activity only',
  activities: { one: 'activity', other: 'activities' },
  occurrences: { one: 'date', other: 'dates' },
  actionsCovered: {
    one: (p) => `${p.covered} of ${p.all} actions has activity`,
    other: (p) => `${p.covered} of ${p.all} actions have activity`,
  },
  strategies: (p) => `Strategies ${p.period}`.trim(),
  actions: (p) => `Actions ${p.period}`.trim(),
  dates: 'Dates',
  activitiesHeader: 'ACTIVITIES',
  objective: (p) => `STRATEGIC OBJECTIVE ${p.no}`,
  unfiled: 'Activities that serve no item of the plan',
  noActivity: 'No activity to date',
  noActivityInPeriod: 'No activity in the period',
  everythingCovered: 'Every action has activity.',
  wholeStrategy: 'For the strategy as a whole',
  wholeObjective: 'For the objective as a whole',
  strategyCovered: {
    one: (p) => `${p.covered} of ${p.all} actions has activity`,
    other: (p) => `${p.covered} of ${p.all} actions have activity`,
  },
  owner: (p) => `Owner: ${p.owner}`,
  due: (p) => `Due: ${p.date}`,
  status: (p) => `Status: ${p.status}`,
  participants: (p) => `With ${p.names}`,
  kind: (p) => `Kind: ${p.kind}`,
  page: (p) => `Page ${p.page} of ${p.pages}`,
} satisfies Shape<typeof fr>;
