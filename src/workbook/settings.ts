import type { Day } from '../plan';
import { isBlank } from './append';
import { checkText } from './checkText';
import { settingOf, settingsTable, sheetWords, type SettingName } from './contract';
import { cellText } from './escape';
import { refuse } from './result';
import { disableEvents, enableEvents } from './run';
import { toSerial } from './serial';
import { askWritable } from './status';
import { askColumn, shownHeader, TableSearch, type FoundTable } from './tables';
import { textOf, type CellValue } from './values';

/** What the settings sheet says, as a person fills it in. */
export interface SettingValues {
  readonly organisation: string;
  readonly title: string;
  readonly strategyPeriod: string;
  readonly actionPeriod: string;
  /** A language tag: `fr-CA`. */
  readonly language: string;
  readonly lastCommittee: Day | null;
}

/** What was written, and what takes it back: cells by the name of their setting. */
export interface SettingsReceipt {
  readonly sheet: string;
  readonly before: SettingCells;
  readonly after: SettingCells;
}

export type SettingCells = Partial<Readonly<Record<SettingName, CellValue>>>;

/**
 * Writes the settings given and reads them back; the others are not touched. A setting is found by its
 * name in either language; one that has no row gets one below the table. Two syncs.
 */
export async function writeSettings(
  context: Excel.RequestContext,
  values: Partial<SettingValues>,
): Promise<SettingsReceipt> {
  return write(context, cellsOf(values), null);
}

/** Puts back what was there; two syncs. Refuses (`changedSince`) where somebody has changed one of them since. */
export async function undoSettings(context: Excel.RequestContext, { before, after }: SettingsReceipt): Promise<void> {
  await write(context, before, after);
}

function cellsOf(values: Partial<SettingValues>): SettingCells {
  const cells: Partial<Record<SettingName, CellValue>> = {};
  for (const name of namesOf(values)) {
    const value = values[name];
    if (value === undefined) continue;
    cells[name] = name === 'lastCommittee' ? (value === null ? '' : toSerial(value as Day)) : (value ?? '');
  }
  return cells;
}

function namesOf(cells: Partial<Record<SettingName, unknown>>): SettingName[] {
  // Object.keys forgets the type of the keys it lists.
  return Object.keys(cells) as SettingName[];
}

type Settings = FoundTable<'name' | 'value'>;

async function write(
  context: Excel.RequestContext,
  cells: SettingCells,
  expected: SettingCells | null,
): Promise<SettingsReceipt> {
  const { table, rows } = await look(context, namesOf(cells).length);
  const found = rowsByName(rows);
  const valueAt = (name: SettingName) => rows[found.get(name) ?? -1]?.value ?? '';
  if (expected !== null && namesOf(expected).some((name) => valueAt(name) !== expected[name])) {
    throw refuse('changedSince', { sheet: table.sheetName });
  }
  const column = shownHeader(settingsTable, 'value', table.headers);
  for (const value of Object.values(cells)) {
    if (typeof value === 'string') checkText(value, column);
  }
  const before: SettingCells = Object.fromEntries(namesOf(cells).map((name) => [name, valueAt(name)]));

  const body = table.proxy.getDataBodyRange();
  const [nameColumn, valueColumn] = [table.at.name ?? 0, table.at.value ?? 1];
  const language = shownHeader(settingsTable, 'name', table.headers) === sheetWords.en.settings.name ? 'en' : 'fr';
  const missing = namesOf(cells).filter((name) => !found.has(name));
  disableEvents(context);
  for (const name of namesOf(cells)) {
    const position = found.get(name);
    if (position !== undefined) setCell(body.getCell(position, valueColumn), cells[name] ?? '');
  }
  if (missing.length > 0) {
    const below = body.getRowsBelow(missing.length);
    missing.forEach((name, index) => {
      setCell(below.getCell(index, nameColumn), sheetWords[language].settingNames[name]);
      setCell(below.getCell(index, valueColumn), cells[name] ?? '');
    });
    // To the end of what was written, whether the table has grown by itself or not.
    table.proxy.resize(table.proxy.getHeaderRowRange().getResizedRange(rows.length + missing.length, 0));
  }
  const after = table.proxy.getDataBodyRange().load('values');
  enableEvents(context);
  await context.sync();
  const written = after.values.map((row) => ({
    name: textOf(row[nameColumn] as CellValue),
    value: row[valueColumn] as CellValue,
  }));
  const position = rowsByName(written);
  const isRight = namesOf(cells).every((name) => isKept(cells[name], written[position.get(name) ?? -1]?.value));
  if (!isRight) throw refuse('notVerified', { sheet: table.sheetName });
  return { sheet: table.sheetName, before, after: cells };
}

interface SettingRow {
  readonly name: string;
  readonly value: CellValue;
}

async function look(
  context: Excel.RequestContext,
  room: number,
): Promise<{ readonly table: Settings; readonly rows: readonly SettingRow[] }> {
  const byName = context.workbook.tables.getItemOrNullObject(settingsTable.name);
  const search = new TableSearch(context, [settingsTable]);
  const names = askColumn(settingsTable, 'name', byName);
  const values = askColumn(settingsTable, 'value', byName);
  let writable = askWritable(context, [byName.worksheet]);
  let state = askState(byName, room);
  await search.sync();
  const table = search.require(settingsTable);
  let found = { names: names.values(), values: values.values() };
  if (byName.isNullObject || found.names === null || found.values === null) {
    const body = table.proxy.getDataBodyRange().load('values');
    writable = askWritable(context, [table.sheet]);
    state = askState(table.proxy, room);
    await context.sync();
    const column = (position: number) => body.values.map((row): unknown => row[position]);
    found = { names: column(table.at.name ?? 0), values: column(table.at.value ?? 1) };
  }
  writable.check();
  if (state.filter.isDataFiltered) throw refuse('filteredTable', { table: table.name });
  if (state.table.showTotals || !isBlank(state.below.values)) throw refuse('belowTableNotEmpty', { table: table.name });
  const rows = (found.names ?? []).map((name, index): SettingRow => ({
    name: textOf(name as CellValue),
    value: (found.values?.[index] ?? '') as CellValue,
  }));
  return { table, rows };
}

function askState(table: Excel.Table, room: number) {
  const below = table.getDataBodyRange().getRowsBelow(Math.max(1, room)).load('values');
  return { table: table.load('showTotals'), below, filter: table.autoFilter.load('isDataFiltered') };
}

/** The first row of each setting is the one that is read. */
function rowsByName(rows: readonly SettingRow[]): ReadonlyMap<SettingName, number> {
  const found = new Map<SettingName, number>();
  rows.forEach(({ name }, index) => {
    const setting = settingOf(name);
    if (setting !== null && !found.has(setting)) found.set(setting, index);
  });
  return found;
}

function setCell(cell: Excel.Range, value: CellValue): void {
  cell.numberFormat = [[typeof value === 'number' ? 'yyyy-mm-dd' : '@']];
  cell.values = [[typeof value === 'string' ? cellText(value) : value]];
}

function isKept(meant: CellValue | undefined, found: CellValue | undefined): boolean {
  return typeof meant === 'string' ? meant.replace(/\r\n?/g, '\n') === found : meant === found;
}
