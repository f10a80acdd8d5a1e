import type { WrittenCell } from '../check/model';
import type { TableKey } from '../contract/contract';
import type { FoundTable } from '../contract/tables';
import { refuse, Refusal } from '../result';
import { disableEvents, enableEvents, inLots } from '../run';
import { settled } from '../settle';
import { guarded, Moved, untilStill } from './guard';
import {
  areGuarded,
  guardPieces,
  holdPieces,
  releasePieces,
  rowAt,
  sizeOf,
  targetsIn,
  writePiece,
  type HeldPiece,
} from './heldPieces';
import { locate } from './locate';
import { TargetRow, type CellTarget, type Expectation } from './targetRow';

export type FoundTables = ReadonlyMap<TableKey, FoundTable<string>>;

/** What goes with the cells in the same request: checked before, and taken back with them. */
export interface Alongside {
  check(): void;
  /** Queues what stops the request where the table is no longer as it was checked: before all that writes. */
  guard(): void;
  queue(): void;
  isRight(): boolean;
  /** Asks, with the next sync, what is there after an answer that was lost. */
  askAgain(): void;
  /** After that: true where it is there to the end. */
  isDone(): boolean;
  /** Queues what takes it back; false where what is there is not known. */
  takeBack(): boolean;
}

/**
 * Takes hold of the rows of the targets, checks them, writes the targets and reads them back: two syncs, and two
 * more for each 50,000 cells of rows. What is held moves with the rows that a co-author adds or deletes in
 * between, which an index would not; where a sort has brought others into their place, a guard stops the request, or
 * these get back what they held. Refuses (`changedSince`) what is no longer as expected; where Excel did not keep what
 * was sent, puts back what was there and refuses (`notVerified`).
 *
 * After an error of Excel, whose request may have been done all the same, looks for the rows by what they hold, wherever
 * they stand by then: what is done to the end stays, of what is not is given back what was changed. Where a row is not
 * found, or another's may have been written into, the refusal is `notVerified`.
 */
export async function writeHeld(
  context: Excel.RequestContext,
  tables: FoundTables,
  targets: readonly CellTarget[],
  expectation: Expectation,
  alongside: readonly Alongside[] = [],
): Promise<readonly WrittenCell[]> {
  const rows = targetRows(tables, targets);
  const all = [...rows.values()];
  const places = all.map((row) => ({ row, position: row.position }));
  const held = await holdPieces(
    context,
    places,
    (table) => table.row,
    (row, values, formulas, formats) => row.read(values, formulas, formats),
  );
  for (const row of all) row.check(expectation);
  for (const each of alongside) each.check();
  const attempt = new Attempt(context, all, held, expectation, alongside);
  const sheet = held[0]?.sheetName ?? '';
  await guarded(sheet, () =>
    settled(
      context,
      sheet,
      () => attempt.write(),
      () => attempt.settle(),
    ),
  );
  releasePieces(context, held);
  const headers = new Map([...tables].map(([key, table]) => [key, headersAfter(rows.get(rowKey(key, -1)), table)]));
  return all.flatMap((row) => row.written(headers.get(row.table.spec.key) ?? row.table.headers));
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

/** One try to write rows in hold, and what becomes of it. */
class Attempt {
  /** What the rows held as they were written: other proxies of the same cells. */
  private readonly found = new Map<HeldPiece, Excel.Range>();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly rows: readonly TargetRow[],
    private readonly held: readonly HeldPiece[],
    private readonly expectation: Expectation,
    private readonly alongside: readonly Alongside[],
  ) {}

  private get sheet(): string {
    return this.held[0]?.sheetName ?? '';
  }

  /** Writes, and reads back: one sync, and another for each lot beyond the first. */
  async write(): Promise<void> {
    const ask = (piece: HeldPiece) => this.found.set(piece, piece.range.getOffsetRange(0, 0).load('values'));
    await this.send(this.held, 'after', ask);
    // All are looked at before any is put back.
    const others = this.held.filter((piece) => !this.isFoundAgain(piece));
    const isRight = this.held.every(isKept) && this.alongside.every((each) => each.isRight());
    if (others.length === 0 && isRight) return;
    await this.putBack();
    throw refuse(others.length > 0 ? 'changedSince' : 'notVerified', { sheet: this.sheet });
  }

  /** Finds out what became of a request that Excel says has failed; null where nothing of it is left. */
  async settle(): Promise<{ readonly value: undefined } | null> {
    for (const each of this.alongside) each.askAgain();
    const { found, isWhole } = await locate(this.context, this.rows, this.expectation);
    const isWritten = found.every(({ row, changed }) => changed.length === [...row.columns].length);
    if (isWhole && isWritten && this.alongside.every((each) => each.isDone())) return { value: undefined };
    const isHit = !areGuarded(this.held) && (await this.mayHaveHitOthers());
    const isBack = await untilStill(() => this.giveBack());
    if (isBack && !isHit) return null;
    throw refuse('notVerified', { sheet: this.sheet });
  }

  /** Puts back what was there, in its place, and where a sort gets in between wherever the rows stand. */
  private async putBack(): Promise<void> {
    try {
      await this.send(this.held, 'before');
    } catch (error) {
      if (error instanceof Refusal) throw error;
      enableEvents(this.context);
      for (const each of this.alongside) each.askAgain();
      if (await untilStill(() => this.giveBack())) return;
      throw refuse('notVerified', { sheet: this.sheet });
    }
  }

  /** Gives the rows back what was changed, wherever they stand; false where that is not known of all. */
  private async giveBack(): Promise<boolean> {
    const { found, isWhole, start } = await locate(this.context, this.rows, this.expectation);
    const changed = found.filter((each) => each.changed.length > 0);
    const moved: TargetRow[] = [];
    const held = await holdPieces(this.context, changed, start, (row, values) => {
      const now = row.contents(values, this.expectation);
      if (!row.versions(this.expectation).some(({ contents }) => contents === now)) moved.push(row);
    });
    if (moved.length > 0) throw new Moved(this.sheet);
    for (const each of changed) each.row.giveBack(each.changed);
    const isKnown = await guarded(this.sheet, () => this.send(held, 'before'));
    releasePieces(this.context, held);
    return isKnown && isWhole;
  }

  /** Writes what is before or after; false where what goes with it is not known. */
  private async send(
    held: readonly HeldPiece[],
    which: 'before' | 'after',
    ask: (piece: HeldPiece) => void = () => undefined,
  ): Promise<boolean> {
    let isKnown = true;
    disableEvents(this.context);
    guardPieces(held);
    if (which === 'after') for (const each of this.alongside) each.guard();
    await inLots(this.context, held, sizeOf, (lot) => {
      for (const piece of lot) {
        ask(piece);
        writePiece(piece, which);
        piece.range.load('values');
      }
    });
    for (const each of this.alongside) {
      if (which === 'after') each.queue();
      else isKnown = each.takeBack() && isKnown;
    }
    enableEvents(this.context);
    await this.context.sync();
    return isKnown;
  }

  /** True where the rows of a piece, as they were when they were written, are those that were checked. */
  private isFoundAgain(piece: HeldPiece): boolean {
    const values = this.found.get(piece)?.values ?? [];
    // Every row is looked at: what is put back is what each of them held.
    return (
      targetsIn(piece).filter(([index, row]) => !row.readAgain(rowAt(values, index), this.expectation)).length === 0
    );
  }

  /** Whether others' rows that a sort had brought into the place of ours say what was to be written: one sync, or more for many. */
  private async mayHaveHitOthers(): Promise<boolean> {
    const now: Excel.Range[] = [];
    await inLots(this.context, this.held, sizeOf, (lot) => {
      for (const { range } of lot) now.push(range.getOffsetRange(0, 0).load('values'));
    });
    await this.context.sync();
    return this.held.some((piece, at) =>
      targetsIn(piece).some(([index, row]) => {
        const values = rowAt(now[at]?.values ?? [], index);
        const contents = row.contents(values, this.expectation);
        const isOurs = row.versions(this.expectation).some((each) => each.contents === contents);
        return !isOurs && row.mayHaveHit(values);
      }),
    );
  }
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
