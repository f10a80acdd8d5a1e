import { translateError } from './errors';

/**
 * What our sheets can do without. No two Excels refuse the same: where one refuses a member of these (a page set up
 * without a printer, a chart, a border), all else is made without them.
 */
export type Refinement =
  | 'dateSystem'
  | 'page'
  | 'pageBreaks'
  | 'frozenRows'
  | 'view'
  | 'charts'
  | 'slicers'
  | 'pivotFilters'
  | 'pivotLook'
  | 'pivot'
  | 'colours'
  | 'lines'
  | 'linksAndFonts';

/** By the member that an error of Excel names; the first that fits. */
const members: readonly (readonly [Refinement, RegExp])[] = [
  ['dateSystem', /^Function/],
  ['page', /^(?:PageLayout|HeaderFooter)/],
  ['pageBreaks', /PageBreak/],
  ['frozenRows', /FreezePanes/],
  ['view', /^(?:Worksheet\.(?:activate|showGridlines|gridlines)|Range\.select)$/],
  ['charts', /^Chart/],
  ['slicers', /^Slicer/],
  ['pivotFilters', /^PivotField\.applyFilter/],
  ['pivotLook', /^(?:PivotLayout|PivotField\.subtotals|DataPivotHierarchy\.numberFormat|PivotTable\.refreshOnOpen)/],
  ['pivot', /Pivot/],
  ['colours', /Conditional/],
  ['lines', /^RangeBorder/],
  ['linksAndFonts', /^Range\.setCellProperties/],
];

/** What of these an error refuses; null for any other error, and where another try may do. */
export function refusedBy(error: unknown): Refinement | null {
  if (!(error instanceof OfficeExtension.Error)) return null;
  if (['interrupted', 'cellEdit', 'tooLarge'].includes(translateError(error).code)) return null;
  const member = error.debugInfo.errorLocation ?? '';
  return members.find(([, pattern]) => pattern.test(member))?.[0] ?? null;
}

/** By run: whatever draws has its context at hand. */
const leftOut = new WeakMap<Excel.RequestContext, ReadonlySet<Refinement>>();

export function isLeftOut(context: Excel.RequestContext, refinement: Refinement): boolean {
  return leftOut.get(context)?.has(refinement) === true;
}

/** What is no look of a sheet, or is said by itself. */
const noLooks: ReadonlySet<Refinement> = new Set(['dateSystem', 'pivot', 'slicers']);

/** What a build says of a sheet that it made without one of them. */
export function lookOf(context: Excel.RequestContext): { readonly isPlain?: true } {
  return [...(leftOut.get(context) ?? [])].some((each) => !noLooks.has(each)) ? { isPlain: true } : {};
}

/** From here on the run does without these too. */
export function leaveOut(context: Excel.RequestContext, refinements: Iterable<Refinement>): void {
  leftOut.set(context, new Set([...(leftOut.get(context) ?? []), ...refinements]));
}

/** From here on the run does without what the error refuses; false where that is nothing, or nothing new. */
export function leaveOutRefused(context: Excel.RequestContext, error: unknown): boolean {
  const refused = refusedBy(error);
  if (refused === null || isLeftOut(context, refused)) return false;
  leaveOut(context, [refused]);
  return true;
}
