import {
  parseReference,
  printReference,
  endColumn,
  endRow,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rectOf,
} from '../model';
import type { DefinedName, PageLayout, Rect, Sheet, Workbook } from '../model';
import { flag } from './xml/attributes';
import { reconcile } from './sheet/feature';
import { withoutPrefixes, withPrefixes } from './cells/future-functions';
import { ensureChild, removeChild, WORKBOOK_ORDER } from './xml/order';
import { xmlText } from './xml/xml';
import type { XmlElement } from './xml/xml';

const PRINT_TITLES = '_xlnm.Print_Titles';
const PRINT_AREA = '_xlnm.Print_Area';
/** Names that Excel makes itself; but for the two above they are kept as they are. */
const BUILT_IN = '_xlnm.';

type Printed = Pick<PageLayout, 'titleRows' | 'titleColumns' | 'printArea'>;

/** Id of the sheet at each place of the file's list; undefined for a chart sheet and the like. */
export type SheetIds = readonly (string | undefined)[];

/** Splits a union at commas outside quotes. */
const parts = (formula: string): string[] => formula.match(/(?:'(?:[^']|'')*'|[^,])+/g) ?? [];

function rectsOf(formula: string): Rect[] | null {
  const rects = parts(formula).map((part) => parseReference(part)?.rect);
  return rects.every((rect) => rect !== undefined) && rects.length > 0 ? rects : null;
}

/** What a print name says of the page; null where it is a formula that names no cells outright. */
function readPrinted(name: string, formula: string): Partial<Printed> | null {
  const rects = rectsOf(formula);
  if (!rects) return null;
  if (name === PRINT_AREA) return { printArea: rects };
  const rows = rects.find(isWholeRows);
  const columns = rects.find(isWholeColumns);
  return {
    titleRows: rows ? { first: rows.row, last: endRow(rows) - 1 } : null,
    titleColumns: columns ? { first: columns.column, last: endColumn(columns) - 1 } : null,
  };
}

/** The print names of a sheet, as the file spells them. */
function printNames(sheet: Sheet, page: Partial<Printed>): DefinedName[] {
  const { titleRows, titleColumns, printArea } = page;
  const reference = (rect: Rect): string => printReference(sheet.name, rect, true);
  const titles = [
    ...(titleColumns
      ? [reference(rectOf(0, titleColumns.first, MAX_ROWS, titleColumns.last - titleColumns.first + 1))]
      : []),
    ...(titleRows ? [reference(rectOf(titleRows.first, 0, titleRows.last - titleRows.first + 1, MAX_COLUMNS))] : []),
  ];
  const make = (name: string, formula: string): DefinedName[] =>
    formula === '' ? [] : [{ name, formula, scope: sheet.id, visible: true, comment: '' }];
  return [...make(PRINT_AREA, (printArea ?? []).map(reference).join(',')), ...make(PRINT_TITLES, titles.join(','))];
}

function readName(element: XmlElement, ids: SheetIds): DefinedName {
  const local = element.get('localSheetId');
  const scope = local === undefined ? undefined : ids[Number(local)];
  return {
    name: element.get('name') ?? '',
    formula: withoutPrefixes(element.text()),
    ...(scope === undefined ? {} : { scope }),
    visible: !flag(element, 'hidden', false),
    comment: element.get('comment') ?? '',
  };
}

/** Slicers keep their name taken by one for no value: it belongs to their parts and stays in the file, unseen. */
function isOfSlicer({ formula, scope }: DefinedName): boolean {
  return formula === '#N/A' && scope === undefined;
}

/** Names and, out of them, the print titles and areas of the sheets. */
export function readNames(workbook: Workbook, root: XmlElement, ids: SheetIds): void {
  const names: DefinedName[] = [];
  for (const element of root.child('definedNames')?.elements() ?? []) {
    const name = readName(element, ids);
    if (isOfSlicer(name)) continue;
    if (!name.name.startsWith(BUILT_IN)) {
      // A name of a sheet that the model does not hold stays in the file, unseen.
      if (name.scope !== undefined || element.get('localSheetId') === undefined) names.push(name);
      continue;
    }
    const sheet = name.scope === undefined ? undefined : workbook.sheetById(name.scope);
    if (!sheet || (name.name !== PRINT_TITLES && name.name !== PRINT_AREA)) continue;
    const printed = readPrinted(name.name, name.formula);
    if (printed) sheet.update({ pageLayout: { ...sheet.page.layout, ...printed } });
  }
  workbook.names.load(names);
}

/** All names that the file stores for the model. */
export function storedNames(workbook: Workbook): readonly DefinedName[] {
  return [...workbook.names.all, ...workbook.sheets.flatMap((sheet) => printNames(sheet, sheet.page.layout))];
}

/** Brings the names of the file in line; places of sheets are renumbered from the old list to the new one. */
export function writeNames(workbook: Workbook, root: XmlElement, before: SheetIds, after: SheetIds): void {
  const parent = ensureChild(root, 'definedNames', WORKBOOK_ORDER);
  for (const element of parent.elements()) {
    const local = element.get('localSheetId');
    if (local === undefined) continue;
    const place = placeOf(Number(local), before, after);
    if (place < 0) parent.remove(element);
    else element.set('localSheetId', place);
  }
  const wanted = storedNames(workbook);
  const read = (element: XmlElement): DefinedName | null => {
    const name = readName(element, after);
    if ((element.get('localSheetId') !== undefined && name.scope === undefined) || isOfSlicer(name)) return null;
    if (!name.name.startsWith(BUILT_IN)) return name;
    const sheet = name.scope === undefined ? undefined : workbook.sheetById(name.scope);
    if (!sheet || (name.name !== PRINT_TITLES && name.name !== PRINT_AREA)) return null;
    const printed = readPrinted(name.name, name.formula);
    if (printed) return printNames(sheet, printed)[0] ?? name;
    return wanted.some((other) => other.name === name.name && other.scope === name.scope) ? name : null;
  };
  reconcile(parent, read, wanted, (name) => {
    const element = xmlText('definedName', withPrefixes(name.formula), { name: name.name });
    element.set('localSheetId', name.scope === undefined ? undefined : after.indexOf(name.scope));
    element.set('hidden', name.visible ? undefined : true);
    return element.set('comment', name.comment === '' ? undefined : name.comment);
  });
  if (parent.elements().length === 0) removeChild(root, 'definedNames');
}

/** Where the sheet of an old place stands now; sheets unknown to the model keep their order among themselves. */
function placeOf(place: number, before: SheetIds, after: SheetIds): number {
  const id = before[place];
  if (id !== undefined) return after.indexOf(id);
  const rank = before.slice(0, place).filter((other) => other === undefined).length;
  return after.flatMap((other, index) => (other === undefined ? [index] : []))[rank] ?? -1;
}
