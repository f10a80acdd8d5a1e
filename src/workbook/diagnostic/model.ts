/** What each probe looks at; what it proves, and what the product does where it fails, is in the catalogue `diagnostic`. */
export const probeCodes = [
  'cellEditing',
  'readOnly',
  'protectedWorkbook',
  'protectedSheets',
  'filteredTables',
  'api113',
  'api114',
  'api115',
  'api118',
  'api120',
  'cultureInfo',
  'scratchSheet',
  'textEscapes',
  'longText',
  'longestText',
  'isoText',
  'textFormat',
  'serials',
  'dateSystem',
  'formulas',
  'tableGrowth',
  'tableResize',
  'emptyTable',
  'filterSeen',
  'searchGuard',
  'largeRequest',
  'pivot',
  'pivotRefresh',
  'pivotFilter',
  'slicers',
  'chart',
  'printSetup',
  'stage',
  'panes',
  'manyAreas',
  'autofit',
  'conditionalFormat',
  'names',
  'links',
  'textRuns',
  'events',
] as const;

export type ProbeCode = (typeof probeCodes)[number];

/** `notApplicable`: this Excel has not got it, or another failure keeps it from being tried. */
export type ProbeOutcome = 'passed' | 'failed' | 'notApplicable';

export interface ProbeResult {
  readonly code: ProbeCode;
  readonly outcome: ProbeOutcome;
  /** What was seen, as Excel gives it: addresses, values, its own error. Empty where there is nothing to add. */
  readonly detail: string;
}

/** What kind of Excel this is; empty where it does not say. */
export interface ExcelKind {
  /** As Office.js names it: `PC`, `Mac`, `OfficeOnline`. */
  readonly platform: string;
  readonly version: string;
  /** The highest requirement set: `1.17`. */
  readonly api: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
}

export interface Diagnosis {
  readonly excel: ExcelKind;
  /** One for each code, in their order. */
  readonly probes: readonly ProbeResult[];
}
