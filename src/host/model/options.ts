import type { HostOptions } from './types';

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
