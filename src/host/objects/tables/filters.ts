import { HostError } from '../../errors';
import type { Rect, Sheet, Table, TableFilter } from '../../model';
import type { JsonObject } from '../../wire/protocol';
import { filterSheet } from '../../model/tables/filter';
import { intersects, sameRect } from '../../model/geometry/rect';
import { criteriaOf, filterOf } from './criteria';
import { rangeAt, type RangeRef } from '../range/ref';
import { invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { define, type ClassDefinition } from '../define';

/** The filters of a table or of a sheet, as `AutoFilter` and `Filter` see them. */
export interface FilterTarget {
  readonly sheet: Sheet;
  /** The filtered area with its header; null where there is no filter. */
  readonly rect: Rect | null;
  readonly filters: readonly TableFilter[];
  /** Makes the range the filtered one, where that may be chosen. */
  readonly over: (range: RangeRef) => void;
  readonly apply: (filter: TableFilter) => void;
  readonly clear: () => void;
  /** Takes the filter itself away. */
  readonly remove: () => void;
}

/** What `table.autoFilter` and a column's `filter` work on. */
export function tableFilters(table: Table): FilterTarget {
  return {
    sheet: table.sheet,
    // Asked each time: a path is walked once a request, and the filters may change in between.
    get rect() {
      return table.showFilterButton ? table.rect : null;
    },
    get filters() {
      return table.filters;
    },
    // A table is filtered where it stands, whatever range is named.
    over: () => undefined,
    apply: (filter) => table.setFilter(filter),
    clear: () => table.clearFilters(),
    remove: () => {
      table.clearFilters();
      table.change({ showFilterButton: false });
    },
  };
}

function apply(target: FilterTarget, args: Arguments): void {
  target.over(args.object(0, rangeClass) ?? rangeAt(target.sheet, args.text(0)));
  const { rect } = target;
  if (rect === null) throw new HostError('InvalidOperation', 'There is no filter here to set.');
  const column = args.optionalInteger(1);
  if (column === undefined) return;
  if (column < 0 || column >= rect.columns) throw invalidArgument();
  target.apply({ column, ...filterOf(args.json(2)) });
}

/** The filter of the cells of a sheet that are no table. */
export function sheetFilters(sheet: Sheet): FilterTarget {
  const change = (filters: readonly TableFilter[]): void => {
    if (sheet.autoFilter) filterSheet(sheet, { rect: sheet.autoFilter.rect, filters });
  };
  const filters = (): readonly TableFilter[] => sheet.autoFilter?.filters ?? [];
  return {
    sheet,
    get rect() {
      return sheet.autoFilter?.rect ?? null;
    },
    get filters() {
      return filters();
    },
    over: (range) => {
      if (range.sheet !== sheet) throw invalidArgument();
      const { rect } = range;
      if (sheet.tables.some((table) => intersects(table.rect, rect))) throw invalidArgument();
      if (!sheet.autoFilter || !sameRect(sheet.autoFilter.rect, rect)) filterSheet(sheet, { rect, filters: [] });
    },
    apply: (filter) => change([...filters().filter(({ column }) => column !== filter.column), filter]),
    clear: () => change([]),
    remove: () => filterSheet(sheet, null),
  };
}

/** Tests the rows again: they may have changed since. */
export function reapply(target: FilterTarget): void {
  for (const filter of target.filters) target.apply(filter);
}

function clearColumn(target: FilterTarget, column: number): void {
  const others = target.filters.filter((filter) => filter.column !== column);
  target.clear();
  for (const filter of others) target.apply(filter);
}

export const autoFilterClass: ClassDefinition<FilterTarget> = define<FilterTarget>('AutoFilter', {
  since: { ClearColumnCriteria: '1.14' },
  get: {
    Enabled: ({ rect }) => rect !== null,
    IsDataFiltered: ({ filters }) => filters.length > 0,
    Criteria: ({ rect, filters }) =>
      rect === null
        ? []
        : Array.from({ length: rect.columns }, (_, index) =>
            criteriaOf(filters.find(({ column }) => column === index)),
          ),
  },
  call: {
    Apply: apply,
    ClearCriteria: (target) => target.clear(),
    Reapply: reapply,
    Remove: (target) => target.remove(),
    ClearColumnCriteria: (target, args) => clearColumn(target, args.integer(0)),
    GetRange: ({ sheet, rect }) => {
      if (!rect) throw itemNotFound();
      return rangeClass.of({ sheet, rect });
    },
    GetRangeOrNullObject: ({ sheet, rect }) => rect && rangeClass.of({ sheet, rect }),
  },
});

interface ColumnFilter {
  readonly target: FilterTarget;
  readonly column: number;
}

const by = (criteria: (args: Arguments) => JsonObject) => (ref: ColumnFilter, args: Arguments) =>
  ref.target.apply({ column: ref.column, ...filterOf(criteria(args)) });

const first = (filterOn: string) => by((args) => ({ filterOn, criterion1: String(args.integer(0)) }));

/** `applyXxxFilter`: shorter ways to say the criteria of `apply`. */
const appliers = {
  ApplyValuesFilter: by((args) => ({ filterOn: 'Values', values: args.json(0) })),
  ApplyTopItemsFilter: first('TopItems'),
  ApplyBottomItemsFilter: first('BottomItems'),
  ApplyTopPercentFilter: first('TopPercent'),
  ApplyBottomPercentFilter: first('BottomPercent'),
  ApplyCellColorFilter: by((args) => ({ filterOn: 'CellColor', color: args.text(0) })),
  ApplyFontColorFilter: by((args) => ({ filterOn: 'FontColor', color: args.text(0) })),
  ApplyDynamicFilter: by((args) => ({ filterOn: 'Dynamic', dynamicCriteria: args.text(0) })),
  ApplyCustomFilter: by((args) => ({
    filterOn: 'Custom',
    criterion1: args.text(0),
    criterion2: args.optionalText(1) ?? null,
    operator: args.optionalText(2) ?? null,
  })),
};

export const filterClass: ClassDefinition<ColumnFilter> = define<ColumnFilter>('Filter', {
  get: {
    Criteria: ({ target, column }) => {
      const filter = target.filters.find((candidate) => candidate.column === column);
      return filter ? criteriaOf(filter) : null;
    },
  },
  call: {
    Apply: ({ target, column }, args) => target.apply({ column, ...filterOf(args.json(0)) }),
    ...appliers,
    Clear: ({ target, column }) => clearColumn(target, column),
  },
});
