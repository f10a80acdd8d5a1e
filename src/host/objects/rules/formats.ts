import { HostError } from '../../errors';
import type { ConditionalFormat, ConditionalRule, StylePatch } from '../../model';
import { intersects } from '../../model/geometry/rect';
import type { Json } from '../../wire/protocol';
import { asFlag, asInteger, asOneOf, itemNotFound, type Arguments } from '../arguments';
import { rangeClass, areasClass, conditionalFormatCollectionClass } from '../classes';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import {
  cellValueFormatClass,
  customFormatClass,
  dataBarFormatClass,
  iconSetFormatClass,
  textFormatClass,
} from './rules';
import { currentFormat, currentRule, type FormatRef } from './ref';
import { isUnbounded, type RangeRef } from '../range/ref';

const noFormat: StylePatch = {};

/** What a format of each kind is before its properties are set. */
const fresh: Readonly<Record<string, ConditionalRule>> = {
  Custom: { type: 'custom', formula: '', format: noFormat },
  CellValue: { type: 'cellValue', operator: 'between', formula1: '', format: noFormat },
  ContainsText: { type: 'containsText', operator: 'containsText', text: '', format: noFormat },
  DataBar: { type: 'dataBar', color: '#638EC6', showValue: true },
  IconSet: {
    type: 'iconSet',
    icons: '3TrafficLights1',
    thresholds: [
      { type: 'percent', value: '0' },
      { type: 'percent', value: '33' },
      { type: 'percent', value: '67' },
    ],
    showValue: true,
    reverse: false,
  },
};

const typeNames: Readonly<Record<ConditionalRule['type'], string>> = {
  custom: 'Custom',
  cellValue: 'CellValue',
  containsText: 'ContainsText',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
};

const allTypes = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

function list({ sheet, rect }: RangeRef): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.all.filter(({ rects }) => rects.some((area) => intersects(area, rect)));
}

function find(range: RangeRef, args: Arguments): HostObject | null {
  const id = args.key(0);
  return list(range).some((format) => format.id === id) ? conditionalFormatClass.of({ sheet: range.sheet, id }) : null;
}

function add({ sheet, rect }: RangeRef, args: Arguments): HostObject {
  const type = asOneOf(args.raw(0), allTypes);
  const rule = fresh[type];
  if (!rule) {
    throw new HostError(
      'NotImplemented',
      `The embedded Excel host has no conditional formats of type ${type}.`,
      `ConditionalFormatType.${type}`,
    );
  }
  return conditionalFormatClass.of({ sheet, id: sheet.conditionalFormats.add(rect, rule).id });
}

conditionalFormatCollectionClass.answers({
  since: { GetItemOrNullObject: '1.14' },
  items: (range) => list(range).map(({ id }) => conditionalFormatClass.of({ sheet: range.sheet, id })),
  item: find,
  call: {
    Add: add,
    ClearAll: (range) => {
      const whole = isUnbounded(range.rect) && list(range).length === range.sheet.conditionalFormats.all.length;
      if (whole) range.sheet.conditionalFormats.clear();
      else range.sheet.conditionalFormats.clear(range.rect);
    },
    GetCount: (range) => list(range).length,
    GetItemAt: (range, args) => {
      const format = list(range)[args.integer(0)];
      if (!format) throw itemNotFound();
      return conditionalFormatClass.of({ sheet: range.sheet, id: format.id });
    },
    GetItemOrNullObject: find,
  },
});

/** The two ways to a rule: one fails where the format is of another type, one is a null object. */
function ways(name: string, type: ConditionalRule['type'], definition: () => ClassDefinition<FormatRef>) {
  return {
    [name]: (ref: FormatRef) => {
      currentRule(ref, type);
      return definition().of(ref);
    },
    [`${name}OrNullObject`]: (ref: FormatRef) => (currentFormat(ref).rule.type === type ? definition().of(ref) : null),
  };
}

const conditionalFormatClass: ClassDefinition<FormatRef> = define<FormatRef>('ConditionalFormat', {
  identity: ({ id }) => ({ Id: id }),
  get: {
    Id: ({ id }) => id,
    Type: (ref) => typeNames[currentFormat(ref).rule.type],
    Priority: (ref) => currentFormat(ref).priority,
    StopIfTrue: (ref) => currentFormat(ref).stopIfTrue,
  },
  set: {
    Priority: (ref, value: Json) => ref.sheet.conditionalFormats.change(ref.id, { priority: asInteger(value) }),
    StopIfTrue: (ref, value: Json) => ref.sheet.conditionalFormats.change(ref.id, { stopIfTrue: asFlag(value) }),
  },
  navigate: {
    ...ways('Custom', 'custom', () => customFormatClass),
    ...ways('CellValue', 'cellValue', () => cellValueFormatClass),
    ...ways('TextComparison', 'containsText', () => textFormatClass),
    ...ways('DataBar', 'dataBar', () => dataBarFormatClass),
    ...ways('IconSet', 'iconSet', () => iconSetFormatClass),
  },
  call: {
    Delete: ({ sheet, id }) => sheet.conditionalFormats.remove(id),
    GetRange: (ref) => {
      const [first, ...others] = currentFormat(ref).rects;
      if (!first || others.length > 0) throw itemNotFound();
      return rangeClass.of({ sheet: ref.sheet, rect: first });
    },
    GetRanges: (ref) => areasClass.of(currentFormat(ref).rects.map((rect) => ({ sheet: ref.sheet, rect }))),
  },
});
