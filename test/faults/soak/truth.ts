import type { Workbook } from '../../../src/host';
import type { Activity, Day } from '../../../src/plan';

/** A row that somebody typed or pasted without the add-in, as its cells show it. */
export interface TypedRow {
  /** Blank, or that of the row that it was copied from. */
  readonly id: string;
  readonly date: string;
  readonly planNo: string;
  /** No other row’s. */
  readonly title: string;
  /** True where the table has not taken it in. */
  readonly isBelow: boolean;
  /** The days that its date says. */
  readonly days: readonly Day[];
}

/** What the workbook should say, kept in the simplest way there is. */
export interface Truth {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly typed: readonly TypedRow[];
  /** Activities whose id is settled by a repair, so that the workbook alone knows it. */
  readonly unnamed: readonly Activity[];
  /** The title among the settings. */
  readonly title: string;
}

const headers = ['Id', 'Date', 'No plan', 'Activité'];

/** How many rows below a table are looked at. */
const below = 60;

/** The table of activities, whatever it is called. */
export function activitiesOf({ tables }: Workbook) {
  const table = tables.find(({ columns }) => headers.every((header) => columns.some(({ name }) => name === header)));
  if (!table) throw new Error('The table of activities is gone.');
  return table;
}

/** The activities with the rows of one, as many as it has dates. */
export function withActivities(truth: Truth, ...changed: readonly Activity[]): Truth {
  const added = changed.map((each) => [each.id, each] as const);
  return { ...truth, activities: new Map([...truth.activities, ...added]) };
}

export function withoutActivities(truth: Truth, ids: readonly string[]): Truth {
  return { ...truth, activities: new Map([...truth.activities].filter(([id]) => !ids.includes(id))) };
}

/** How many rows an activity has; 0 where another’s have its id. */
export function rowsOf({ activities, typed }: Truth, id: string): number {
  const own = activities.get(id);
  const isCopied = typed.some((row) => row.id === id && !row.isBelow);
  return isCopied || !own ? 0 : Math.max(1, own.occurrences.length);
}

/** The truth once all that is damaged is repaired: what was typed is an activity, of an id that nobody knows yet. */
export function repaired({ activities, typed, unnamed, title }: Truth): Truth {
  const copied = new Set(typed.map(({ id }) => id));
  // Which of several rows keeps an id is settled by where they stand.
  const doubtful = [...activities.values()].filter(({ id }) => copied.has(id));
  return {
    activities: new Map([...activities].filter(([id]) => !copied.has(id))),
    typed: [],
    unnamed: [...unnamed, ...doubtful, ...typed.map(asActivity)],
    title,
  };
}

/** What a repair makes of a row: an activity without an id. */
function asActivity({ title, planNo, days }: TypedRow): Activity {
  const no = planNo.trim();
  return {
    id: '',
    planNo: no === '' ? null : no,
    occurrences: days.map((start) => ({ start })),
    title,
    details: [],
    participants: [],
    kind: '',
    link: '',
  };
}

/** Gives the unnamed the ids that the workbook has for them, where it says what the truth does. */
export function named(truth: Truth, workbook: Workbook): Truth {
  const ids = idsByTitle(workbook);
  return truth.unnamed.reduce<Truth>(
    (known, one) => {
      const [id = ''] = ids.get(one.title) ?? [];
      return withActivities(known, id === one.id ? one : { ...one, id });
    },
    { ...truth, unnamed: [] },
  );
}

/** Null where the workbook says what the truth does; otherwise what it lacks, and what it has instead. */
export function difference(truth: Truth, workbook: Workbook): string | null {
  const meant = meantBy(truth);
  const unnamed = new Set(truth.unnamed.map(({ title }) => title));
  const found = rowsIn(workbook).map(({ id, title, ...row }) =>
    lineOf({ ...row, title, id: unnamed.has(title) ? '?' : id }),
  );
  found.push(`title ${titleIn(workbook)}`);
  found.sort();
  if (JSON.stringify(meant) === JSON.stringify(found)) return misnamed(truth, workbook);
  return `the workbook lacks ${JSON.stringify(less(meant, found))} and has ${JSON.stringify(less(found, meant))}`;
}

/** Null where each of the unnamed has one id, of its own. */
function misnamed({ unnamed, activities }: Truth, workbook: Workbook): string | null {
  const ids = idsByTitle(workbook);
  const taken = new Set<string>(activities.keys());
  for (const { title } of unnamed) {
    const [id = '', ...others] = ids.get(title) ?? [];
    if (id === '' || others.length > 0 || taken.has(id)) return `“${title}” has no id of its own`;
    taken.add(id);
  }
  return null;
}

function idsByTitle(workbook: Workbook): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { id, title } of rowsIn(workbook)) ids.set(title, (ids.get(title) ?? new Set()).add(id));
  return ids;
}

interface Row {
  readonly id: string;
  readonly date: string;
  readonly planNo: string;
  readonly title: string;
  readonly isBelow: boolean;
}

const lineOf = ({ id, date, planNo, title, isBelow }: Row) => JSON.stringify([id, date, planNo, title, isBelow]);

function meantBy({ activities, typed, unnamed, title }: Truth): readonly string[] {
  const named = [...activities.values(), ...unnamed.map((each) => ({ ...each, id: '?' }))].flatMap((one) =>
    (one.occurrences.length === 0 ? [''] : one.occurrences.map(({ start }) => start)).map((date) =>
      lineOf({ id: one.id, date, planNo: one.planNo ?? '', title: one.title, isBelow: false }),
    ),
  );
  return [...named, ...typed.map(lineOf), `title ${title}`].sort();
}

/** The rows that hold something, in the table and right below it. */
function rowsIn(workbook: Workbook): readonly Row[] {
  const { sheet, bodyRect, columns } = activitiesOf(workbook);
  const at = headers.map((header) => bodyRect.column + columns.findIndex(({ name }) => name === header));
  return Array.from({ length: bodyRect.rows + below }, (_, row): Row => {
    const [id = '', date = '', planNo = '', title = ''] = at.map((column) => sheet.text(bodyRect.row + row, column));
    return { id, date, planNo, title, isBelow: row >= bodyRect.rows };
  }).filter(({ id, date, planNo, title }) => `${id}${date}${planNo}${title}` !== '');
}

function titleIn(workbook: Workbook): string {
  const { sheet, bodyRect } = workbook.tableByName('Parametres')!;
  const rows = Array.from({ length: bodyRect.rows }, (_, row) => bodyRect.row + row);
  const row = rows.find((each) => sheet.text(each, bodyRect.column) === 'Titre');
  return row === undefined ? '' : sheet.text(row, bodyRect.column + 1);
}

/** What of one list is not in the other, each as often as it lacks there. */
function less(one: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return one.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
