import { inAnswers, type Piece } from '../contract/blocks';
import type { WrittenCell } from '../check/model';
import type { TableKey } from '../contract/contract';
import { refuse } from '../result';
import { disableEvents, enableEvents, inLots } from '../run';
import { settled } from '../settle';
import { escaped, type StoredCell } from './storedRows';
import { TargetRow, type CellTarget, type Expectation, type Row } from './targetRow';
import type { FoundTable } from '../contract/tables';
import type { Block } from '../contract/values';

export type FoundTables = ReadonlyMap<TableKey, FoundTable<string>>;

/** What goes with the cells in the same request: checked before, and taken back with them. */
export interface Alongside {
  check(): void;
  queue(): void;
  isRight(): boolean;
  /** Asks, with the next sync, what is there after an answer that was lost. */
  askAgain(): void;
  /** Queues what takes it back; false where what is there is not known. */
  takeBack(): boolean;
}

/** Ranges held of a table at once: where there are more they become one, what is between them left as it is. */
const mostRanges = 400;

/** Cells held at once: three properties of each come in an answer. */
const cellsHeld = 50_000;

/** Bytes of a cell in an answer, as it was and as it is, near enough. */
const cellBytes = 40;

/**
 * Takes hold of the rows of the targets, checks them, writes the targets and reads them back: two syncs, and two
 * more for each 50,000 cells of rows. What is held moves with the rows that a co-author adds or deletes in
 * between, which an index would not; where a sort has brought others into their place, these get back what they
 * held. Refuses (`changedSince`) what is no longer as expected; where Excel did not keep what was sent, puts back
 * what was there and refuses (`notVerified`). After an error of Excel, whose request may have been done all the same,
 * looks at the rows again and gives back what was changed: three syncs more. Where another row stands in the place of
 * one by then and may have been written into, the refusal is `notVerified`.
 */
export async function writeHeld(
  context: Excel.RequestContext,
  tables: FoundTables,
  targets: readonly CellTarget[],
  expectation: Expectation,
  alongside: readonly Alongside[] = [],
): Promise<readonly WrittenCell[]> {
  const rows = targetRows(tables, targets);
  const held = await hold(context, rows);
  for (const row of rows.values()) row.check(expectation);
  for (const each of alongside) each.check();
  const found = new Map<HeldPiece, Excel.Range>();
  const putBack = async () => {
    let isSure = true;
    await send(context, held, 'before', () => {
      for (const each of alongside) isSure = each.takeBack() && isSure;
    });
    return isSure;
  };
  await settled(
    context,
    held[0]?.sheetName ?? '',
    () =>
      send(
        context,
        held,
        'after',
        () => alongside.forEach((each) => each.queue()),
        // Another proxy of the same cells: what they hold as they are written.
        (piece) => found.set(piece, piece.range.getOffsetRange(0, 0).load('values')),
      ),
    async () => {
      const isKnown = await lookAgain(context, held, expectation, alongside);
      if ((await putBack()) && isKnown) return null;
      throw refuse('notVerified', { sheet: held[0]?.sheetName ?? '' });
    },
  );
  // All are looked at before any is put back.
  const others = held.filter((piece) => !foundAgain(piece, found.get(piece)?.values ?? [], expectation));
  if (others.length > 0) {
    await putBack();
    throw refuse('changedSince', { sheet: held[0]?.sheetName ?? '' });
  }
  if (!held.every(isKept) || !alongside.every((each) => each.isRight())) {
    await putBack();
    throw refuse('notVerified', { sheet: held[0]?.sheetName ?? '' });
  }
  for (const { range } of held) context.trackedObjects.remove(range);
  const headers = new Map([...tables].map(([key, table]) => [key, headersAfter(rows.get(rowKey(key, -1)), table)]));
  return [...rows.values()].flatMap((row) => row.written(headers.get(row.table.spec.key) ?? row.table.headers));
}

const rowKey = (table: TableKey, row: number) => `${table}:${row}`;

function targetRows(tables: FoundTables, targets: readonly CellTarget[]): ReadonlyMap<string, TargetRow> {
  const rows = new Map<string, TargetRow>();
  for (const target of targets) {
    const table = tables.get(target.table.key);
    if (!table) throw refuse('missingTable', { table: target.table.key });
    if (table.headers.join('\t') !== target.table.headers.join('\t')) {
      throw refuse('changedSince', { sheet: table.sheetName });
    }
    const key = rowKey(target.table.key, target.row);
    const row = rows.get(key) ?? new TargetRow(table, target);
    row.add(target);
    rows.set(key, row);
  }
  return rows;
}

/** The headers once they are written: repairs may have changed some. */
function headersAfter(row: TargetRow | undefined, { headers }: FoundTable<string>): readonly string[] {
  return headers.map((header, column) => String(row?.state(column, 'after')?.value ?? header));
}

interface Asked extends Piece {
  readonly sheetName: string;
  readonly rows: ReadonlyMap<number, TargetRow>;
}

/** Rows in hold; `rows` by their position in the sheet. */
interface HeldPiece extends Asked {
  readonly range: Excel.Range;
}

async function hold(context: Excel.RequestContext, rows: ReadonlyMap<string, TargetRow>): Promise<HeldPiece[]> {
  const byTable = new Map<FoundTable<string>, Map<number, TargetRow>>();
  for (const row of rows.values()) {
    const known = byTable.get(row.table) ?? new Map<number, TargetRow>();
    byTable.set(row.table, known.set(row.table.row + row.position, row));
  }
  const pieces = [...byTable].flatMap(([table, positions]) =>
    runsOf([...positions.keys()]).map(({ start, count }): Asked => ({
      sheet: table.sheet,
      sheetName: table.sheetName,
      block: { row: start, column: table.column, rows: count, columns: table.headers.length },
      rows: positions,
    })),
  );
  const held: HeldPiece[] = [];
  await inAnswers(
    context,
    pieces,
    cellsHeld,
    ({ sheet, block }) => {
      const range = sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns);
      context.trackedObjects.add(range);
      return range.load('values,formulas,numberFormat');
    },
    (piece, range) => {
      held.push({ ...piece, range });
      targetsIn(piece).forEach(([index, row]) =>
        row.read(rowAt(range.values, index), rowAt(range.formulas, index), rowAt(range.numberFormat, index)),
      );
    },
  );
  return held;
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
function targetsIn({ block, rows }: { readonly block: Block; readonly rows: ReadonlyMap<number, TargetRow> }) {
  return Array.from({ length: block.rows }, (_, index) => [index, rows.get(block.row + index)] as const).filter(
    (each): each is readonly [number, TargetRow] => each[1] !== undefined,
  );
}

const rowAt = (grid: readonly (readonly unknown[])[], index: number) => (grid[index] ?? []) as Row;

/** True where the rows of a piece, as they were when they were written, are those that were checked. */
function foundAgain(piece: HeldPiece, values: readonly (readonly unknown[])[], expectation: Expectation): boolean {
  // Every row is looked at: what is put back is what each of them held.
  return targetsIn(piece).filter(([index, row]) => !row.readAgain(rowAt(values, index), expectation)).length === 0;
}

/** Finds out what of the rows is to be given back; false where that is not known of all of them. One sync, or more for many. */
async function lookAgain(
  context: Excel.RequestContext,
  held: readonly HeldPiece[],
  expectation: Expectation,
  alongside: readonly Alongside[],
): Promise<boolean> {
  const found: Excel.Range[] = [];
  await inLots(context, held, sizeOf, (lot) => {
    for (const { range } of lot) found.push(range.getOffsetRange(0, 0).load('values'));
  });
  for (const each of alongside) each.askAgain();
  await context.sync();
  // Every row is looked at: what is given back is told by each of them.
  const unknown = held.flatMap((piece, at) =>
    targetsIn(piece).filter(([index, row]) => !row.readBack(rowAt(found[at]?.values ?? [], index), expectation)),
  );
  return unknown.length === 0;
}

/** Writes what is before or after, and asks for it back. */
async function send(
  context: Excel.RequestContext,
  held: readonly HeldPiece[],
  which: 'before' | 'after',
  alongside: () => void,
  ask: (piece: HeldPiece) => void = () => undefined,
): Promise<void> {
  disableEvents(context);
  await inLots(context, held, sizeOf, (lot) => {
    for (const piece of lot) {
      ask(piece);
      writePiece(piece, which);
      piece.range.load('values');
    }
  });
  alongside();
  enableEvents(context);
  await context.sync();
}

/** Bytes of a piece in a request or an answer, whichever is more. */
function sizeOf(piece: HeldPiece): number {
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
function writePiece({ range, ...piece }: HeldPiece, which: 'before' | 'after'): void {
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

/** True where every target holds what it was sent. */
function isKept(piece: HeldPiece): boolean {
  return targetsIn(piece).every(([index, row]) =>
    [...row.columns].every((column) => {
      const { value, formula } = row.state(column, 'after') ?? { value: '' };
      const found = rowAt(piece.range.values, index)[column];
      return formula !== undefined || found === (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value);
    }),
  );
}
