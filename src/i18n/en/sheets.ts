import type { sheets as fr } from '../fr/sheets';
import type { Shape } from '../shape';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const;
const ordinal = (nth: number): string => `${nth}${endings[ordinals.select(nth)]}`;

export const sheets = {
  names: {
    plan: 'Plan',
    activities: 'Activities',
    report: 'Report',
    coverage: 'Coverage',
    data: 'Data',
    settings: 'Settings',
  },
  plan: {
    no: 'No',
    objective: 'Objective',
    strategy: 'Strategy',
    action: 'Action',
    owner: 'Owner',
    due: 'Due',
    status: 'Status',
  },
  activities: {
    id: 'Id',
    date: 'Date',
    end: 'End',
    planNo: 'Plan no',
    title: 'Activity',
    details: 'Details',
    participants: 'With',
    note: 'Note',
    kind: 'Kind',
    link: 'Link',
    enteredBy: 'Entered by',
    enteredOn: 'Entered on',
  },
  occurrence: (p) => `${ordinal(p.nth)} time`,
  settings: { name: 'Name', value: 'Value' },
  settingNames: {
    organisation: 'Organisation',
    title: 'Title',
    strategyPeriod: 'Strategy period',
    actionPeriod: 'Action period',
    language: 'Language',
    committee: 'Committee meeting',
    format: 'Format version',
  },
  coverage: {
    no: 'No',
    objective: 'Objective',
    strategy: 'Strategy',
    action: 'Action',
    owner: 'Owner',
    covered: 'Coverage',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    date: 'Date',
    activities: 'Activities',
    occurrences: 'Occurrences',
  },
  objectiveLabel: (p) => `Strategic objective ${p.no} | ${p.title}`,
  languageTag: 'en-CA',
  page: (p) => `Page ${p.page} of ${p.pages}`,
} satisfies Shape<typeof fr>;
