import type { Sheet, StructureProtection, Workbook } from '../../model';
import { MAX_COLUMNS } from '../../model';
import type { SheetExtras } from '../cells/cell-extras';
import { FEATURES } from '../sheet/features';
import type { CellsSpan } from '../sheet/source';
import { storedNames } from '../names';
import type { Package } from './package';
import type { SharedStrings } from '../cells/shared-strings';
import type { FileStyles } from '../styles/styles';

/** What a workbook remembers of the file it came from: where saving starts from. Never changed. */
export class Retained {
  constructor(
    readonly pkg: Package,
    readonly workbookPart: string,
    readonly styles: FileStyles,
    readonly strings: SharedStrings,
    /** By id of the sheet. */
    readonly sheets: ReadonlyMap<string, RetainedSheet>,
    readonly state: WorkbookState,
  ) {}
}

/** One sheet as it was read. */
export interface RetainedSheet {
  readonly part: string;
  /** Id of the relationship by which the workbook lists it. */
  readonly relationship: string;
  /** Where its cells stand in the part. */
  readonly cells: CellsSpan | null;
  readonly extras: SheetExtras;
  readonly state: SheetMarks;
}

/** What tells whether a sheet has changed since. */
export interface SheetMarks {
  readonly version: number;
  readonly formulas: number;
  /** States of the features, in their order. */
  readonly features: readonly unknown[];
}

export interface WorkbookState {
  readonly names: unknown;
  readonly sheets: unknown;
  readonly active: string | undefined;
  readonly protection: StructureProtection;
}

export function marksOf(sheet: Sheet): SheetMarks {
  return {
    version: sheet.version,
    formulas: formulasMark(sheet),
    features: FEATURES.map((feature) => feature.state(sheet)),
  };
}

export function stateOf(workbook: Workbook): WorkbookState {
  return {
    names: storedNames(workbook),
    sheets: workbook.sheets.map((sheet) => [sheet.id, sheet.name, sheet.visibility]),
    active: workbook.sheets.length > 0 ? workbook.activeSheet.id : undefined,
    protection: workbook.protection,
  };
}

/** Large enough for few collisions, small enough for whole products in a double. */
const MODULUS = 2 ** 31 - 1;

/** A number that depends on where formulas stand, in whatever order they are listed. */
export function formulasMark(sheet: Sheet): number {
  let mark = 0;
  for (const [column, rows] of sheet.cells.formulaColumns()) {
    for (const row of rows) mark = (mark + ((row * MAX_COLUMNS + column) % MODULUS) + 1) % MODULUS;
  }
  return mark;
}
