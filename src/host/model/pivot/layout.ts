import { HostError } from '../../errors';
import type { CellValue } from '../cells/cell';
import type { PivotDefinition } from './definition';
import { axisLines, buildAxis, visibleRecords, type AxisField, type AxisLine } from './axis';
import { extent, geometryOf, isEmpty } from './geometry';
import { fieldItems } from './items';
import { cellWriter, Labels } from './labels';
import { aggregate } from './totals';
import type { PivotCell, PivotLine, PivotRecords, PivotResult, PivotRole, PivotWords } from './types';

/** Spreads the data fields over the lines of the column axis. */
function columnLines(lines: readonly AxisLine[], dataFields: number): (PivotLine & { readonly node: number })[] {
  return lines.flatMap((line) => Array.from({ length: dataFields }, (_, data) => ({ ...line, data })));
}

function valueRole(row: PivotLine['kind'], column: PivotLine['kind']): PivotRole {
  if (row === 'grand' || column === 'grand') return 'grandTotal';
  return row === 'data' && column === 'data' ? 'value' : 'subtotal';
}

/** What Excel shows where no record has the combination. */
function emptyValue(definition: PivotDefinition): CellValue {
  if (!definition.fillEmptyCells) return 0;
  const text = definition.emptyCellText.trim();
  if (text === '') return null;
  return Number.isFinite(Number(text)) ? Number(text) : definition.emptyCellText;
}

function indexOf(records: PivotRecords, field: string): number {
  const index = records.fields.indexOf(field);
  if (index < 0) throw new HostError('InvalidArgument', `The PivotTable's source has no field "${field}".`);
  return index;
}

/**
 * Lays a PivotTable out over its records: every result cell, and what the file says of the layout. Pure; linear
 * in the records. With `fillEmptyCells` a combination without records shows `emptyCellText`, otherwise 0.
 * Throws `InvalidArgument` for a field that the source does not have.
 */
export function layOut(definition: PivotDefinition, records: PivotRecords, words: PivotWords): PivotResult {
  const uses = new Map(
    [...definition.rows, ...definition.columns, ...definition.filters, ...definition.sliced].map((use) => [
      indexOf(records, use.field),
      use,
    ]),
  );
  const fields = records.fields.map((_, column) => fieldItems(records, column, uses.get(column), words));
  const axisFields = (list: PivotDefinition['rows']): AxisField[] =>
    list.map((use) => ({ use, items: fields[indexOf(records, use.field)]! }));
  const rowFields = axisFields(definition.rows);
  const columnFields = axisFields(definition.columns);
  const filterFields = axisFields(definition.filters);

  const visible = visibleRecords(
    [...uses.keys()].map((column) => fields[column]!),
    records.rows.length,
  );
  const rowAxis = buildAxis(rowFields, visible);
  const columnAxis = buildAxis(columnFields, visible);
  const data = definition.data.map(({ field, summarizeBy }) => {
    const column = indexOf(records, field);
    return { summarizeBy, valueOf: (record: number) => records.rows[record]![column] ?? null };
  });
  const totals = aggregate(rowAxis, columnAxis, visible, data);

  const empty = isEmpty(definition);
  const across = axisLines(columnAxis, false, definition.showRowGrandTotals);
  // Without data fields the items of the columns are still shown; without those too there is nothing to the right.
  const wide =
    data.length > 0 ? columnLines(across, data.length) : columnFields.length > 0 ? columnLines(across, 1) : [];
  const down = empty ? [] : axisLines(rowAxis, definition.layout !== 'Tabular', definition.showColumnGrandTotals);

  const geometry = geometryOf(definition);
  const cells: PivotCell[] = [];
  const put = cellWriter(cells);
  const labels = new Labels(put, definition, geometry, words);
  labels.filters(filterFields);
  labels.buttons();
  labels.columns(columnFields, wide);
  const blank = emptyValue(definition);
  down.forEach((line, index) => {
    const row = geometry.firstData + index;
    labels.row(row, rowFields, line, down[index - 1]);
    if (data.length === 0 || (line.kind === 'head' && !rowFields[line.items.length - 1]!.use.subtotals)) return;
    wide.forEach((column, offset) => {
      const value = totals.value(line.node, column.node, column.data) ?? blank;
      put(row, geometry.labelColumns + offset, value, valueRole(line.kind, column.kind), {
        format: definition.data[column.data]!.numberFormat,
      });
    });
  });

  return {
    ...extent(definition, geometry, down.length, wide.length),
    cells,
    rowLines: down.map(({ kind, items }) => ({ kind, items, data: 0 })),
    columnLines: wide.map(({ kind, items, data: index }) => ({ kind, items, data: index })),
    fields,
  };
}
