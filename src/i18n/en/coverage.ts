import { formatNumber, plural } from '../format';
import type { coverage as fr } from '../fr/coverage';
import type { Shape } from '../shape';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('en', count)} ${plural('en', count, { one, other })}`;

export const coverage = {
  quarter: (p) => `${p.year} Q${p.quarter}`,
  onStrategy: '(on the strategy)',
  onObjective: '(on the objective)',
  noOwner: '(no owner)',
  coverageTitle: 'Coverage of the plan',
  coverageBuilt: (p) => `${p.period}  ·  Built on ${p.date}`,
  allDates: 'All dates',
  meaning:
    'An activity counts once, however many dates it has, for the plan item it serves and for every item above it; an action without activity in the period is counted 0.',
  liveNote: (p) =>
    `The follow-up, the chart by strategy and the state of the actions without activity recalculate as soon as a row of the activities table is added, changed or taken out; the rest is of ${p.date}.`,
  uncounted: {
    one: ' row of the activities table is not counted yet: build the coverage again.',
    other: ' rows of the activities table are not counted yet: build the coverage again.',
  },
  byStrategy: 'Actions with and without activity, by strategy',
  covered: 'With activity',
  uncovered: 'Without activity',
  sentence: { before: 'Actions that have had at least one activity: ', between: ' of ' },
  withShort: 'With',
  withoutShort: 'Without',
  inTime: { month: 'Activities by month', quarter: 'Activities by quarter', year: 'Activities by year' },
  datesInTime: { month: 'Dates by month', quarter: 'Dates by quarter', year: 'Dates by year' },
  span: { month: 'Month', quarter: 'Quarter', year: 'Year' },
  since: (p) => `Since the committee of ${p.date}  ·  As of ${p.today}`,
  sinceFigures: (p) =>
    [
      counted(p.newlyCovered, 'action newly covered', 'actions newly covered'),
      counted(p.stillActive, 'other action with something new', 'other actions with something new'),
      `${counted(p.silent, 'action silent', 'actions silent')} since`,
      counted(p.neverCovered, 'action still without activity', 'actions still without activity'),
    ].join('; ') + '.',
  changes: {
    newlyCovered: '▲ Newly covered',
    stillActive: '● Something new',
    silent: '◐ Silent since',
    neverCovered: '○ Still without activity',
  },
  newCount: 'New',
  live: (p) => `Follow-up  ·  ${p.period}`,
  itemHead: 'Objective, strategy, action',
  activityCount: 'Activities',
  occurrenceCount: 'Dates',
  first: 'First',
  last: 'Last',
  days: 'Days',
  state: 'State',
  stateNone: '○ No activity',
  stateActive: '● Active',
  stateSilent: '◐ Silent',
  withoutActivity: 'Without activity in the period, by due date',
  late: 'Past due',
  coveredSince: '● Activity added since',
  pivotData: { activities: 'Number of activities', occurrences: 'Number of dates' },
  pivotTitle: {
    activities: {
      month: 'Activities by action and month',
      quarter: 'Activities by action and quarter',
      year: 'Activities by action and year',
    },
    occurrences: {
      month: 'Dates by action and month',
      quarter: 'Dates by action and quarter',
      year: 'Dates by action and year',
    },
  },
  coarse: {
    month: '',
    quarter: 'The dates span more than 18 months: the columns are quarters.',
    year: 'The dates span more than 12 quarters: the columns are years.',
  },
  slicersNote: 'In Excel the slicers below filter the table; elsewhere, the arrows of its headers do.',
  slicersRefused:
    'This Excel refused the slicers: the filters above the table and the arrows of its headers do the same work.',
  slicers: { objective: 'Objective', owner: 'Owner', covered: 'Coverage' },
  pivotAlt: {
    activities: 'Number of activities by action and month, quarter or year, with totals.',
    occurrences: 'Number of dates by action and month, quarter or year, with totals.',
  },
  pivotRefused: 'This Excel refused the PivotTable: this plain table gives the same numbers.',
  total: 'Total',
  work: 'Work of the follow-up (do not change)',
} satisfies Shape<typeof fr>;
