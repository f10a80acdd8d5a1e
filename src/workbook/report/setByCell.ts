import { isLeftOut } from '../refinements';

/** So many rows of nothing take as many bytes in a grid as one more action does. */
const wideGap = 150;

interface CellsOfColumn {
  /** Place of the first row that `rows` counts from. */
  readonly start: number;
  readonly column: number;
  /** In order. */
  readonly rows: readonly number[];
}

const nothing: Excel.SettableCellProperties[] = [{}];

/** Queues properties of some cells of a column, one action for each stretch of rows. */
export function setByCell(
  sheet: Excel.Worksheet,
  { start, column, rows }: CellsOfColumn,
  propertiesOf: (row: number) => Excel.SettableCellProperties,
): void {
  if (isLeftOut(sheet.context, 'linksAndFonts')) return;
  for (const stretch of stretches(rows)) {
    const first = stretch[0]!;
    const grid = Array<Excel.SettableCellProperties[]>(stretch.at(-1)! - first + 1).fill(nothing);
    for (const row of stretch) grid[row - first] = [propertiesOf(row)];
    sheet.getRangeByIndexes(start + first, column, grid.length, 1).setCellProperties(grid);
  }
}

/** Rows, none of the stretches empty, that small gaps do not part. */
function stretches(rows: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const row of rows) {
    const open = found.at(-1);
    const last = open?.at(-1);
    if (open && last !== undefined && row - last <= wideGap) open.push(row);
    else found.push([row]);
  }
  return found;
}
