import { readBlocks } from '../contract/blocks';
import type { FoundTable } from '../contract/tables';
import type { CellValue } from '../contract/values';
import type { TargetPlace } from './heldPieces';
import type { Expectation, Row, TargetRow } from './targetRow';

/** Where rows stand that somebody may have moved, and which of their cells are written by now. */
export interface Located extends TargetPlace {
  readonly changed: readonly number[];
}

export interface Search {
  readonly found: readonly Located[];
  /** True where each row was found. */
  readonly isWhole: boolean;
  /** The row of the sheet where the body of a table begins. */
  readonly start: (table: FoundTable<string>) => number;
}

/**
 * Looks for rows by what they hold, in their whole tables: as they were before a request, as they are after it, or with
 * a part of it. Two syncs, and one for each 4 MB beyond the first.
 */
export async function locate(
  context: Excel.RequestContext,
  rows: readonly TargetRow[],
  expectation: Expectation,
): Promise<Search> {
  const bodies = new Map(
    [...new Set(rows.map(({ table }) => table))].map((table) => [
      table,
      {
        body: table.proxy.getDataBodyRange().load('rowIndex,columnIndex,rowCount'),
        header: table.proxy.getHeaderRowRange().load('values'),
      },
    ]),
  );
  await context.sync();
  const tables = [...bodies];
  // Some may stand below the table still.
  const rowsOf = (table: FoundTable<string>, count: number) =>
    rows.reduce((most, row) => (row.table === table ? Math.max(most, row.position + 1) : most), count);
  const read = await readBlocks(
    context,
    tables.map(([table, { body }]) => ({
      sheet: table.sheet,
      block: {
        row: body.rowIndex,
        column: body.columnIndex,
        rows: rowsOf(table, body.rowCount),
        columns: table.headers.length,
      },
    })),
  );
  const contents = new Map(tables.map(([table], index) => [table, new Contents(read[index] ?? [])]));
  const found = rows.flatMap((row): Located[] => {
    const versions = row.versions(expectation);
    if (row.position >= 0) return contents.get(row.table)?.find(row, expectation) ?? [];
    // The header stays where it is.
    const header = (bodies.get(row.table)?.header.values[0] ?? []) as CellValue[];
    const version = versions.find((each) => each.contents === row.contents(header, expectation));
    return version ? [{ row, position: row.position, changed: version.changed }] : [];
  });
  return {
    found,
    isWhole: found.length === rows.length,
    start: (table) => bodies.get(table)?.body.rowIndex ?? table.row,
  };
}

/** The rows of a table by what they hold, each to be found once. */
class Contents {
  private readonly indexes = new Map<string, Map<string, number[]>>();

  constructor(private readonly rows: readonly Row[]) {}

  find(row: TargetRow, expectation: Expectation): Located[] {
    const index = this.indexOf(row, expectation);
    for (const { contents, changed } of row.versions(expectation)) {
      const position = index.get(contents)?.shift();
      if (position !== undefined) return [{ row, position, changed }];
    }
    return [];
  }

  private indexOf(row: TargetRow, expectation: Expectation): Map<string, number[]> {
    const signature = row.signature(expectation);
    const known = this.indexes.get(signature);
    if (known) return known;
    const index = new Map<string, number[]>();
    this.rows.forEach((values, position) => {
      const contents = row.contents(values, expectation);
      index.set(contents, [...(index.get(contents) ?? []), position]);
    });
    this.indexes.set(signature, index);
    return index;
  }
}
