import { readBlocks, type Rows } from '../contract/blocks';
import { mostTries } from '../reading/read';
import { readStill } from '../reading/still';
import { askDateSystem } from '../contract/dateSystem';
import {
  activitiesTable,
  planTable,
  settingsTable,
  type ActivityColumn,
  type PlanColumn,
  type SettingColumn,
} from '../contract/contract';
import { TableSearch, type FoundTable } from '../contract/tables';
import { countFilled, textOf, type Block } from '../contract/values';

/** A table with all that a check looks at. */
export interface CheckedTable<Column extends string = string> {
  readonly table: FoundTable<Column>;
  /** The rows of the body. */
  readonly rows: Rows;
  /** The same cells as they are typed: a formula where there is one. */
  readonly formulas: Rows;
  /** What stands right under the table, to the last row that holds something. */
  readonly below: Rows;
  readonly isFiltered: boolean;
  /** True where some of its rows, or its sheet, are hidden. */
  readonly isHidden: boolean;
  readonly hasTotals: boolean;
  /** The texts shown in the column of numbers, where a number stands in it as a number. */
  readonly shownNos: readonly string[] | null;
}

export interface CheckedTables {
  readonly plan: CheckedTable<PlanColumn>;
  readonly activities: CheckedTable<ActivityColumn>;
  readonly settings: CheckedTable<SettingColumn> | null;
}

/** Rows looked at below a table: what is longer is no row typed by hand. */
const mostBelow = 20_000;

/**
 * Reads what a check looks at: three syncs, four where a table has lost its name, one more where a number is typed
 * as a number, and one for each 4 MB beyond the first, with a last one there to see that nothing has moved: what
 * somebody has moved meanwhile is read again. Refuses a workbook without the plan or the activities, and one
 * that counts its days from 1904.
 */
export async function readForCheck(context: Excel.RequestContext, tries = mostTries): Promise<CheckedTables> {
  const search = new TableSearch(context, [planTable, activitiesTable, settingsTable]);
  const dates = askDateSystem(context);
  await search.sync();
  dates.check();
  const plan = search.require(planTable);
  const activities = search.require(activitiesTable);
  const settings = search.find(settingsTable);
  const looks = [plan, activities, ...(settings ? [settings] : [])].map(look);
  await context.sync();
  const below = looks.map(belowOf);
  const bodies = looks.map(({ table }) => bodyOf(table));
  const sheetOf = (index: number) => looks[index]?.table.sheet;
  const blocks = (all: readonly Block[]) =>
    all.flatMap((block, index) => {
      const sheet = sheetOf(index);
      return sheet ? [{ sheet, block }] : [];
    });
  const count = looks.length;
  const tables = looks.map(({ table }) => table);
  const { read, isOfOneMoment } = await readStill(context, tables, [
    ...blocks(bodies),
    ...blocks(bodies).map((query) => ({ ...query, what: 'formulas' as const })),
    ...blocks(below),
  ]);
  if (!isOfOneMoment && tries > 1) return readForCheck(context, tries - 1);
  const rowsOf = (index: number) => read[index] ?? [];
  const shown = await readShownNos(
    context,
    looks.map(({ table }, index) => ({ table, rows: [...rowsOf(index), ...rowsOf(2 * count + index)] })),
  );
  const checked = <Column extends string>(table: FoundTable<Column>, index: number): CheckedTable<Column> => ({
    table,
    rows: rowsOf(index),
    formulas: rowsOf(count + index),
    below: filledRows(rowsOf(2 * count + index)),
    isFiltered: looks[index]?.filter.isDataFiltered ?? false,
    isHidden: looks[index]?.isHidden() ?? false,
    hasTotals: looks[index]?.proxy.showTotals ?? false,
    shownNos: shown[index] ?? null,
  });
  return {
    plan: checked(plan, 0),
    activities: checked(activities, 1),
    settings: settings && checked(settings, 2),
  };
}

interface Look {
  readonly table: FoundTable<string>;
  readonly proxy: Excel.Table;
  readonly filter: Excel.AutoFilter;
  readonly used: Excel.Range;
  isHidden(): boolean;
}

function look(table: FoundTable<string>): Look {
  const { sheet, proxy } = table;
  const body = proxy.getDataBodyRange().load('rowHidden');
  sheet.load('visibility');
  return {
    table,
    proxy: proxy.load('showTotals'),
    filter: proxy.autoFilter.load('isDataFiltered'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    // Null where some of the rows are hidden and some are not.
    isHidden: () => sheet.visibility !== 'Visible' || (body.rowHidden as boolean | null) !== false,
  };
}

function bodyOf({ row, column, rows, headers }: FoundTable<string>): Block {
  return { row, column, rows, columns: headers.length };
}

function belowOf({ table, proxy, used }: Look): Block {
  const { row, column, columns, rows } = bodyOf(table);
  const end = row + rows;
  const last = used.isNullObject || proxy.showTotals ? end : used.rowIndex + used.rowCount;
  return { row: end, column, columns, rows: Math.min(mostBelow, Math.max(0, last - end)) };
}

const filledRows = (rows: Rows): Rows => rows.slice(0, countFilled(rows));

/** One sync, and none where every number is text. */
async function readShownNos(
  context: Excel.RequestContext,
  tables: readonly { readonly table: FoundTable<string>; readonly rows: Rows }[],
): Promise<readonly (readonly string[] | null)[]> {
  const columns = tables.map(({ table: { at, spec }, rows }) => {
    const column = at[spec.key === 'plan' ? 'no' : 'planNo'];
    return column !== undefined && rows.some((row) => typeof row[column] === 'number') ? column : null;
  });
  const asked = tables.flatMap(({ table, rows }, index) => {
    const column = columns[index] ?? null;
    const block = { row: table.row, column: table.column + (column ?? 0), rows: rows.length, columns: 1 };
    return column === null ? [] : [{ index, query: { sheet: table.sheet, block, what: 'text' as const } }];
  });
  if (asked.length === 0) return tables.map(() => null);
  const texts = await readBlocks(
    context,
    asked.map(({ query }) => query),
  );
  return tables.map((_, index) => {
    const position = asked.findIndex((each) => each.index === index);
    return position < 0 ? null : (texts[position] ?? []).map(([text]) => textOf(text));
  });
}
