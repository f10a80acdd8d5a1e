import { formatNumber, plural } from '../format';
import type { taskpane as fr } from '../fr/taskpane';
import type { Shape } from '../shape';

const count = (n: number, one: string, other: string) => `${formatNumber('en', n)} ${plural('en', n, { one, other })}`;

export const taskpane = {
  name: 'Suivi',
  screens: {
    label: 'Suivi screens',
    add: 'Add',
    report: 'Report',
    import: 'Import',
    plan: 'Plan',
    check: 'Check',
    settings: 'Settings',
  },

  loading: 'Reading the workbook…',
  retry: 'Try again',
  details: 'Details',
  close: 'Close',

  unavailable: {
    officeMissing: {
      title: 'Suivi cannot reach Excel',
      text: 'Microsoft’s program that connects Suivi to Excel (office.js) could not be loaded. Check the Internet connection, then open the pane again.',
    },
    notExcel: {
      title: 'Suivi opens in Excel',
      text: 'This page is the pane of an Excel add-in. Open a workbook in Excel, then choose Open Suivi on the Home tab.',
    },
    tooOld: {
      title: 'This version of Excel is too old',
      text: 'Suivi takes ExcelApi 1.13: Office LTSC 2021, Microsoft 365 or Excel for the web. Update Office, or open this workbook in Excel for the web. Nothing was changed.',
    },
    crashed: {
      title: 'The pane has stopped',
      text: 'An unforeseen error stopped the pane. What you had entered is kept. Reload the pane; if the error comes back, copy the details.',
    },
    reload: 'Reload the pane',
  },

  notFetched: {
    title: 'This part of Suivi could not be loaded',
    text: 'There is no connection. Nothing is lost: what you had typed is kept. Restore the connection, then try again.',
  },
  offline: {
    title: 'Offline',
    text: 'Suivi goes on: what it does happens in your workbook and takes no network.',
  },
  cellEdit: {
    title: 'Excel is waiting for an entry to end',
    text: 'A cell is being edited in the sheet. Press Enter or Esc in the sheet: Suivi will go on by itself.',
  },
  stale: 'The workbook could not be read again: what you see is the reading before',
  emptyPlan: {
    title: 'The plan is empty',
    text: 'Enter the objectives, strategies and actions on the Plan sheet, one action a row. The pane reads them as you go.',
  },
  readOnly: 'This workbook is read-only: you can read it, but Suivi cannot write anything in it.',
  protectedSheets: (p) =>
    p.sheets.length === 1
      ? `The sheet ${p.sheets.map(quoted).join('')} is protected: remove the protection (Review tab) to write in it.`
      : `The sheets ${list(p.sheets.map(quoted))} are protected: remove the protection (Review tab) to write in them.`,

  problems: {
    summary: (p) => `${count(p.count, 'problem', 'problems')} in the workbook`,
    more: (p) => `and ${count(p.count, 'other', 'others')}`,
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    goTo: (p) => `Go to ${p.place}`,
    workbook: 'Workbook',
    line: (p) => `line ${p.line}`,
  },

  picker: {
    label: 'Action of the plan',
    placeholder: 'Number or words, as “1.2”',
    open: 'Show the plan',
    listLabel: 'Items of the plan',
    none: 'Nothing in the plan matches.',
    more: (p) => `${count(p.count, 'other item', 'other items')}: narrow the search.`,
    found: (p) => count(p.count, 'item found', 'items found'),
    activities: (p) => (p.count === 0 ? 'No activity' : count(p.count, 'activity', 'activities')),
    last: (p) => `last on ${p.date}`,
    under: (p) => `Strategy: ${p.text}`,
    recent: 'Recent',
    gone: (p) => `Number ${p.no} is no longer in the plan.`,
  },

  add: {
    dates: 'Dates',
    datesPlaceholder: 'June 2 and September 8, 2021',
    reading: 'Dates read',
    inferred: 'year inferred',
    unread: (p) => `“${p.text}” is not a date. Enter the day, the month and the year, and the rest under Details.`,
    notes: 'Notes by date',
    noteOf: (p) => `Note of ${p.date}`,
    calendar: 'Choose a date in a calendar',
    calendarKeys: 'Alt+↓ opens a calendar.',
    title: 'Title',
    titlePlaceholder: 'Meeting, training, interview…',
    details: 'Details',
    participants: 'With',
    participantsPlaceholder: 'Names separated by semicolons',
    more: 'Kind, link and author',
    kind: 'Kind',
    kindPlaceholder: 'Meeting, training…',
    link: 'Link',
    linkPlaceholder: 'https://…',
    author: 'Entered by',
    submit: 'Add the activity',
    submitKeys: 'Ctrl+Enter',
    submitting: 'Recording…',
    clear: 'Clear',
    restored: 'Your draft is back where you left it.',
    notKept: 'The browser keeps no draft here: what is not added is lost when the pane closes.',
    blockRead: 'Block pasted: check what was put in each field.',
    recent: 'Recent activities',
    rowSelected: (p) => `Selected row: “${p.title}”`,
    edit: 'Edit this activity',
    issues: {
      goneNo: 'This item is no longer in the plan. Choose another one.',
      planNo: 'Choose the item of the plan that the activity serves.',
      dates: 'Enter at least one date.',
      title: 'Give the activity a title.',
      link: 'Enter an address that begins with https://, http:// or mailto:.',
    },
  },

  added: {
    title: 'Recorded and verified',
    where: (p) => `“${p.title}”: ${p.sheet}, ${p.address}`,
    goTo: 'Show in the sheet',
    undo: 'Undo',
    undoing: 'Undoing…',
    undone: (p) => `“${p.title}” was taken back.`,
    putBack: 'Fill the form again',
  },

  failed: {
    add: 'The activity was not added',
    undo: 'The addition was not undone',
    read: 'The workbook could not be read',
    create: 'The tracking workbook was not created',
    report: 'The report was not built',
    coverage: 'The coverage was not built',
    go: 'The sheet could not be shown',
  },
} satisfies Shape<typeof fr>;

function quoted(text: string): string {
  return `“${text}”`;
}

function list(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
