import type { FilterCondition, StylePatch } from '../../model';
import { flag, numberOf } from '../xml/attributes';
import { xml, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

/** Signs of criteria by their names in files. */
const operators: readonly (readonly [sign: string, name: string])[] = [
  ['<>', 'notEqual'],
  ['<=', 'lessThanOrEqual'],
  ['>=', 'greaterThanOrEqual'],
  ['<', 'lessThan'],
  ['>', 'greaterThan'],
  ['=', 'equal'],
];

/** A format of the file by its number: the colours of filters are kept so. */
export type ReadFormat = (index: number) => StylePatch;

/** The number of such a format, which is added where it is new. */
export type NumberFormat = (patch: StylePatch) => number;

/** The condition that a criteria element states; null for those that the model does not know. */
export function readCondition(criteria: XmlElement, format: ReadFormat): FilterCondition | null {
  switch (criteria.local) {
    case 'customFilters': {
      const [first, second, ...others] = criteria.elements('customFilter').map(criterionOf);
      if (first === undefined || others.length > 0) return null;
      const and = flag(criteria, 'and', false);
      return { kind: 'custom', first, ...(second !== undefined && { second }), and };
    }
    case 'top10': {
      const [bottom, percent] = [!flag(criteria, 'top', true), flag(criteria, 'percent', false)];
      return { kind: 'top', count: numberOf(criteria, 'val', 10), bottom, percent };
    }
    case 'dynamicFilter':
      return { kind: 'dynamic', type: criteria.get('type') ?? '' };
    case 'colorFilter':
      return colorOf(criteria, format);
    default:
      return null;
  }
}

function colorOf(criteria: XmlElement, format: ReadFormat): FilterCondition | null {
  const { fill, font } = format(numberOf(criteria, 'dxfId', -1));
  const look = flag(criteria, 'cellColor', true) ? 'fill' : 'font';
  const color = look === 'fill' ? fill : font?.color;
  return color === undefined || color === null ? null : { kind: 'color', look, color };
}

function criterionOf(element: XmlElement): string {
  const name = element.get('operator') ?? 'equal';
  const sign = operators.find(([, known]) => known === name)?.[0] ?? '=';
  return sign + decodeXstring(element.get('val') ?? '');
}

export function conditionElement(condition: FilterCondition, numberOfFormat: NumberFormat): XmlElement {
  switch (condition.kind) {
    case 'custom': {
      const criteria = [condition.first, condition.second].flatMap((text) => text ?? []);
      return xml('customFilters', { and: condition.and || undefined }, criteria.map(criterionElement));
    }
    case 'top': {
      const { count, bottom, percent } = condition;
      return xml('top10', { top: bottom ? 0 : undefined, percent: percent || undefined, val: count });
    }
    case 'dynamic':
      return xml('dynamicFilter', { type: condition.type });
    case 'color': {
      const { look, color } = condition;
      const dxfId = numberOfFormat(look === 'fill' ? { fill: color } : { font: { color } });
      return xml('colorFilter', { dxfId, cellColor: look === 'fill' ? undefined : 0 });
    }
  }
}

function criterionElement(criterion: string): XmlElement {
  const [sign, name] = operators.find(([each]) => criterion.startsWith(each)) ?? ['', 'equal'];
  const val = encodeXattribute(criterion.slice(sign.length));
  return xml('customFilter', { operator: name === 'equal' ? undefined : name, val });
}
