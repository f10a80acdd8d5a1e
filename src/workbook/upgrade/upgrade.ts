import { yearOf, type Day } from '../../plan';
import { sheetWords } from '../contract/contract';
import { migrationsFrom } from './migrations';
import type { SettingsChange } from '../contract/settings';
import type { MigrationKey } from '../model';
import { changeSettings, takeBackSettings, type SettingsReceipt } from '../writing/settingRows';
import { currentFormat, numberOfFormat } from '../contract/version';

/** What an upgrade did, and what takes it back. */
export interface UpgradeReceipt {
  readonly from: number;
  readonly to: number;
  readonly migrations: readonly MigrationKey[];
  readonly written: SettingsReceipt;
}

/**
 * Brings the workbook to the current format, by every migration that it has before it; does nothing where there is
 * none. Two syncs, four where the settings table has lost its name. Refuses (`newerWorkbook`) a later format.
 */
export async function upgrade(context: Excel.RequestContext, today: Day): Promise<UpgradeReceipt> {
  let from = currentFormat;
  const written = await changeSettings(context, (look) => {
    const row = look.rows.findIndex(({ setting }) => setting === 'format');
    from = numberOfFormat(look.rows[row]?.value);
    const changes = migrationsFrom(from).map(({ plan }) => plan(look, yearOf(today)));
    if (changes.length === 0) return { cells: [], added: [] };
    const value = String(currentFormat);
    const stated: SettingsChange =
      row < 0
        ? { cells: [], added: [{ name: sheetWords[look.language].settingNames.format, value }] }
        : { cells: [{ row, column: 'value', value }], added: [] };
    return {
      cells: [...changes, stated].flatMap(({ cells }) => cells),
      added: [...changes, stated].flatMap(({ added }) => added),
    };
  });
  return { from, to: currentFormat, migrations: migrationsFrom(from).map(({ key }) => key), written };
}

/** Puts back exactly what was there; two syncs. Refuses (`changedSince`) where somebody has changed it since. */
export function undoUpgrade(context: Excel.RequestContext, { written }: UpgradeReceipt): Promise<void> {
  return takeBackSettings(context, written);
}
