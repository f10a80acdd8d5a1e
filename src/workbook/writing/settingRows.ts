import { settingOf, settingsTable, sheetWords, type SettingColumn } from '../contract/contract';
import type { SettingRow, SettingsChange, SettingsLook } from '../contract/settings';
import { badCharacter, longestText } from '../contract/escape';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { settled } from '../settle';
import { askWritable } from '../reading/status';
import { putStored } from './below';
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
    async () => {
      const now = await look(context);
      if (holds(now.body.values, table, receipt)) return { value: receipt };
      await putBack(context, now.table, receipt, now.body.values);
      return null;
    },
  );
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
    await restore(context, table, receipt, storedRows(before));
    throw refuse('changedSince', { sheet: table.sheetName });
  }
  if (!holds(after.values as CellValue[][], table, receipt)) throw refuse('notVerified', { sheet: table.sheetName });
  return receipt;
}

/** Gives cells back what they held, and deletes rows that were added below them. One sync. */
async function restore(
  context: Excel.RequestContext,
  table: Settings,
  { cells, added }: SettingsReceipt,
  found: readonly StoredRow[],
): Promise<void> {
  disableEvents(context);
  giveCells(table, cells, found);
  if (added.rows.length > 0) deleteRows(table, found.length, added.rows.length);
  enableEvents(context);
  await context.sync();
}

/** Queues for cells what they held; what was written where no row was any more goes. */
function giveCells(table: Settings, cells: SettingsReceipt['cells'], found: readonly StoredRow[]): void {
  const range = table.proxy.getDataBodyRange();
  for (const { row, column } of cells) {
    const cell = range.getCell(row, place(table, column));
    const was = found[row]?.[place(table, column)];
    if (was) writeCell(cell, was);
    else cell.clear('Contents');
  }
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

/** Puts back exactly what was there; two syncs. Refuses (`changedSince`) where somebody has changed one of them since. */
export async function takeBackSettings(context: Excel.RequestContext, receipt: SettingsReceipt): Promise<void> {
  const { table, body } = await look(context);
  if (!holds(body.values, table, receipt)) throw refuse('changedSince', { sheet: table.sheetName });
  await settled(
    context,
    table.sheetName,
    () => putBack(context, table, receipt, body.values),
    async () => {
      const now = await look(context);
      await putBack(context, now.table, receipt, now.body.values);
      return { value: undefined };
    },
  );
}

/**
 * Puts back what there is of a change. One sync; two or three where somebody has moved the rows meanwhile: they get
 * back what they held, and it is refused (`changedSince`).
 */
async function putBack(
  context: Excel.RequestContext,
  table: Settings,
  { cells, added }: SettingsReceipt,
  values: readonly (readonly CellValue[])[],
): Promise<void> {
  const range = table.proxy.getDataBodyRange();
  disableEvents(context);
  // Another proxy of the same cells: what they hold as they are written.
  const found = table.proxy.getDataBodyRange().load(storedProperties);
  for (const { row, column, before } of cells) writeCell(range.getCell(row, place(table, column)), before);
  // A request that stopped half way has added a part of them.
  const there = Math.min(added.rows.length, values.length - added.row);
  if (there > 0) deleteRows(table, added.row, there);
  enableEvents(context);
  await context.sync();
  if (isAsKnown(found, values)) return;
  const stored = storedRows(found);
  disableEvents(context);
  giveCells(table, cells, stored);
  enableEvents(context);
  await context.sync();
  const gone = stored.slice(added.row, added.row + Math.max(0, there));
  if (gone.length > 0) await putStored(context, table, gone);
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
    values[row]?.[place(table, column)] === (typeof meant === 'string' ? meant.replace(/\r\n?/g, '\n') : meant);
  return (
    cells.every(({ row, column, after }) => has(row, column, after)) &&
    added.rows.every(
      ({ name, value }, index) => has(added.row + index, 'name', name) && has(added.row + index, 'value', value),
    )
  );
}

function setCell(cell: Excel.Range, value: CellValue): void {
  writeCell(cell, { value, format: typeof value === 'number' ? 'yyyy-mm-dd' : '@' });
}
