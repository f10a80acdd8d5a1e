/** The rows of a report as the texts of its columns, a sheet read back or a report to be written. */
export type TextRows = readonly (readonly string[])[];

/** Texts between two strips, each with what it may be known by, the surest first. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

/**
 * Where rows of a report are after it was built again, by the texts that stand in them: a row is known by its
 * block (an activity with its details, or an action without any) and its place in it. Rows whose block is not
 * there, or there twice, are left out. Columns are those
 * of text without the figures of the coverage: strategy, action, then those of the activity.
 */
export function followRows(before: TextRows, after: TextRows, rows: readonly number[]): ReadonlyMap<number, number> {
  const old = blocksOf(before);
  const blockAt = new Map(old.flatMap((block) => rowsOf(block).map((row) => [row, block] as const)));
  const known = names(old);
  const now = names(blocksOf(after));
  const found = new Map<number, number>();
  for (const row of rows) {
    const block = blockAt.get(row);
    const name = block?.names.find((each) => known.get(each) !== null && (now.get(each) ?? null) !== null);
    const place = name === undefined ? null : (now.get(name) ?? null);
    if (block && place) found.set(row, Math.min(place.first + row - block.first, place.last));
  }
  return found;
}

function rowsOf({ first, last }: Block): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Blocks by their names; null where several have one. */
function names(blocks: readonly Block[]): ReadonlyMap<string, Block | null> {
  const found = new Map<string, Block | null>();
  for (const block of blocks) {
    for (const name of block.names) found.set(name, found.has(name) ? null : block);
  }
  return found;
}

function blocksOf(rows: TextRows): Block[] {
  const blocks: Block[] = [];
  let first: number | null = null;
  rows.forEach((row, index) => {
    const isBlank = row.every((text) => text === '');
    if (!isBlank) first ??= index;
    if (first !== null && (isBlank || index === rows.length - 1)) {
      const last = isBlank ? index - 1 : index;
      blocks.push({ first, last, names: namesOf(rows.slice(first, last + 1)) });
      first = null;
    }
  });
  return blocks;
}

/**
 * What a block may be known by: all that it says of its activity; its dates and title; the label of its action, which
 * is where a note beside « Aucune activité » belongs once there is one. Labels said again on top of a page are
 * left out of the first, as they come and go with the pages.
 */
function namesOf(rows: TextRows): string[] {
  const [first = []] = rows;
  const activity = (row: readonly string[]) => row.slice(2).join('\t');
  const whole = rows.map(activity).join('\n');
  const label = first.slice(0, 2).join('\t');
  return [
    `all ${label}\n${whole}`,
    ...(whole.trim() === '' ? [] : [`whole ${whole}`, `first ${activity(first)}`]),
    ...(first[1] === undefined || first[1] === '' ? [] : [`action ${first[1]}`]),
    ...(first[0] === undefined || first[0] === '' ? [] : [`strategy ${first[0]}`]),
  ];
}
