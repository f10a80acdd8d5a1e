import { formatNumber, plural } from '../format';
import type { screens as fr } from '../fr/screens';
import type { Shape } from '../shape';

const count = (n: number, one: string, other: string) => `${formatNumber('en', n)} ${plural('en', n, { one, other })}`;

export const screens = {
  edit: {
    heading: 'Edit the activity',
    save: 'Save',
    saving: 'Recording…',
    remove: 'Delete',
    removing: 'Deleting…',
    back: 'Back',
    unchanged: 'Nothing is changed yet.',
    saved: 'Change recorded and verified',
    removed: (p) => `“${p.title}” was deleted from the workbook.`,
    where: (p) => `“${p.title}”: ${p.sheet}, ${p.address}`,
    goTo: 'Show in the sheet',
    undo: 'Undo',
    undoing: 'Undoing…',
    undone: (p) => `“${p.title}” is back as it was.`,
    failed: {
      save: 'The activity was not changed',
      remove: 'The activity was not deleted',
      undo: 'The operation was not undone',
    },
    noRecent: 'No activity yet.',
    editOne: (p) => `Edit “${p.title}”`,
  },

  plan: {
    search: 'Search the plan',
    searchPlaceholder: 'Number or words',
    show: 'Show',
    which: {
      all: 'The whole plan',
      uncovered: 'Without activity',
      silent: 'Silent',
    },
    days: 'Days without activity',
    from: 'Counted from',
    fromToday: 'today',
    fromCommittee: (p) => `the committee of ${p.date}`,
    owner: 'Owner',
    anyOwner: 'Owners',
    found: (p) =>
      p.count === p.total
        ? `${count(p.total, 'item', 'items')} in the plan`
        : `${formatNumber('en', p.count)} of ${count(p.total, 'item', 'items')}`,
    none: 'Nothing in the plan matches these filters.',
    clear: 'Clear the filters',
    tree: 'Plan',
    activities: (p) => (p.count === 0 ? 'No activity' : count(p.count, 'activity', 'activities')),
    covered: (p) => `${formatNumber('en', p.covered)} of ${count(p.total, 'action', 'actions')} with activity`,
    last: (p) => `last on ${p.date}`,
    silentFor: (p) => `${count(p.days, 'day', 'days')} ago`,
    toCome: 'to come',
    goTo: 'Show the row',
    notShown: 'The row could not be shown',
    add: 'Add an activity',
    uncounted: (p) => `${count(p.count, 'activity counts', 'activities count')} for no item of the plan.`,
  },

  settings: {
    intro: 'These settings are on the Settings sheet of the workbook: everybody who opens it shares them.',
    organisation: 'Organisation',
    title: 'Title of the report',
    strategyPeriod: 'Period of the strategies',
    actionPeriod: 'Period of the actions',
    periodPlaceholder: '2020-2023',
    language: 'Language of the report',
    languages: { 'fr-CA': 'French', 'en-CA': 'English' },
    lastCommittee: 'Last committee',
    lastCommitteeHint: 'The report and the plan can count from that day.',
    badDate: 'This date cannot be read.',
    save: 'Save',
    saving: 'Recording…',
    reset: 'Reset',
    unchanged: 'Nothing is changed yet.',
    saved: 'Settings recorded and verified',
    undo: 'Undo',
    undoing: 'Undoing…',
    undone: 'The settings are back as they were.',
    changedElsewhere: 'Somebody has changed the settings while you were editing them. “Reset” reads them again.',
    failed: { save: 'The settings were not recorded', undo: 'The settings were not put back' },
  },

  check: {
    title: 'Problems of the workbook',
    none: 'No problem in the workbook.',
    noneText: 'Everything in it can be read, dated and placed in the plan.',
    counts: (p) => count(p.count, 'problem', 'problems'),
    severities: {
      error: (p) => `${count(p.count, 'error', 'errors')}: to correct`,
      warning: (p) => `${count(p.count, 'warning', 'warnings')}: to review`,
      info: (p) => `${count(p.count, 'note', 'notes')}: to know`,
    },
    meaning: {
      error: 'Something is not counted or has no place in the plan.',
      warning: 'Kept and counted, but to be put right.',
      info: 'Of no consequence for the tracking.',
    },
    more: (p) => `Show ${count(p.count, 'other', 'others')}`,
    again: 'Check again',
    checking: 'Checking…',
    export: 'List to copy',
    exportHint: 'One line a problem, to paste into an e-mail or a sheet: severity, place, explanation.',
    copy: 'Copy the list',
    copied: 'List copied.',
    notCopied: 'The browser refuses to copy: the list is selected, press Ctrl+C.',
  },
} satisfies Shape<typeof fr>;
