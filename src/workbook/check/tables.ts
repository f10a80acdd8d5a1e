import { parseNo } from '../../plan';
import type { Finding } from './model';
import type { CheckedTable } from './read';
import type { TableView } from './table';
import { columnKeys, comparable, settingOf } from '../contract/contract';
import { shownHeader } from '../contract/tables';
import { cellAddress, countFilled, isBlankRow, rangeAddress, textOf, type CellValue } from '../contract/values';

/** Rows under a table that belong to it. */
export interface Belonging {
  /** Those that stand right under it and look like its own: 0 where something else stands there. */
  readonly rows: number;
  /** Those that would come in too, with blank rows before them, if a person says so. */
  readonly doubtful: number;
}

/** Which of the rows under a table were meant for it: with a name, a number or a date where its rows have them. */
export function belonging({ table, below }: CheckedTable): Belonging {
  const text = (row: readonly CellValue[], column: string) => textOf(row[table.at[column] ?? -1]).trim();
  const fits = (row: readonly CellValue[]): boolean => {
    switch (table.spec.key) {
      case 'plan':
        return (
          parseNo(text(row, 'no')) !== null && ['objective', 'strategy', 'action'].some((key) => text(row, key) !== '')
        );
      case 'activities':
        return text(row, 'title') !== '' && text(row, 'date') !== '';
      case 'settings':
        return settingOf(text(row, 'name')) !== null;
      case 'coverage':
        return false;
    }
  };
  if (!below.every((row) => isBlankRow(row) || fits(row))) return { rows: 0, doubtful: 0 };
  return below.some(isBlankRow) ? { rows: 0, doubtful: below.length } : { rows: below.length, doubtful: 0 };
}

/** What is wrong with a table as a whole. */
export function tableFindings<Column extends string>(
  view: TableView<Column>,
  { rows: belongs, doubtful }: Belonging,
): readonly Finding[] {
  const { checked, table } = view;
  const found: Finding[] = [...nameFindings(view), ...headerFindings(view)];
  const named = { table: table.spec.name };
  if (checked.isFiltered) found.push({ problem: view.ofTable('filteredTable', named), repair: null });
  else if (checked.isHidden) found.push({ problem: view.ofTable('hiddenTable', named), repair: null });
  if (checked.hasTotals) found.push({ problem: view.ofTable('totalsRow', named), repair: null });
  if (checked.below.length > 0) {
    const problem = view.problem('rowsBelow', checked.rows.length, firstColumn(view), {
      ...named,
      count: checked.below.filter((row) => !isBlankRow(row)).length,
    });
    const taken = belongs + doubtful;
    found.push({
      problem,
      repair: taken === 0 ? null : resizing(view, problem, belongs > 0, checked.rows.length + taken),
    });
  } else {
    found.push(...blankEnd(view));
  }
  return found;
}

function nameFindings<Column extends string>(view: TableView<Column>): readonly Finding[] {
  const { name, spec } = view.table;
  if (name === spec.name) return [];
  const problem = view.ofTable('renamedTable', { table: spec.name, name });
  const change = { address: '', before: name, after: spec.name };
  return [
    {
      problem,
      repair: view.repairTable(problem, true, change, (table) => ({ kind: 'name', table, from: name, to: spec.name })),
    },
  ];
}

/** Headers by which a column is known but that the model does not give it: the person may have preferred them. */
function headerFindings<Column extends string>(view: TableView<Column>): readonly Finding[] {
  const { spec, at, headers } = view.table;
  return columnKeys(spec).flatMap((column): Finding[] => {
    const position: number = at[column] ?? -1;
    const header = headers[position];
    const expected = shownHeader(spec, column, headers);
    if (header === undefined || comparable(header) === comparable(expected)) return [];
    const problem = view.problem('renamedColumn', -1, column, { header, expected });
    return [{ problem, repair: view.repair(problem, false, [{ row: -1, column, value: expected }]) }];
  });
}

/** Blank rows at the end of the table: a table keeps one row. */
function blankEnd<Column extends string>(view: TableView<Column>): readonly Finding[] {
  const { rows, formulas, table } = view.checked;
  const kept = Math.max(1, countFilled(rows), countFilled(formulas));
  const count = rows.length - kept;
  if (count === 0) return [];
  const problem = view.problem('blankRows', kept, firstColumn(view), { table: table.spec.name, count });
  return [{ problem, repair: resizing(view, problem, true, kept) }];
}

function resizing<Column extends string>(
  view: TableView<Column>,
  problem: Finding['problem'],
  safe: boolean,
  to: number,
) {
  const { rows, below, table } = view.checked;
  const extent = (count: number) =>
    rangeAddress({ row: table.row - 1, column: table.column, rows: count + 1, columns: table.headers.length });
  const change = {
    address: cellAddress(table.row + Math.min(rows.length, to), table.column),
    before: extent(rows.length),
    after: extent(to),
  };
  const seen = to > rows.length ? below.slice(0, to - rows.length) : rows.slice(to);
  return view.repairTable(problem, safe, change, (step) => ({
    kind: 'size',
    table: step,
    from: rows.length,
    to,
    seen,
  }));
}

function firstColumn<Column extends string>({ table: { spec, at } }: TableView<Column>): Column {
  const keys = columnKeys(spec);
  return keys.find((key) => at[key] === 0) ?? keys[0]!;
}
