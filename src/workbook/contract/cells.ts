import { readDates } from '../../dates';
import {
  parseIso,
  problem,
  type Day,
  type Occurrence,
  type Place,
  type Problem,
  type ProblemCode,
  type ProblemParams,
} from '../../plan';
import type { Language } from '../../i18n';
import { fromSerial } from './serial';
import type { FoundTable } from './tables';
import { cellAddress, isErrorValue, textOf, type CellValue } from './values';

/** How dates typed as text are read. */
export interface DateReading {
  readonly language: Language;
  /** Gives the year of a date written without one. */
  readonly referenceYear: number;
}

/** Reads the rows of a table by column, and says what is wrong with a cell and where it is. */
export class RowReader<Column extends string> {
  readonly problems: Problem[] = [];
  private readonly positions: readonly (number | undefined)[];

  constructor(
    private readonly table: Pick<FoundTable<Column>, 'at' | 'sheetName' | 'row' | 'column'>,
    private readonly dates: DateReading,
  ) {
    this.positions = Object.values<number | undefined>(table.at);
  }

  /** The cell as it is; '' where the table has no such column. An error value is reported and read as empty. */
  value(row: readonly CellValue[], index: number, column: Column): CellValue {
    const position = this.table.at[column];
    const value = position === undefined ? '' : (row[position] ?? '');
    if (!isErrorValue(value)) return value;
    this.report('errorValue', index, column, { value });
    return '';
  }

  /** The cell's text, without spaces around it. */
  text(row: readonly CellValue[], index: number, column: Column): string {
    return textOf(this.value(row, index, column)).trim();
  }

  /** True where every column of the contract is empty. */
  isBlank(row: readonly CellValue[]): boolean {
    return this.positions.every((position) => position === undefined || textOf(row[position]).trim() === '');
  }

  /**
   * The days in a cell: a serial number is one; text is read as people write dates and reported, as
   * Excel neither sorts nor counts it. Empty where there is none, or none that can be read, which is reported.
   */
  occurrences(row: readonly CellValue[], index: number, column: Column): readonly Occurrence[] {
    const value = this.value(row, index, column);
    if (typeof value === 'number') {
      const day = fromSerial(value);
      if (day !== null) return [{ start: day }];
    }
    const text = textOf(value).trim();
    if (text === '') return [];
    const found = typeof value === 'string' ? this.readText(text) : [];
    this.report(found.length > 0 ? 'textDate' : 'unreadableDate', index, column, { text });
    return found;
  }

  /** One day, or null; a cell with several is reported as unreadable. */
  day(row: readonly CellValue[], index: number, column: Column): Day | null {
    const [first, ...others] = this.occurrences(row, index, column);
    if (first === undefined) return null;
    if (others.length === 0 && first.end === undefined) return first.start;
    this.report('unreadableDate', index, column, { text: textOf(this.value(row, index, column)) });
    return null;
  }

  report<Code extends ProblemCode>(code: Code, index: number, column: Column, params: ProblemParams[Code]): void {
    // One code of the union is a member of it, which a type parameter hides.
    this.problems.push(problem(code, this.place(index, column), params) as Problem);
  }

  /** `index` counts the rows of the body from 0. */
  place(index: number, column: Column): Place {
    const { sheetName: sheet, row, column: first, at } = this.table;
    return { kind: 'cell', sheet, address: cellAddress(row + index, first + (at[column] ?? 0)) };
  }

  private readText(text: string): readonly Occurrence[] {
    const iso = parseIso(text);
    if (iso !== null) return [{ start: iso }];
    const { occurrences, problems } = readDates(text, this.dates);
    return problems.length > 0 ? [] : occurrences.map(plain);
  }
}

/** Only what an occurrence is: a reading also says where in the text it stood. */
function plain({ start, end, note, inferred }: Occurrence): Occurrence {
  return { start, ...(end && { end }), ...(note && { note }), ...(inferred && { inferred }) };
}
