import { HostError } from '../../errors';
import { hasContent } from './cells';
import { readEntry, type EntryContext } from './coerce';
import { blankCell, inheritance } from './formats';
import { grow, plannedGrowth } from '../tables/growth';
import { checkWritable } from './guard';
import { contains, intersects, rectOf, type Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';
import { fillColumns } from '../tables/fill';
import { displayText } from './text';
import type { Cell, CellInput, CellValue } from './cell';
import type { StyleId } from '../looks/style';

/** Numbers, dates and formulas written by the API are read in English, whatever the person's language. */
export function apiContext(sheet: Sheet): EntryContext {
  return contextOf(sheet, 'en-US');
}

/** What a person types is read in their language. */
function personContext(sheet: Sheet): EntryContext {
  return contextOf(sheet, sheet.workbook.options.locale);
}

const UNIX_EPOCH = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;

function contextOf({ workbook }: Sheet, locale: string): EntryContext {
  const now = new Date((workbook.options.now() - UNIX_EPOCH) * MILLISECONDS_A_DAY);
  return { locale, year: now.getUTCFullYear(), date1904: workbook.date1904 };
}

/**
 * Writes a block as Excel takes it: texts are read as entries, null leaves a cell, '' clears it, cells that a merge
 * hides are passed over, rows that a filter hides too (so that data is misplaced, as in Excel), headers of tables become
 * text, tables grow, and rows without a height of their own as high as wrapped texts. One `cells` event.
 */
export function writeBlock(
  sheet: Sheet,
  rect: Rect,
  input: readonly (readonly CellInput[])[],
  context: EntryContext,
  member: string,
): void {
  checkShape(rect, input, member);
  writtenTo(sheet, rect, () => new Writer(sheet, context).write(rect, input));
}

/** What goes before and after `put` fills a block: checks, the growth of tables and rows, one `cells` event. */
export function writtenTo(sheet: Sheet, rect: Rect, put: () => void): void {
  checkWritable(sheet, rect);
  const before = contentOf(sheet, rect);
  const growths = plannedGrowth(sheet, rect);
  put();
  for (const growth of growths) grow(growth);
  fillColumns(sheet, rect);
  sheet.rows.grow(rect);
  sheet.contentChanged(rect, before);
}

/** The value of a single cell, for the event; undefined for a larger range. */
export function contentOf(sheet: Sheet, rect: Rect): CellValue | undefined {
  return rect.rows * rect.columns === 1 ? (sheet.cells.get(rect.row, rect.column)?.value ?? null) : undefined;
}

function checkShape(rect: Rect, input: readonly (readonly CellInput[])[], member: string): void {
  if (input.length === rect.rows && input.every((row) => row.length === rect.columns)) return;
  throw new HostError(
    'InvalidArgument',
    'The number of rows or columns in the input array does not match the size of the range.',
    member,
  );
}

/** The rows that take the lines of the input, in order, where a table is filtered: those that are shown. Else null. */
function shownRows(sheet: Sheet, rect: Rect): readonly number[] | null {
  const isFiltered =
    rect.rows > 1 && sheet.tables.some((table) => table.filters.length > 0 && intersects(table.bodyRect, rect));
  if (!isFiltered) return null;
  return Array.from({ length: rect.rows }, (_, i) => rect.row + i).filter((row) => !sheet.rows.isHidden(row));
}

/** Different entries in one style that are remembered: texts that all differ must not fill memory. */
const MOST_ALIKE = 20_000;

class Writer {
  readonly #sheet: Sheet;
  readonly #context: EntryContext;
  readonly #headers: readonly Rect[];
  readonly #hasMerges: boolean;
  readonly #inherited: ReturnType<typeof inheritance>;
  /** Styles with and without the apostrophe, by the style they are made of. */
  readonly #quotedOf = new Map<StyleId, StyleId>();
  readonly #unquotedOf = new Map<StyleId, StyleId>();
  /** Cells made, by the style that they were entered in and what was entered. */
  readonly #cells = new Map<StyleId, Map<CellInput, Cell>>();

  constructor(sheet: Sheet, context: EntryContext) {
    this.#sheet = sheet;
    this.#context = context;
    this.#headers = sheet.tables.filter((table) => table.showHeaders).map((table) => table.headerRect);
    this.#hasMerges = sheet.merges.areas.length > 0;
    this.#inherited = inheritance(sheet);
  }

  /** Line by line; where a table is filtered, into the rows that are shown. */
  write(rect: Rect, input: readonly (readonly CellInput[])[]): void {
    const { cells } = this.#sheet;
    const put = (rows: Rect, line: (row: number) => readonly CellInput[] | undefined): void => {
      cells.update(rows, (cell, row, column) =>
        this.#next(cell, row, column, line(row)?.[column - rect.column] ?? null),
      );
    };
    const shown = shownRows(this.#sheet, rect);
    if (shown === null) put(rect, (row) => input[row - rect.row]);
    else shown.forEach((row, index) => put({ ...rect, row, rows: 1 }, () => input[index]));
  }

  /** What a cell becomes by an entry. */
  #next(cell: Cell | undefined, row: number, column: number, value: CellInput): Cell | undefined {
    if (value === null || (this.#hasMerges && this.#isHidden(row, column))) return cell;
    const style = cell ? cell.style : this.#inherited(row, column);
    if (value === '') return this.#emptied(cell, row, column, style);
    if (this.#headers.some((head) => contains(head, row, column))) return header(value, style);
    return this.#entered(value, style);
  }

  /** A cell that says nothing of its own is not kept. */
  #emptied(cell: Cell | undefined, row: number, column: number, style: StyleId): Cell | undefined {
    if (!cell || style === this.#inherited(row, column)) return undefined;
    return hasContent(cell) || cell.rich ? blankCell(style) : cell;
  }

  #isHidden(row: number, column: number): boolean {
    const merged = this.#sheet.merges.at(row, column);
    return merged !== undefined && (merged.row !== row || merged.column !== column);
  }

  /** Equal entries are one cell: of a column of figures or names, most are. */
  #entered(value: string | number | boolean, style: StyleId): Cell {
    let alike = this.#cells.get(style);
    if (!alike) this.#cells.set(style, (alike = new Map<CellInput, Cell>()));
    let cell = alike.get(value);
    if (!cell) {
      cell = this.#made(value, style);
      if (alike.size < MOST_ALIKE) alike.set(value, cell);
    }
    return cell;
  }

  #made(value: string | number | boolean, style: StyleId): Cell {
    if (typeof value === 'string') return this.#read(value, style);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new HostError('InvalidArgument', 'A cell cannot hold a number that is not finite.');
    }
    return { value, style: this.#unquoted(style) };
  }

  #read(text: string, style: StyleId): Cell {
    const { styles } = this.#sheet.workbook;
    const { numberFormat } = styles.get(style);
    const entry = readEntry(text, numberFormat, this.#context);
    switch (entry.kind) {
      case 'formula':
        return { value: null, formula: entry.formula, style: this.#unquoted(style) };
      case 'text':
        return { value: entry.value, style: entry.quotePrefix ? this.#quoted(style) : this.#unquoted(style) };
      case 'value': {
        const formatted =
          entry.format !== undefined && numberFormat === 'General'
            ? styles.change(style, { numberFormat: entry.format })
            : style;
        return { value: entry.value, style: this.#unquoted(formatted) };
      }
    }
  }

  #quoted(style: StyleId): StyleId {
    let quoted = this.#quotedOf.get(style);
    if (quoted === undefined) {
      quoted = this.#sheet.workbook.styles.change(style, { quotePrefix: true });
      this.#quotedOf.set(style, quoted);
    }
    return quoted;
  }

  #unquoted(style: StyleId): StyleId {
    let unquoted = this.#unquotedOf.get(style);
    if (unquoted === undefined) {
      const { styles } = this.#sheet.workbook;
      unquoted = styles.get(style).quotePrefix ? styles.change(style, { quotePrefix: false }) : style;
      this.#unquotedOf.set(style, unquoted);
    }
    return unquoted;
  }
}

/** The head of a table's column is text, whatever is entered. */
function header(value: string | number | boolean, style: StyleId): Cell {
  const text = typeof value === 'string' ? value.replace(/^'/, '') : displayText(value, 'General', 'en-US');
  return { value: text, style };
}

/** Writes one cell as a person types it; a line break turns wrapping on. */
export function typeInto(sheet: Sheet, row: number, column: number, text: string): void {
  const rect = rectOf(row, column);
  writeBlock(sheet, rect, [[text]], personContext(sheet), 'Range.values');
  if (text.includes('\n')) sheet.styles.change(rect, { wrap: true });
}
