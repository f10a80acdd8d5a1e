import { DEFAULT_FONT, type FontStyle } from '../../model';
import { flag, numberOf } from '../xml/attributes';
import { argb } from './colors';
import type { Colors } from './colors';
import { insertInOrder, removeChild } from '../xml/order';
import type { XmlElement } from '../xml/xml';
import { xml } from '../xml/xml';

/** Order that Excel writes; `name` is `rFont` in a run of rich text. */
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'rFont',
  'family',
  'charset',
  'scheme',
];

const UNDERLINES: Readonly<Record<string, FontStyle['underline']>> = {
  none: 'None',
  single: 'Single',
  double: 'Double',
  singleAccounting: 'SingleAccountant',
  doubleAccounting: 'DoubleAccountant',
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a `font` or `rPr` element says: only that. */
export function readFontPatch(element: XmlElement | undefined, colors: Colors): Partial<FontStyle> {
  const patch: Writable<Partial<FontStyle>> = {};
  for (const child of element?.elements() ?? []) {
    if (child.local === 'name' || child.local === 'rFont') patch.name = child.get('val') ?? DEFAULT_FONT.name;
    else if (child.local === 'sz') patch.size = numberOf(child, 'val', DEFAULT_FONT.size);
    else if (child.local === 'b') patch.bold = flag(child, 'val', true);
    else if (child.local === 'i') patch.italic = flag(child, 'val', true);
    else if (child.local === 'strike') patch.strikethrough = flag(child, 'val', true);
    else if (child.local === 'u') patch.underline = UNDERLINES[child.get('val') ?? 'single'] ?? 'Single';
    else if (child.local === 'color') patch.color = colors.resolve(child) ?? DEFAULT_FONT.color;
  }
  return patch;
}

/** The font of a `font` element, with Excel's defaults for what it does not say. */
export function readFont(element: XmlElement | undefined, colors: Colors): FontStyle {
  return { ...DEFAULT_FONT, ...readFontPatch(element, colors) };
}

/** Changes a `font` or `rPr` element where `to` differs from `from`, and leaves the rest of it alone. */
export function changeFont(
  element: XmlElement,
  from: Partial<FontStyle>,
  to: Partial<FontStyle>,
  nameElement: 'name' | 'rFont' = 'name',
): XmlElement {
  const put = (child: XmlElement | null, local: string): void => {
    removeChild(element, local);
    if (child) insertInOrder(element, child, ORDER);
  };
  const put01 = (local: string, value: boolean | undefined): void => {
    // In a conditional format `false` overrides the cell's own bold; elsewhere absence says the same.
    put(
      value === undefined ? null : value ? xml(local) : from.name === undefined ? xml(local, { val: 0 }) : null,
      local,
    );
  };
  if (to.bold !== from.bold) put01('b', to.bold);
  if (to.italic !== from.italic) put01('i', to.italic);
  if (to.strikethrough !== from.strikethrough) put01('strike', to.strikethrough);
  if (to.underline !== from.underline) put(underlineElement(to.underline), 'u');
  if (to.size !== from.size) put(to.size === undefined ? null : xml('sz', { val: to.size }), 'sz');
  if (to.color !== from.color) put(to.color === undefined ? null : xml('color', { rgb: argb(to.color) }), 'color');
  if (to.name !== from.name) {
    put(to.name === undefined ? null : xml(nameElement, { val: to.name }), nameElement);
    // They describe the old face: the theme's would win over the name.
    for (const local of ['family', 'charset', 'scheme']) removeChild(element, local);
  }
  return element;
}

function underlineElement(underline: FontStyle['underline'] | undefined): XmlElement | null {
  if (underline === undefined || underline === 'None') return null;
  const val = Object.keys(UNDERLINES).find((key) => UNDERLINES[key] === underline);
  return xml('u', { val: val === 'single' ? undefined : val });
}
