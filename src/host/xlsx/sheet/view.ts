import { parseRect, printRect } from '../../model';
import type { Sheet } from '../../model';
import { flag, numberOf, setFlag } from '../xml/attributes';
import type { SheetFeature } from './feature';
import { ensureChild, insertInOrder, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

const VIEW_ORDER = ['pane', 'selection', 'pivotSelection', 'extLst'];
const PROPERTIES_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'];

function viewOf(root: XmlElement): XmlElement {
  const views = ensureChild(root, 'sheetViews', WORKSHEET_ORDER);
  const view = views.child('sheetView');
  if (view) return view;
  const made = xml('sheetView', { workbookViewId: 0 });
  views.append(made);
  return made;
}

const isActive = (sheet: Sheet): boolean => sheet.workbook.activeSheet === sheet;

/** Gridlines, headings, and whether the sheet is the one in front. */
export const display: SheetFeature = {
  state: (sheet) => [sheet.view.showGridlines, sheet.view.showHeadings, isActive(sheet)],
  read: ({ sheet, root }) => {
    const view = root.child('sheetViews')?.child('sheetView');
    sheet.update({
      showGridlines: flag(view, 'showGridLines', true),
      showHeadings: flag(view, 'showRowColHeaders', true),
    });
  },
  write: ({ sheet, root }) => {
    const view = viewOf(root);
    setFlag(view, 'showGridLines', sheet.view.showGridlines, true);
    setFlag(view, 'showRowColHeaders', sheet.view.showHeadings, true);
    setFlag(view, 'tabSelected', isActive(sheet), false);
  },
};

/** Frozen rows and columns. */
export const freeze: SheetFeature = {
  state: (sheet) => sheet.view.freeze,
  read: ({ sheet, root }) => {
    const pane = root.child('sheetViews')?.child('sheetView')?.child('pane');
    if (!pane?.get('state')?.startsWith('frozen')) return;
    const frozen = { rows: numberOf(pane, 'ySplit', 0), columns: numberOf(pane, 'xSplit', 0) };
    if (frozen.rows > 0 || frozen.columns > 0) sheet.update({ freeze: frozen });
  },
  write: ({ sheet, root }) => {
    const view = viewOf(root);
    removeChild(view, 'pane');
    for (const element of view.elements('selection')) view.remove(element);
    if (sheet.view.freeze) {
      const { rows, columns } = sheet.view.freeze;
      const activePane = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
      const pane = xml('pane', {
        xSplit: columns || undefined,
        ySplit: rows || undefined,
        topLeftCell: printRect({ row: rows, column: columns, rows: 1, columns: 1 }),
        activePane,
        state: 'frozen',
      });
      insertInOrder(view, pane, VIEW_ORDER);
    }
    writeSelection(sheet, view);
  },
};

/** The selected cells. */
export const selection: SheetFeature = {
  state: (sheet) => sheet.selection,
  read: ({ sheet, root }) => {
    const view = root.child('sheetViews')?.child('sheetView');
    const rect = parseRect(activeSelection(view)?.get('sqref')?.split(/\s+/)[0] ?? '');
    if (rect) sheet.select(rect);
  },
  write: ({ sheet, root }) => {
    writeSelection(sheet, viewOf(root));
  },
};

/** The selection of the pane that has the focus; the others only say where they are scrolled. */
function activeSelection(view: XmlElement | undefined): XmlElement | undefined {
  const active = view?.child('pane')?.get('activePane');
  const selections = view?.elements('selection') ?? [];
  return selections.find((element) => element.get('pane') === active) ?? selections[0];
}

function writeSelection(sheet: Sheet, view: XmlElement): void {
  const { row, column } = sheet.selection;
  const pane = view.child('pane')?.get('activePane');
  const element = activeSelection(view) ?? insertInOrder(view, xml('selection', { pane }), VIEW_ORDER);
  element.set('activeCell', printRect({ row, column, rows: 1, columns: 1 }));
  element.set('activeCellId', undefined).set('sqref', printRect(sheet.selection));
}

/** Colour of the sheet's tab. */
export const tabColor: SheetFeature = {
  state: (sheet) => sheet.view.tabColor,
  read: ({ sheet, root, styles }) => {
    const color = styles.colors.resolve(root.child('sheetPr')?.child('tabColor'));
    if (color !== undefined) sheet.update({ tabColor: color });
  },
  write: ({ sheet, root }) => {
    if (sheet.view.tabColor === '' && !root.child('sheetPr')) return;
    const properties = ensureChild(root, 'sheetPr', WORKSHEET_ORDER);
    removeChild(properties, 'tabColor');
    if (sheet.view.tabColor === '') return;
    insertInOrder(properties, xml('tabColor', { rgb: 'FF' + sheet.view.tabColor.slice(1) }), PROPERTIES_ORDER);
  },
};

/** Says that the page is fitted to a number of pages. */
export function setFitToPage(root: XmlElement, fits: boolean): void {
  if (!fits && !root.child('sheetPr')?.child('pageSetUpPr')) return;
  const properties = ensureChild(ensureChild(root, 'sheetPr', WORKSHEET_ORDER), 'pageSetUpPr', PROPERTIES_ORDER);
  setFlag(properties, 'fitToPage', fits, false);
}

export function fitsToPage(root: XmlElement): boolean {
  return flag(root.child('sheetPr')?.child('pageSetUpPr'), 'fitToPage', false);
}
