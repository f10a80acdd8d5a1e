import { formatNumber, plural } from '../format';
import type { diagnostic as fr } from '../fr/diagnostic';
import type { Shape } from '../shape';

const count = (n: number, one: string, other: string) => `${formatNumber('en', n)} ${plural('en', n, { one, other })}`;

export const diagnostic = {
  title: 'Diagnostic',
  intro:
    'Suivi tries in your Excel what it needs, on a sheet that is added for it and removed at the end. The rest of the workbook does not change. It takes a few seconds.',
  run: 'Run the tests',
  again: 'Run again',
  stop: 'Stop',
  back: 'Back',
  running: (p: { done: number; total: number }) =>
    `Test ${formatNumber('en', p.done)} of ${formatNumber('en', p.total)}…`,
  notRun: 'The diagnostic could not be done',
  stopped: 'Tests stopped. The test sheet is removed.',
  allPassed: 'This Excel does all that Suivi needs.',
  someFailed: (p: { count: number }) =>
    `${count(p.count, 'test has failed', 'tests have failed')}: here is what Suivi does about it.`,
  excel: (p: { platform: string; version: string; api: string }) =>
    `Excel${p.platform === '' ? '' : ` (${p.platform})`}${p.version === '' ? '' : ` ${p.version}`}, ExcelApi ${p.api}`,
  languages: (p: { display: string; content: string }) => `Interface ${p.display}, workbook ${p.content}`,
  groups: {
    failed: (p: { count: number }) => count(p.count, 'failure', 'failures'),
    notApplicable: (p: { count: number }) => `${formatNumber('en', p.count)} not applicable here`,
    passed: (p: { count: number }) => `${formatNumber('en', p.count)} passed`,
  },
  outcomes: { passed: 'passed', failed: 'failed', notApplicable: 'not applicable' },
  report: 'Report to copy',
  reportHint:
    'To send with a request for help. It holds no text of your activities; the names of protected sheets and filtered tables are in it.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Copying is blocked here: the text is selected, press Ctrl+C.',
  probes: {
    cellEditing: {
      name: 'No cell being edited',
      remedy: 'Suivi waits until you have finished. Press Enter or Esc in the sheet, then run again.',
    },
    readOnly: {
      name: 'Workbook open for editing',
      remedy: 'Suivi reads the workbook and writes nothing. The other tests were not done.',
    },
    protectedWorkbook: {
      name: 'Structure of the workbook without protection',
      remedy: 'Suivi rebuilds the sheets that are there and adds none. The other tests, which need one, were not done.',
    },
    protectedSheets: {
      name: 'Sheets without protection',
      remedy: 'Suivi does not write on a protected sheet and removes no protection: it says so.',
    },
    filteredTables: {
      name: 'Tables without a filter',
      remedy: 'Suivi adds nothing to a filtered table, where Excel would misplace the rows. Clear the filter.',
    },
    api113: { name: 'ExcelApi 1.13', remedy: 'Suivi does not open in an older Excel.' },
    api114: { name: 'ExcelApi 1.14', remedy: 'Nothing is lost: no command of Suivi needs it.' },
    api115: { name: 'ExcelApi 1.15', remedy: 'Nothing is lost: no command of Suivi needs it.' },
    api118: { name: 'ExcelApi 1.18', remedy: 'The report puts the title of each activity on a line of its own.' },
    api120: { name: 'ExcelApi 1.20', remedy: 'Undo in the pane remains the way back.' },
    cultureInfo: {
      name: 'Language of the workbook',
      remedy: 'Suivi takes the language of the Settings sheet, or French.',
    },
    scratchSheet: {
      name: 'Adding and removing a sheet',
      remedy:
        'The structure of the workbook may be protected: Suivi can only build on sheets that exist. If a sheet named Suivi~1 has stayed, delete it.',
    },
    textEscapes: {
      name: 'Texts that begin with =, +, -, @',
      remedy: 'Suivi reads each addition back and takes away what Excel has not kept. Do not add such texts here.',
    },
    longText: {
      name: 'Long text that begins with a dash',
      remedy: 'Excel refuses such a text and nothing is written. Split it into several details.',
    },
    longestText: {
      name: 'Text of 32,767 characters',
      remedy: 'The addition is read back: a text cut short is taken away and Suivi says so.',
    },
    isoText: {
      name: 'Texts that look like dates or numbers',
      remedy: 'The addition is read back: a text that Excel has changed is taken away and Suivi says so.',
    },
    textFormat: {
      name: 'Number formats kept as they are',
      remedy: 'Dates stay right, but may be shown in another way.',
    },
    serials: {
      name: 'Dates read back the same',
      remedy: 'The addition is read back: where it differs it is taken away.',
    },
    dateSystem: {
      name: 'Calendar from 1900',
      remedy:
        'This workbook counts days from 1904: dates written by Suivi would be four years off. Clear Use 1904 date system (Options, Advanced) before you enter anything.',
    },
    formulas: {
      name: 'English formulas on a table',
      remedy: 'The live list of the coverage does not calculate: rely on the report.',
    },
    tableGrowth: {
      name: 'The table grows by itself',
      remedy: 'Suivi makes the table longer itself after each addition, at the cost of one more round trip.',
    },
    tableResize: {
      name: 'Making a table longer',
      remedy: 'If Excel does not do it by itself either, the addition is taken away and Suivi says so.',
    },
    emptyTable: {
      name: 'Blank row of a new table',
      remedy: 'The first activity may leave a blank row: Check reports it.',
    },
    filterSeen: {
      name: 'Filters can be seen',
      remedy: 'Clear filters before you add: Suivi cannot see them here.',
    },
    searchGuard: {
      name: 'A search stops what comes after it',
      remedy:
        'While Suivi writes, see that nobody else sorts: where Excel’s answer is lost as well, it says that nothing is sure.',
    },
    largeRequest: {
      name: 'Request of 3.5 MB',
      remedy: 'Excel refuses large imports and reports: choose a shorter period.',
    },
    pivot: { name: 'PivotTable', remedy: 'The coverage is built with an ordinary table instead.' },
    pivotRefresh: {
      name: 'PivotTable refreshed',
      remedy: 'Build the coverage again after each change: the PivotTable does not follow.',
    },
    pivotFilter: {
      name: 'Filters of the PivotTable',
      remedy: 'What you had hidden in the PivotTable shows again after each build.',
    },
    slicers: { name: 'Slicers', remedy: 'The coverage is built without slicers and says so.' },
    chart: { name: 'Chart', remedy: 'The coverage is built without charts: their figures are there.' },
    printSetup: {
      name: 'Page set-up',
      remedy: 'Look at the preview before you print: orientation, width, repeated headings.',
    },
    stage: {
      name: 'Hidden sheet copied over another',
      remedy: 'Read the report over: texts, links or bold type may be missing.',
    },
    panes: {
      name: 'Frozen panes and page breaks',
      remedy: 'The report is built without them: pages break where Excel wants.',
    },
    manyAreas: {
      name: 'Heights and lines of several rows at once',
      remedy: 'Lines of the report may be missing, and heights may need adjusting.',
    },
    autofit: {
      name: 'Row heights fitted',
      remedy: 'Suivi computes the heights of the report itself; those of the coverage may need a hand.',
    },
    conditionalFormat: {
      name: 'Conditional formatting',
      remedy: 'The state of each action is still written as a sign and a word, without colour.',
    },
    names: {
      name: 'Hidden names',
      remedy: 'Suivi no longer knows the sheets that it has built and refuses to build there: rename them.',
    },
    links: { name: 'Links', remedy: 'The address of the evidence is written in full.' },
    textRuns: {
      name: 'Several fonts in a cell',
      remedy: 'The report puts the title of each activity on a line of its own.',
    },
    events: {
      name: 'Changes are announced',
      remedy: 'The pane does not follow the sheet: open it again to see what others have changed.',
    },
  },
} satisfies Shape<typeof fr>;
