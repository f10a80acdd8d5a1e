import type { BorderEdge, ConditionalRule, StylePatch } from '../../model';
import type { Json, JsonObject } from '../../wire/protocol';
import { asFlag, asOneOf, asText, invalidArgument, itemNotFound } from '../arguments';
import { changeBorder, styleOf } from '../range/borders';
import { asColor, asColorOrNone } from '../range/colors';
import { changeRule, currentFormat, currentRule, type FormatRef } from './ref';
import { define, isJsonObject, type ClassDefinition } from '../define';

type Formatted = ConditionalRule & { type: 'custom' | 'cellValue' | 'containsText' };

function withoutEquals(value: Json | undefined): string {
  if (typeof value === 'number') return String(value);
  return asText(value).replace(/^=/, '');
}

function withEquals(formula: string): string {
  return formula === '' ? '' : `=${formula}`;
}

function object(value: Json): JsonObject {
  if (!isJsonObject(value)) throw invalidArgument();
  return value;
}

/** `GreaterThanOrEqual` ↔ `greaterThanOrEqual`, `EqualTo` ↔ `equal`, `Contains` ↔ `containsText`. */
const operatorNames: readonly (readonly [office: string, file: string])[] = [
  ['Between', 'between'],
  ['NotBetween', 'notBetween'],
  ['EqualTo', 'equal'],
  ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'],
  ['GreaterThanOrEqual', 'greaterThanOrEqual'],
  ['LessThanOrEqual', 'lessThanOrEqual'],
];
const textOperatorNames: typeof operatorNames = [
  ['Contains', 'containsText'],
  ['NotContains', 'notContains'],
  ['BeginsWith', 'beginsWith'],
  ['EndsWith', 'endsWith'],
];

function toFile(names: typeof operatorNames, value: Json | undefined): string {
  const office = asOneOf(
    value,
    names.map(([name]) => name),
  );
  return names.find(([name]) => name === office)?.[1] ?? '';
}

function toOffice(names: typeof operatorNames, file: string): string {
  return names.find(([, name]) => name === file)?.[0] ?? names[0]?.[0] ?? '';
}

export const customFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('CustomConditionalFormat', {
  navigate: {
    Rule: (ref) => ruleClass.of(ref),
    Format: (ref) => conditionalRangeFormatClass.of(ref),
  },
});

const ruleClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalFormatRule', {
  get: { Formula: (ref) => withEquals(currentRule(ref, 'custom').formula) },
  set: { Formula: (ref, value) => changeRule(ref, { ...currentRule(ref, 'custom'), formula: withoutEquals(value) }) },
});

export const cellValueFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('CellValueConditionalFormat', {
  get: {
    Rule: (ref) => {
      const { operator, formula1, formula2 } = currentRule(ref, 'cellValue');
      return {
        operator: toOffice(operatorNames, operator),
        formula1: withEquals(formula1),
        ...(formula2 === undefined ? {} : { formula2: withEquals(formula2) }),
      };
    },
  },
  set: {
    Rule: (ref, value) => {
      const { operator, formula1, formula2 } = object(value);
      const { type, format } = currentRule(ref, 'cellValue');
      changeRule(ref, {
        type,
        format,
        operator: toFile(operatorNames, operator),
        formula1: withoutEquals(formula1),
        ...(formula2 === undefined || formula2 === null ? {} : { formula2: withoutEquals(formula2) }),
      });
    },
  },
  navigate: { Format: (ref) => conditionalRangeFormatClass.of(ref) },
});

export const textFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('TextConditionalFormat', {
  get: {
    Rule: (ref) => {
      const { operator, text } = currentRule(ref, 'containsText');
      return { operator: toOffice(textOperatorNames, operator), text };
    },
  },
  set: {
    Rule: (ref, value) => {
      const { operator, text } = object(value);
      changeRule(ref, {
        ...currentRule(ref, 'containsText'),
        operator: toFile(textOperatorNames, operator),
        text: asText(text),
      });
    },
  },
  navigate: { Format: (ref) => conditionalRangeFormatClass.of(ref) },
});

export const dataBarFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('DataBarConditionalFormat', {
  get: { ShowDataBarOnly: (ref) => !currentRule(ref, 'dataBar').showValue },
  set: {
    ShowDataBarOnly: (ref, value) => changeRule(ref, { ...currentRule(ref, 'dataBar'), showValue: !asFlag(value) }),
  },
  navigate: { PositiveFormat: (ref) => positiveBarClass.of(ref) },
});

const positiveBarClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalDataBarPositiveFormat', {
  get: { FillColor: (ref) => currentRule(ref, 'dataBar').color },
  set: { FillColor: (ref, value) => changeRule(ref, { ...currentRule(ref, 'dataBar'), color: asColor(value) }) },
});

const iconCounts = { Three: '3', Four: '4', Five: '5' } as const;

/** `ThreeTrafficLights1` ↔ `3TrafficLights1`. */
function iconsToFile(name: string): string {
  return name.replace(/^(Three|Four|Five)/, (count) => iconCounts[count as keyof typeof iconCounts]);
}

function iconsToOffice(name: string): string {
  const count = Object.entries(iconCounts).find(([, digit]) => name.startsWith(digit))?.[0];
  return count === undefined ? name : count + name.slice(1);
}

const thresholdTypes: typeof operatorNames = [
  ['Number', 'num'],
  ['Percent', 'percent'],
  ['Percentile', 'percentile'],
  ['Formula', 'formula'],
];

function setCriteria(ref: FormatRef, value: Json): void {
  if (!Array.isArray(value)) throw invalidArgument();
  const thresholds = (value as readonly Json[]).map((entry, index) => {
    const criterion = isJsonObject(entry) ? entry : {};
    if (index === 0 && criterion.formula === undefined) return { type: 'percent', value: '0' };
    return {
      type: toFile(thresholdTypes, criterion.type),
      value: withoutEquals(criterion.formula),
      strict: criterion.operator === 'GreaterThan',
    };
  });
  changeRule(ref, { ...currentRule(ref, 'iconSet'), thresholds });
}

export const iconSetFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('IconSetConditionalFormat', {
  get: {
    Style: (ref) => iconsToOffice(currentRule(ref, 'iconSet').icons),
    ReverseIconOrder: (ref) => currentRule(ref, 'iconSet').reverse,
    ShowIconOnly: (ref) => !currentRule(ref, 'iconSet').showValue,
    Criteria: (ref) =>
      currentRule(ref, 'iconSet').thresholds.map(({ type, value, strict }) => ({
        type: toOffice(thresholdTypes, type),
        formula: withEquals(value),
        operator: strict ? 'GreaterThan' : 'GreaterThanOrEqual',
      })),
  },
  set: {
    Style: (ref, value) => changeRule(ref, { ...currentRule(ref, 'iconSet'), icons: iconsToFile(asText(value)) }),
    ReverseIconOrder: (ref, value) => changeRule(ref, { ...currentRule(ref, 'iconSet'), reverse: asFlag(value) }),
    ShowIconOnly: (ref, value) => changeRule(ref, { ...currentRule(ref, 'iconSet'), showValue: !asFlag(value) }),
    Criteria: setCriteria,
  },
});

function formatted(ref: FormatRef): Formatted {
  const { rule } = currentFormat(ref);
  if ('format' in rule) return rule;
  throw itemNotFound();
}

function changeFormat(ref: FormatRef, patch: StylePatch): void {
  const rule = formatted(ref);
  const font = patch.font || rule.format.font ? { font: { ...rule.format.font, ...patch.font } } : {};
  const borders = patch.borders || rule.format.borders ? { borders: { ...rule.format.borders, ...patch.borders } } : {};
  changeRule(ref, { ...rule, format: { ...rule.format, ...patch, ...font, ...borders } });
}

const conditionalRangeFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalRangeFormat', {
  get: { NumberFormat: (ref) => formatted(ref).format.numberFormat ?? null },
  set: { NumberFormat: (ref, value) => changeFormat(ref, { numberFormat: asText(value) }) },
  navigate: {
    Font: (ref) => fontClass.of(ref),
    Fill: (ref) => fillClass.of(ref),
    Borders: (ref) => borderCollectionClass.of(ref),
  },
});

const fontClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalRangeFont', {
  get: {
    Bold: (ref) => formatted(ref).format.font?.bold ?? null,
    Italic: (ref) => formatted(ref).format.font?.italic ?? null,
    Strikethrough: (ref) => formatted(ref).format.font?.strikethrough ?? null,
    Underline: (ref) => formatted(ref).format.font?.underline ?? 'None',
    Color: (ref) => formatted(ref).format.font?.color ?? '',
  },
  set: {
    Bold: (ref, value) => changeFormat(ref, { font: { bold: asFlag(value) } }),
    Italic: (ref, value) => changeFormat(ref, { font: { italic: asFlag(value) } }),
    Strikethrough: (ref, value) => changeFormat(ref, { font: { strikethrough: asFlag(value) } }),
    Underline: (ref, value) =>
      changeFormat(ref, { font: { underline: asOneOf(value, ['None', 'Single', 'Double'] as const) } }),
    Color: (ref, value) => changeFormat(ref, { font: { color: asColor(value) } }),
  },
});

const fillClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalRangeFill', {
  get: { Color: (ref) => formatted(ref).format.fill ?? '' },
  set: { Color: (ref, value) => changeFormat(ref, { fill: asColorOrNone(value) }) },
  call: { Clear: (ref) => changeFormat(ref, { fill: null }) },
});

const edges = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;

interface EdgeRef {
  readonly format: FormatRef;
  readonly side: keyof typeof edges;
}

const borderCollectionClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalRangeBorderCollection', {
  get: { Count: () => Object.keys(edges).length },
  items: (format) => (Object.keys(edges) as EdgeRef['side'][]).map((side) => borderClass.of({ format, side })),
  item: (format, args) => {
    const side = asOneOf(args.raw(0), Object.keys(edges) as EdgeRef['side'][]);
    return borderClass.of({ format, side });
  },
  navigate: {
    Top: (format) => borderClass.of({ format, side: 'EdgeTop' }),
    Bottom: (format) => borderClass.of({ format, side: 'EdgeBottom' }),
    Left: (format) => borderClass.of({ format, side: 'EdgeLeft' }),
    Right: (format) => borderClass.of({ format, side: 'EdgeRight' }),
  },
});

function edgeOf({ format, side }: EdgeRef) {
  return formatted(format).format.borders?.[edges[side]] ?? null;
}

function changeEdge(ref: EdgeRef, change: Parameters<typeof changeBorder>[1]): void {
  const edge: BorderEdge = edges[ref.side];
  changeFormat(ref.format, { borders: { [edge]: changeBorder(edgeOf(ref), change) } });
}

const borderClass: ClassDefinition<EdgeRef> = define<EdgeRef>('ConditionalRangeBorder', {
  identity: ({ side }) => ({ Id: side }),
  get: {
    SideIndex: ({ side }) => side,
    Style: (ref) => styleOf(edgeOf(ref)),
    Color: (ref) => edgeOf(ref)?.color ?? '',
  },
  set: {
    Style: (ref, style) => changeEdge(ref, { style }),
    Color: (ref, color) => changeEdge(ref, { color }),
  },
});
