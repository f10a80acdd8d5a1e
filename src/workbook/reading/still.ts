import { cellsInAnswer, readBlocks, type BlockQuery, type Rows } from '../contract/blocks';
import type { FoundTable } from '../contract/tables';

/** Blocks of a sheet as they were read. */
export interface StillRead {
  readonly read: readonly Rows[];
  /** False where somebody has moved one of the tables meanwhile, or changed its columns or rows. */
  readonly isOfOneMoment: boolean;
}

/**
 * Reads blocks whose places come from tables that an earlier sync found: one sync, and one more for each 4 MB beyond the
 * first, with a last one there to see that nothing has moved.
 */
export async function readStill(
  context: Excel.RequestContext,
  tables: readonly FoundTable<string>[],
  queries: readonly BlockQuery[],
): Promise<StillRead> {
  let shapes = tables.map(askShape);
  const read = await readBlocks(context, queries);
  const cells = queries.reduce((sum, { block }) => sum + block.rows * block.columns, 0);
  if (cells > cellsInAnswer || !shapes.every((each) => each.isKnown())) {
    // Several answers, or a first that was refused as too large: of one moment only where nothing has moved up to the last.
    shapes = tables.map(askShape);
    await context.sync();
  }
  return { read, isOfOneMoment: shapes.every((each) => each.isSame()) };
}

/** Asks, with the next sync, whether a table still is where it was found, with the columns that it had. */
function askShape({ proxy, row, column, rows, headers }: FoundTable<string>): {
  isKnown(): boolean;
  isSame(): boolean;
} {
  const header = proxy.getHeaderRowRange().load('values');
  const body = proxy.getDataBodyRange().load('rowIndex,columnIndex,rowCount');
  return {
    isKnown: () => body.toJSON().rowCount !== undefined,
    isSame: () =>
      body.rowIndex === row &&
      body.columnIndex === column &&
      body.rowCount === rows &&
      JSON.stringify((header.values[0] ?? []).map(String)) === JSON.stringify(headers),
  };
}
