/** A cell as Excel gives it: '' is empty. */
export type CellValue = string | number | boolean;

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The pieces of a rectangle, top to bottom, each of at most so many cells, but of one row at least. */
export function blocksOf({ row, column, rows, columns }: Block, mostCells: number): Block[] {
  const size = Math.max(1, Math.floor(mostCells / Math.max(1, columns)));
  const blocks: Block[] = [];
  for (let start = 0; start < rows; start += size) {
    blocks.push({ row: row + start, column, rows: Math.min(size, rows - start), columns });
  }
  return blocks;
}

/** The text of a cell as it is compared and shown. */
export function textOf(value: CellValue | undefined): string {
  return value === undefined ? '' : String(value);
}

export function isBlank(values: readonly (readonly unknown[])[]): boolean {
  return values.every((row) => row.every((value) => textOf(value as CellValue).trim() === ''));
}

export function isBlankRow(row: readonly CellValue[]): boolean {
  return row.every((value) => textOf(value).trim() === '');
}

/** How many rows there are without the blank ones at the end. */
export function countFilled(rows: readonly (readonly CellValue[])[]): number {
  let count = rows.length;
  while (count > 0 && isBlankRow(rows[count - 1] ?? [])) count -= 1;
  return count;
}

/**
 * Excel gives an error as its text. A cell that holds such a text alone, behind an apostrophe, is taken for one: its
 * `values` are the same, and only `valueTypes` would tell the two apart.
 */
export function isErrorValue(value: CellValue | undefined): value is string {
  return (
    typeof value === 'string' &&
    value.startsWith('#') &&
    /^#(?:N\/A|GETTING_DATA|(?:NULL|DIV\/0|VALUE|REF|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|EXTERNAL|PYTHON|TIMEOUT)!|NAME\?)$/.test(
      value,
    )
  );
}

/** `A1` for row 0 and column 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `A1:B2`, or `A1` for a single cell. */
export function rangeAddress({ row, column, rows, columns }: Block): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** 0-based row and column of `B12`; null for anything else. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const letters = Array.from(match[1] ?? '');
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The same line of a value for each column, on each row: number formats and formulas are set as grids. */
export function repeated(rows: number, line: readonly string[]): string[][] {
  return Array.from({ length: rows }, () => [...line]);
}

/** A request is refused above 5 MB; what comes with the values takes its part. */
const mostBytes = 3_500_000;

/** Rows in the order given, in as many lots as requests are needed for them. */
export function portions<Row>(rows: readonly Row[], sizeOf: (row: Row) => number): Row[][] {
  const starts: number[] = [];
  let bytes = Infinity;
  rows.forEach((row, index) => {
    const size = sizeOf(row);
    if (bytes + size > mostBytes) {
      starts.push(index);
      bytes = 0;
    }
    bytes += size;
  });
  return starts.map((start, lot) => rows.slice(start, starts[lot + 1]));
}
