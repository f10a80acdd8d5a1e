import type { DayRange } from '../plan';
import { toSerial } from './serial';

/** How the formulas call the activities' table and its columns in this workbook. */
export interface ActivityNames {
  readonly table: string;
  readonly id: string;
  readonly date: string;
  /** Absent where the table has no such column. */
  readonly end?: string;
  readonly planNo: string;
}

/**
 * Formulas that count the activities by themselves, so that the follow-up is right at once when somebody
 * without the add-in adds a row. English functions and commas, as files and the API have them.
 *
 * A working area has a row for each row of the table, and some to spare. Its columns: the activity's id
 * where the row is in the period; the plan number with a dot after it; the same on the first such row of
 * each id only, so that an activity of several dates counts once whatever the order of the rows; the
 * first and the last day counted. The dot makes `1.1.*` find 1.1 and all under it and never 1.10, and
 * keeps Excel from taking 1.10 for the number 1.1.
 */
export const workColumns = ['key', 'no', 'first', 'start', 'end'] as const;

export type WorkColumn = (typeof workColumns)[number];

/** Where the working area stands: letters of its columns, first and last row (1-based), the sheet quoted. */
export interface WorkArea {
  readonly sheet: string;
  readonly letters: Readonly<Record<WorkColumn, string>>;
  readonly first: number;
  readonly last: number;
}

/** The formulas of one row of the working area. */
export function workFormulas(
  names: ActivityNames,
  period: DayRange,
  { letters, first, last }: WorkArea,
  row: number,
): string[] {
  const position = `ROW()-${first - 1}`;
  const at = (header: string) => `INDEX(${column(names.table, header)},${position})`;
  const ids = column(names.table, names.id);
  const start = at(names.date);
  const end = names.end === undefined ? start : `MAX(${start},${at(names.end)})`;
  const from = period.from === null ? null : toSerial(period.from);
  const to = period.to === null ? null : toSerial(period.to);
  const conditions = [
    `ISNUMBER(${start})`,
    ...(from === null ? [] : [`${end}>=${from}`]),
    ...(to === null ? [] : [`${start}<=${to}`]),
  ];
  const isCounted = conditions.length === 1 ? conditions[0]! : `AND(${conditions.join(',')})`;
  const key = `$${letters.key}${row}`;
  const keys = `$${letters.key}$${first}:$${letters.key}$${last}`;
  const unless = (formula: string) => `=IF(${key}="","",${formula})`;
  return [
    `=IF(${position}>ROWS(${ids}),"",IF(${isCounted},IF(${at(names.id)}="","#"&ROW(),${at(names.id)}&""),""))`,
    unless(`SUBSTITUTE(TRIM(${at(names.planNo)}),",",".")&"."`),
    unless(`IF(MATCH(${key},${keys},0)=${position},$${letters.no}${row},"")`),
    unless(from === null ? start : `MAX(${from},${start})`),
    unless(to === null ? end : `MIN(${to},${end})`),
  ];
}

/** Activities, dates, first, last, days since and state of the item whose number is in column A of that row. */
export function itemFormulas(
  area: WorkArea,
  row: number,
  states: { readonly none: string; readonly active: string; readonly silent: string; readonly silentAfter: number },
): string[] {
  const range = (name: WorkColumn) =>
    `${area.sheet}!$${area.letters[name]}$${area.first}:$${area.letters[name]}$${area.last}`;
  const wanted = `$A${row}&".*"`;
  return [
    `=COUNTIFS(${range('first')},${wanted})`,
    `=COUNTIFS(${range('no')},${wanted})`,
    `=IF($F${row}=0,"",MINIFS(${range('start')},${range('no')},${wanted}))`,
    `=IF($F${row}=0,"",MAXIFS(${range('end')},${range('no')},${wanted}))`,
    `=IF($F${row}=0,"",TODAY()-$H${row})`,
    `=IF($F${row}=0,${text(states.none)},IF($I${row}>${states.silentAfter},${text(states.silent)},${text(states.active)}))`,
  ];
}

/** Actions of the strategy in column A of that row with and without activity, from the list's rows (1-based). */
export function strategyFormulas(row: number, list: { readonly first: number; readonly last: number }): string[] {
  const range = (letter: string) => `$${letter}$${list.first}:$${letter}$${list.last}`;
  const under = `${range('A')},$A${row}&".?*"`;
  return [`=COUNTIFS(${under},${range('F')},">0")`, `=COUNTIFS(${under},${range('F')},0)`];
}

/** `Activites[No plan]`: brackets, apostrophes and number signs in a header are escaped. */
function column(table: string, header: string): string {
  return `${table}[${header.replace(/[[\]#']/g, "'$&")}]`;
}

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
