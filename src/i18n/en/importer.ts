import { formatNumber, plural } from '../format';
import type { importer as fr } from '../fr/importer';
import type { Shape } from '../shape';

const count = (n: number, one: string, other: string) => `${formatNumber('en', n)} ${plural('en', n, { one, other })}`;

export const importer = {
  title: 'Import a document',
  source: {
    intro:
      'Copy your report in Word, Excel or a Web page, then paste it here (Ctrl+V). Nothing is written in the workbook before you choose Import.',
    field: 'Text of the document',
    placeholder: 'Paste the document here…',
    shortened: (p) =>
      `${formatNumber('en', p.shown)} characters shown of ${formatNumber('en', p.length)}; the whole text is kept.`,
    read: 'Read this text',
    file: 'Choose a file…',
    fileHint: 'Word (.docx), Excel (.xlsx), CSV, Markdown, text or HTML page',
    sheet: 'Read the active sheet',
    reading: 'Reading the document…',
    close: 'Back',
  },
  origin: {
    paste: 'the text pasted',
    file: (p) => `the file ${p.name}`,
    sheet: (p) => `the sheet ${p.name}`,
  },
  refused: 'This document was not read',
  unreadFile: 'The file could not be opened. Check that it is still there, then choose it again.',
  notAPlan: {
    title: 'This document is not a plan',
    text: 'Suivi found no objectives, no actions and no dated activities in it. Nothing was created.',
  },
  nothingNew: {
    title: 'It is all there already',
    text: 'The workbook already holds everything that this document says. There is nothing to import.',
  },
  preview: {
    title: 'Preview',
    from: (p) => `Read from ${p.origin}. Nothing is written yet.`,
    activities: (p) => count(p.count, 'activity', 'activities'),
    objectives: (p) => count(p.count, 'objective', 'objectives'),
    strategies: (p) => count(p.count, 'strategy', 'strategies'),
    actions: (p) => count(p.count, 'action', 'actions'),
    toAdd: (p) => `To add: ${p.what}.`,
    known: (p) =>
      `${count(p.count, 'activity is', 'activities are')} in the workbook already: nothing will be changed there.`,
    changed: (p) => `${count(p.count, 'text differs', 'texts differ')} in the document: the workbook’s is kept`,
    gone: (p) => `${count(p.count, 'item', 'items')} of the workbook not in the document: nothing is taken out`,
    discard: 'Another document',
  },
  doubts: {
    title: 'To check',
    none: 'Nothing to check.',
    years: (p) =>
      plural('en', p.count, {
        one: 'One activity has no year written.',
        other: `${formatNumber('en', p.count)} activities have no year written.`,
      }),
    year: (p) => plural('en', p.count, { one: 'Its year', other: 'Their year' }),
    yearWrong: 'Type a year of four digits, between 1900 and 2199.',
    dates: (p) => `Date to correct: “${p.text}”`,
    datesField: 'Dates',
    block: (p) =>
      plural('en', p.count, {
        one: `One activity of ${p.under} has no action beside it.`,
        other: `${formatNumber('en', p.count)} activities of ${p.under} have no action beside them.`,
      }),
    noItem: (p) =>
      plural('en', p.count, {
        one: 'One activity has no place in the plan.',
        other: `${formatNumber('en', p.count)} activities have no place in the plan.`,
      }),
    keep: (p) => `Leave under ${p.label}`,
    keepNone: 'Leave without a number',
    suggested: (p) => `Put under ${p.label}`,
    choose: 'Choose another item…',
    row: (p) =>
      plural('en', p.count, {
        one: 'One activity is filed under the action of its row: confirm it in the list.',
        other: `${formatNumber('en', p.count)} activities are filed under the action of their row: confirm them in the list.`,
      }),
    remarks: (p) => count(p.count, 'other remark', 'other remarks'),
    more: (p) => `and ${count(p.count, 'other', 'others')}`,
    which: (p) => plural('en', p.count, { one: 'Which one', other: 'Which ones' }),
  },
  plan: {
    title: 'Plan',
    isNew: 'new',
    subItems: (p) => count(p.count, 'sub-item', 'sub-items'),
    empty: 'This document holds no plan: its activities will go to the one in the workbook.',
  },
  list: {
    title: 'Activities',
    label: 'Activities to import',
    onlyDoubts: 'Only those to check',
    include: (p) => `Import “${p.title}”`,
    edit: 'Change',
    editLabel: (p) => `Change “${p.title}”`,
    done: 'Done',
    noDate: 'No date',
    noTitle: 'No title',
    unread: (p) => `“${p.text}”: not read`,
    with: (p) => `With: ${p.names}`,
    confirm: 'to confirm',
    inferred: 'year inferred',
    under: (p) => `Under ${p.label}`,
    nowhere: 'No place in the plan',
    source: 'Text read',
    reading: 'Dates read',
    candidates: (p) => `Actions of the same row: ${p.candidates}`,
    none: 'Nothing to check in the list.',
  },
  commit: {
    button: (p) =>
      p.activities > 0
        ? `Import ${count(p.activities, 'activity', 'activities')}`
        : `Import ${count(p.items, 'item of the plan', 'items of the plan')}`,
    nothing: 'Nothing to import',
    unreadDates: (p) =>
      `${count(p.count, 'activity', 'activities')} will be imported without the date that was not read.`,
    writing: 'Writing in the workbook…',
    progress: (p) => `${formatNumber('en', p.done)} rows of ${formatNumber('en', p.total)}`,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    failed: 'The import was not made',
  },
  done: {
    title: 'Imported and verified',
    summary: (p) =>
      `${count(p.activities, 'activity', 'activities')} and ${count(p.items, 'row of the plan', 'rows of the plan')} are in the workbook.`,
    undo: 'Undo the import',
    undoing: 'Undoing…',
    undone: 'The import was undone. The workbook is as it was before.',
    undoFailed: 'The import was not undone',
    goTo: (p) => `Show the sheet ${p.sheet}`,
    incomplete: 'To be completed',
    blank: {
      organisation: 'The name of the organisation is not entered.',
      title: 'The title of the report is not entered.',
    },
    settings: 'Open Settings',
    another: 'Import another document',
    back: 'Back to the preview',
    open: 'Open the plan',
  },
} satisfies Shape<typeof fr>;
