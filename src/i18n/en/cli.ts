import { formatNumber, plural } from '../format';
import type { cli as fr } from '../fr/cli';
import type { Shape } from '../shape';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('en', count)} ${plural('en', count, { one, other })}`;

export const cli = {
  usage: 'Usage: suivi COMMAND [options]',
  commandsTitle: 'Commands',
  optionsTitle: 'Options',
  generalNotes: [
    '“suivi COMMAND --help” shows the options of a command. “-” is standard input or output.',
    'Exit code: 0 done, 1 something is to be put right or confirmed, 2 nothing could be done.',
  ],
  placeholders: { FILE: 'FILE', OUT: 'FILE', TEXT: 'TEXT', DAY: 'DAY', NO: 'NO', URL: 'ADDRESS' },
  commands: {
    new: 'makes an empty tracking workbook',
    read: 'reads the plan and its activities',
    import: 'reads a document, and writes it to a workbook with -o',
    dates: 'reads dates in words, a line at a time',
    add: 'adds one activity to the workbook',
    report: 'builds the report sheet',
    check: 'looks for what is wrong in the workbook, and puts it right with --repair',
    coverage: 'builds the coverage sheet and its PivotTable',
  },
  options: {
    lang: 'language of the document, workbook or report: fr or en',
    output: 'workbook to write (“-”: standard output)',
    inPlace: 'replaces the workbook that was read',
    json: 'a result for programs, on standard output',
    into: 'workbook that receives what is new',
    item: 'number in the plan, as 1.1.3',
    dates: 'dates in words, as “June 2 and September 8, 2021”',
    title: 'title of the activity',
    details: 'details',
    with: 'participants, separated by semicolons',
    kind: 'kind of activity',
    link: 'link to evidence (http, https or mailto)',
    by: 'name of the person who enters it',
    from: 'first day counted, as 2021-06-01',
    to: 'last day counted',
    sinceCommittee: 'since the last committee meeting (Settings sheet)',
    onlyUncovered: 'only actions without activity',
    order: 'order of the report: plan, date, or news (what is new, then what is silent)',
    objective: 'one objective only, by its number',
    layout: 'columns of the report: columns (four) or compact (three, as in Word)',
    paper:
      'paper of a new report sheet: letter or a4; that of the country of the workbook’s language if nothing is said',
    dateList: 'adds the list of all activities by date',
    today: 'day to take for today',
    repair: 'makes the repairs that lose nothing and ask for no choice',
    repeated:
      'with --repair, identical rows: keep keeps all, told apart by their note, remove takes the extra ones away',
    help: 'shows this help',
  },
  unknownCommand: (p) => `Unknown command: “${p.command}”. Try “suivi --help”.`,
  unknownOption: (p) => `Unknown option: “${p.option}”.`,
  missingOption: (p) => `Option ${p.option} is missing.`,
  missingFile: 'The name of the workbook is missing.',
  tooManyArguments: (p) => `One argument too many: “${p.argument}”.`,
  missingOutput: 'Say where to write: “-o FILE”, or “--in-place” to replace the workbook that was read.',
  twoOutputs: 'Choose between “-o FILE” and “--in-place”.',
  inPlaceStdin: '“--in-place” does not go with standard input: give “-o FILE”.',
  sameFile: 'The file to write is the one being read: say “--in-place” if that is what you want.',
  badLanguage: (p) => `Unknown language: “${p.text}” (fr or en).`,
  badChoice: (p) => `${p.option} takes ${p.choices}, not “${p.text}”.`,
  badDay: (p) => `${p.option} takes a day such as 2021-06-01, not “${p.text}”.`,
  fromAfterTo: 'The first day counted comes after the last.',
  noCommitteeDate:
    'There is no committee date on the Settings sheet: write it on the “Committee meeting” line, or give --from.',
  badLink: (p) => `Link refused: “${p.link}”. It must begin with https:, http: or mailto:.`,
  noDate: 'No date was read. Nothing was written.',
  outputExists: (p) => `“${p.file}” is already there. Give another name, or delete it first.`,
  openElsewhere: (p) =>
    `“${p.file}” is open in another program: close it first. If it no longer is, delete the file “${p.lock}” beside it.`,
  fileFaults: {
    absent: 'it does not exist',
    noFolder: 'its folder does not exist',
    folder: 'it is a folder',
    forbidden: 'access is denied',
    busy: 'another program is using it',
    full: 'there is no room left',
    other: 'the system refused it',
  },
  notRead: (p) => `“${p.file}” could not be read: ${p.why}.`,
  notWritten: (p) => `“${p.file}” could not be written: ${p.why}. Nothing has changed.`,
  signatureRemoved:
    'The workbook had a digital signature, which holds only for what it was: it was removed from the file written.',
  standardInput: 'standard input',
  standardOutput: 'standard output',
  created: (p) => `Workbook made: ${p.file}`,
  imported: (p) =>
    `Imported and checked: ${counted(p.items, 'plan item', 'plan items')}, ${counted(p.activities, 'activity', 'activities')} (${p.file})`,
  nothingNew: 'The workbook already has everything in this document. Nothing was written.',
  added: (p) => `Saved and checked: ${p.sheet}, ${p.address} (${p.file})`,
  reportBuilt: (p) => `Report built: sheet ${p.sheet}, ${p.rows} rows (${p.file})`,
  coverageBuilt: (p) => `Coverage built: sheet ${p.sheet}, ${p.rows} rows of data (${p.file})`,
  pivotRefused: 'The PivotTable was refused: coverage is given as an ordinary table.',
  readSummary: (p) =>
    [
      counted(p.objectives, 'objective', 'objectives'),
      counted(p.strategies, 'strategy', 'strategies'),
      counted(p.actions, 'action', 'actions'),
      counted(p.activities, 'activity', 'activities'),
      counted(p.occurrences, 'date', 'dates'),
    ].join(', '),
  at: (p) => `${p.place}: ${p.message}`,
  checked: (p) =>
    p.problems === 0
      ? 'No problem.'
      : [
          counted(p.problems, 'problem', 'problems'),
          ...(p.safe > 0 ? [`${formatNumber('en', p.safe)} can be repaired safely`] : []),
          ...(p.asked > 0 ? [`${formatNumber('en', p.asked)} once somebody decides (the pane’s Check screen)`] : []),
        ].join(', '),
  repaired: (p) => `${counted(p.repairs, 'repair made and checked', 'repairs made and checked')} (${p.file})`,
  repairTo: (p) => `  ${p.place}: “${p.before}” → “${p.after}”`,
  newRow: 'new row',
  outputWithoutRepair: '“-o” and “--in-place” go with “--repair”: without repairs nothing is written.',
  repeatedWithoutRepair: '“--repeated” goes with “--repair”: without repairs nothing is written.',
  line: (p) => `line ${p.line}`,
  workbook: 'workbook',
} satisfies Shape<typeof fr>;
