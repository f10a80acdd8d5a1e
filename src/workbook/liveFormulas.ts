/** How the formulas call the activities' table and its columns in this workbook. */
export interface ActivityNames {
  readonly table: string;
  readonly id: string;
  readonly date: string;
  /** Absent where the table has no such column. */
  readonly end?: string;
  readonly planNo: string;
}

/** Where the working columns stand, absolute and with their sheet. */
export interface WorkArea {
  readonly nos: string;
  readonly weights: string;
}

/**
 * The formulas by which the coverage sheet counts the activities by itself, so that it is right at once
 * when somebody without the add-in adds a row. English functions and commas, as files and the API have them.
 *
 * An activity of three dates has three rows and counts once: each of its rows weighs a third, whatever
 * their order; a row without an id is an activity of its own. The working columns have, for each row of
 * the table and some to spare, its plan number and its weight. A dot follows the number, so that `1.1.*`
 * finds 1.1 and all under it, never 1.10, and Excel cannot take 1.10 for the number 1.1.
 *
 * The cells are referred to directly: an INDEX into the column would follow a row inserted between two
 * others before the next build, but costs most engines the whole column in every cell.
 */
export function workFormulas(
  names: ActivityNames,
  cells: { readonly id: string; readonly planNo: string },
): readonly [string, string] {
  return [
    `=IF(${cells.planNo}="","",SUBSTITUTE(TRIM(${cells.planNo}),",",".")&".")`,
    `=IF(${cells.id}="",1,1/COUNTIFS(${column(names, names.id)},${cells.id}))`,
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
export function itemFormulas(names: ActivityNames, work: WorkArea, row: number, states: StateWords): string[] {
  const of = (header: string) => column(names, header);
  const nos = of(names.planNo);
  // A question mark for the first dot keeps Excel from comparing 1.10 as a number.
  const own = `SUBSTITUTE($A${row},".","?",1)`;
  const under = `$A${row}&".*"`;
  const first = [own, under].map((wanted) => `MINIFS(${of(names.date)},${nos},${wanted})`);
  const last = [names.date, ...(names.end === undefined ? [] : [names.end])].flatMap((header) =>
    [own, under].map((wanted) => `MAXIFS(${of(header)},${nos},${wanted})`),
  );
  const unlessNone = (formula: string) => `=IF($F${row}=0,"",${formula})`;
  return [
    `=ROUND(SUMIFS(${work.weights},${work.nos},${under}),0)`,
    `=COUNTIFS(${nos},${own})+COUNTIFS(${nos},${under})`,
    // Where nothing fits, MINIFS gives 0.
    unlessNone(`MIN(${first.map((found) => `IF(${found}=0,2958465,${found})`).join(',')})`),
    unlessNone(`MAX(${last.join(',')})`),
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
function column({ table }: ActivityNames, header: string): string {
  return `${table}[${header.replace(/[[\]#']/g, "'$&")}]`;
}

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
