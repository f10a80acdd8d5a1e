import type { Problem, ProblemCode } from '../../plan';
import type { TableKey } from '../contract/contract';
import type { CellValue } from '../contract/values';
import type { StoredCell } from '../writing/storedRows';

/** Everything that is wrong in a workbook. */
export interface CheckResult {
  readonly findings: readonly Finding[];
}

/** A problem, and what would put it right: null where only a person can settle it. */
export interface Finding {
  readonly problem: Problem;
  readonly repair: Repair | null;
  /** Where a person has to choose what is done: nothing is by itself, and no repair of all includes one. */
  readonly choices?: Choices;
}

/** What can be done about a row that says all that another one says: which is right only a person knows. */
export interface Choices {
  /** Both stay, the note telling them apart; null where the table has no column for notes. */
  readonly keep: Repair | null;
  /** One goes; null where it holds something that the other does not, in a column of the person’s own. */
  readonly remove: RemovableRow | null;
}

/** A row that may go, as another one says all the same, for `removeRepeated`. */
export interface RemovableRow {
  /** The preview, as a person reads cells. */
  readonly changes: readonly RepairChange[];
  readonly id: string;
  readonly headers: readonly string[];
  /** The whole row, as it was read. */
  readonly values: readonly CellValue[];
}

/** What would be done about a problem, as a value: shown first, then done or left. */
export interface Repair {
  /** The same at the next check, as long as the problem stays where it is. */
  readonly key: string;
  readonly code: ProblemCode;
  /** True where it loses nothing and needs no judgement. */
  readonly safe: boolean;
  /** The preview, as a person reads cells. */
  readonly changes: readonly RepairChange[];
  /** What carries it out, for `repair` alone. */
  readonly steps: readonly RepairStep[];
}

/**
 * `address` in A1 form without the sheet, empty for a row that will be added; `column` by its header, empty where
 * the change is one of a whole table.
 */
export interface RepairChange {
  readonly sheet: string;
  readonly address: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A table as it was read. */
export interface StepTable {
  readonly key: TableKey;
  readonly headers: readonly string[];
}

export type RepairStep = CellStep | RowsStep | SizeStep | NameStep;

/** A cell gets another value, if its row still holds what was read. */
export interface CellStep {
  readonly kind: 'cell';
  readonly table: StepTable;
  /** Counts the rows below the header from 0; -1 is the header. */
  readonly row: number;
  /** Counts the columns of the table from 0. */
  readonly column: number;
  /** The whole row, as it was read. */
  readonly seen: readonly CellValue[];
  readonly value: CellValue;
}

/** Rows are added at the end of the table; a null cell is left to Excel. */
export interface RowsStep {
  readonly kind: 'rows';
  readonly table: StepTable;
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

/** The table gets longer or shorter at its end; `seen` is what the rows between hold. */
export interface SizeStep {
  readonly kind: 'size';
  readonly table: StepTable;
  readonly from: number;
  readonly to: number;
  readonly seen: readonly (readonly CellValue[])[];
}

/** The table gets its name back. */
export interface NameStep {
  readonly kind: 'name';
  readonly table: StepTable;
  readonly from: string;
  readonly to: string;
}

/** What repairs did, and what takes it back. */
export interface RepairReceipt {
  /** How many were made. */
  readonly repairs: number;
  readonly cells: readonly WrittenCell[];
  readonly tables: readonly ChangedTable[];
}

/** A table whose name or size was changed. */
export interface ChangedTable {
  readonly key: TableKey;
  readonly name: { readonly from: string; readonly to: string };
  readonly rows: { readonly from: number; readonly to: number };
  readonly added: {
    /** Counts the rows below the header from 0. */
    readonly row: number;
    readonly rows: readonly (readonly (CellValue | null)[])[];
  };
  /** The formats that cells at the end of the table, or under it, had before: from a row on. */
  readonly formats: { readonly row: number; readonly lines: readonly (readonly string[])[] };
}

/** A cell that was written, with all that is needed to put back what it was. */
export interface WrittenCell {
  readonly table: StepTable;
  readonly row: number;
  readonly column: number;
  /** What the whole row holds once it is written. */
  readonly seen: readonly CellValue[];
  readonly before: StoredCell;
  readonly after: CellValue;
}
