import { HostError } from '../../errors';
import type { Rect, Sheet, Table, TableFilter } from '../../model';
import type { Json, JsonObject } from '../../wire/protocol';
import { asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { define, isJsonObject, type ClassDefinition } from '../define';

/** The filters of a table or of a sheet, as `AutoFilter` and `Filter` see them. */
export interface FilterTarget {
  readonly sheet: Sheet;
  /** The filtered area with its header; null where there is no filter. */
  readonly rect: Rect | null;
  readonly filters: readonly TableFilter[];
  readonly apply: (filter: TableFilter) => void;
  readonly clear: () => void;
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
    apply: (filter) => table.setFilter(filter),
    clear: () => table.clearFilters(),
  };
}

function criteriaOf(filter: TableFilter | undefined): JsonObject {
  if (!filter) return { filterOn: 'Custom' };
  return filter.values ? { filterOn: 'Values', values: [...filter.values] } : { filterOn: 'Custom' };
}

/** Only lists of values: the host hides no rows by other conditions. */
function valuesOf(criteria: Json): readonly string[] {
  if (!isJsonObject(criteria)) throw invalidArgument();
  const on = asOneOf(criteria.filterOn, [
    'Values',
    'Custom',
    'Dynamic',
    'TopItems',
    'BottomItems',
    'TopPercent',
    'BottomPercent',
    'CellColor',
    'FontColor',
    'Icon',
  ]);
  const { values } = criteria;
  if (on !== 'Values') {
    throw new HostError(
      'NotImplemented',
      `The embedded Excel host filters by values only, not by ${on}.`,
      'AutoFilter.apply',
    );
  }
  if (!Array.isArray(values)) throw invalidArgument();
  return (values as readonly Json[]).map(asText);
}

function apply(target: FilterTarget, args: Arguments): void {
  if (target.rect === null) throw new HostError('InvalidOperation', 'There is no filter here to set.');
  const column = args.optionalInteger(1);
  if (column === undefined) return;
  if (column < 0 || column >= target.rect.columns) throw invalidArgument();
  target.apply({ column, values: valuesOf(args.json(2)) });
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

export const filterClass: ClassDefinition<ColumnFilter> = define<ColumnFilter>('Filter', {
  get: {
    Criteria: ({ target, column }) => {
      const filter = target.filters.find((candidate) => candidate.column === column);
      return filter ? criteriaOf(filter) : null;
    },
  },
  call: {
    Apply: ({ target, column }, args) => target.apply({ column, values: valuesOf(args.json(0)) }),
    ApplyValuesFilter: ({ target, column }, args) =>
      target.apply({ column, values: valuesOf({ filterOn: 'Values', values: args.json(0) }) }),
    Clear: ({ target, column }) => clearColumn(target, column),
  },
});
