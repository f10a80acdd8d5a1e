import { inAnswers, type Piece } from '../contract/blocks';
import type { Block } from '../contract/values';
import type { FoundTable } from '../contract/tables';
import { askGuard, type Guard } from './guard';
import { escaped, type StoredCell } from './storedRows';
import type { Row, TargetRow } from './targetRow';

/** Ranges held of a table at once: where there are more they become one, what is between them left as it is. */
const mostRanges = 400;

/** Cells held at once: three properties of each come in an answer. */
const cellsHeld = 50_000;

/** Bytes of a cell in an answer, as it was and as it is, near enough. */
const cellBytes = 40;

/** Rows of a table that are guarded: of more so many are, and no sort leaves all of these where they are. */
const mostGuarded = 50;

/** Where the row of a target stands: counts the rows below the header from 0. */
export interface TargetPlace {
  readonly row: TargetRow;
  readonly position: number;
}

interface Asked extends Piece {
  readonly sheetName: string;
  readonly rows: ReadonlyMap<number, TargetRow>;
}

/** Rows in hold; `rows` by their position in the sheet. */
export interface HeldPiece extends Asked {
  readonly range: Excel.Range;
  readonly guards: readonly RowGuard[];
}

interface RowGuard extends Guard {
  readonly isKey: boolean;
}

/**
 * Takes hold of rows, whose tables begin at `start`, in as few ranges as stand apart, and gives `take` what each holds.
 * One sync, or more for many cells. The ranges are the caller's to release.
 */
export async function holdPieces(
  context: Excel.RequestContext,
  places: readonly TargetPlace[],
  start: (table: FoundTable<string>) => number,
  take: (row: TargetRow, values: Row, formulas: Row, formats: Row) => void,
): Promise<readonly HeldPiece[]> {
  const byTable = new Map<FoundTable<string>, Map<number, TargetRow>>();
  for (const { row, position } of places) {
    const known = byTable.get(row.table) ?? new Map<number, TargetRow>();
    byTable.set(row.table, known.set(start(row.table) + position, row));
  }
  const step = Math.ceil(places.length / mostGuarded);
  const guardedRows = new Set(places.filter((_, index) => index % step === 0).map(({ row }) => row));
  const pieces = [...byTable].flatMap(([table, positions]) =>
    runsOf([...positions.keys()]).map(({ start: first, count }): Asked => ({
      sheet: table.sheet,
      sheetName: table.sheetName,
      block: { row: first, column: table.column, rows: count, columns: table.headers.length },
      rows: positions,
    })),
  );
  const held: HeldPiece[] = [];
  await inAnswers(
    context,
    pieces,
    cellsHeld,
    (piece) => {
      const { row, column, rows, columns } = piece.block;
      const range = piece.sheet.getRangeByIndexes(row, column, rows, columns);
      context.trackedObjects.add(range);
      const guards = targetsIn(piece)
        .filter(([, target]) => guardedRows.has(target))
        .map(([index, target]): RowGuard => {
          const { text, isKey } = target.knownBy();
          return { ...askGuard(range.getRow(index), text), isKey };
        });
      return { range: range.load('values,formulas,numberFormat'), guards };
    },
    (piece, { range, guards }) => {
      held.push({ ...piece, range, guards });
      targetsIn(piece).forEach(([index, row]) =>
        take(row, rowAt(range.values, index), rowAt(range.formulas, index), rowAt(range.numberFormat, index)),
      );
    },
  );
  return held;
}

/** Queues what stops the request where one of the rows has been moved: before all that writes. */
export function guardPieces(held: readonly HeldPiece[]): void {
  for (const { guards } of held) for (const each of guards) each.queue();
}

/** True where no request so guarded can reach another's row. */
export function areGuarded(held: readonly HeldPiece[]): boolean {
  return held.every(({ guards }) => guards.every((each) => each.isKey && each.isSure()));
}

export function releasePieces(context: Excel.RequestContext, held: readonly HeldPiece[]): void {
  for (const { range } of held) context.trackedObjects.remove(range);
}

function runsOf(positions: readonly number[]): { readonly start: number; readonly count: number }[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const runs: { start: number; count: number }[] = [];
  for (const position of sorted) {
    const last = runs.at(-1);
    if (last && last.start + last.count === position) last.count += 1;
    else runs.push({ start: position, count: 1 });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last || runs.length <= mostRanges) return runs;
  return [{ start: first.start, count: last.start + last.count - first.start }];
}

/** The rows of a piece that have targets, by their position in it. */
export function targetsIn({ block, rows }: { readonly block: Block; readonly rows: ReadonlyMap<number, TargetRow> }) {
  return Array.from({ length: block.rows }, (_, index) => [index, rows.get(block.row + index)] as const).filter(
    (each): each is readonly [number, TargetRow] => each[1] !== undefined,
  );
}

export const rowAt = (grid: readonly (readonly unknown[])[], index: number) => (grid[index] ?? []) as Row;

/** Bytes of a piece in a request or an answer, whichever is more. */
export function sizeOf(piece: HeldPiece): number {
  const texts = targetsIn(piece).reduce(
    (sum, [, row]) =>
      sum +
      [...row.columns].reduce((bytes, column) => bytes + String(row.state(column, 'after')?.value ?? '').length, 0),
    0,
  );
  return piece.block.rows * piece.block.columns * cellBytes + texts;
}

/** Office.js cuts a grid of more cells into pieces that cost three times as much. */
const cellsInGrid = 1_500;

/** A column at a time, in as few ranges as stand apart; cells between targets keep what they hold. */
export function writePiece({ range, ...piece }: HeldPiece, which: 'before' | 'after'): void {
  const targets = targetsIn(piece);
  const formats = range.numberFormat as string[][];
  for (const column of new Set(targets.flatMap(([, row]) => [...row.columns]))) {
    const states = new Map<number, StoredCell>();
    for (const [index, row] of targets) {
      const state = row.state(column, which);
      if (state) states.set(index, state);
    }
    for (const { start, count } of runsOf([...states.keys()]).flatMap(cut)) {
      const cells = Array.from({ length: count }, (_, offset) => states.get(start + offset));
      const part = range.getCell(start, column).getResizedRange(count - 1, 0);
      // The format comes first: it is what keeps text from being read as a number or a date.
      part.numberFormat = cells.map((state, offset) => [
        state?.format ?? formats[start + offset]?.[column] ?? 'General',
      ]);
      part.values = cells.map((state) => [state === undefined || state.formula !== undefined ? null : escaped(state)]);
      if (cells.some((state) => state?.formula !== undefined)) {
        part.formulas = cells.map((state) => [state?.formula ?? null]);
      }
    }
  }
}

function cut({ start, count }: { readonly start: number; readonly count: number }) {
  return Array.from({ length: Math.ceil(count / cellsInGrid) }, (_, index) => ({
    start: start + index * cellsInGrid,
    count: Math.min(cellsInGrid, count - index * cellsInGrid),
  }));
}
