import type { CellValue, Point, Sheet } from '../host/model';

/** A cell being edited, in the cell or in the formula bar. */
export interface Editing {
  readonly sheet: string;
  readonly at: Point;
  readonly text: string;
  readonly where: 'cell' | 'bar';
  /** `enter`: begun by typing, arrows leave the cell; `edit`: begun by F2, arrows move in the text. */
  readonly mode: 'enter' | 'edit';
}

/** The text a person edits: what typing again would give the same cell. */
export function entryText(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells.get(row, column);
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { numberFormat, quotePrefix } = sheet.workbook.styles.get(cell.style);
  if (typeof cell.value === 'string') return quotePrefix ? `'${cell.value}` : cell.value;
  if (typeof cell.value === 'number') return numberEntry(cell.value, numberFormat, sheet.workbook.options.locale);
  return valueEntry(cell.value, sheet.text(row, column));
}

function valueEntry(value: CellValue, shown: string): string {
  return value === null ? '' : shown;
}

/** A date as `2021-06-02`, a percentage with its sign, another number in full with the locale's decimal mark. */
export function numberEntry(value: number, format: string, locale: string): string {
  if (isDateFormat(format) && value >= 0 && value < 2_958_466) return dateEntry(value);
  const decimal = (number: number) => String(number).replace('.', locale.startsWith('fr') ? ',' : '.');
  return bare(format).includes('%') ? `${decimal(Number((value * 100).toPrecision(15)))}%` : decimal(value);
}

/** Without literal texts, escapes, colours and locales: what is left is codes. */
const bare = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');

const isDateFormat = (format: string): boolean => format !== 'General' && /[ymdhs]/i.test(bare(format));

const millisecondsADay = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const unixEpoch = 25_569;

function dateEntry(serial: number): string {
  const whole = Math.floor(serial);
  // Excel has a 29 February 1900: the days before it are counted one short.
  const day = new Date((whole < 60 ? whole + 1 - unixEpoch : whole - unixEpoch) * millisecondsADay)
    .toISOString()
    .slice(0, 10);
  const seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 0) return day;
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return whole === 0 ? time : `${day} ${time}`;
}
