import type { Place, Problem } from '../plan';
import type { Repair, StepTable } from './checkModel';
import type { ReadTable, ReadTables } from './read';
import { cellAddress, parseAddress, textOf, type CellValue } from './values';

/** A cell of a row, and what it is to hold. */
export interface CellChange {
  readonly column: number;
  readonly value: CellValue;
  /** The value as a person reads it. */
  readonly shown: string;
}

/** A row of a table that a problem stands in. */
export interface Located {
  readonly table: ReadTable<string>;
  /** Counts the rows below the header from 0. */
  readonly row: number;
  /** Counts the columns of the table from 0. */
  readonly column: number;
  readonly cells: readonly CellValue[];
  /** A repair of the problem that writes cells of this row. */
  repair(problem: Problem, safe: boolean, changes: readonly CellChange[]): Repair;
}

/** Finds the rows that problems stand in. */
export class Locator {
  private readonly bySheet: ReadonlyMap<string, ReadTable<string>>;

  constructor({ plan, activities, settings }: ReadTables) {
    this.bySheet = new Map(
      [plan, activities, ...(settings ? [settings] : [])].map((each) => [each.table.sheetName, each]),
    );
  }

  /** Null for a place that is no cell of a row. */
  find(place: Place): Located | null {
    if (place.kind !== 'cell') return null;
    const found = this.bySheet.get(place.sheet);
    const at = parseAddress(place.address);
    if (!found || !at) return null;
    const row = at.row - found.table.row;
    const column = at.column - found.table.column;
    const cells = found.rows[row];
    if (cells === undefined) return null;
    return { table: found, row, column, cells, repair: (...given) => repairOfRow(found, row, cells, ...given) };
  }
}

function repairOfRow(
  { table }: ReadTable<string>,
  row: number,
  cells: readonly CellValue[],
  problem: Problem,
  safe: boolean,
  changes: readonly CellChange[],
): Repair {
  const place = problem.place.kind === 'cell' ? `${problem.place.sheet}!${problem.place.address}` : '';
  const step: StepTable = { key: table.spec.key, headers: table.headers };
  return {
    key: `${problem.code}:${place}`,
    code: problem.code,
    safe,
    changes: changes.map(({ column, shown }) => ({
      sheet: table.sheetName,
      address: cellAddress(table.row + row, table.column + column),
      column: table.headers[column] ?? '',
      before: textOf(cells[column]),
      after: shown,
    })),
    steps: changes.map(({ column, value }) => ({ kind: 'cell', table: step, row, column, seen: cells, value })),
  };
}
