import type { DateDoubt, DateProblemCode } from '../dates';
import type { Place, Severity } from '../plan';

/** What each problem of an import says about itself; `title` is that of the activity. */
export interface ImportProblemParams {
  readonly notAPlan: Readonly<Record<string, never>>;
  readonly unreadableDate: { readonly text: string; readonly title: string; readonly reason: DateProblemCode };
  readonly doubtfulDate: { readonly text: string; readonly title: string; readonly doubt: DateDoubt };
  readonly inferredYear: { readonly text: string; readonly title: string; readonly year: number };
  readonly missingDate: { readonly title: string };
  readonly missingTitle: { readonly text: string };
  readonly rowAction: { readonly title: string; readonly no: string };
  readonly severalActions: { readonly title: string; readonly no: string; readonly candidates: string };
  readonly noAction: { readonly title: string; readonly no: string; readonly suggested: string };
  readonly noPlanItem: { readonly title: string };
  readonly missingObjective: { readonly no: string };
  readonly missingStrategy: { readonly no: string };
  readonly takenNo: { readonly written: string; readonly no: string };
  readonly similarTitles: { readonly title: string; readonly other: string };
  readonly unplacedText: { readonly text: string };
}

export type ImportProblemCode = keyof ImportProblemParams;

/** A union over the codes: knowing the code is knowing the parameters. */
export type ImportProblem<Code extends ImportProblemCode = ImportProblemCode> = {
  readonly [Each in Code]: {
    readonly code: Each;
    readonly severity: Severity;
    readonly place: Place;
    readonly params: ImportProblemParams[Each];
  };
}[Code];

/** `error`: something written could not be read. `warning`: kept, but something is missing. `info`: to be confirmed. */
const severities = {
  notAPlan: 'error',
  unreadableDate: 'error',
  doubtfulDate: 'warning',
  inferredYear: 'info',
  missingDate: 'warning',
  missingTitle: 'warning',
  rowAction: 'info',
  severalActions: 'info',
  noAction: 'info',
  noPlanItem: 'warning',
  missingObjective: 'warning',
  missingStrategy: 'info',
  takenNo: 'warning',
  similarTitles: 'info',
  unplacedText: 'info',
} as const satisfies Readonly<Record<ImportProblemCode, Severity>>;

/** A problem of the severity that goes with its code. */
export function importProblem<Code extends ImportProblemCode>(
  code: Code,
  place: Place,
  params: ImportProblemParams[Code],
): ImportProblem<Code> {
  return { code, severity: severities[code], place, params };
}
