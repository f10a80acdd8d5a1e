import type { Language } from '../../i18n';
import type { ImportWrite } from '../../import';
import type { Day } from '../../plan';
import type { BuildOptions, BuildProgress } from '../progress';

/** What an import adds to a workbook, all doubts settled, and how it is to be written. */
export interface ImportRequest extends ImportWrite {
  /** `blank` becomes a tracking workbook; `foreign` gets the sheets of one beside its own; `tracking` gets rows. */
  readonly into: 'blank' | 'foreign' | 'tracking';
  readonly language: Language;
  readonly enteredBy: string;
  readonly enteredOn: Day;
}

/** What an import put in the workbook: enough to take exactly that back. */
export interface ImportReceipt {
  readonly plan: WrittenRows;
  readonly activities: WrittenRows;
  /** The numbers of the plan rows added. */
  readonly nos: readonly string[];
  /** How many rows each activity added has. */
  readonly rowsById: Readonly<Record<string, number>>;
  /** Where sheets were made for it: the name that the blank workbook's sheet had, null where there was none to take. */
  readonly created: { readonly sheetWas: string | null } | null;
}

export interface WrittenRows {
  readonly sheet: string;
  /** A1 address of the first row added, without the sheet. */
  readonly address: string;
  readonly rows: number;
}

/** Cancelled, what an import wrote is taken back. */
export type ImportOptions = BuildOptions;

export type ImportProgress = BuildProgress;
