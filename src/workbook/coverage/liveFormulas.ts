import type { DayRange } from '../../plan';
import { toSerial } from '../contract/serial';

/** The columns of the activities' table that count, twice: as columns of their sheet, and as columns of the table. */
export interface ActivityColumns {
  /** `'Activités'!$A:$A`; no end where the table has no such column. */
  readonly onSheet: Readonly<Record<CountedColumn, string>> & { readonly end?: string };
  /** `Activites[Id]`. */
  readonly inTable: Readonly<Record<CountedColumn, string>> & { readonly end?: string };
}

type CountedColumn = 'id' | 'date' | 'planNo';

/** The working columns, a row of each for a row of the activities' sheet. */
export const workColumns = ['nos', 'weights', 'starts', 'ends', 'ids'] as const;

/** Where they stand, absolute and with their sheet. */
export type WorkArea = Readonly<Record<(typeof workColumns)[number], string>>;

/**
 * The formulas by which the coverage sheet counts the activities by itself, so that it is right at once when somebody
 * without the add-in adds a row, puts one in between two others, takes one out or sorts them. English functions and
 * commas, as files and the API have them.
 *
 * The working columns have, for each row of the table and some to spare, what counts of it in the period: its plan
 * number, its weight, its first and last days, its id; nothing where it has no number, no date, or is outside. An
 * activity of three dates has three rows and counts once: each of its rows weighs a third, whatever their order; a
 * row without an id is an activity of its own, and so is one whose id Excel cannot look for. A dot follows the number,
 * so that `1.1.*` finds 1.1 and all under it, never 1.10, and Excel cannot take 1.10 for the number 1.1; a comma, which
 * French keypads give, is a dot.
 *
 * A working row shows the row of the activities' sheet that has its own number: `@` takes of a whole column the cell in
 * the row of the formula, and means the same row when rows come or go above it. A reference to the cell itself would go
 * with it when a row is put in, which nothing then counts; an INDEX may give several cells, so that Excel keeps each
 * as an array formula of its own, and LibreOffice goes on counting a row taken out. The sign stands where a single
 * value is wanted, for there files leave it out, and every program reads them so: not as an argument of MAX or of AND.
 * The price is that all working rows are computed again when a date, a number or an id changes, which is what the
 * weights took before; and no formula has to be written anew when a row is put in.
 *
 * A fifth column has the ids of what is in the period, where there is one: without, the table's own column is as good.
 *
 * `first` are the working cells of that same row.
 */
export function workFormulas(
  { onSheet: { id, date, planNo, end } }: ActivityColumns,
  first: WorkArea,
  work: WorkArea,
  { from, to }: DayRange,
): string[] {
  const conditions = [
    `ISNUMBER(${first.starts})`,
    ...(to === null ? [] : [`${first.starts}<=${toSerial(to)}`]),
    ...(from === null ? [] : [`${first.ends}>=${toSerial(from)}`]),
  ];
  const isOpen = from === null && to === null;
  const counted = `IF(AND(${conditions.join(',')}),SUBSTITUTE(TRIM(@${planNo}),",",".")&".","")`;
  const where = (formula: string) => `=IF(${first.nos}="","",${formula})`;
  return [
    `=IF(@${planNo}="","",${counted})`,
    where(`IF(@${id}="",1,IFERROR(1/COUNTIFS(${isOpen ? id : work.ids},"="&@${id}),1))`),
    `=IF(@${date}="","",@${date})`,
    `=${end === undefined ? first.starts : `IF(ISNUMBER(@${end}),IF(@${end}>${first.starts},@${end},${first.starts}),${first.starts})`}`,
    ...(isOpen ? [] : [where(`@${id}&""`)]),
  ];
}

/**
 * How many rows of the table should count and are in no working row: there are more than there was room for when this
 * was built, or the working rows were moved. Rows without a number or a date do not count, nor those outside the period.
 */
export function uncountedFormula({ inTable }: ActivityColumns, work: WorkArea, { from, to }: DayRange): string {
  const { date, planNo, end } = inTable;
  const until = to === null ? [] : [date, `"<=${toSerial(to)}"`];
  const since = from === null ? 0 : toSerial(from);
  const inPeriod = [
    [date, `">=${since}"`, ...until],
    ...(from === null || end === undefined
      ? []
      : [[date, `">=0"`, date, `"<${since}"`, end, `">=${since}"`, ...until]]),
  ];
  // A number that somebody typed as one is no text, and `?*` does not find it.
  const rows = inPeriod.flatMap((conditions) =>
    ['"?*"', '">0"'].map((criterion) => `COUNTIFS(${[planNo, criterion, ...conditions].join(',')})`),
  );
  return `=MAX(0,${rows.join('+')}-COUNTIFS(${work.nos},"?*"))`;
}

/** That number in words, nothing where it is none; `count` is its cell. */
export function uncountedNote(count: string, words: { readonly one: string; readonly other: string }): string {
  return `=IF(${count}=0,"",${count}&IF(${count}=1,${text(words.one)},${text(words.other)}))`;
}

export interface StateWords {
  readonly none: string;
  readonly active: string;
  readonly silent: string;
  /** Days without anything after which an item is silent. */
  readonly silentAfter: number;
}

/**
 * Activities, dates, first, last, days since and state of the item whose number is in column A of that row (1-based). Its
 * first and last days are those in the period.
 */
export function itemFormulas(work: WorkArea, row: number, states: StateWords, { from, to }: DayRange): string[] {
  const under = `$A${row}&".*"`;
  const unlessNone = (formula: string) => `=IF($F${row}=0,"",${formula})`;
  const first = `MINIFS(${work.starts},${work.nos},${under})`;
  const last = `MAXIFS(${work.ends},${work.nos},${under})`;
  return [
    `=ROUND(SUMIFS(${work.weights},${work.nos},${under}),0)`,
    `=COUNTIFS(${work.nos},${under})`,
    unlessNone(from === null ? first : `MAX(${first},${toSerial(from)})`),
    unlessNone(to === null ? last : `MIN(${last},${toSerial(to)})`),
    unlessNone(`TODAY()-$H${row}`),
    `=IF($F${row}=0,${text(states.none)},IF($I${row}>${states.silentAfter},${text(states.silent)},${text(states.active)}))`,
  ];
}

/** Actions of the strategy in column A of that row with and without activity, from the list's rows (1-based). */
export function strategyFormulas(row: number, list: { readonly first: number; readonly last: number }): string[] {
  const range = (letter: string) => `$${letter}$${list.first}:$${letter}$${list.last}`;
  const under = `${range('A')},$A${row}&".?*"`;
  return [`=COUNTIFS(${under},${range('F')},">0")`, `=COUNTIFS(${under},${range('F')},0)`];
}

/**
 * What has become of an item that had had nothing: of its due date in column `due` of that row, and of its activities,
 * which the live list counts in a row of its own. Rows are 1-based.
 */
export function uncoveredFormula(
  { row, listRow, due }: { readonly row: number; readonly listRow: number; readonly due: string },
  words: { readonly coveredSince: string; readonly late: string },
): string {
  const isLate = `AND($${due}${row}<>"",$${due}${row}<TODAY())`;
  return `=IF($F$${listRow}>0,${text(words.coveredSince)},IF(${isLate},${text(words.late)},""))`;
}

/** How many actions have had activity, as a sentence: the two columns of figures of the strategies, from a row (1-based). */
export function coveredFormula(
  row: number,
  rows: number,
  words: { readonly before: string; readonly between: string },
): string {
  const sum = (last: string) => `SUM($E$${row}:$${last}$${row + rows - 1})`;
  return `=${text(words.before)}&${sum('E')}&${text(words.between)}&${sum('F')}`;
}

/** `Activites[No plan]`: brackets, apostrophes and number signs in a header are escaped. */
export function columnReference(table: string, header: string): string {
  return `${table}[${header.replace(/[[\]#']/g, "'$&")}]`;
}

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
