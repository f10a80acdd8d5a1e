import { readDates } from '../../dates';
import type { Language } from '../../i18n';
import { sheetWords } from '../contract/contract';
import { toSerial } from '../contract/serial';
import type { SettingsChange, SettingsLook } from '../contract/settings';
import { textOf } from '../contract/values';
import type { MigrationKey } from '../model';

/** The step from one format to the next, as a value: what it changes is worked out from what the settings hold. */
export interface Migration {
  readonly key: MigrationKey;
  readonly from: number;
  readonly to: number;
  readonly plan: (look: SettingsLook, referenceYear: number) => SettingsChange;
}

/** In their order, each from where the one before ends. */
const migrations: readonly Migration[] = [
  // The first format kept the committee's last meeting alone, in a row of that name.
  { key: 'committeeDates', from: 1, to: 2, plan: committeeDates },
];

/** The migrations that a workbook of a format has before it. */
export function migrationsFrom(format: number): readonly Migration[] {
  return migrations.filter(({ from }) => from >= format);
}

/** The row takes the name under which there may be several; a cell into which people had put several dates becomes as many rows. */
function committeeDates({ rows, language }: SettingsLook, referenceYear: number): SettingsChange {
  const name = sheetWords[language].settingNames.committee;
  const cells: SettingsChange['cells'][number][] = [];
  const added: SettingsChange['added'][number][] = [];
  rows.forEach((row, position) => {
    if (row.setting !== 'committee') return;
    if (row.name !== name) cells.push({ row: position, column: 'name', value: name });
    const [first, ...others] = daysIn(textOf(row.value), language, referenceYear);
    if (first === undefined || others.length === 0) return;
    cells.push({ row: position, column: 'value', value: first });
    added.push(...others.map((value) => ({ name, value })));
  });
  return { cells, added };
}

/** The days of a text that holds nothing else, as serial numbers. */
function daysIn(text: string, language: Language, referenceYear: number): readonly number[] {
  const { occurrences, problems, unread } = readDates(text, { language, referenceYear });
  const isClear = problems.length === 0 && unread.length === 0 && occurrences.every(({ end, note }) => !end && !note);
  return isClear ? occurrences.map(({ start }) => toSerial(start)) : [];
}
