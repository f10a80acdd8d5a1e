import { XmlElement } from './xml';

/** Children of a worksheet in the order of the schema. */
export const WORKSHEET_ORDER: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Children of a workbook in the order of the schema. */
export const WORKBOOK_ORDER: readonly string[] = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'absPath',
  'revisionPtr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Children of a style sheet in the order of the schema. */
export const STYLESHEET_ORDER: readonly string[] = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Children of a table in the order of the schema. */
export const TABLE_ORDER: readonly string[] = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Alternative content stands for what its first choice holds; an unknown element has no place of its own. */
function rank(element: XmlElement, order: readonly string[]): number {
  const stands = element.local === 'AlternateContent' ? element.elements()[0]?.elements()[0] : element;
  return order.indexOf(stands?.local ?? '');
}

/** Puts a child where the schema wants it: before the first one that comes later, after those of its own kind. */
export function insertInOrder(parent: XmlElement, child: XmlElement, order: readonly string[]): XmlElement {
  const place = order.indexOf(child.local);
  const at = parent.children.findIndex((other) => other instanceof XmlElement && rank(other, order) > place);
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
  return child;
}

/** The child of a name, made in its place where it is missing. */
export function ensureChild(parent: XmlElement, local: string, order: readonly string[]): XmlElement {
  return parent.child(local) ?? insertInOrder(parent, new XmlElement(local), order);
}

/** Removes the child of a name where it is there. */
export function removeChild(parent: XmlElement, local: string): void {
  const child = parent.child(local);
  if (child) parent.remove(child);
}
