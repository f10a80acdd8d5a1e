/** So many rows of nothing take as many bytes in a grid as one more action does. */
const wideGap = 150;

interface Stretch {
  readonly first: number;
  last: number;
}

/** The rows for which something holds, as stretches that small gaps do not part. */
export function stretches(count: number, holds: (row: number) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let row = 0; row < count; row += 1) {
    if (!holds(row)) continue;
    const open = found.at(-1);
    if (open && row - open.last <= wideGap) open.last = row;
    else found.push({ first: row, last: row });
  }
  return found;
}
