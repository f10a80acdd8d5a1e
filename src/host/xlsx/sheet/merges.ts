import { parseRect, printRect } from '../../model';
import type { Rect } from '../../model';
import { reconcile } from './feature';
import type { SheetFeature } from './feature';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

const readMerge = (element: XmlElement): Rect | null => parseRect(element.get('ref') ?? '');

/** Merged cells. */
export const merges: SheetFeature = {
  state: (sheet) => sheet.merges.areas,
  read: ({ sheet, root }) => {
    const areas = (root.child('mergeCells')?.elements() ?? []).map(readMerge).filter((rect) => rect !== null);
    if (areas.length > 0) sheet.update({ merges: areas });
  },
  write: ({ sheet, root }) => {
    if (sheet.merges.areas.length === 0) {
      removeChild(root, 'mergeCells');
      return;
    }
    const parent = ensureChild(root, 'mergeCells', WORKSHEET_ORDER);
    reconcile(parent, readMerge, sheet.merges.areas, (rect) => xml('mergeCell', { ref: printRect(rect) }));
    parent.set('count', parent.elements().length);
  },
};
