import type { DayRange } from '../../plan';
import { toSerial } from '../contract/serial';

/** The cells of a row of the activities' table, absolute columns with their sheet, and the whole column of its ids. */
export interface ActivityCells {
  readonly id: string;
  /** `Activites[Id]`. */
  readonly ids: string;
  readonly date: string;
  /** Absent where the table has no such column. */
  readonly end?: string;
  readonly planNo: string;
}

/** The working columns, a row of each for a row of activities. */
export const workColumns = ['nos', 'weights', 'starts', 'ends', 'ids'] as const;

/** Where they stand, absolute and with their sheet. */
export type WorkArea = Readonly<Record<(typeof workColumns)[number], string>>;

/**
 * The formulas by which the coverage sheet counts the activities by itself, so that it is right at once
 * when somebody without the add-in adds a row. English functions and commas, as files and the API have them.
 *
 * The working columns have, for each row of the table and some to spare, what counts of it in the period: its plan
 * number, its weight, its first and last days; nothing where it has no number, no date, or is outside. An
 * activity of three dates has three rows and counts once: each of its rows weighs a third, whatever their order; a
 * row without an id is an activity of its own. A dot follows the number, so that `1.1.*` finds 1.1 and all under it,
 * never 1.10, and Excel cannot take 1.10 for the number 1.1; a comma, which French keypads give, is a dot.
 *
 * The cells are referred to directly. An INDEX into the columns by ROW() would count a row put in between two others
 * before the next build, and none would become #REF!, but Excel takes an INDEX that comes through the API for several
 * cells and keeps each as an array formula of its own; and LibreOffice, with 100,000 rows, takes twice the memory and
 * six times as long for a row taken out, which it then goes on counting where the column is a table's.
 *
 * A fifth column has the ids of what is in the period, where there is one: without, the table's own column is as good.
 *
 * `first` are the working cells of that same row.
 */
export function workFormulas(
  cells: ActivityCells,
  first: Readonly<Record<(typeof workColumns)[number], string>>,
  work: WorkArea,
  { from, to }: DayRange,
): string[] {
  const last = cells.end === undefined ? cells.date : `MAX(${cells.date},${cells.end})`;
  const conditions = [
    `${cells.planNo}<>""`,
    `ISNUMBER(${cells.date})`,
    ...(to === null ? [] : [`${cells.date}<=${toSerial(to)}`]),
    ...(from === null ? [] : [`${last}>=${toSerial(from)}`]),
  ];
  const isOpen = from === null && to === null;
  const where = (formula: string) => `=IF(${first.nos}="","",${formula})`;
  return [
    `=IF(AND(${conditions.join(',')}),SUBSTITUTE(TRIM(${cells.planNo}),",",".")&".","")`,
    where(`IF(${cells.id}="",1,1/COUNTIFS(${isOpen ? cells.ids : work.ids},${cells.id}))`),
    // Days of rows that do not count are found by no number: they need not be left out.
    `=${from === null ? cells.date : `MAX(${cells.date},${toSerial(from)})`}`,
    `=${to === null ? last : `MIN(${last},${toSerial(to)})`}`,
    ...(isOpen ? [] : [where(`${cells.id}&""`)]),
  ];
}

export interface StateWords {
  readonly none: string;
  readonly active: string;
  readonly silent: string;
  /** Days without anything after which an item is silent. */
  readonly silentAfter: number;
}

/** Activities, dates, first, last, days since and state of the item whose number is in column A of that row (1-based). */
export function itemFormulas(work: WorkArea, row: number, states: StateWords): string[] {
  const under = `$A${row}&".*"`;
  const unlessNone = (formula: string) => `=IF($F${row}=0,"",${formula})`;
  return [
    `=ROUND(SUMIFS(${work.weights},${work.nos},${under}),0)`,
    `=COUNTIFS(${work.nos},${under})`,
    unlessNone(`MINIFS(${work.starts},${work.nos},${under})`),
    unlessNone(`MAXIFS(${work.ends},${work.nos},${under})`),
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
