import type { Activity, TrackedPlan } from '../plan';
import type { ReportSheet } from '../report';
import type { SheetCells } from '../import';
import type { CheckResult, RemovableRow, Repair, RepairReceipt } from './check/model';
import type { Diagnosis } from './diagnostic';
import type { EditReceipt } from './writing/edit';
import type { SettingsReceipt } from './writing/settingRows';
import type { ReportSetup } from './report/setup';
import type { SettingValues } from './writing/settings';
import type { UpgradeReceipt } from './upgrade/upgrade';
import type { ImportOptions, ImportReceipt, ImportRequest } from './import/model';
import type { BuildOptions } from './progress';
import type {
  Unsubscribe,
  Result,
  WorkbookStatus,
  NewWorkbook,
  Attempt,
  NewActivity,
  Receipt,
  SelectedRow,
  SheetWritten,
  CoverageRequest,
  CoverageWritten,
  WorkbookChange,
} from './model';

export type * from './check/model';
export type * from './model';
export type * from './import/model';
export type { BuildOptions, BuildProgress } from './progress';
export type { Diagnosis, ExcelKind, ProbeCode, ProbeOutcome, ProbeResult } from './diagnostic';
export type { EditReceipt } from './writing/edit';
export type { SettingsReceipt } from './writing/settingRows';
export type { ReportSetup } from './report/setup';
export type { SettingValues } from './writing/settings';
export type { UpgradeReceipt } from './upgrade/upgrade';

/**
 * The one way into the workbook. Each call is one `Excel.run`, says how many `sync`s it takes,
 * takes and returns plain readonly data, and gives a typed error instead of throwing.
 */
export interface Gateway {
  /** What kind of workbook is open and whether it can be written. 1 sync, 2 where a table has lost its name. */
  status(): Promise<Result<WorkbookStatus>>;
  /**
   * Adds the tracking sheets to a blank workbook. 2 syncs, and one more for each 3.5 MB beyond the first. Refuses
   * (`notBlank`) one that holds anything.
   */
  createTrackingWorkbook(contents: NewWorkbook): Promise<Result<void>>;
  /** The plan, its activities and every problem found. 2 syncs, 3 where a table has lost its name, and one for each 4 MB beyond the first. */
  readPlan(): Promise<Result<TrackedPlan>>;
  /**
   * The plan as it is now, of which only the rows that changed since the last reading are read, as far as events tell:
   * 1 sync; as `readPlan` where that is not sure. For showing; what builds or checks reads the whole.
   */
  readChanges(): Promise<Result<TrackedPlan>>;
  /**
   * Appends one activity, then verifies it by id. 2 syncs, 3 where the table was empty; with `attempt.again`, 2 or 3
   * more. Refuses (`alreadyAdded`) where the earlier attempt was written with other words.
   */
  append(activity: NewActivity, attempt?: Attempt): Promise<Result<Receipt>>;
  /** Takes back what an append added, found again by id. 3 syncs. */
  undo(receipt: Receipt): Promise<Result<void>>;
  /**
   * Writes what an import adds, as one, and verifies it by ids and numbers: a new tracking workbook, or rows
   * below the tables. 2 syncs, 3 where a table has lost its name, one more for each 3.5 MB beyond the first;
   * 4 for a new workbook. Cancelled or failed half way, it takes back what it wrote.
   */
  importPlan(write: ImportRequest, options?: ImportOptions): Promise<Result<ImportReceipt>>;
  /** Takes back exactly what an import added, found again by ids and numbers, as one. At most 4 syncs. */
  undoImport(receipt: ImportReceipt): Promise<Result<void>>;
  /**
   * Makes an activity say what `after` says; `before` is how it was read. 3 syncs, 4 where the table did not grow
   * by itself. Refuses (`activityChanged`) where somebody has changed it since.
   */
  updateActivity(before: Activity, after: Activity): Promise<Result<EditReceipt>>;
  /** Deletes an activity that was read as `before`. 3 syncs. Refuses where somebody has changed it since. */
  deleteActivity(before: Activity): Promise<Result<EditReceipt>>;
  /** Takes an edit or a deletion back. 3 syncs. */
  undoEdit(receipt: EditReceipt): Promise<Result<void>>;
  /** Writes the settings given, found by their names. 2 syncs. */
  writeSettings(values: Partial<SettingValues>): Promise<Result<SettingsReceipt>>;
  /** Puts back what the settings were. 2 syncs. */
  undoSettings(receipt: SettingsReceipt): Promise<Result<void>>;
  /**
   * Everything wrong in the workbook, each problem with its repair. 3 syncs, 4 where a table has lost its name, one
   * more where a number is typed as a number, and one for each 4 MB beyond the first, with a last one there.
   */
  check(): Promise<Result<CheckResult>>;
  /**
   * Makes repairs, as one, and reads them back. 4 syncs, 5 where a table has lost its name, 2 more for each 50,000
   * cells of rows beyond the first. Refuses (`changedSince`) what is no longer as it was checked: check again
   * after each.
   */
  repair(repairs: readonly Repair[]): Promise<Result<RepairReceipt>>;
  /** Puts back exactly what repairs changed. As many syncs as `repair`. */
  undoRepair(receipt: RepairReceipt): Promise<Result<void>>;
  /**
   * Deletes a row of an activity of which an identical one stays; `undoEdit` brings it back. 3 syncs. Refuses
   * (`changedSince`) where there are no two of them any more.
   */
  removeRepeated(row: RemovableRow): Promise<Result<EditReceipt>>;
  /**
   * Brings the workbook of an earlier version to the current format: the person has agreed to what
   * `status().upgrades` says. 2 syncs, 4 where the settings table has lost its name.
   */
  upgrade(): Promise<Result<UpgradeReceipt>>;
  /** Puts back exactly what an upgrade changed. 2 syncs. */
  undoUpgrade(receipt: UpgradeReceipt): Promise<Result<void>>;
  /** What the active sheet shows, for the import room: texts, bold, days and merged cells. 2 syncs. */
  readActiveSheet(): Promise<Result<SheetCells>>;
  /** How a report is made for this Excel: its paper, by the workbook's language (`fr-CA`) or Excel's, and rich text. No sync. */
  reportSetup(workbookLanguage: string): Promise<ReportSetup>;
  /**
   * Builds the report sheet in place. 2 syncs, plus one for each 3.5 MB of text. Cancelled or failed, the report
   * that was there before stays whole.
   */
  writeReport(report: ReportSheet, options?: BuildOptions): Promise<Result<SheetWritten>>;
  /**
   * Builds the pivot's source table, the pivot, the live list and the chart. 4 syncs, and one for each 3.5 MB of source
   * rows where one request does not hold them; one more where this Excel refuses the pivot or its slicers.
   * Cancelled or failed, the coverage that was there before stays whole.
   */
  writeCoverage(request: CoverageRequest, options?: BuildOptions): Promise<Result<CoverageWritten>>;
  /** What the selected row stands for, in the tables, the report or the coverage. 1 sync, 2 on a sheet that was built. */
  selection(): Promise<Result<SelectedRow>>;
  /** Selects a cell and shows its sheet. 1 sync. */
  goTo(place: { readonly sheet: string; readonly address: string }): Promise<Result<void>>;
  /** Shows the row of a plan item, or the first row under it. 3 syncs. */
  goToItem(no: string): Promise<Result<void>>;
  /**
   * Tries in this Excel what the product relies on, on a sheet that is added for it and removed after: a run for each
   * probe, some fifty syncs. Nothing else of the workbook changes; what fails is in the value.
   */
  diagnose(options?: BuildOptions): Promise<Result<Diagnosis>>;
  /**
   * Calls back (debounced) after any change of the workbook or its selection, the person's or a co-author's. 1 sync, and
   * 1 to stop.
   */
  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe>>;
}
