import { printRect, quoteSheetName } from '../model/address';
import { itemNotFound } from './arguments';
import { define, type ClassDefinition } from './define';
import { rangeClass } from './range';
import { isAlive, type RangeRef } from './range-ref';
import { worksheetClass } from './worksheet';

/** Several ranges of one sheet; never empty. */
export type Areas = readonly RangeRef[];

function address(areas: Areas): string {
  return areas.map(({ sheet, rect }) => `${quoteSheetName(sheet.name)}!${printRect(rect)}`).join(',');
}

export const areasClass: ClassDefinition<Areas> = define<Areas>('RangeAreas', {
  kept: true,
  alive: ([first]) => first !== undefined && isAlive(first.sheet),
  get: {
    Address: address,
    AddressLocal: address,
    AreaCount: (areas) => areas.length,
    CellCount: (areas) => areas.reduce((count, { rect }) => count + rect.rows * rect.columns, 0),
  },
  navigate: {
    Areas: (areas) => areaCollectionClass.of(areas),
    Worksheet: ([first]) => (first ? worksheetClass.of(first.sheet) : null),
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
