import { parseRect, printRect } from '../../model';
import type { Hyperlink } from '../../model';
import { reconcile } from './feature';
import type { SheetFeature } from './feature';
import { relationshipId, setRelationshipId } from '../xml/namespaces';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

/** Reads links of a part: an address outside stands in its relationships, a place in the workbook beside it. */
function linkReader(pkg: Package, part: string): (element: XmlElement) => Hyperlink | null {
  const targets = new Map(pkg.relationships(part).map((link) => [link.id, link.target]));
  return (element) => {
    const rect = parseRect(element.get('ref') ?? '');
    const address = targets.get(relationshipId(element) ?? '');
    const location = element.get('location');
    const tip = element.get('tooltip');
    if (!rect || (address === undefined && location === undefined)) return null;
    return {
      rect,
      ...(address === undefined ? {} : { address }),
      ...(location === undefined ? {} : { documentReference: location }),
      ...(tip === undefined ? {} : { screenTip: decodeXstring(tip) }),
    };
  };
}

/** Links of cells. */
export const hyperlinks: SheetFeature = {
  state: (sheet) => sheet.hyperlinks.all,
  read: ({ sheet, root, pkg, part }) => {
    const links = (root.child('hyperlinks')?.elements() ?? []).map(linkReader(pkg, part));
    const known = links.filter((link) => link !== null);
    if (known.length > 0) sheet.update({ hyperlinks: known });
  },
  write: ({ sheet, root, pkg, part }) => {
    const parent = ensureChild(root, 'hyperlinks', WORKSHEET_ORDER);
    const make = (link: Hyperlink): XmlElement => {
      const element = xml('hyperlink', { ref: printRect(link.rect) });
      if (link.address !== undefined && link.address !== '') {
        setRelationshipId(root, element, pkg.relate(part, 'hyperlink', link.address, true));
      }
      element.set('location', link.documentReference);
      return element.set('tooltip', link.screenTip === undefined ? undefined : encodeXattribute(link.screenTip));
    };
    for (const removed of reconcile(parent, linkReader(pkg, part), sheet.hyperlinks.all, make)) {
      const id = relationshipId(removed);
      if (id !== undefined) pkg.unrelate(part, id);
    }
    if (parent.elements().length === 0) removeChild(root, 'hyperlinks');
  },
};
