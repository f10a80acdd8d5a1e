import { printRect } from '../../model';
import type { ConditionalFormat, ConditionalRule, Rect } from '../../model';
import { flag, numberOf, setFlag } from '../xml/attributes';
import { argb } from '../styles/colors';
import { reconcile } from './feature';
import type { SheetFeature } from './feature';
import { withoutPrefixes, withPrefixes } from '../cells/future-functions';
import { insertInOrder, WORKSHEET_ORDER } from '../xml/order';
import { printRects, readRects } from '../references';
import type { StyleWriter } from '../styles/writer';
import type { FileStyles } from '../styles/styles';
import { xml, xmlText } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

type Known = Omit<ConditionalFormat, 'id'>;

const TEXT_RULES: ReadonlySet<string> = new Set(['containsText', 'notContainsText', 'beginsWith', 'endsWith']);

/** A rule that the model knows; null for the others (colour scales, top tens, averages…), which are kept as they are. */
function readRule(element: XmlElement, styles: FileStyles): ConditionalRule | null {
  const type = element.get('type') ?? '';
  const [formula1, formula2] = element.elements('formula').map((formula) => withoutPrefixes(formula.text()));
  const index = element.get('dxfId');
  const format = index === undefined ? {} : styles.differential(Number(index));
  if (type === 'expression' && formula1 !== undefined) return { type: 'custom', formula: formula1, format };
  if (type === 'cellIs' && formula1 !== undefined) {
    const operator = element.get('operator') ?? 'between';
    return {
      type: 'cellValue',
      operator,
      formula1,
      ...(formula2 === undefined ? {} : { formula2 }),
      format,
    };
  }
  if (TEXT_RULES.has(type)) {
    return { type: 'containsText', operator: element.get('operator') ?? type, text: element.get('text') ?? '', format };
  }
  if (type === 'dataBar') return readDataBar(element.child('dataBar'), styles);
  if (type === 'iconSet') return readIconSet(element.child('iconSet'));
  return null;
}

function readDataBar(bar: XmlElement | undefined, styles: FileStyles): ConditionalRule | null {
  const color = styles.colors.resolve(bar?.child('color'));
  return color === undefined ? null : { type: 'dataBar', color, showValue: flag(bar, 'showValue', true) };
}

function readIconSet(set: XmlElement | undefined): ConditionalRule | null {
  if (!set) return null;
  return {
    type: 'iconSet',
    icons: set.get('iconSet') ?? '3TrafficLights1',
    thresholds: set.elements('cfvo').map((element) => ({
      type: element.get('type') ?? 'percent',
      value: element.get('val') ?? '0',
      ...(flag(element, 'gte', true) ? {} : { strict: true }),
    })),
    showValue: flag(set, 'showValue', true),
    reverse: flag(set, 'reverse', false),
  };
}

function readFormat(element: XmlElement, rects: readonly Rect[], styles: FileStyles): Known | null {
  const rule = rects.length > 0 ? readRule(element, styles) : null;
  return (
    rule && {
      rects,
      priority: numberOf(element, 'priority', 1),
      stopIfTrue: flag(element, 'stopIfTrue', false),
      rule,
    }
  );
}

/** What a rule about text asks of its first cell. */
function textFormula(operator: string, text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  if (operator === 'notContains') return `ISERROR(SEARCH(${quoted},${cell}))`;
  if (operator === 'beginsWith') return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
  if (operator === 'endsWith') return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  return `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
}

function makeRule({ rule, rects, priority, stopIfTrue }: Known, styles: StyleWriter): XmlElement {
  const element = xml('cfRule');
  const attributes = (type: string, dxfId?: number): void => {
    element.set('type', type).set('dxfId', dxfId).set('priority', priority);
    setFlag(element, 'stopIfTrue', stopIfTrue, false);
  };
  switch (rule.type) {
    case 'custom':
      attributes('expression', styles.differential(rule.format));
      return element.append(xmlText('formula', withPrefixes(rule.formula)));
    case 'cellValue':
      attributes('cellIs', styles.differential(rule.format));
      element.set('operator', rule.operator).append(xmlText('formula', withPrefixes(rule.formula1)));
      return rule.formula2 === undefined ? element : element.append(xmlText('formula', withPrefixes(rule.formula2)));
    case 'containsText': {
      attributes(rule.operator === 'notContains' ? 'notContainsText' : rule.operator, styles.differential(rule.format));
      const first = printRect({ ...rects[0]!, rows: 1, columns: 1 });
      element.set('operator', rule.operator).set('text', rule.text);
      return element.append(xmlText('formula', textFormula(rule.operator, rule.text, first)));
    }
    case 'dataBar':
      attributes('dataBar');
      return element.append(
        xml('dataBar', { showValue: rule.showValue ? undefined : false }, [
          xml('cfvo', { type: 'min' }),
          xml('cfvo', { type: 'max' }),
          xml('color', { rgb: argb(rule.color) }),
        ]),
      );
    case 'iconSet': {
      attributes('iconSet');
      const thresholds = rule.thresholds.map(({ type, value, strict }) =>
        xml('cfvo', { type, val: value, gte: strict === true ? false : undefined }),
      );
      const set = xml('iconSet', { iconSet: rule.icons }, thresholds);
      setFlag(set, 'showValue', rule.showValue, true);
      setFlag(set, 'reverse', rule.reverse, false);
      return element.append(set);
    }
  }
}

/** A data bar may have a second half in the sheet's extensions, tied to it by an id: it goes or moves with it. */
function changeExtension(root: XmlElement, rule: XmlElement, rects: readonly Rect[] | null): void {
  const id = rule.child('extLst')?.child('ext')?.child('id')?.text();
  const extensions = root.child('extLst');
  if (id === undefined || !extensions) return;
  for (const extension of extensions.elements('ext')) {
    const formats = extension.child('conditionalFormattings');
    for (const format of formats?.elements('conditionalFormatting') ?? []) {
      const other = format.elements('cfRule').find((candidate) => candidate.get('id') === id);
      if (!other) continue;
      if (rects) format.child('sqref')?.setText(printRects(rects));
      else format.remove(other);
      if (!format.child('cfRule')) formats!.remove(format);
    }
    if (formats?.elements().length === 0) extensions.remove(extension);
  }
  if (extensions.elements().length === 0) root.remove(extensions);
}

const withoutId = ({ rects, priority, stopIfTrue, rule }: ConditionalFormat): Known => ({
  rects,
  priority,
  stopIfTrue,
  rule,
});

/** Conditional formats. */
export const conditionalFormats: SheetFeature = {
  state: (sheet) => sheet.conditionalFormats.all.map(withoutId),
  read: ({ sheet, root, styles }) => {
    const found = root.elements('conditionalFormatting').flatMap((group) => {
      const rects = readRects(group.get('sqref'));
      return group.elements('cfRule').map((element) => readFormat(element, rects, styles));
    });
    const known = found.filter((format) => format !== null);
    const numbered = known.map((format, index) => ({ ...format, id: conditionalFormatId(index) }));
    if (numbered.length > 0) sheet.update({ conditionalFormats: numbered });
  },
  write: ({ sheet, root, fileStyles, styles }) => {
    const wanted = sheet.conditionalFormats.all.map(withoutId);
    const all = xml('all');
    const groups = root.elements('conditionalFormatting');
    const rectsOf = new Map<XmlElement, readonly Rect[]>();
    const groupOf = new Map<XmlElement, XmlElement>();
    for (const group of groups) {
      const rects = readRects(group.get('sqref'));
      for (const rule of group.elements('cfRule')) {
        rectsOf.set(rule, rects);
        groupOf.set(rule, group);
        all.append(rule);
      }
    }
    const added = new Map<XmlElement, Known>();
    const make = (format: Known): XmlElement => {
      const element = makeRule(format, styles);
      added.set(element, format);
      return element;
    };
    const read = (rule: XmlElement): Known | null => readFormat(rule, rectsOf.get(rule)!, fileStyles);
    const removed = reconcile(all, read, wanted, make, {
      identity: (item) => ({ ...item, rects: [] }),
      move: (rule, format) => {
        groupOf.get(rule)!.remove(rule);
        changeExtension(root, rule, format.rects);
        added.set(rule, format);
      },
    });
    for (const rule of removed) {
      groupOf.get(rule)!.remove(rule);
      changeExtension(root, rule, null);
    }
    for (const group of groups) if (!group.child('cfRule')) root.remove(group);
    for (const [element, format] of added) {
      const group = xml('conditionalFormatting', { sqref: printRects(format.rects) }, [element]);
      insertInOrder(root, group, WORKSHEET_ORDER);
    }
  },
};

/** Ids are made when a file is read: the file has none for most formats. */
const conditionalFormatId = (index: number): string =>
  `{C0000000-0000-0000-0000-${(index + 1).toString(16).toUpperCase().padStart(12, '0')}}`;
