import { problem, type Problem, type ProblemCode, type ProblemParams } from '../../plan';
import type { Rows } from '../contract/blocks';
import type { Repair, RepairChange, RepairStep, StepTable } from './model';
import type { CheckedTable } from './read';
import type { FoundTable } from '../contract/tables';
import { cellAddress, isErrorValue, textOf, type CellValue } from '../contract/values';

/** A cell of a row, and what it is to hold. */
export interface CellChange<Column extends string> {
  readonly row: number;
  readonly column: Column;
  readonly value: CellValue;
  /** The value as a person reads it, where that is another text. */
  readonly shown?: string;
}

/** A row to be added, as a copy of another one with other values. */
export interface RowCopy<Column extends string> {
  readonly row: number;
  readonly values: Readonly<Partial<Record<Column, CellValue>>>;
  /** The columns that the preview shows, with what it shows. */
  readonly shown: Readonly<Partial<Record<Column, string>>>;
}

/** The rows of a table and those under it that belong to it, by column: what repairs are planned on. */
export class TableView<Column extends string> {
  readonly table: FoundTable<Column>;
  /** The rows of the body, then those under it that belong to the table. */
  readonly rows: Rows;
  private readonly stepTable: StepTable;

  constructor(
    readonly checked: CheckedTable<Column>,
    belonging: number,
  ) {
    this.table = checked.table;
    this.rows = belonging === 0 ? checked.rows : [...checked.rows, ...checked.below.slice(0, belonging)];
    this.stepTable = { key: this.table.spec.key, headers: this.table.headers };
  }

  has(column: Column): boolean {
    return this.table.at[column] !== undefined;
  }

  /** '' where the table has no such column. */
  value(row: number, column: Column): CellValue {
    const position = this.table.at[column];
    return position === undefined ? '' : (this.rows[row]?.[position] ?? '');
  }

  /** The cell's text, without spaces around it; an error of Excel is none. */
  text(row: number, column: Column): string {
    const value = this.value(row, column);
    return isErrorValue(value) ? '' : textOf(value).trim();
  }

  address(row: number, column: Column): string {
    return cellAddress(this.table.row + row, this.table.column + (this.table.at[column] ?? 0));
  }

  problem<Code extends ProblemCode>(
    code: Code,
    row: number,
    column: Column,
    params: ProblemParams[Code],
  ): Problem<Code> {
    return problem(code, { kind: 'cell', sheet: this.table.sheetName, address: this.address(row, column) }, params);
  }

  /** A problem of the table as a whole. */
  ofTable<Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): Problem<Code> {
    return problem(code, { kind: 'sheet', sheet: this.table.sheetName }, params);
  }

  /** A repair that writes cells and adds rows. */
  repair(
    found: Problem,
    safe: boolean,
    cells: readonly CellChange<Column>[],
    copies: readonly RowCopy<Column>[] = [],
  ): Repair {
    const steps: RepairStep[] = cells.map(({ row, column, value }) => ({
      kind: 'cell',
      table: this.stepTable,
      row,
      column: this.table.at[column] ?? 0,
      seen: row < 0 ? this.table.headers : (this.rows[row] ?? []),
      value,
    }));
    if (copies.length > 0)
      steps.push({ kind: 'rows', table: this.stepTable, rows: copies.map((copy) => this.copy(copy)) });
    const changes = cells.map(({ row, column, value, shown = textOf(value) }): RepairChange => ({
      sheet: this.table.sheetName,
      address: this.address(row, column),
      column: this.header(column),
      before: row < 0 ? this.header(column) : textOf(this.value(row, column)),
      after: shown,
    }));
    const added = copies.flatMap(({ shown }) =>
      (Object.entries(shown) as [Column, string][]).map(([column, after]): RepairChange => ({
        sheet: this.table.sheetName,
        address: '',
        column: this.header(column),
        before: '',
        after,
      })),
    );
    return { ...this.keyed(found), safe, changes: [...changes, ...added], steps };
  }

  /** A repair of the table as a whole. */
  repairTable(
    found: Problem,
    safe: boolean,
    change: Omit<RepairChange, 'sheet' | 'column'>,
    step: (table: StepTable) => RepairStep,
  ): Repair {
    return {
      ...this.keyed(found),
      safe,
      changes: [{ sheet: this.table.sheetName, column: '', ...change }],
      steps: [step(this.stepTable)],
    };
  }

  private keyed({ code, place }: Problem): Pick<Repair, 'key' | 'code'> {
    const where = place.kind === 'cell' ? `${place.sheet}!${place.address}` : this.table.spec.name;
    return { key: `${code}:${where}`, code };
  }

  private header(column: Column): string {
    const position: number = this.table.at[column] ?? -1;
    return this.table.headers[position] ?? '';
  }

  /** The columns that are the person's own are left to Excel. */
  private copy({ row, values }: RowCopy<Column>): (CellValue | null)[] {
    const own = this.rows[row] ?? [];
    const cells = this.table.headers.map((): CellValue | null => null);
    for (const [column, position] of Object.entries<number | undefined>(this.table.at)) {
      if (position !== undefined) cells[position] = values[column as Column] ?? own[position] ?? '';
    }
    return cells;
  }
}
