import { asPerson } from '../../support/tracking';
import { insertColumn, reorderColumns, sortTable, typeBelow } from '../../support/hands';
import type { Activity } from '../../../src/plan';
import { activitiesOf, withActivities, withoutActivities, type Truth, type TypedRow } from './truth';
import type { World } from './world';

/** What people do without the add-in. Nobody does anything to the rows of a table that is filtered. */
const acts: Readonly<Record<string, (world: World) => void>> = {
  type: typeRow,
  'type a date in words': (world) => typeRow(world, true),
  copy: copyRow,
  'delete a row': deleteRow,
  sort: (world) => {
    const table = activitiesOf(world.workbook);
    sortTable(table, world.upTo(table.columns.length), world.chance(0.5));
  },
  'insert a column': (world) => {
    const table = activitiesOf(world.workbook);
    const own = table.columns.findIndex(({ name }) => name.startsWith('Colonne à nous'));
    const isFull = table.columns.length > 14;
    if (isFull && own >= 0) table.deleteColumn(own);
    else insertColumn(table, world.upTo(table.columns.length + 1), `Colonne à nous ${world.newNumber()}`);
  },
  'move the columns': (world) => {
    const by = 1 + world.upTo(4);
    reorderColumns(activitiesOf(world.workbook), (cells) => [...cells.slice(by), ...cells.slice(0, by)]);
  },
  'move the sheet': (world) => {
    const { sheet } = activitiesOf(world.workbook);
    world.workbook.moveSheet(sheet, world.upTo(world.workbook.sheets.length));
  },
  'rename the sheet': (world) =>
    world.workbook.renameSheet(activitiesOf(world.workbook).sheet, `Activités ${world.newNumber()}`),
  'rename the table': (world) => activitiesOf(world.workbook).rename(`Tableau${world.newNumber()}`),
  'hide a column': (world) => {
    const { sheet, columns, rect } = activitiesOf(world.workbook);
    sheet.columns.setHidden(rect.column + world.upTo(columns.length), 1, world.chance(0.5));
  },
  'turn growth on or off': ({ workbook }) => workbook.configure({ tableGrowth: !workbook.options.tableGrowth }),
  filter: (world) => {
    const table = activitiesOf(world.workbook);
    table.setFilter({ column: table.columns.findIndex(({ name }) => name === 'Activité'), values: ['-'] });
  },
};

const names = Object.keys(acts);

/** What would part the rows below a table from its columns. */
const ofColumns = ['insert a column', 'move the columns'];

/** Does one of them, and gives its name; null where a filter, or what stands below, is in the way. */
export function actByHand(world: World): string | null {
  const { workbook, truth } = world;
  if (activitiesOf(workbook).filters.length > 0) return null;
  const name = world.pick([...names, 'type', 'type a date in words', 'copy', 'delete a row', 'sort']);
  if (ofColumns.includes(name) && truth.typed.some(({ isBelow }) => isBelow)) return null;
  asPerson(workbook, () => acts[name]?.(world));
  return name;
}

/** What people do without the add-in in the middle of somebody's command. */
export type MeanwhileAct = 'sort' | 'insert' | 'delete';

/**
 * Does one of them, and gives what it makes of the truth; nothing where a filter is in the way. `meant` is the truth
 * that the command is to make: what it changes, nobody deletes.
 */
export function actMeanwhile(world: World, act: MeanwhileAct, meant: Truth): (truth: Truth) => Truth {
  const table = activitiesOf(world.workbook);
  if (table.filters.length > 0) return same;
  switch (act) {
    case 'sort':
      sortTable(table, world.upTo(table.columns.length), world.chance(0.5));
      return same;
    case 'insert':
      return insertRow(world);
    case 'delete':
      return deleteOther(world, meant);
  }
}

const same = (truth: Truth) => truth;

/** Nothing is hidden any more. */
export function showAll(world: World): void {
  const { sheet, columns, rect } = activitiesOf(world.workbook);
  sheet.columns.setHidden(rect.column, columns.length, false);
}

/** A row between those of the table, and typed into. */
function insertRow(world: World): (truth: Truth) => Truth {
  const table = activitiesOf(world.workbook);
  const day = world.day();
  const row: TypedRow = {
    id: '',
    date: day,
    planNo: '1.1.1',
    title: `À la main ${world.newNumber()}`,
    days: [day],
    isBelow: false,
  };
  const cells = new Map([
    ['Date', row.date],
    ['No plan', quoted(row.planNo)],
    ['Activité', row.title],
  ]);
  table.rows.add(world.upTo(table.bodyRect.rows), [table.columns.map(({ name }) => cells.get(name) ?? '')]);
  return (truth) => ({ ...truth, typed: [...truth.typed, row] });
}

/** The rows of an activity that the command has nothing to do with. */
function deleteOther(world: World, meant: Truth): (truth: Truth) => Truth {
  const { truth, workbook } = world;
  const copied = new Set(truth.typed.map(({ id }) => id));
  const others = [...truth.activities.values()].filter(
    (one) => meant.activities.get(one.id) === one && !copied.has(one.id),
  );
  if (others.length === 0) return same;
  const { id } = world.pick(others);
  const table = activitiesOf(workbook);
  const { sheet, bodyRect, columns } = table;
  const column = bodyRect.column + columns.findIndex(({ name }) => name === 'Id');
  const rows = Array.from({ length: bodyRect.rows }, (_, row) => row);
  for (const row of rows.toReversed()) if (sheet.text(bodyRect.row + row, column) === id) table.rows.delete(row, 1);
  return (then) => withoutActivities(then, [id]);
}

function typeRow(world: World, inWords = false): void {
  const day = world.day();
  const days = inWords ? [day] : world.chance(0.8) || world.truth.typed.length > 0 ? [day] : [];
  addRow(world, {
    id: '',
    date: inWords ? inWordsOf(day) : (days[0] ?? ''),
    planNo: world.pick(['1.1.1', ' 1.1.1 ', '']),
    title: `À la main ${world.newNumber()}`,
    days,
  });
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

function inWordsOf(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date) === 1 ? '1er' : Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A row of an activity, copied below the table and typed over. */
function copyRow(world: World): void {
  const { activities } = world.truth;
  if (activities.size === 0) return;
  const { id, planNo } = world.pick([...activities.values()]);
  const day = world.day();
  addRow(world, { id, date: day, planNo: planNo ?? '', title: `Entrevue ${world.newNumber()}`, days: [day] });
}

function addRow(world: World, row: Omit<TypedRow, 'isBelow'>): void {
  const { workbook, truth } = world;
  const table = activitiesOf(workbook);
  const under = truth.typed.filter(({ isBelow }) => isBelow).length;
  // A row that has no date would stay below for ever: nobody could tell what it is.
  if (row.days.length === 0 && (under > 0 || !workbook.options.tableGrowth)) return;
  // What stands below already keeps the table from taking in what comes after.
  if (under > 0) return;
  const { rows } = table.bodyRect;
  typeBelow(table, { Id: quoted(row.id), Date: row.date === row.days[0] ? row.date : quoted(row.date), 'No plan': quoted(row.planNo), Activité: row.title }); // prettier-ignore
  world.truth = { ...truth, typed: [...truth.typed, { ...row, isBelow: table.bodyRect.rows === rows }] };
}

const quoted = (text: string) => (text === '' ? '' : `'${text}`);

function deleteRow(world: World): void {
  const { workbook, truth } = world;
  const table = activitiesOf(workbook);
  const { sheet, bodyRect, columns } = table;
  const row = world.upTo(bodyRect.rows);
  const text = (header: string) =>
    sheet.text(bodyRect.row + row, bodyRect.column + columns.findIndex(({ name }) => name === header));
  const [id, title, date] = [text('Id'), text('Activité'), text('Date')];
  table.rows.delete(row, 1);
  const typed = truth.typed.filter((each) => each.title !== title);
  const one = truth.activities.get(id);
  if (typed.length < truth.typed.length) world.truth = { ...truth, typed };
  else if (one) world.truth = withoutDate(world, one, date);
}

function withoutDate({ truth }: World, one: Activity, date: string) {
  const at = one.occurrences.findIndex(({ start }) => start === date);
  const occurrences = one.occurrences.filter((_, index) => index !== at);
  return occurrences.length === 0 ? withoutActivities(truth, [one.id]) : withActivities(truth, { ...one, occurrences });
}
