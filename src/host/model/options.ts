/** How this Excel behaves; each switch is off or on in some real one. */
export interface HostOptions {
  /** Interface language, as `fr-CA`. */
  readonly locale: string;
  /** Typing or writing below a table makes it grow (an AutoCorrect choice of the person). */
  readonly tableGrowth: boolean;
  readonly readOnly: boolean;
  /** A cell is being edited: calls are refused. */
  readonly cellEditing: boolean;
  /** PivotTables cannot be made (some tenants refuse them). */
  readonly pivotsRefused: boolean;
  /** Slicers cannot be made (many builds fail at it). */
  readonly slicersRefused: boolean;
  /** Members that this Excel fails at, each as an error names it: `PageLayout.paperSize` where there is no printer. */
  readonly failsAt: readonly string[];
  /** Highest ExcelApi answered, as `1.15`. */
  readonly excelApi: string;
  /** What was done can be undone; without it a long run needs less memory. */
  readonly keepsUndo: boolean;
  /** Milliseconds that what Excel says takes to reach the add-in's page: a slow connection, a busy machine. */
  readonly answersAfter: number;
  /** Bytes of a request or a response above which Excel on the web refuses. */
  readonly payloadLimit: number;
  /** The clock: `TODAY()`, dates of properties. Serial number with time, local to the person. */
  readonly now: () => number;
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const UNIX_EPOCH = 25_569;

/** The clock of this machine as a serial number, in its time zone. */
function systemClock(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60_000) / MILLISECONDS_A_DAY + UNIX_EPOCH;
}

export const DEFAULT_OPTIONS: HostOptions = {
  locale: 'fr-CA',
  tableGrowth: true,
  readOnly: false,
  cellEditing: false,
  pivotsRefused: false,
  slicersRefused: false,
  failsAt: [],
  excelApi: '1.18',
  keepsUndo: true,
  answersAfter: 0,
  payloadLimit: 5 * 1024 * 1024,
  now: systemClock,
};

/** The words that Excel itself puts into a workbook, in the language of its interface. */
export interface HostWords {
  readonly sheet: string;
  readonly table: string;
  readonly column: string;
  readonly total: string;
  readonly chart: string;
}

const french: HostWords = { sheet: 'Feuil', table: 'Tableau', column: 'Colonne', total: 'Total', chart: 'Graphique ' };
const english: HostWords = { sheet: 'Sheet', table: 'Table', column: 'Column', total: 'Total', chart: 'Chart ' };

export function hostWords(locale: string): HostWords {
  return locale.toLowerCase().startsWith('fr') ? french : english;
}
