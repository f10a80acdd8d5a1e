import type { HorizontalAlignment, Style, StylePatch, VerticalAlignment } from '../../model';
import { MAX_ROW_HEIGHT } from '../../model';
import { isWholeColumns } from '../../model/geometry/rect';
import { asFlag, asInteger, asNumber, asOneOf, asText, invalidArgument } from '../arguments';
import { rangeBorderCollectionClass } from './borders';
import { asColor, asColorOrNone } from './colors';
import { define, type ClassDefinition } from '../define';
import type { Restyling } from '../host-object';
import { agreed, uniform, type Areas, type RangeRef } from './ref';
import type { Json } from '../../wire/protocol';

const horizontalAlignments: readonly HorizontalAlignment[] = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
];
const verticalAlignments: readonly VerticalAlignment[] = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const underlines: readonly Style['font']['underline'][] = [
  'None',
  'Single',
  'Double',
  'SingleAccountant',
  'DoubleAccountant',
];

const MAX_COLUMN_WIDTH_CHARACTERS = 255;
const MAX_FONT_SIZE = 409;

/** The scalar properties of `RangeFormat`, `RangeFont`… as patches of a style: shared with `setCellProperties`. */
export const formatPatches: Readonly<Record<string, (value: Json) => StylePatch>> = {
  WrapText: (value) => ({ wrap: asFlag(value) }),
  HorizontalAlignment: (value) => ({ horizontal: asOneOf(value, horizontalAlignments) }),
  VerticalAlignment: (value) => ({ vertical: asOneOf(value, verticalAlignments) }),
  TextOrientation: (value) => ({ rotation: asInteger(value) }),
  ShrinkToFit: (value) => ({ shrink: asFlag(value) }),
  IndentLevel: (value) => {
    const indent = asInteger(value);
    if (indent < 0 || indent > 250) throw invalidArgument();
    return { indent };
  },
};

export const fontPatches: Readonly<Record<string, (value: Json) => StylePatch>> = {
  Name: (value) => ({ font: { name: asText(value) } }),
  Size: (value) => {
    const size = asNumber(value);
    if (size < 1 || size > MAX_FONT_SIZE) throw invalidArgument();
    return { font: { size } };
  },
  Color: (value) => ({ font: { color: asColor(value) } }),
  Bold: (value) => ({ font: { bold: asFlag(value) } }),
  Italic: (value) => ({ font: { italic: asFlag(value) } }),
  Underline: (value) => ({ font: { underline: asOneOf(value, underlines) } }),
  Strikethrough: (value) => ({ font: { strikethrough: asFlag(value) } }),
};

export const fillPatches: Readonly<Record<string, (value: Json) => StylePatch>> = {
  Color: (value) => ({ fill: asColorOrNone(value) }),
};

export const protectionPatches: Readonly<Record<string, (value: Json) => StylePatch>> = {
  Locked: (value) => ({ locked: asFlag(value) }),
  FormulaHidden: (value) => ({ formulaHidden: asFlag(value) }),
};

/** What the same properties read, of one style. */
export const formatReaders = {
  WrapText: (style: Style) => style.wrap,
  HorizontalAlignment: (style: Style) => style.horizontal,
  VerticalAlignment: (style: Style) => style.vertical,
  TextOrientation: (style: Style) => style.rotation,
  ShrinkToFit: (style: Style) => style.shrink,
  IndentLevel: (style: Style) => style.indent,
} as const;

export const fontReaders = {
  Name: (style: Style) => style.font.name,
  Size: (style: Style) => style.font.size,
  Color: (style: Style) => style.font.color,
  Bold: (style: Style) => style.font.bold,
  Italic: (style: Style) => style.font.italic,
  Underline: (style: Style) => style.font.underline,
  Strikethrough: (style: Style) => style.font.strikethrough,
} as const;

export const fillReaders = { Color: (style: Style) => style.fill ?? '#FFFFFF' } as const;

const protectionReaders = {
  Locked: (style: Style) => style.locked,
  FormulaHidden: (style: Style) => style.formulaHidden,
} as const;

function getters(readers: Readonly<Record<string, (style: Style) => Json>>) {
  return mapped(readers, (read) => (range: RangeRef) => uniform(range, read));
}

type Patches = Readonly<Record<string, (value: Json) => StylePatch>>;

function styles(patches: Patches) {
  const made = remembered(patches);
  return {
    restyle: mapped(made, (patch) => ({ sheet, rect }: RangeRef, value: Json) => ({
      sheet,
      rects: [rect],
      patch: patch(value),
    })),
    set: mapped(
      made,
      (patch) =>
        ({ sheet, rect }: RangeRef, value: Json) =>
          sheet.styles.change(rect, patch(value)),
    ),
  };
}

/** As the `restyle` of these properties, of several ranges of one sheet together. */
export function restyledTogether(patches: Patches) {
  return mapped(remembered(patches), (patch) => (areas: Areas, value: Json): Restyling | undefined => {
    const [first] = areas;
    return first && { sheet: first.sheet, rects: areas.map(({ rect }) => rect), patch: patch(value) };
  });
}

/** One patch for one value, as for hundreds of ranges set together: the model recognises it by its identity. */
function remembered(patches: Patches): Patches {
  return mapped(patches, (make) => {
    let last: { readonly value: Json; readonly patch: StylePatch } | undefined;
    return (value: Json) => {
      if (last?.value !== value) last = { value, patch: make(value) };
      return last.patch;
    };
  });
}

function mapped<A, B>(members: Readonly<Record<string, A>>, map: (member: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, map(member)]));
}

function columnWidth({ sheet, rect }: RangeRef): number | null {
  return agreed(Array.from({ length: rect.columns }, (_, index) => sheet.columns.width(rect.column + index)));
}

function rowHeight({ sheet, rect }: RangeRef): number | null {
  if (!isWholeColumns(rect)) {
    return agreed(Array.from({ length: rect.rows }, (_, index) => sheet.rows.height(rect.row + index)));
  }
  return agreed([sheet.rows.defaultHeight, ...[...sheet.rows.all()].map(({ row }) => sheet.rows.height(row))]);
}

export function setRowHeight({ sheet, rect }: RangeRef, value: Json): void {
  sheet.rows.setHeight(rect.row, rect.rows, asRowHeight(value));
}

/** As `setRowHeight` for ranges of one sheet. */
export function setRowHeights(ranges: readonly RangeRef[], value: Json): void {
  ranges[0]?.sheet.rows.setHeights(
    ranges.map(({ rect }) => rect),
    asRowHeight(value),
  );
}

function asRowHeight(value: Json): number {
  const points = asNumber(value);
  if (points < 0 || points > MAX_ROW_HEIGHT) throw invalidArgument();
  return points;
}

export function setColumnWidth({ sheet, rect }: RangeRef, value: Json): void {
  const points = asNumber(value);
  // Excel counts to 255 characters of the default font, some 5.25 points each.
  if (points < 0 || points > MAX_COLUMN_WIDTH_CHARACTERS * 5.4) throw invalidArgument();
  sheet.columns.setWidth(rect.column, rect.columns, points);
}

export const rangeFormatClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeFormat', {
  settled: ['AutofitRows', 'AutofitColumns'],
  get: { ...getters(formatReaders), ColumnWidth: columnWidth, RowHeight: rowHeight },
  restyle: styles(formatPatches).restyle,
  set: {
    ...styles(formatPatches).set,
    ColumnWidth: setColumnWidth,
    RowHeight: setRowHeight,
    UseStandardHeight: ({ sheet, rect }, value) => {
      if (asFlag(value)) sheet.rows.setHeight(rect.row, rect.rows, null);
    },
    UseStandardWidth: ({ sheet, rect }, value) => {
      if (asFlag(value)) sheet.columns.setWidth(rect.column, rect.columns, sheet.columns.defaultWidth);
    },
  },
  navigate: {
    Font: (range) => rangeFontClass.of(range),
    Fill: (range) => rangeFillClass.of(range),
    Borders: (range) => rangeBorderCollectionClass.of(range),
    Protection: (range) => formatProtectionClass.of(range),
  },
  call: {
    AutofitRows: ({ sheet, rect }) => sheet.rows.autofit(rect),
    AutofitColumns: ({ sheet, rect }) => sheet.columns.autofit(rect),
  },
});

export const rangeFontClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeFont', {
  get: getters(fontReaders),
  ...styles(fontPatches),
});

export const rangeFillClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeFill', {
  get: getters(fillReaders),
  ...styles(fillPatches),
  call: { Clear: ({ sheet, rect }) => sheet.styles.change(rect, { fill: null }) },
});

export const formatProtectionClass: ClassDefinition<RangeRef> = define<RangeRef>('FormatProtection', {
  get: getters(protectionReaders),
  ...styles(protectionPatches),
});
