import type { Validation } from '../../model';
import { flag, setFlag } from '../xml/attributes';
import { reconcile } from './feature';
import type { SheetFeature } from './feature';
import { withoutPrefixes, withPrefixes } from '../cells/future-functions';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { printRects, readRects } from '../references';
import { xml, xmlText } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

const TYPES: ReadonlySet<string> = new Set<Validation['type']>([
  'none',
  'whole',
  'decimal',
  'list',
  'date',
  'time',
  'textLength',
  'custom',
]);
const isType = (text: string): text is Validation['type'] => TYPES.has(text);

const STYLES: ReadonlySet<string> = new Set(['stop', 'warning', 'information']);
const isStyle = (text: string | undefined): text is NonNullable<Validation['errorStyle']> =>
  text !== undefined && STYLES.has(text);

const TEXTS = ['errorTitle', 'error', 'promptTitle', 'prompt'] as const;
const FORMULAS = ['formula1', 'formula2'] as const;

function readValidation(element: XmlElement): Validation | null {
  const type = element.get('type') ?? 'none';
  const rects = readRects(element.get('sqref'));
  if (!isType(type) || rects.length === 0) return null;
  const operator = element.get('operator');
  const errorStyle = element.get('errorStyle');
  const texts = TEXTS.flatMap((name) => {
    const text = element.get(name);
    return text === undefined ? [] : [[name, decodeXstring(text)] as const];
  });
  const formulas = FORMULAS.flatMap((name) => {
    const formula = element.child(name);
    return formula ? [[name, withoutPrefixes(formula.text())] as const] : [];
  });
  return {
    rects,
    type,
    ...(operator === undefined ? {} : { operator }),
    ...Object.fromEntries(formulas),
    allowBlank: flag(element, 'allowBlank', false),
    // The attribute means the opposite of its name: it hides the arrow.
    showDropDown: !flag(element, 'showDropDown', false),
    ...(isStyle(errorStyle) ? { errorStyle } : {}),
    ...Object.fromEntries(texts),
  };
}

function makeValidation(validation: Validation): XmlElement {
  const element = xml('dataValidation', {
    type: validation.type === 'none' ? undefined : validation.type,
    errorStyle: validation.errorStyle === 'stop' ? undefined : validation.errorStyle,
    operator: validation.operator,
  });
  setFlag(element, 'allowBlank', validation.allowBlank, false);
  setFlag(element, 'showDropDown', !validation.showDropDown, false);
  element.set('showInputMessage', true).set('showErrorMessage', true);
  for (const name of TEXTS) {
    const text = validation[name];
    element.set(name, text === undefined ? undefined : encodeXattribute(text));
  }
  element.set('sqref', printRects(validation.rects));
  for (const name of FORMULAS) {
    const formula = validation[name];
    if (formula !== undefined) element.append(xmlText(name, withPrefixes(formula)));
  }
  return element;
}

/** What may be entered into cells. Validations that need a younger Excel stay in their extension, unknown here. */
export const validations: SheetFeature = {
  state: (sheet) => sheet.validations.all,
  read: ({ sheet, root }) => {
    const found = (root.child('dataValidations')?.elements() ?? []).map(readValidation);
    const known = found.filter((validation) => validation !== null);
    if (known.length > 0) sheet.update({ validations: known });
  },
  write: ({ sheet, root }) => {
    const parent = ensureChild(root, 'dataValidations', WORKSHEET_ORDER);
    reconcile(parent, readValidation, sheet.validations.all, makeValidation, {
      identity: (item) => ({ ...item, rects: [] }),
      move: (element, { rects }) => element.set('sqref', printRects(rects)),
    });
    parent.set('count', parent.elements().length);
    if (parent.elements().length === 0) removeChild(root, 'dataValidations');
  },
};
