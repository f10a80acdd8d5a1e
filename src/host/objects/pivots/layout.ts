import { HostError } from '../../errors';
import { pivotLabels, type Pivot, type PivotDefinition, type Rect } from '../../model';
import { contains } from '../../model/geometry/rect';
import type { Json } from '../../wire/protocol';
import { asFlag, asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt } from '../range/ref';
import { pivotItemCollectionClass } from './fields';

function range({ sheet }: Pivot, rect: Rect): HostObject {
  if (rect.rows < 1 || rect.columns < 1) throw itemNotFound();
  return rangeClass.of({ sheet, rect });
}

/** Parts of the result, from the offsets that its layout gives. */
function parts(pivot: Pivot) {
  const { anchor, result } = pivot;
  const { body, firstDataRow, firstDataColumn } = result;
  const row = anchor.row + body.row;
  const column = anchor.column + body.column;
  return {
    all: { row, column, rows: body.rows, columns: body.columns },
    data: {
      row: row + firstDataRow,
      column: column + firstDataColumn,
      rows: body.rows - firstDataRow,
      columns: body.columns - firstDataColumn,
    },
    rowLabels: { row: row + firstDataRow, column, rows: body.rows - firstDataRow, columns: firstDataColumn },
    columnLabels: {
      row,
      column: column + firstDataColumn,
      rows: firstDataRow,
      columns: body.columns - firstDataColumn,
    },
    filters: { row: anchor.row, column: anchor.column, rows: pivot.definition.filters.length, columns: 2 },
  };
}

/** What Excel does, or worse, where a PivotTable has no figures to speak of (#2926). */
function refuseWithoutData(pivot: Pivot): void {
  if (pivot.definition.data.length > 0) return;
  throw new HostError('GeneralException', 'There was an internal error while processing the request.');
}

/** The items that a figure stands for, outermost first; there are none where it is a grand total (#2926). */
function itemsAt(pivot: Pivot, args: Arguments): HostObject {
  refuseWithoutData(pivot);
  const axis = asOneOf(args.raw(0), ['Unknown', 'Row', 'Column', 'Data', 'Filter'] as const);
  const { sheet, rect } = args.object(1, rangeClass) ?? rangeAt(pivot.sheet, args.text(1));
  const { data } = parts(pivot);
  const isRows = axis === 'Row';
  if (sheet !== pivot.sheet || !contains(data, rect.row, rect.column) || (!isRows && axis !== 'Column')) {
    throw invalidArgument();
  }
  const { rowLines, columnLines } = pivot.result;
  const line = isRows ? rowLines[rect.row - data.row] : columnLines[rect.column - data.column];
  if (!line || line.kind === 'grand') {
    throw new HostError('GeneralException', 'There was an internal error while processing the request.');
  }
  const fields = isRows ? pivot.definition.rows : pivot.definition.columns;
  const all = () =>
    line.items.map((position, level) => {
      const field = fields[level]!.field;
      return { pivot, field, label: pivotLabels(pivot, field)[position]! };
    });
  return pivotItemCollectionClass.of({ all });
}

const flag = (name: keyof PivotDefinition) => (pivot: Pivot, value: Json) => pivot.change({ [name]: asFlag(value) });
const text = (name: keyof PivotDefinition) => (pivot: Pivot, value: Json) => pivot.change({ [name]: asText(value) });

export const pivotLayoutClass: ClassDefinition<Pivot> = define<Pivot>('PivotLayout', {
  since: {
    AltTextTitle: '1.13',
    AltTextDescription: '1.13',
    EmptyCellText: '1.13',
    FillEmptyCells: '1.13',
    RepeatAllItemLabels: '1.13',
    ShowFieldHeaders: '1.13',
  },
  get: {
    LayoutType: ({ definition }) => definition.layout,
    ShowRowGrandTotals: ({ definition }) => definition.showRowGrandTotals,
    ShowColumnGrandTotals: ({ definition }) => definition.showColumnGrandTotals,
    AutoFormat: ({ definition }) => definition.autoFormat,
    PreserveFormatting: ({ definition }) => definition.preserveFormatting,
    FillEmptyCells: ({ definition }) => definition.fillEmptyCells,
    EmptyCellText: ({ definition }) => definition.emptyCellText,
    AltTextTitle: ({ definition }) => definition.altTextTitle,
    AltTextDescription: ({ definition }) => definition.altTextDescription,
    SubtotalLocation: () => 'AtTop',
    ShowFieldHeaders: () => true,
    EnableFieldList: () => true,
  },
  set: {
    LayoutType: (pivot, value) => pivot.change({ layout: asOneOf(value, ['Compact', 'Tabular', 'Outline'] as const) }),
    ShowRowGrandTotals: flag('showRowGrandTotals'),
    ShowColumnGrandTotals: flag('showColumnGrandTotals'),
    AutoFormat: flag('autoFormat'),
    PreserveFormatting: flag('preserveFormatting'),
    FillEmptyCells: flag('fillEmptyCells'),
    EmptyCellText: text('emptyCellText'),
    AltTextTitle: text('altTextTitle'),
    AltTextDescription: text('altTextDescription'),
    SubtotalLocation: (pivot, value) => setSubtotalLocation(pivot, value),
    EnableFieldList: (_pivot, value) => {
      // The host shows no field list: on or off is the same here.
      asFlag(value);
    },
  },
  call: {
    RepeatAllItemLabels: (pivot, args) => pivot.change({ repeatLabels: args.flag(0) }),
    GetRange: (pivot) => range(pivot, parts(pivot).all),
    GetDataBodyRange: (pivot) => {
      refuseWithoutData(pivot);
      return range(pivot, parts(pivot).data);
    },
    GetPivotItems: itemsAt,
    GetRowLabelRange: (pivot) => range(pivot, parts(pivot).rowLabels),
    GetColumnLabelRange: (pivot) => range(pivot, parts(pivot).columnLabels),
    GetFilterAxisRange: (pivot) => range(pivot, parts(pivot).filters),
  },
});

/** `Off` is every field without subtotals; elsewhere than at the top the host does not lay them out. */
function setSubtotalLocation(pivot: Pivot, value: Json): void {
  const location = asOneOf(value, ['AtTop', 'AtBottom', 'Off'] as const);
  if (location === 'AtBottom') {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host has no subtotals below.',
      'PivotLayout.subtotalLocation',
    );
  }
  const { rows, columns } = pivot.definition;
  const subtotals = location === 'AtTop';
  pivot.change({
    rows: rows.map((field) => ({ ...field, subtotals })),
    columns: columns.map((field) => ({ ...field, subtotals })),
  });
}
