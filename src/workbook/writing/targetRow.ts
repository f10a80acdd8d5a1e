import type { StepTable, WrittenCell } from '../check/model';
import { columnKeys, keyOf } from '../contract/contract';
import type { FoundTable } from '../contract/tables';
import { textOf, type CellValue } from '../contract/values';
import { refuse } from '../result';
import { storedCell, type StoredCell } from './storedRows';

export type Row = readonly CellValue[];

/** A cell to be written, with what its row is expected to hold before. */
export interface CellTarget {
  readonly table: StepTable;
  /** Counts the rows below the header from 0. */
  readonly row: number;
  readonly column: number;
  readonly expected: Row;
  /** Without a format, the one that keeps the value what it is. */
  readonly state: Omit<StoredCell, 'format'> & { readonly format?: string };
}

/** Which cells of a row must be as expected: all of the contract's, or those that are written and those it is known by. */
export type Expectation = 'row' | 'written';

/** The targets of one row, and what its cells were. */
export class TargetRow {
  private readonly targets = new Map<number, CellTarget>();
  private before: readonly StoredCell[] = [];
  /** The columns that are to be given back; all that were written where nothing else is known. */
  private changed: ReadonlySet<number> | null = null;

  constructor(
    readonly table: FoundTable<string>,
    private readonly first: CellTarget,
  ) {}

  get position(): number {
    return this.first.row;
  }

  get columns(): Iterable<number> {
    return this.targets.keys();
  }

  /** Two repairs of one cell must agree on what it is to hold. */
  add(target: CellTarget): void {
    const known = this.targets.get(target.column);
    if (known && known.state.value !== target.state.value) {
      throw refuse('changedSince', { sheet: this.table.sheetName });
    }
    this.targets.set(target.column, target);
  }

  read(values: Row, formulas: Row, formats: Row): void {
    this.before = values.map((value, column) => storedCell(value, formulas[column], formats[column]));
  }

  private compared(expectation: Expectation): readonly number[] {
    return expectation === 'row' ? ourColumns(this.table) : [...this.targets.keys(), ...columnsKnownBy(this.table)];
  }

  /** What Excel can search the row for: its key, or else another of its texts that is not written; '' where it has none. */
  knownBy(): { readonly text: string; readonly isKey: boolean } {
    const { spec, at } = this.table;
    const key = at[keyOf(spec)];
    const columns = [...(key === undefined ? [] : [key]), ...columnsKnownBy(this.table)];
    const text = (column: number) => textOf(this.first.expected[column]);
    const known = columns.find((column) => !this.targets.has(column) && text(column) !== '');
    return known === undefined ? { text: '', isKey: false } : { text: text(known), isKey: known === key };
  }

  /** The cells by which the row is told from others, as `values` has them. */
  contents(values: Row, expectation: Expectation): string {
    return JSON.stringify(this.compared(expectation).map((column) => values[column]));
  }

  /** The columns of those cells: rows of the same ones can be looked for together. */
  signature(expectation: Expectation): string {
    return this.compared(expectation).join();
  }

  /** All that the row may hold after a request of which nobody knows how much was done: what is written to the end first. */
  versions(expectation: Expectation): readonly Version[] {
    const targets = [...this.targets.values()];
    const together = targets.length > mostTogether;
    const chosen = together ? [targets, []] : subsetsOf(targets).sort((one, other) => other.length - one.length);
    return chosen.map((done) => {
      const values = this.before.map(({ value }) => value);
      for (const { column, state } of done) values[column] = asRead(state.value);
      return { contents: this.contents(values, expectation), changed: done.map(({ column }) => column) };
    });
  }

  /** Has these columns alone be given back. */
  giveBack(changed: readonly number[]): void {
    this.changed = new Set(changed);
  }

  /** True where a row that is not this one says all that was to be written into this one. */
  mayHaveHit(values: Row): boolean {
    return [...this.targets.values()].every(({ column, state }) => values[column] === asRead(state.value));
  }

  /** Looks at the row as it was when it was written; false where it was no longer the one that was checked. */
  readAgain(values: Row, expectation: Expectation): boolean {
    const was = this.before;
    this.before = was.map((cell, column) => {
      const value = values[column] ?? cell.value;
      return value === cell.value ? cell : { value, format: cell.format };
    });
    return this.compared(expectation).every((column) => this.before[column]?.value === was[column]?.value);
  }

  /** Refuses a row that does not hold what is expected of it. */
  check(expectation: Expectation): void {
    if (this.compared(expectation).some((column) => this.before[column]?.value !== this.first.expected[column])) {
      throw refuse('changedSince', { sheet: this.table.sheetName });
    }
  }

  /** The cell as it was, or as it is to be; null where it is left as it is. */
  state(column: number, which: 'before' | 'after'): StoredCell | null {
    const target = this.targets.get(column);
    const before = this.before[column];
    if (!target || !before) return null;
    if (which === 'before') return this.changed?.has(column) === false ? null : before;
    const { value, format = formatFor(value, column, this.table, before.format) } = target.state;
    return { ...target.state, format };
  }

  /** The cells written, in a table whose headers are now `headers`. */
  written(headers: readonly string[]): WrittenCell[] {
    const seen = this.before.map(({ value }, column) => this.targets.get(column)?.state.value ?? value);
    return [...this.targets.values()].flatMap(({ row, column, state }) => {
      const before = this.before[column];
      const table = { key: this.table.spec.key, headers };
      return before ? [{ table, row, column, seen, before, after: state.value }] : [];
    });
  }
}

/** Cells of a row that a request may have written some of: of more, it is taken to have written all or none. */
const mostTogether = 5;

/** What a row may hold by now. */
export interface Version {
  readonly contents: string;
  /** The columns that are written. */
  readonly changed: readonly number[];
}

function subsetsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((subsets, one) => [...subsets, ...subsets.map((some) => [...some, one])], [[]]);
}

/** A value as Excel gives it back. */
function asRead(value: CellValue): CellValue {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}

function ourColumns({ at }: FoundTable<string>): number[] {
  return Object.values<number | undefined>(at).filter((column) => column !== undefined);
}

/** The columns that a person knows a row by: its id or number, and its texts. */
function columnsKnownBy({ spec, at }: FoundTable<string>): number[] {
  return columnKeys(spec).flatMap((key) => {
    const column = at[key];
    return spec.columns[key]?.required && spec.columns[key].format === 'text' && column !== undefined ? [column] : [];
  });
}

/** The format that keeps a value what it is: text stays text, a day is shown as one. */
function formatFor(value: CellValue, column: number, { spec, at }: FoundTable<string>, before: string): string {
  if (typeof value === 'string') return value === '' ? before : '@';
  const key = columnKeys(spec).find((candidate) => at[candidate] === column);
  return key !== undefined && spec.columns[key]?.format === 'date' ? 'yyyy-mm-dd' : before;
}
