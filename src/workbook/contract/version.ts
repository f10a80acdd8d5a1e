import { findColumns, settingOf, settingsTable } from './contract';
import type { WorkbookFormat } from '../model';
import { refuse } from '../result';
import { textOf, type CellValue } from './values';

/** The format of the workbooks that are made now: what their tables and settings mean, said in the settings sheet. */
export const currentFormat = 2;

/** The format that a settings table says, header included; the first format said nothing. */
function formatIn(cells: readonly (readonly CellValue[])[]): number {
  const [headers = [], ...rows] = cells;
  const { at } = findColumns(settingsTable, headers.map(String));
  const row = rows.find((each) => settingOf(textOf(each[at.name ?? 0])) === 'format');
  return numberOfFormat(row?.[at.value ?? 1]);
}

/** The number of a format as its cell says it; the first where it says none. */
export function numberOfFormat(value: CellValue | undefined): number {
  const stated = Math.floor(Number(textOf(value).trim()));
  return Number.isFinite(stated) && stated > 0 ? stated : 1;
}

export function compareFormat(format: number): WorkbookFormat {
  return format === currentFormat ? 'current' : format < currentFormat ? 'older' : 'newer';
}

/** The workbook's format, to be answered by the next sync. */
export interface FormatQuery {
  /** Null in a workbook without settings, which has nothing to upgrade. */
  value(): number | null;
  /** Refuses (`newerWorkbook`) to write what a later version made. */
  check(): void;
}

export function askFormat(context: Excel.RequestContext): FormatQuery {
  const table = context.workbook.tables.getItemOrNullObject(settingsTable.name).load('name');
  const cells = table.getRange().load('values');
  const value = () => (table.isNullObject ? null : formatIn(cells.values as CellValue[][]));
  return {
    value,
    check() {
      const format = value();
      if (format !== null && compareFormat(format) === 'newer') throw refuse('newerWorkbook', {});
    },
  };
}
