import { languageOf, type Language } from '../i18n';
import type { Day, DayRange, TrackedPlan } from '../plan';
import { buildReport, type ReportOptions } from '../report';
import type { BuildOptions, CoverageRequest, Gateway, Result, SheetWritten, WorkbookError } from '../workbook';

/** What a button of the ribbon or of the Rapport screen was asked to build. */
export interface BuildRequest {
  readonly sheets: readonly BuiltKind[];
  readonly period: DayRange;
  /** Null: the one that `languageFor` gives. */
  readonly language: Language | null;
  readonly interfaceLanguage: Language;
  readonly onlyUncovered: boolean;
  readonly today: Day;
  /** How the report is arranged; in the plan's order, whole, where it is not said. */
  readonly arrangement?: ReportArrangement;
  /** What the coverage counts, and by which periods. */
  readonly counting?: CoverageCounting;
}

export type CoverageCounting = Pick<CoverageRequest, 'measure' | 'across'>;

export type ReportArrangement = Partial<Pick<ReportOptions, 'order' | 'layout' | 'objective' | 'dateList'>>;

export type BuiltKind = 'report' | 'coverage';

/** `pivot` is false where Excel refused the PivotTable, `isPlain` true where it refused a part of how the sheet looks. */
export interface Built {
  readonly kind: BuiltKind;
  readonly sheet: string;
  readonly pivot: boolean;
  readonly isPlain: boolean;
}

export type BuildStep = 'reading' | BuiltKind;

/** What was built before an error stays built: it is in the workbook, and said. */
export interface BuildOutcome {
  readonly built: readonly Built[];
  readonly failure: { readonly step: BuildStep; readonly error: WorkbookError } | null;
}

const cancelled: WorkbookError = { code: 'cancelled', params: {} };

/** How a build is followed and stopped. */
export interface BuildFollower extends BuildOptions {
  /** Called as each step begins. */
  readonly onStep?: (step: BuildStep) => void;
}

/** Reads the workbook afresh (the pane's reading may be a second old), then builds what was asked, one sheet after the other. */
export async function build(
  gateway: Gateway,
  request: BuildRequest,
  { onStep, ...options }: BuildFollower = {},
): Promise<BuildOutcome> {
  onStep?.('reading');
  const tracked = await gateway.readPlan();
  if (!tracked.ok) return { built: [], failure: { step: 'reading', error: tracked.error } };
  const { period, today, onlyUncovered, arrangement, counting } = request;
  const language = request.language ?? languageFor(tracked.value, request.interfaceLanguage);
  const setup = await gateway.reportSetup(tracked.value.settings.language);
  const built: Built[] = [];
  const writers: Readonly<Record<BuiltKind, () => Promise<Result<SheetWritten & { readonly pivot?: boolean }>>>> = {
    report: () =>
      gateway.writeReport(
        buildReport(tracked.value, {
          order: 'plan',
          ...arrangement,
          period,
          today,
          language,
          onlyUncovered,
          ...setup,
        }),
        options,
      ),
    coverage: () =>
      gateway.writeCoverage(
        {
          ...tracked.value,
          period,
          today,
          language,
          paper: setup.paper,
          lastCommittee: tracked.value.settings.lastCommittee,
          ...counting,
        },
        options,
      ),
  };
  for (const kind of request.sheets) {
    if (options.signal?.aborted)
      return { built, failure: { step: built.length === 0 ? 'reading' : kind, error: cancelled } };
    onStep?.(kind);
    const written = await writers[kind]();
    if (!written.ok) return { built, failure: { step: kind, error: written.error } };
    const { sheet, pivot = true, isPlain = false } = written.value;
    built.push({ kind, sheet, pivot, isPlain });
  }
  return { built, failure: null };
}

/** The language that the settings sheet names, else that of Excel's interface. */
export function languageFor({ settings }: TrackedPlan, interfaceLanguage: Language): Language {
  return settings.language === '' ? interfaceLanguage : languageOf(settings.language);
}
