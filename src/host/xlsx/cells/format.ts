import type { Border, BorderEdge, HorizontalAlignment, Style, VerticalAlignment } from '../../model';
import { flag, numberOf, setFlag } from '../xml/attributes';
import { argb } from '../styles/colors';
import type { Colors } from '../styles/colors';
import { ensureChild, insertInOrder, removeChild } from '../xml/order';
import { same } from '../same';
import type { XmlElement } from '../xml/xml';
import { xml } from '../xml/xml';

export type Borders = Style['borders'];

/** The fill that the model can show: a solid colour, or the nearest one to a pattern or a gradient. */
export function readFill(element: XmlElement | undefined, colors: Colors): string | null {
  const pattern = element?.child('patternFill');
  if (pattern) {
    const kind = pattern.get('patternType');
    if (kind === 'none' || kind === undefined) return null;
    return colors.resolve(pattern.child(kind === 'solid' ? 'fgColor' : 'bgColor')) ?? null;
  }
  return colors.resolve(element?.child('gradientFill')?.child('stop')?.child('color')) ?? null;
}

export function makeFill(color: string): XmlElement {
  return xml('fill', {}, [
    xml('patternFill', { patternType: 'solid' }, [
      xml('fgColor', { rgb: argb(color) }),
      xml('bgColor', { indexed: 64 }),
    ]),
  ]);
}

const EDGES: readonly (readonly [BorderEdge, string])[] = [
  ['left', 'left'],
  ['right', 'right'],
  ['top', 'top'],
  ['bottom', 'bottom'],
  ['diagonalUp', 'diagonal'],
  ['diagonalDown', 'diagonal'],
];
const BORDER_ORDER = ['left', 'start', 'right', 'end', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];

export function readBorders(element: XmlElement | undefined, colors: Colors): Borders {
  const borders: Partial<Record<BorderEdge, Border>> = {};
  for (const [edge, local] of EDGES) {
    if (local === 'diagonal' && !flag(element, edge, false)) continue;
    const line = element?.child(local);
    const style = line?.get('style');
    if (style === undefined || style === 'none') continue;
    borders[edge] = { line: style, color: colors.resolve(line?.child('color')) ?? '#000000' };
  }
  return borders;
}

/** Changes a `border` element where the edges differ. */
export function changeBorders(element: XmlElement, from: Borders, to: Borders): XmlElement {
  for (const [edge, local] of EDGES) {
    const border = to[edge];
    if (same(from[edge], border)) continue;
    if (local === 'diagonal') setFlag(element, edge, border !== undefined, false);
    const shared = border ?? (local === 'diagonal' ? (to.diagonalUp ?? to.diagonalDown) : undefined);
    removeChild(element, local);
    insertInOrder(element, makeLine(local, shared), BORDER_ORDER);
  }
  return element;
}

function makeLine(local: string, border: Border | undefined): XmlElement {
  return border ? xml(local, { style: border.line }, [xml('color', { rgb: argb(border.color) })]) : xml(local);
}

const HORIZONTAL: Readonly<Record<string, HorizontalAlignment>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};
const VERTICAL: Readonly<Record<string, VerticalAlignment>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

type Alignment = Pick<Style, 'horizontal' | 'vertical' | 'wrap' | 'shrink' | 'indent' | 'rotation'>;
type Protection = Pick<Style, 'locked' | 'formulaHidden'>;

/** Letters one above the other: 180 in the API, 255 in the file. */
const STACKED = { model: 180, file: 255 };

/** Degrees counter-clockwise from -90 to 90; the file counts the clockwise ones from 91. */
function rotationOf(file: number): number {
  if (file === STACKED.file) return STACKED.model;
  return file <= 90 ? file : 90 - file;
}

function fileRotation(rotation: number): number {
  if (rotation === STACKED.model) return STACKED.file;
  return rotation >= 0 ? rotation : 90 - rotation;
}

export function readAlignment(xf: XmlElement): Alignment {
  const element = xf.child('alignment');
  return {
    horizontal: HORIZONTAL[element?.get('horizontal') ?? 'general'] ?? 'General',
    vertical: VERTICAL[element?.get('vertical') ?? 'bottom'] ?? 'Bottom',
    wrap: flag(element, 'wrapText', false),
    shrink: flag(element, 'shrinkToFit', false),
    indent: numberOf(element, 'indent', 0),
    rotation: rotationOf(numberOf(element, 'textRotation', 0)),
  };
}

export function readProtection(xf: XmlElement): Protection {
  const element = xf.child('protection');
  return { locked: flag(element, 'locked', true), formulaHidden: flag(element, 'hidden', false) };
}

const XF_ORDER = ['alignment', 'protection', 'extLst'];
const keyOf = <T>(map: Readonly<Record<string, T>>, value: T): string | undefined =>
  Object.keys(map).find((key) => map[key] === value);

export function writeAlignment(xf: XmlElement, to: Alignment): void {
  const element = ensureChild(xf, 'alignment', XF_ORDER);
  element.set('horizontal', to.horizontal === 'General' ? undefined : keyOf(HORIZONTAL, to.horizontal));
  element.set('vertical', to.vertical === 'Bottom' ? undefined : keyOf(VERTICAL, to.vertical));
  setFlag(element, 'wrapText', to.wrap, false);
  setFlag(element, 'shrinkToFit', to.shrink, false);
  element.set('indent', to.indent === 0 ? undefined : to.indent);
  element.set('textRotation', to.rotation === 0 ? undefined : fileRotation(to.rotation));
  xf.set('applyAlignment', true);
}

export function writeProtection(xf: XmlElement, to: Protection): void {
  const element = ensureChild(xf, 'protection', XF_ORDER);
  setFlag(element, 'locked', to.locked, true);
  setFlag(element, 'hidden', to.formulaHidden, false);
  xf.set('applyProtection', true);
}
