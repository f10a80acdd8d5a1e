import { followRows, type ReportSheet } from '../../report';
import { readBlocks } from '../contract/blocks';
import { textOf, type CellValue } from '../contract/values';
import type { Stage } from '../sheets/stage';

/** Where the report that is to be replaced stands, and all that the sheet holds: from the first cell on. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** What a reader wrote beside and under a report, and where it goes beside the next one. */
export interface ReaderNotes {
  /** What the sheet holds with them. */
  readonly extent: Extent;
  /** Queues them beside the next report, where that is drawn. */
  draw(stage: Stage): void;
}

/** Rows one after the other that stay so. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/**
 * The reader's notes: those beside a row go where its block goes, or stay where they are, or in the next free row;
 * those under the report stay under it. Null, and no sync, where there are none; else one sync, and one more for each
 * 4 MB of the report beyond the first.
 */
export async function readNotes(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { built, used }: { readonly built: Extent; readonly used: Extent },
  report: ReportSheet,
): Promise<ReaderNotes | null> {
  const width = Math.max(0, used.columns - built.columns);
  const under = Math.max(0, used.rows - built.rows);
  if (width === 0 && under === 0) return null;
  const [texts = [], beside = []] = await readBlocks(context, [
    { sheet, block: { row: 0, column: 0, rows: built.rows, columns: textColumns(built.columns) } },
    ...(width > 0
      ? [
          {
            sheet,
            block: { row: 0, column: built.columns, rows: built.rows, columns: width },
            what: 'formulas' as const,
          },
        ]
      : []),
  ]);
  const noted = beside.flatMap((row, index) => (row.some((cell) => cell !== '') ? [index] : []));
  const places = placesOf(noted, texts, report);
  const rows = Math.max(report.rows.length, ...[...places.values()].map((row) => row + 1));
  const columns = report.columns.length;
  return {
    // Down to where notes under a longer report stood: they have gone up.
    extent: { rows: Math.max(rows + under, used.rows), columns: Math.max(columns, built.columns) + width },
    draw({ sheet: drawing, row: first }) {
      const was = (row: number, column: number, height: number, across: number) =>
        sheet.getRangeByIndexes(row, column, height, across);
      const drawn = (row: number, column: number, height: number, across: number) =>
        drawing.getRangeByIndexes(first + row, column, height, across);
      if (width > 0) {
        // Whole, for what is coloured and says nothing; then what moves.
        drawn(0, columns, built.rows, width).copyFrom(was(0, built.columns, built.rows, width), 'All');
        const moves = movesOf(places);
        for (const { from, rows: count } of moves) drawn(from, columns, count, width).clear();
        for (const { from, to, rows: count } of moves) {
          drawn(to, columns, count, width).copyFrom(was(from, built.columns, count, width), 'All');
        }
      }
      if (under > 0) drawn(rows, 0, under, used.columns).copyFrom(was(built.rows, 0, under, used.columns), 'All');
    },
  };
}

/** The bars that a report may have on its right hold no text. */
function textColumns(columns: number): number {
  return columns > 10 ? columns - 10 : columns;
}

/** A row of its own for each row with notes. */
function placesOf(
  noted: readonly number[],
  texts: readonly (readonly CellValue[])[],
  { rows, bar }: ReportSheet,
): ReadonlyMap<number, number> {
  const before = texts.map((row) => row.map(textOf));
  const after = rows.map(({ cells }) => cells.slice(0, bar?.column).map(({ text }) => text));
  const followed = followRows(before, after, noted);
  const places = new Map<number, number>();
  const taken = new Set<number>();
  const isFollowed = (row: number) => followed.has(row);
  // Those that are known come first: the others make room.
  for (const row of [...noted.filter(isFollowed), ...noted.filter((each) => !isFollowed(each))]) {
    let place = followed.get(row) ?? row;
    while (taken.has(place)) place += 1;
    taken.add(place);
    places.set(row, place);
  }
  return places;
}

function movesOf(places: ReadonlyMap<number, number>): Move[] {
  const moves: Move[] = [];
  for (const [from, to] of [...places].sort(([a], [b]) => a - b)) {
    if (from === to) continue;
    const last = moves.at(-1);
    if (last && last.from + last.rows === from && last.to + last.rows === to) {
      moves[moves.length - 1] = { ...last, rows: last.rows + 1 };
    } else moves.push({ from, to, rows: 1 });
  }
  return moves;
}
