import type { Activity, Day, DayRange, Plan, Problem } from '../plan';
import type { Paper } from '../report';

export type Unsubscribe = () => Promise<void>;

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WorkbookError };

/** Older: can be upgraded. Newer: made by a later version of Suivi, can be read and not written. */
export type WorkbookFormat = 'current' | 'older' | 'newer';

/** What each migration changes; its words are in the catalogue `upgrades`. */
export type MigrationKey = 'committeeDates';

/** `tracking` follows the contract; `blank` holds nothing; `foreign` is somebody's own workbook. */
export interface WorkbookStatus {
  readonly kind: 'tracking' | 'blank' | 'foreign';
  readonly readOnly: boolean;
  readonly protectedSheets: readonly string[];
  /** `newer` can be read and not written: every command that writes refuses it with `newerWorkbook`. */
  readonly format: WorkbookFormat;
  /** What `upgrade` would change; empty unless `format` is `older`. */
  readonly upgrades: readonly MigrationKey[];
}

export interface NewWorkbook {
  readonly plan: Plan;
  readonly activities: readonly Activity[];
  readonly language: 'fr' | 'en';
  /** When the committee has met, where that is known. */
  readonly committeeDates?: readonly Day[];
  /** Who entered the activities, and when, where that is to be written. */
  readonly entry?: { readonly enteredBy: string; readonly enteredOn: Day | null };
  /** On sheets of their own in a workbook that holds something else, which is left as it is. */
  readonly beside?: true;
}

/**
 * One addition, however often it is tried: nothing is doubled that has the same id. After an error other than
 * `notVerified` nothing was written, and the next try may be an attempt of its own.
 */
export interface Attempt {
  /** By `newId`; kept by who asks until the addition is known to be written or not. */
  readonly id: string;
  /** An earlier attempt may have been written: its answer was lost, or the pane was closed meanwhile. */
  readonly again: boolean;
}

/** An activity to append. Its id is that of the attempt; without one the gateway makes it up. */
export interface NewActivity extends Omit<Activity, 'id' | 'suggestedNo'> {
  readonly enteredBy: string;
  readonly enteredOn: Day;
}

export interface Receipt {
  readonly id: string;
  readonly sheet: string;
  /** A1 address of the rows added, without the sheet. */
  readonly address: string;
  readonly rows: number;
}

/** A row selected in the workbook; nulls where it stands for nothing. */
export interface SelectedRow {
  /** The number of the plan item, as it is written there. */
  readonly no: string | null;
  /** The id of the activity; as the reading calls it (`row-3`) where the row has none. */
  readonly activity: string | null;
}

export interface SheetWritten {
  readonly sheet: string;
  readonly rows: number;
  /** This Excel refused a part of how the sheet looks or prints; all that it says is there. */
  readonly isPlain?: true;
}

export interface CoverageRequest {
  readonly plan: Plan;
  readonly activities: readonly Activity[];
  readonly period: DayRange;
  readonly today: Day;
  readonly language: 'fr' | 'en';
  /** What the PivotTable sums: activities unless said otherwise. */
  readonly measure?: CoverageMeasure;
  /** What stands across the PivotTable; `auto` (unless said otherwise): months, or quarters or years where there are too many. */
  readonly across?: 'auto' | 'months' | 'quarters';
  /** What a new sheet is printed on; letter unless said otherwise. */
  readonly paper?: Paper;
  /** Since when the sheet says what has changed; nothing is said without it. */
  readonly lastCommittee?: Day | null;
}

export type CoverageMeasure = 'activities' | 'occurrences';

export interface CoverageWritten extends SheetWritten {
  readonly sourceRows: number;
  /** False where this Excel refused the PivotTable: the plain coverage table is there instead. */
  readonly pivot: boolean;
  /** False where this Excel refused the slicers: filters stand above the PivotTable instead, and the sheet says so. */
  readonly slicers: boolean;
}

export interface WorkbookChange {
  readonly what: 'data' | 'selection';
  readonly origin: 'local' | 'remote';
}

/** What each error says about itself; the words are in the catalogue `errors`, a function of these. */
export interface WorkbookErrorParams {
  readonly readOnly: NoParams;
  readonly protectedSheet: { readonly sheet: string };
  /** The structure of the workbook is protected: the sheet can neither be added nor deleted. */
  readonly protectedWorkbook: { readonly sheet: string };
  readonly cellEdit: NoParams;
  readonly missingTable: { readonly table: string };
  readonly missingColumn: { readonly table: string; readonly column: string };
  readonly filteredTable: { readonly table: string };
  readonly belowTableNotEmpty: { readonly table: string };
  readonly unknownNo: { readonly no: string };
  readonly notBlank: NoParams;
  /** A later version of Suivi made the workbook. */
  readonly newerWorkbook: NoParams;
  /** The workbook counts its days from 1904: it is neither read nor written. */
  readonly date1904: NoParams;
  /** Somebody has given the number to another item since the plan was read. */
  readonly numberTaken: { readonly no: string };
  /** An activity of somebody's serves an item that would be taken back. */
  readonly numberInUse: { readonly no: string };
  /** The activity is no longer what was read. */
  readonly activityChanged: { readonly title: string };
  readonly changedSince: { readonly sheet: string };
  /** An earlier attempt wrote the activity, and it does not say what this one says. */
  readonly alreadyAdded: { readonly title: string };
  readonly cancelled: NoParams;
  readonly sheetNotOurs: { readonly sheet: string };
  /** `limit` in characters. */
  readonly textTooLong: { readonly column: string; readonly limit: number };
  /** `character` as Unicode numbers it: `U+0007`. */
  readonly badCharacter: { readonly column: string; readonly character: string };
  readonly notFound: { readonly what: string };
  /** The one code after which something may have been written: an answer was lost and the sheet could not be read again, or Excel kept something else. */
  readonly notVerified: { readonly sheet: string };
  readonly tooLarge: NoParams;
  /** `api` as Microsoft names requirement sets: `ExcelApi 1.13`. */
  readonly unsupported: { readonly api: string };
  readonly interrupted: NoParams;
  /** A part of the add-in could not be fetched, before anything was asked of Excel. */
  readonly notLoaded: NoParams;
  readonly unexpected: NoParams;
}

type NoParams = Readonly<Record<string, never>>;

export type WorkbookErrorCode = keyof WorkbookErrorParams;

/** Nothing was changed in the workbook unless the code says otherwise. A union over the codes: knowing the code is knowing the parameters. */
export type WorkbookError<Code extends WorkbookErrorCode = WorkbookErrorCode> = {
  readonly [Each in Code]: {
    readonly code: Each;
    readonly params: WorkbookErrorParams[Each];
    /** What is wrong in the workbook, where that is the reason. */
    readonly problems?: readonly Problem[];
    /** Excel's own code and message, for the details a person can copy. */
    readonly detail?: string;
  };
}[Code];
