import type { Block } from './values';

/**
 * The rectangles that cover the cells of each key, as few as rows side by side and on top of one another
 * allow. `keyAt` gives null where any key will do: such a cell goes with the one above it.
 */
export function areasByKey<Key extends string>(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => Key | null,
): Map<Key, Block[]> {
  const found = new Map<Key, Block[]>();
  const open: ({ readonly key: Key; readonly start: number } | null)[] = Array.from({ length: columns }, () => null);
  const close = (column: number, end: number) => {
    const run = open[column];
    if (!run) return;
    const blocks = found.get(run.key) ?? [];
    found.set(run.key, blocks);
    // A run beside one of the same height is the same rectangle.
    const rows = end - run.start;
    const left = blocks.at(-1);
    if (left?.row === run.start && left.rows === rows && left.column + left.columns === column) {
      blocks[blocks.length - 1] = { ...left, columns: left.columns + 1 };
    } else {
      blocks.push({ row: run.start, column, rows, columns: 1 });
    }
    open[column] = null;
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const key = keyAt(row, column);
      if (key === null || open[column]?.key === key) continue;
      close(column, row);
      open[column] = { key, start: row };
    }
  }
  for (let column = 0; column < columns; column += 1) close(column, rows);
  return found;
}
