import { parseIso, type Day } from '../../plan';
import type { SettingName } from '../contract/contract';
import { fromSerial, toSerial } from '../contract/serial';
import type { SettingRow, SettingsChange } from '../contract/settings';
import { changeSettings, type SettingsReceipt } from './settingRows';
import { sheetWords } from '../contract/contract';
import { textOf, type CellValue } from '../contract/values';

/** What the settings sheet says, as a person fills it in. */
export interface SettingValues {
  readonly organisation: string;
  readonly title: string;
  readonly strategyPeriod: string;
  readonly actionPeriod: string;
  /** A language tag: `fr-CA`. */
  readonly language: string;
  /** All of them, in any order. */
  readonly committeeDates: readonly Day[];
}

/**
 * Writes the settings given and reads them back; the others are not touched. A setting is found by its
 * name in either language; one that has no row gets one below the table. Two syncs.
 *
 * The committee's dates are a row each, not a list in one cell: a person without the add-in adds a date by
 * typing one more row under the table and takes one away by deleting its row, Excel keeps each as a date of
 * its own, and one that is mistyped spoils no other.
 */
export function writeSettings(context: Excel.RequestContext, values: Partial<SettingValues>): Promise<SettingsReceipt> {
  return changeSettings(context, ({ rows, language }) => {
    const change: { cells: SettingsChange['cells'][number][]; added: SettingsChange['added'][number][] } = {
      cells: [],
      added: [],
    };
    for (const [name, given] of wantedOf(values)) {
      const found = positionsOf(rows, name);
      const wanted = arrange(
        found.map((position) => rows[position]?.value ?? ''),
        given,
      );
      wanted.forEach((value, index) => {
        const row = found[index];
        if (row === undefined) change.added.push({ name: sheetWords[language].settingNames[name], value });
        else if (rows[row]?.value !== value) change.cells.push({ row, column: 'value', value });
      });
    }
    return change;
  });
}

function wantedOf({ committeeDates, ...texts }: Partial<SettingValues>): [SettingName, readonly CellValue[]][] {
  // Object.entries forgets the type of the keys it lists.
  const wanted = (Object.entries(texts) as [Exclude<keyof SettingValues, 'committeeDates'>, string | undefined][])
    .filter((each): each is [Exclude<keyof SettingValues, 'committeeDates'>, string] => each[1] !== undefined)
    .map(([name, text]): [SettingName, readonly CellValue[]] => [name, [text]]);
  return committeeDates === undefined
    ? wanted
    : [...wanted, ['committee', [...new Set(committeeDates)].sort().map(toSerial)]];
}

/** The rows of a setting: the first alone is read of those that hold one value. */
function positionsOf(rows: readonly SettingRow[], name: SettingName): readonly number[] {
  const all = rows.flatMap(({ setting }, position) => (setting === name ? [position] : []));
  return name === 'committee' ? all : all.slice(0, 1);
}

/** What each row gets, and then the rows to add: a row that holds one of the values keeps it; one too many is emptied. */
function arrange(found: readonly CellValue[], wanted: readonly CellValue[]): readonly CellValue[] {
  const free = [...wanted];
  const kept = found.map((value) => {
    const index = free.findIndex((each) => isSame(each, value));
    if (index < 0) return null;
    free.splice(index, 1);
    return value;
  });
  return [...kept.map((value) => value ?? free.shift() ?? ''), ...free];
}

/** A day may be written as text. */
function isSame(wanted: CellValue, found: CellValue): boolean {
  if (wanted === found) return true;
  if (typeof wanted !== 'number') return false;
  const day = typeof found === 'number' ? fromSerial(found) : parseIso(textOf(found).trim());
  return day !== null && toSerial(day) === wanted;
}
