import type { Day } from '../plan';
import type { Block, Run } from './blocks';
import { BlockBuilder } from './builder';
import { clean } from './clean';
import { type Read, refused } from './refusals';

/** A cell of a sheet as it is shown: its text, with the runs that are bold. */
export interface SheetCell {
  readonly runs: readonly Run[];
  /** The day of a cell that holds a date, whatever its number format shows. */
  readonly day?: Day;
}

/** A stretch of rows and columns; `row` and `column` count from 0 in the sheet. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * A sheet or a selection of one, as plain data: what the pane reads from the open workbook and what
 * `readXlsx` reads from a file. `rows[0][0]` is the cell at `row`, `column`; null where it is blank.
 */
export interface SheetCells {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly merges: readonly CellArea[];
}

/** A sheet as one table, each line with the address of its cell. */
export function readSheet(cells: SheetCells): Read<readonly Block[]> {
  let address = '';
  const builder = new BlockBuilder(() => ({ kind: 'cell', sheet: cells.sheet, address }));
  const merges = new Map(cells.merges.map((area) => [`${area.row}:${area.column}`, area]));
  const covered = coveredCells(cells);
  builder.openTable();
  cells.rows.forEach((row, r) => {
    builder.openRow();
    row.forEach((cell, c) => {
      const at = { row: cells.row + r, column: cells.column + c };
      const key = `${at.row}:${at.column}`;
      if (covered.has(key)) return;
      const area = merges.get(key);
      address = addressOf(at);
      builder.openCell(area?.columns, area?.rows);
      if (cell?.day !== undefined) builder.text(cell.day, cell.runs[0] ?? plain);
      else for (const run of cell?.runs ?? []) addLines(builder, run);
    });
    builder.closeRow();
  });
  builder.closeTable();
  return builder.tooLarge ? refused('tooLarge') : { ok: true, value: builder.finish() };
}

const plain = { bold: false, italic: false } as const;

function addLines(builder: BlockBuilder, run: Run): void {
  clean(run.text)
    .split('\n')
    .forEach((line, index) => {
      if (index > 0) builder.lineBreak();
      builder.text(line, run);
    });
}

/** Cells that a merge covers, its first one left out. */
function coveredCells({ merges, rows, row, column }: SheetCells): ReadonlySet<string> {
  const covered = new Set<string>();
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (const area of merges) {
    // A merge of whole columns is bounded by what the sheet holds.
    const lastRow = Math.min(area.row + area.rows, row + rows.length);
    const lastColumn = Math.min(area.column + area.columns, column + width);
    for (let r = area.row; r < lastRow; r++) {
      for (let c = area.column; c < lastColumn; c++) {
        if (r !== area.row || c !== area.column) covered.add(`${r}:${c}`);
      }
    }
  }
  return covered;
}

/** `A1` for row 0, column 0. */
function addressOf({ row, column }: { readonly row: number; readonly column: number }): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
