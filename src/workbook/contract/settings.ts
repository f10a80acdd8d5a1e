import type { Language } from '../../i18n';
import type { SettingColumn, SettingName } from './contract';
import type { CellValue } from './values';

/** A row of the settings table, as it was read. */
export interface SettingRow {
  readonly name: string;
  readonly setting: SettingName | null;
  readonly value: CellValue;
}

/** The settings as they stand, and the language that their table is in. */
export interface SettingsLook {
  readonly rows: readonly SettingRow[];
  readonly language: Language;
}

/** What is to be done to the settings table: cells of rows, counted from 0, and rows below it. */
export interface SettingsChange {
  readonly cells: readonly { readonly row: number; readonly column: SettingColumn; readonly value: CellValue }[];
  readonly added: readonly { readonly name: string; readonly value: CellValue }[];
}
