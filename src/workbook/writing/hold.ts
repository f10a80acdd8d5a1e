import { copiedIds } from '../../plan';
import { putStored } from './below';
import { askGuard } from './guard';
import { refuse } from '../result';
import { disableEvents, enableEvents } from '../run';
import { storedProperties, storedRows } from './storedRows';
import type { FoundTable } from '../contract/tables';

/** Rows of a table that a run has hold of, known by their key: they stay the same rows whatever is added or deleted around them. */
export interface HeldKeys {
  readonly table: FoundTable<string>;
  readonly count: number;
  /** After the sync: true where each of them still has its key. */
  areOurs(): boolean;
  /** After the sync: true where guards see them all, so that no request can reach another's row. */
  areGuarded(): boolean;
  /** After the sync: how many rows of the table are not among them. */
  others(): number;
  /** After the sync: true where one of them is another's, that was copied with its key and typed over. */
  haveCopies(): boolean;
  /** Queues what stops the request where they no longer stand where they were: before all that writes. */
  guard(): void;
  /** Queues their deletion. */
  remove(): void;
  /** After that sync: puts back what a co-author's sort had brought into their place, at the cost of one more. True where there was any. */
  putBackOthers(): Promise<boolean>;
  release(): void;
}

/**
 * Rows of a table that are guarded, and read once more as they are deleted, so that the request and its answer stay
 * small whatever they hold. Of more rows so many are guarded, the first and the last of each run among them: no sort
 * that brings another's row between ours leaves all of these where they are.
 */
const mostWatched = 30;

/**
 * Takes hold of the rows of a table whose key is ours, as runs; the next sync reads them again. `keys` are the
 * keys of all its rows as the last sync gave them; a column of titles tells those of one key apart.
 */
export function holdKeys(
  context: Excel.RequestContext,
  table: FoundTable<string>,
  { key: keyColumn, title: titleColumn }: { readonly key: number; readonly title?: number },
  keys: readonly string[],
  isOurs: (key: string) => boolean,
): HeldKeys {
  const body = table.proxy.getDataBodyRange();
  const whole = table.proxy.getDataBodyRange().load('rowCount');
  const places = runsOf(keys.map(isOurs));
  const count = places.reduce((sum, run) => sum + run.count, 0);
  const step = Math.ceil(count / mostWatched);
  const runs = places.map(({ start, count: rows }) => {
    const range = body.getRow(start).getResizedRange(rows - 1, 0);
    context.trackedObjects.add(range);
    const column = (position: number) => range.getColumn(position).load('values');
    return {
      range,
      count: rows,
      keys: column(keyColumn),
      titles: titleColumn === undefined ? null : column(titleColumn),
      guards: guardedRows(rows, step).map((row) => askGuard(range.getRow(row), keys[start + row] ?? '')),
    };
  });
  let before: readonly Excel.Range[] = [];
  return {
    table,
    count,
    areOurs: () => runs.every((run) => texts(run.keys).every(isOurs)),
    areGuarded: () => runs.every(({ guards }) => guards.every((each) => each.isSure())),
    others: () => whole.rowCount - count,
    haveCopies: () => {
      const rows = runs.flatMap((run) => {
        const titles = run.titles === null ? [] : texts(run.titles);
        return texts(run.keys).map((id, row) => ({ id, title: titles[row] ?? '' }));
      });
      return copiedIds(rows).some(({ sure }) => sure);
    },
    guard: () => {
      for (const { guards } of runs) for (const each of guards) each.queue();
    },
    remove: () => {
      // Other proxies of the same cells: what they hold as they are deleted.
      before = count > mostWatched ? [] : runs.map(({ range }) => range.getOffsetRange(0, 0).load(storedProperties));
      // A table keeps one row: where nothing else is left it is emptied.
      if (count === whole.rowCount) runs[0]?.range.getRow(0).clear('Contents');
      const kept = count === whole.rowCount ? 1 : 0;
      // From the bottom up, so that what is left to delete does not move.
      runs
        .map(({ range, count: rows }, index) => ({ range, rows, kept: index === 0 ? kept : 0 }))
        .reverse()
        .filter((run) => run.rows > run.kept)
        .forEach((run) => {
          const gone = run.kept === 0 ? run.range : run.range.getRow(1).getResizedRange(run.rows - 2, 0);
          gone.delete('Up');
        });
    },
    putBackOthers: async () => {
      const others = before.flatMap((range) =>
        storedRows(range).filter((_, row) => !isOurs(String(range.values[row]?.[keyColumn]).trim())),
      );
      if (others.length > 0) await putStored(context, table, others);
      return others.length > 0;
    },
    release: () => {
      for (const { range } of runs) context.trackedObjects.remove(range);
    },
  };
}

/** Every so manieth row of a run, its first and its last among them. */
function guardedRows(rows: number, step: number): readonly number[] {
  const some = Array.from({ length: Math.ceil(rows / step) }, (_, index) => index * step);
  return some.at(-1) === rows - 1 ? some : [...some, rows - 1];
}

/**
 * Deletes rows in hold, one sync; true where a co-author's sort got in between that no guard saw, and rows of ours may
 * be left. `Moved`, with nothing deleted, where a guard did. Refuses where somebody has filtered a table meanwhile:
 * Excel deletes nothing then, without a word.
 */
export async function removeHeld(context: Excel.RequestContext, held: readonly HeldKeys[]): Promise<boolean> {
  const filters = held
    .filter(({ count }) => count > 0)
    .map(({ table }) => ({ name: table.name, filter: table.proxy.autoFilter.load('isDataFiltered') }));
  disableEvents(context);
  for (const each of held) each.guard();
  for (const each of held) each.remove();
  enableEvents(context);
  await context.sync();
  const filtered = filters.find(({ filter }) => filter.isDataFiltered);
  if (filtered) throw refuse('filteredTable', { table: filtered.name });
  let isSorted = false;
  for (const each of held) isSorted = (await each.putBackOthers()) || isSorted;
  for (const each of held) each.release();
  return isSorted;
}

/** The values of a column as keys. */
export function texts(range: Excel.Range): string[] {
  return range.values.map(([value]) => String(value).trim());
}

export interface Run {
  readonly start: number;
  readonly count: number;
}

/** Where marked rows stand, as runs of rows. */
export function runsOf(marked: readonly boolean[]): Run[] {
  const runs: { start: number; count: number }[] = [];
  marked.forEach((isMarked, index) => {
    if (!isMarked) return;
    const last = runs.at(-1);
    if (last && last.start + last.count === index) last.count += 1;
    else runs.push({ start: index, count: 1 });
  });
  return runs;
}
