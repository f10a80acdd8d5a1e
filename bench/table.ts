/** A table in Markdown, its columns as wide as they need, so that it reads as well on a terminal. */
export class Table {
  readonly #rows: (readonly string[])[] = [];

  constructor(readonly heads: readonly string[]) {}

  add(...cells: readonly string[]): void {
    this.#rows.push(cells);
  }

  toString(): string {
    const lines = [this.heads, ...this.#rows];
    const widths = this.heads.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
    const print = (line: readonly string[]) =>
      `| ${widths.map((width, column) => pad(line[column] ?? '', width, column)).join(' | ')} |`;
    const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${isText(column) ? '-' : ':'}`).join('|')}|`;
    return [print(this.heads), rule, ...this.#rows.map(print)].join('\n');
  }
}

/** The second column names the operation; all others are figures. */
const isText = (column: number): boolean => column === 1;

function pad(text: string, width: number, column: number): string {
  return isText(column) ? text.padEnd(width) : text.padStart(width);
}
