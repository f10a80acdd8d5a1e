import { translateError } from '../errors';
import { blocksOf, type Block, type CellValue } from './values';

export type Rows = readonly (readonly CellValue[])[];

/** A rectangle of a sheet, and what of its cells is wanted. */
export interface BlockQuery {
  readonly sheet: Excel.Worksheet;
  readonly block: Block;
  readonly what?: CellProperty;
}

export type CellProperty = 'values' | 'formulas' | 'text' | 'numberFormat';

/** Cells asked for at once: of the usual length, an answer of some 3.5 MB of the 5 that Excel on the web gives. */
export const cellsInAnswer = 180_000;

/**
 * Reads whole blocks, in the order asked, in as few answers as their size allows: one sync, and one more for
 * each 4 MB beyond the first.
 */
export async function readBlocks(
  context: Excel.RequestContext,
  queries: readonly BlockQuery[],
): Promise<readonly Rows[]> {
  const read: (readonly CellValue[])[][] = queries.map(() => []);
  const pieces = queries.map((query, index): Piece & { readonly index: number; readonly what: CellProperty } => ({
    ...query,
    index,
    what: query.what ?? 'values',
  }));
  await inAnswers(
    context,
    pieces,
    cellsInAnswer,
    ({ sheet, block, what }) => sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns).load(what),
    ({ index, what }, range) => {
      for (const row of range[what] as CellValue[][]) read[index]?.push(row);
    },
  );
  return read;
}

/** Part of a sheet, to be cut where an answer has no room for it. */
export interface Piece {
  readonly sheet: Excel.Worksheet;
  readonly block: Block;
}

/**
 * Asks for pieces, in order, as many at a sync as an answer has room for, `room` cells at most. An answer
 * that Excel refuses as too large, for long texts, is asked for again in smaller ones.
 */
export async function inAnswers<Asked extends Piece, Answer>(
  context: Excel.RequestContext,
  pieces: readonly Asked[],
  room: number,
  ask: (piece: Asked) => Answer,
  take: (piece: Asked, answer: Answer) => void,
): Promise<void> {
  let left = room;
  let waiting = pieces.flatMap((piece) => split(piece, left));
  while (waiting.length > 0) {
    const asked = fitting(waiting, left).map((piece) => ({ piece, answer: ask(piece) }));
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- an answer may hold 5 MB: larger tables need several
      await context.sync();
    } catch (error) {
      if (translateError(error).code !== 'tooLarge' || left < room / 100) throw error;
      left = Math.floor(left / 4);
      waiting = waiting.flatMap((piece) => split(piece, left));
      continue;
    }
    for (const { piece, answer } of asked) take(piece, answer);
    waiting = waiting.slice(asked.length);
  }
}

function split<Asked extends Piece>(piece: Asked, mostCells: number): Asked[] {
  return blocksOf(piece.block, mostCells).map((block) => ({ ...piece, block }));
}

/** As many of the first pieces as an answer has room for; one at least. */
function fitting<Asked extends Piece>(pieces: readonly Asked[], room: number): readonly Asked[] {
  let cells = 0;
  const over = pieces.findIndex(({ block }, index) => {
    cells += block.rows * block.columns;
    return index > 0 && cells > room;
  });
  return over < 0 ? pieces : pieces.slice(0, over);
}
