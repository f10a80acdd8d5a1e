import { MAX_COLUMNS, MAX_ROWS } from '../../model';
import { printRect, quoteSheetName } from '../../model/geometry/address';
import { intersection, isWholeColumns, isWholeRows } from '../../model/geometry/rect';
import { invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass, worksheetClass, areasClass } from '../classes';
import { borderOf, rangeBorderClass, rangeBorderCollectionClass, restyledTogether as linesTogether } from './borders';
import { ClassDefinition, define, type ClassTable } from '../define';
import type { CallContext } from '../host-object';
import {
  fillPatches,
  fontPatches,
  formatPatches,
  formatProtectionClass,
  protectionPatches,
  rangeFillClass,
  rangeFontClass,
  rangeFormatClass,
  restyledTogether,
  setRowHeights,
} from './format';
import { agreed, isAlive, rangeOf, type Areas, type RangeRef } from './ref';
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
    Format: (areas) => formats.of(areas),
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
      areasClass.of(
        areas.map(({ sheet, rect: { row, rows } }) => rangeOf(sheet, { row, column: 0, rows, columns: MAX_COLUMNS })),
      ),
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
  const shared: RangeRef[] = [];
  for (const { sheet, rect } of areas) {
    const part = intersection(rect, range.rect);
    if (part) shared.push({ sheet, rect: part });
  }
  return shared.length > 0 ? shared : null;
}

/**
 * A class whose objects stand for those of another class, one of each of several ranges: what is set is set in all, what is
 * read is null where they differ. `own` is what it answers otherwise: what leads on, what is quicker set for all than for each.
 */
function together<T>(
  { name, table }: ClassDefinition<T>,
  own: ClassTable<readonly T[]>,
): ClassDefinition<readonly T[]> {
  return new ClassDefinition<readonly T[]>(name).answers({
    ...own,
    get: mapped(table.get, (read) => (all, context) => agreed(all.map((each) => read(each, context)))),
    set: {
      ...mapped(table.set, (set) => (all: readonly T[], value: Json, context: CallContext) => {
        for (const each of all) set(each, value, context);
      }),
      ...own.set,
    },
  });
}

function mapped<A, B>(members: Readonly<Record<string, A>> | undefined, map: (member: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [name, map(member)]));
}

const fonts = together(rangeFontClass, { restyle: restyledTogether(fontPatches) });
const fills = together(rangeFillClass, { restyle: restyledTogether(fillPatches) });
const protections = together(formatProtectionClass, { restyle: restyledTogether(protectionPatches) });
const borders = together(rangeBorderClass, { restyle: linesTogether });
const borderCollections = together(rangeBorderCollectionClass, {
  item: (areas, args) => borders.of(areas.map((area) => borderOf(area, args.raw(0)))),
});
const formats = together(rangeFormatClass, {
  restyle: restyledTogether(formatPatches),
  set: { RowHeight: setRowHeights },
  navigate: {
    Font: (areas) => fonts.of(areas),
    Fill: (areas) => fills.of(areas),
    Borders: (areas) => borderCollections.of(areas),
    Protection: (areas) => protections.of(areas),
  },
});

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
