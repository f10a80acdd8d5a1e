/**
 * Something wrong, as a value: a bad cell never aborts a sheet and is never silently dropped.
 * The words for each code are in the catalogues (`i18n/`), which take `params`.
 */

export type Severity = 'error' | 'warning' | 'info';

/** Where a problem is: `address` in A1 form without the sheet; `line` counts from 1. */
export type Place =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'cell'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'field'; readonly field: string };

/** What each problem says about itself; days are ISO text. */
export interface ProblemParams {
  readonly missingTable: { readonly table: string };
  readonly missingColumn: { readonly table: string; readonly column: string };
  readonly duplicateColumn: { readonly table: string; readonly column: string };
  readonly missingNo: { readonly text: string };
  readonly duplicateNo: { readonly no: string };
  readonly unknownNo: { readonly no: string };
  readonly noWithoutPlace: { readonly no: string };
  readonly differentTitle: { readonly no: string; readonly kept: string; readonly title: string };
  readonly missingDate: { readonly title: string };
  readonly textDate: { readonly text: string };
  readonly unreadableDate: { readonly text: string };
  readonly endBeforeStart: { readonly start: string; readonly end: string };
  readonly missingTitle: { readonly id: string };
  readonly missingId: { readonly title: string };
  readonly splitActivity: { readonly id: string; readonly column: string };
  readonly errorValue: { readonly value: string };
  readonly unsafeLink: { readonly link: string };
  /** What only a check looks for. */
  readonly renamedTable: { readonly table: string; readonly name: string };
  readonly renamedColumn: { readonly header: string; readonly expected: string };
  readonly untidyNo: { readonly text: string; readonly no: string };
  readonly numberAsNo: { readonly text: string };
  readonly duplicateId: { readonly id: string; readonly title: string };
  /** `first` is the address of the row that says the same. */
  readonly repeatedRow: { readonly title: string; readonly first: string };
  readonly blankRows: { readonly table: string; readonly count: number };
  readonly rowsBelow: { readonly table: string; readonly count: number };
  readonly totalsRow: { readonly table: string };
  readonly formulaInTable: { readonly formula: string };
  readonly filteredTable: { readonly table: string };
  readonly hiddenTable: { readonly table: string };
  readonly farDate: { readonly date: string };
}

export type ProblemCode = keyof ProblemParams;

/** A union over the codes: knowing the code is knowing the parameters. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  readonly [Each in Code]: {
    readonly code: Each;
    readonly severity: Severity;
    readonly place: Place;
    readonly params: ProblemParams[Each];
  };
}[Code];

/** `error`: something is not counted or not placed. `warning`: kept, but to be put right. `info`: harmless. */
const severities = {
  missingTable: 'error',
  missingColumn: 'error',
  duplicateColumn: 'warning',
  missingNo: 'error',
  duplicateNo: 'error',
  unknownNo: 'error',
  noWithoutPlace: 'error',
  differentTitle: 'warning',
  missingDate: 'error',
  textDate: 'warning',
  unreadableDate: 'error',
  endBeforeStart: 'error',
  missingTitle: 'warning',
  missingId: 'warning',
  splitActivity: 'warning',
  errorValue: 'error',
  unsafeLink: 'info',
  renamedTable: 'warning',
  renamedColumn: 'info',
  untidyNo: 'warning',
  numberAsNo: 'warning',
  duplicateId: 'error',
  repeatedRow: 'warning',
  blankRows: 'info',
  rowsBelow: 'error',
  totalsRow: 'warning',
  formulaInTable: 'warning',
  filteredTable: 'warning',
  hiddenTable: 'info',
  farDate: 'info',
} as const satisfies Readonly<Record<ProblemCode, Severity>>;

/** A problem of the severity that goes with its code. */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  params: ProblemParams[Code],
): Problem<Code> {
  return { code, severity: severities[code], place, params };
}
