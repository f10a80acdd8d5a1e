import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../model';
import { printRect, quoteSheetName } from '../../model/geometry/address';
import { intersection, isWholeColumns, isWholeRows } from '../../model/geometry/rect';
import { invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass, worksheetClass, areasClass } from '../classes';
import { rangeBorderClass, rangeBorderCollectionClass } from './borders';
import { ClassDefinition, define } from '../define';
import type { CallContext, HostObject, Restyling } from '../host-object';
import { formatProtectionClass, rangeFillClass, rangeFontClass, rangeFormatClass, setRowHeights } from './format';
import { agreed, isAlive, rangeOf, type Areas } from './ref';
import { clear } from './clear';
import { usedPart } from './shape';
import { requiredSpecial, special } from './special';
import type { Json } from '../../wire/protocol';

function address(areas: Areas): string {
  return areas.map(({ sheet, rect }) => `${quoteSheetName(sheet.name)}!${printRect(rect)}`).join(',');
}

areasClass.answers({
  kept: true,
  alive: ([first]) => first !== undefined && isAlive(first.sheet),
  get: {
    Address: address,
    AddressLocal: address,
    AreaCount: (areas) => areas.length,
    IsEntireColumn: (areas) => areas.every(({ rect }) => isWholeColumns(rect)),
    IsEntireRow: (areas) => areas.every(({ rect }) => isWholeRows(rect)),
    CellCount: (areas) => areas.reduce((count, { rect }) => count + rect.rows * rect.columns, 0),
  },
  navigate: {
    Areas: (areas) => areaCollectionClass.of(areas),
    Format: (areas) => formats.of(areas.map((area) => rangeFormatClass.of(area))),
    Worksheet: ([first]) => (first ? worksheetClass.of(first.sheet) : null),
  },
  call: {
    GetOffsetRangeAreas: (areas, args) => {
      const [rows, columns] = [args.integer(0), args.integer(1)];
      const moved = areas.map(({ sheet, rect }) =>
        rangeOf(sheet, { ...rect, row: rect.row + rows, column: rect.column + columns }),
      );
      return areasClass.of(moved);
    },
    GetEntireColumn: (areas) =>
      areasClass.of(areas.map(({ sheet, rect }) => rangeOf(sheet, { ...rect, row: 0, rows: MAX_ROWS }))),
    GetSpecialCells: requiredSpecial,
    GetSpecialCellsOrNullObject: special,
    GetUsedRangeAreas: (areas, args) => {
      const used = usedAreas(areas, args);
      if (!used) throw itemNotFound();
      return areasClass.of(used);
    },
    GetUsedRangeAreasOrNullObject: (areas, args) => {
      const used = usedAreas(areas, args);
      return used && areasClass.of(used);
    },
    Calculate: ([first]) => first?.sheet.workbook.recalculate(),
    Clear: (areas, args) => {
      for (const area of areas) clear(area, args);
    },
    GetEntireRow: (areas) =>
      areasClass.of(areas.map(({ sheet, rect }) => rangeOf(sheet, { ...rect, column: 0, columns: MAX_COLUMNS }))),
    GetIntersection: (areas, args) => {
      const shared = intersectionOf(areas, args);
      if (!shared) throw itemNotFound();
      return areasClass.of(shared);
    },
    GetIntersectionOrNullObject: (areas, args) => {
      const shared = intersectionOf(areas, args);
      return shared && areasClass.of(shared);
    },
  },
});

/** What is used of each area; null where nothing is. */
function usedAreas(areas: Areas, args: Arguments): Areas | null {
  const used = areas.flatMap((area) => {
    const rect = usedPart(area, args.flag(0));
    return rect ? [{ sheet: area.sheet, rect }] : [];
  });
  return used.length > 0 ? used : null;
}

/** The parts of areas inside a range; null where there is none. */
function intersectionOf(areas: Areas, args: Arguments): Areas | null {
  const range = args.object(0, rangeClass);
  if (!range || areas.some(({ sheet }) => sheet !== range.sheet)) throw invalidArgument();
  const shared = areas.flatMap(({ sheet, rect }) => {
    const part = intersection(rect, range.rect);
    return part ? [rangeOf(sheet, part)] : [];
  });
  return shared.length > 0 ? shared : null;
}

/** The same object of each of several ranges: what is set is set in all, what is read is null where they differ. */
type Together = readonly HostObject[];

/**
 * A class that stands for several objects of another; `parts` are those of its navigations that lead on, `atOnce` what
 * is quicker set for all than for each.
 */
function together<T>(
  { name, table }: ClassDefinition<T>,
  parts: Readonly<Record<string, ClassDefinition<Together>>> = {},
  item?: ClassDefinition<Together>,
  atOnce: Readonly<Record<string, (objects: Together, value: Json) => void>> = {},
): ClassDefinition<Together> {
  const members = <V>(named: object | undefined, make: (member: string) => V): Record<string, V> =>
    Object.fromEntries(Object.keys(named ?? {}).map((member) => [member, make(member)]));
  return new ClassDefinition<Together>(name).answers({
    get: members(table.get, (member) => (objects, context) => agreed(objects.map((each) => each.get(member, context)))),
    set: {
      ...members(table.set, (member) => (objects: Together, value: Json, context: CallContext) => {
        for (const each of objects) each.set(member, value, context);
      }),
      ...atOnce,
    },
    restyle: members(table.restyle, (member) => (objects, value, waiting) => {
      const rects: Rect[] = [];
      let first: Restyling | undefined;
      for (const each of objects) {
        const change = each.restyling(member, value, first ? undefined : waiting);
        first ??= change;
        // What differs from one to the other is set one by one.
        if (change?.patch !== first?.patch) return undefined;
        if (change) rects.push(...change.rects);
      }
      return first && { ...first, rects };
    }),
    navigate: members(parts, (member) => (objects, context) => {
      const reached = objects.flatMap((each) => each.navigate(member, context) ?? []);
      return parts[member]?.of(reached) ?? null;
    }),
    ...(item && {
      item: (objects, args, context) => item.of(objects.flatMap((each) => each.item(args.values, context) ?? [])),
    }),
  });
}

const formats = together(
  rangeFormatClass,
  {
    Font: together(rangeFontClass),
    Fill: together(rangeFillClass),
    Borders: together(rangeBorderCollectionClass, {}, together(rangeBorderClass)),
    Protection: together(formatProtectionClass),
  },
  undefined,
  {
    RowHeight: (objects, value) =>
      setRowHeights(
        objects.flatMap((each) => rangeFormatClass.unwrap(each) ?? []),
        value,
      ),
  },
);

const areaCollectionClass: ClassDefinition<Areas> = define<Areas>('RangeCollection', {
  items: (areas) => areas.map((area) => rangeClass.of(area)),
  call: {
    GetCount: (areas) => areas.length,
    GetItemAt: (areas, args) => {
      const area = areas[args.integer(0)];
      if (!area) throw itemNotFound();
      return rangeClass.of(area);
    },
  },
});
