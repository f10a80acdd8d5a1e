import { actionOf, activityOf, objectiveOf, planOf, strategyOf } from './plans';
import type { Rect, Sheet, Table, Workbook } from '../../src/host';
import { parseIso, type Activity, type Day, type Plan } from '../../src/plan';
import { createGateway, type Gateway, type NewActivity, type Result } from '../../src/workbook';
import type { BridgeConnection } from '../../src/host/node';

/** A small tracking workbook, and what its cells say, for tests that compare before and after. */

export const today = iso('2021-10-15');

export function iso(text: string): Day {
  const day = parseIso(text);
  if (day === null) throw new Error(`${text} is not a day.`);
  return day;
}

const action = (no: string, text: string) => actionOf(no, text);

export const trackedPlan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître', [
      strategyOf('1.1', 'Rencontrer', [action('1.1.1', 'Visiter'), action('1.1.2', '- Écrire')]),
    ]),
  ],
  { organisation: 'Ordre des relieurs', title: 'Rapport', strategyPeriod: '2020-2023', actionPeriod: '2020-2021' },
);

/** An activity of which little is said. */
export function activity(id: string, title: string, dates: readonly string[] = ['2021-06-02']): Activity {
  return activityOf({ id, planNo: '1.1.1', occurrences: dates.map((date) => ({ start: iso(date) })), title });
}

export const trackedActivities: readonly Activity[] = [
  { ...activity('aaa', '- Visite', ['2021-06-02', '2021-09-13']), details: ['=A1', '+ une démonstration'] },
  activity('bbb', 'Séance'),
  activity('ccc', '= Comité', ['2021-05-04']),
];

export function newActivity(title: string, dates?: readonly string[]): NewActivity {
  const { id: _id, ...rest } = activity('', title, dates);
  return { ...rest, enteredBy: 'Élise', enteredOn: today };
}

/** The gateway of one session. Its calls must begin one at a time, each in the session's own turn: see `use`. */
export function gatewayOf(connection: BridgeConnection): Gateway {
  let made = 0;
  const gateway = createGateway({
    today: () => today,
    newId: () => `${connection.session.options.name}-${(made += 1)}`,
  });
  // The gateway looks the globals up when it is called: each call finds those of its own session.
  return new Proxy(gateway, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return (...args: readonly unknown[]): unknown => {
        connection.use();
        return Reflect.apply(call, target, args);
      };
    },
  });
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What the tables say, whatever the order of their rows; blank rows say nothing. */
export interface Reading {
  /** The sheets that a person sees, those without such a table with their texts. */
  readonly sheets: Readonly<Record<string, readonly string[]>>;
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Anything on the sheets of the tables that is not in them. */
  readonly outside: readonly string[];
}

export function reading(workbook: Workbook): Reading {
  // All but the source of the PivotTable, which is built.
  const tables = workbook.tables.filter(({ name }) => name !== 'Couverture');
  const seen = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
  return {
    sheets: Object.fromEntries(
      seen.map((sheet) => [sheet.name, tables.some((table) => table.sheet === sheet) ? [] : textsOf(sheet)]),
    ),
    tables: Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)])),
    outside: tables.flatMap(outsideOf),
  };
}

/** The rows of a table as JSON by header, sorted, without blank ones. */
export function rowsOf(table: Table): readonly string[] {
  const { row, column, rows, columns } = table.bodyRect;
  const names = table.columns.map(({ name }) => name);
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => contentAt(table.sheet, row + down, column + across)),
  )
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) =>
      JSON.stringify(names.map((name, index) => [name, cells[index]] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
    )
    .sort();
}

/** The texts of a sheet, each with its place. */
export function textsOf(sheet: Sheet): readonly string[] {
  const used = sheet.cells.extent(true);
  return used
    ? [...sheet.cells.within(used)].flatMap(({ row, column, cell }) =>
        cell.value === null ? [] : [`${row} ${column} ${sheet.text(row, column)}`],
      )
    : [];
}

/** A formula, or the value; dates as they are shown. */
function contentAt(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.cells.get(row, column)?.formula;
  return formula === undefined ? sheet.text(row, column) : `=${formula}`;
}

function outsideOf({ sheet, rect }: Table): readonly string[] {
  const used = sheet.cells.extent(true);
  if (!used) return [];
  return [...sheet.cells.within(used)]
    .filter(({ row, column, cell }) => cell.value !== null && !isWithin(rect, row, column))
    .map(({ row, column }) => `${sheet.name} ${row} ${column} ${sheet.text(row, column)}`);
}

function isWithin(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

/** What a person does in Excel, without the add-in. */
export function asPerson<T>(workbook: Workbook, change: () => T): T {
  return workbook.transact({ session: 'person', by: 'person' }, change);
}
