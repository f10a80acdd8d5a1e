import { settingOf, settingsTable, sheetWords, type SettingColumn } from '../contract/contract';
import type { SettingRow, SettingsChange, SettingsLook } from '../contract/settings';
import { badCharacter, longestText } from '../contract/escape';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { settled } from '../settle';
import { askWritable } from '../reading/status';
import { putStored } from './below';
import { isChanged, restoration } from './restoration';
import { storedProperties, storedRows, writeCell, type StoredCell, type StoredRow } from './storedRows';
import { shownHeader, TableSearch, type FoundTable } from '../contract/tables';
import { isBlank, textOf, type CellValue } from '../contract/values';

/** What was written, and what takes it back. */
export interface SettingsReceipt {
  readonly sheet: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: SettingColumn;
    readonly before: StoredCell;
    readonly after: CellValue;
  }[];
  readonly added: {
    /** Position of the first row that was added. */
    readonly row: number;
    readonly rows: readonly { readonly name: string; readonly value: CellValue }[];
  };
}

/**
 * Changes the rows of the settings table, as `plan` says from what they hold, and reads them back. Two syncs,
 * four where the table has lost its name.
 */
export async function changeSettings(
  context: Excel.RequestContext,
  plan: (look: SettingsLook) => SettingsChange,
): Promise<SettingsReceipt> {
  const { table, rows, language, below, body, showTotals } = await look(context);
  const { cells, added } = plan({ rows, language });
  const column = shownHeader(settingsTable, 'value', table.headers);
  for (const { value } of [...cells, ...added]) {
    if (typeof value !== 'string') continue;
    if (value.length > longestText) throw refuse('textTooLong', { column, limit: longestText });
    const character = badCharacter(value);
    if (character !== null) throw refuse('badCharacter', { column, character });
  }
  if (added.length > 0 && (showTotals || !isBlank(below.slice(0, added.length)))) {
    throw refuse('belowTableNotEmpty', { table: table.name });
  }
  const receipt: SettingsReceipt = {
    sheet: table.sheetName,
    cells: cells.map((cell) => ({
      ...cell,
      before: body.stored[cell.row]?.[place(table, cell.column)] ?? { value: '', format: 'General' },
      after: cell.value,
    })),
    added: { row: rows.length, rows: added },
  };
  if (cells.length + added.length === 0) return receipt;

  return settled(
    context,
    table.sheetName,
    () => write(context, table, receipt, body.values),
    () => lookAgain(context, receipt, body, changed(body.values, table, receipt), receipt),
  );
}

/** What became of a change that Excel says it has not made: the rows tell, in whatever order they stand; a part of it is put back. */
async function lookAgain<T>(
  context: Excel.RequestContext,
  receipt: SettingsReceipt,
  before: Look['body'],
  wanted: readonly (readonly CellValue[])[],
  value: T,
): Promise<{ readonly value: T } | null> {
  const now = await look(context);
  if (isChanged(now.body.values, before.values, wanted)) return { value };
  await giveBack(context, now, receipt, before.stored);
  return null;
}

/** The rows with what a change makes of them. */
function changed(
  values: readonly (readonly CellValue[])[],
  table: Settings,
  { cells, added }: SettingsReceipt,
): readonly (readonly CellValue[])[] {
  const rows = values.map((row) => [...row]);
  for (const { row, column, after } of cells) rows[row]?.splice(place(table, column), 1, asRead(after));
  const own = [place(table, 'name'), place(table, 'value')];
  const below = added.rows.map(({ name, value }) =>
    table.headers.map((_, column): CellValue => (column === own[0] ? name : column === own[1] ? asRead(value) : '')),
  );
  return [...rows, ...below];
}

/** Writes cells and rows, and reads them back. What was written where somebody has moved the rows meanwhile is put back. */
async function write(
  context: Excel.RequestContext,
  table: Settings,
  receipt: SettingsReceipt,
  known: readonly (readonly CellValue[])[],
): Promise<SettingsReceipt> {
  const { cells, added } = receipt;
  const range = table.proxy.getDataBodyRange();
  disableEvents(context);
  // Another proxy of the same cells: what they hold as they are written.
  const before = table.proxy.getDataBodyRange().load(storedProperties);
  for (const { row, column, after } of cells) setCell(range.getCell(row, place(table, column)), after);
  if (added.rows.length > 0) {
    const under = range.getRowsBelow(added.rows.length);
    added.rows.forEach(({ name, value }, index) => {
      setCell(under.getCell(index, place(table, 'name')), name);
      setCell(under.getCell(index, place(table, 'value')), value);
    });
    // Where the table has grown by itself this leaves it as it is.
    table.proxy.resize(table.proxy.getRange().getBoundingRect(under));
  }
  const after = table.proxy.getDataBodyRange().load('values');
  enableEvents(context);
  await context.sync();
  if (!isAsKnown(before, known)) {
    await giveBack(context, await look(context), receipt, storedRows(before));
    throw refuse('changedSince', { sheet: table.sheetName });
  }
  if (!holds(after.values as CellValue[][], table, receipt)) throw refuse('notVerified', { sheet: table.sheetName });
  return receipt;
}

/**
 * Gives rows back what they held before a change, or a part of one, wherever they stand now. One sync, two where rows
 * of theirs are gone. Refuses (`notVerified`) where somebody else has written into the table as well.
 */
async function giveBack(
  context: Excel.RequestContext,
  { table, body, below }: Look,
  { cells, added }: SettingsReceipt,
  before: readonly StoredRow[],
): Promise<void> {
  const isAdded = (row: readonly unknown[]) =>
    added.rows.some(({ name, value }) => {
      const [named, said] = [row[place(table, 'name')], row[place(table, 'value')]];
      return (named === name || named === '') && (said === asRead(value) || said === '');
    });
  const columns = [...new Set(cells.map(({ column }) => place(table, column)))];
  const back = restoration(body.values, before, { columns, isAdded });
  if (back === null) throw refuse('notVerified', { sheet: table.sheetName });
  const range = table.proxy.getDataBodyRange();
  disableEvents(context);
  // What a request that stopped half way has left below.
  const strays = below.slice(0, added.rows.length);
  if (strays.length > 0 && strays.every(isAdded)) range.getRowsBelow(strays.length).clear('Contents');
  for (const { row, column, cell } of back.cells) writeCell(range.getCell(row, column), cell);
  for (const row of back.removed) range.getRow(row).delete('Up');
  enableEvents(context);
  await context.sync();
  if (back.missing.length > 0) await putStored(context, table, back.missing);
}

function deleteRows(table: Settings, first: number, count: number): void {
  table.proxy
    .getDataBodyRange()
    .getRow(first)
    .getResizedRange(count - 1, 0)
    .delete('Up');
}

function isAsKnown({ values }: Excel.Range, known: readonly (readonly CellValue[])[]): boolean {
  return JSON.stringify(values) === JSON.stringify(known);
}

/**
 * Puts back exactly what was there; two syncs. Refuses (`changedSince`) where somebody has changed one of them since,
 * or moves the rows meanwhile: then they are given back what they held.
 */
export async function takeBackSettings(context: Excel.RequestContext, receipt: SettingsReceipt): Promise<void> {
  const { table, body } = await look(context);
  if (!holds(body.values, table, receipt)) throw refuse('changedSince', { sheet: table.sheetName });
  const { cells, added } = receipt;
  const back = { ...receipt, cells: cells.map((cell) => ({ ...cell, after: cell.before.value })) };
  const wanted = changed(body.values, table, { ...back, added: { ...added, rows: [] } }).toSpliced(
    added.row,
    added.rows.length,
  );
  await settled(
    context,
    table.sheetName,
    () => putBack(context, table, receipt, body),
    () => lookAgain(context, receipt, body, wanted, undefined),
  );
}

async function putBack(
  context: Excel.RequestContext,
  table: Settings,
  receipt: SettingsReceipt,
  { values }: Look['body'],
): Promise<void> {
  const { cells, added } = receipt;
  const range = table.proxy.getDataBodyRange();
  disableEvents(context);
  // Another proxy of the same cells: what they hold as they are written.
  const found = table.proxy.getDataBodyRange().load(storedProperties);
  for (const { row, column, before } of cells) writeCell(range.getCell(row, place(table, column)), before);
  if (added.rows.length > 0) deleteRows(table, added.row, added.rows.length);
  enableEvents(context);
  await context.sync();
  if (isAsKnown(found, values)) return;
  await giveBack(context, await look(context), receipt, storedRows(found));
  throw refuse('changedSince', { sheet: table.sheetName });
}

type Settings = FoundTable<SettingColumn>;

interface Look extends SettingsLook {
  readonly table: Settings;
  readonly body: { readonly values: CellValue[][]; readonly stored: readonly StoredRow[] };
  readonly showTotals: boolean;
  readonly below: readonly (readonly unknown[])[];
}

/** What the next sync is asked about the table. */
function ask(context: Excel.RequestContext, table: Excel.Table) {
  const range = table.getDataBodyRange().load(storedProperties);
  return {
    range,
    below: range.getRowsBelow(mostAdded).load('values'),
    writable: askWritable(context, [table.worksheet]),
    filter: table.autoFilter.load('isDataFiltered'),
    table: table.load('showTotals'),
  };
}

async function look(context: Excel.RequestContext): Promise<Look> {
  const byName = context.workbook.tables.getItemOrNullObject(settingsTable.name);
  const search = new TableSearch(context, [settingsTable]);
  let asked = ask(context, byName);
  await search.sync();
  const table = search.require(settingsTable);
  if (byName.isNullObject) {
    asked = ask(context, table.proxy);
    await context.sync();
  }
  const { range, below, writable, filter } = asked;
  writable.check();
  if (filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  const values = range.values as CellValue[][];
  const rows = values.map((row): SettingRow => {
    const name = textOf(row[place(table, 'name')]);
    return { name, setting: settingOf(name), value: row[place(table, 'value')] ?? '' };
  });
  const language = shownHeader(settingsTable, 'name', table.headers) === sheetWords.en.settings.name ? 'en' : 'fr';
  return {
    table,
    showTotals: asked.table.showTotals,
    rows,
    language,
    body: { values, stored: storedRows(range) },
    below: below.values,
  };
}

/** Rows looked at below the table, which is more than are ever added at once. */
const mostAdded = 500;

const place = (table: Settings, column: SettingColumn): number => table.at[column] ?? 0;

function holds(values: readonly (readonly CellValue[])[], table: Settings, { cells, added }: SettingsReceipt): boolean {
  const has = (row: number, column: SettingColumn, meant: CellValue) =>
    values[row]?.[place(table, column)] === asRead(meant);
  return (
    cells.every(({ row, column, after }) => has(row, column, after)) &&
    added.rows.every(
      ({ name, value }, index) => has(added.row + index, 'name', name) && has(added.row + index, 'value', value),
    )
  );
}

/** Line ends as Excel gives them back. */
function asRead(value: CellValue): CellValue {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}

function setCell(cell: Excel.Range, value: CellValue): void {
  writeCell(cell, { value, format: typeof value === 'number' ? 'yyyy-mm-dd' : '@' });
}
