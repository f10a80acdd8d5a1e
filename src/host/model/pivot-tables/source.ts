import { HostError } from '../../errors';
import type { PivotRecords } from '../pivot';
import { checkInSheet } from '../cells/guard';
import { sameName } from '../formulas/names';
import type { Sheet } from '../sheet';
import type { CellValue } from '../cells/cell';
import type { PivotSource } from '../pivot/definition';
import type { Rect } from '../geometry/rect';
import type { Workbook } from '../workbook';

interface SourceRange {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/**
 * Takes a snapshot of what a pivot reads. Throws `ItemNotFound` for a table or sheet that is not there,
 * `InvalidArgument` for a source of one row or with a blank or repeated header.
 */
export function readSource(workbook: Workbook, source: PivotSource): PivotRecords {
  const { sheet, rect } = sourceRange(workbook, source);
  if (rect.rows < 2) {
    throw new HostError('InvalidArgument', 'A PivotTable needs a source of at least two rows: headers and data.');
  }
  const fields = Array.from({ length: rect.columns }, (_, i) => sheet.text(rect.row, rect.column + i));
  if (fields.some((field) => field.trim() === '')) {
    throw new HostError('InvalidArgument', 'A PivotTable field name is not valid: a header of the source is blank.');
  }
  return {
    fields: uniqueFields(fields),
    rows: Array.from({ length: rect.rows - 1 }, (_, i) => readRecord(sheet, rect, rect.row + 1 + i)),
    formats: fields.map((_, i) => sheet.styles.numberFormat(rect.row + 1, rect.column + i)),
  };
}

function sourceRange(workbook: Workbook, source: PivotSource): SourceRange {
  if (source.kind === 'table') {
    const table = workbook.tableByName(source.table);
    if (!table) throw new HostError('ItemNotFound', `There is no table “${source.table}”.`);
    const { totalsRect, rect } = table;
    if (!table.showHeaders) throw new HostError('InvalidArgument', `The table “${table.name}” has no header row.`);
    return { sheet: table.sheet, rect: totalsRect ? { ...rect, rows: rect.rows - 1 } : rect };
  }
  const sheet = workbook.sheetByName(source.sheet);
  if (!sheet) throw new HostError('ItemNotFound', `There is no sheet “${source.sheet}”.`);
  checkInSheet(source.rect);
  return { sheet, rect: source.rect };
}

function readRecord(sheet: Sheet, rect: Rect, row: number): readonly CellValue[] {
  return Array.from({ length: rect.columns }, (_, i) => {
    const value = sheet.cells.get(row, rect.column + i)?.value ?? null;
    return value === '' ? null : value;
  });
}

/** A header that comes twice gets a number, as in Excel. */
function uniqueFields(fields: readonly string[]): readonly string[] {
  return fields.map((field, i) => {
    const before = fields.slice(0, i).filter((other) => sameName(other, field)).length;
    return before === 0 ? field : `${field}${before + 1}`;
  });
}
