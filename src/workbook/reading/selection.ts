import { activitiesTable, findColumns, planTable, sheetNames, type TableSpec } from '../contract/contract';
import { madeUpId } from '../contract/activityReader';
import type { SelectedRow } from '../model';
import { textOf, type CellValue } from '../contract/values';

/** A block of the report is rarely longer: above it nothing is looked for. */
const rowsAbove = 200;

/** Sheets that were built begin with the labels of the plan's items. */
const labelColumns = 4;
/** The report's columns of strategies and of actions. */
const reportColumns = 2;

/**
 * What the selected row stands for: a row of the plan's or the activities' table, or a row of the report or
 * of the coverage, whose labels begin with a number. One sync; two on a sheet that was built.
 */
export async function readSelection(context: Excel.RequestContext): Promise<SelectedRow> {
  const selected = context.workbook.getSelectedRange().load('rowIndex');
  const sheet = selected.worksheet.load('name');
  const plan = askRow(selected, planTable);
  const activities = askRow(selected, activitiesTable);
  await context.sync();
  const [item, activity] = [plan(), activities()];
  if (item !== null) return { no: item.text('no'), activity: null };
  if (activity !== null)
    return { no: activity.text('planNo'), activity: activity.text('id') ?? madeUpId(activity.index) };
  const isReport = sheetNames('report').includes(sheet.name);
  if (!isReport && !sheetNames('coverage').includes(sheet.name)) return { no: null, activity: null };

  // In the report a label stands once, at the top of its block; in the coverage on every row.
  const top = isReport ? Math.max(0, selected.rowIndex - rowsAbove) : selected.rowIndex;
  const columns = isReport ? reportColumns : labelColumns;
  const labels = sheet.getRangeByIndexes(top, 0, selected.rowIndex - top + 1, columns).load('values');
  await context.sync();
  // The report's words are no part of the first load.
  const { lastLabel } = await import('../coverage/sheetLabels');
  return { no: lastLabel(labels.values as CellValue[][]), activity: null };
}

/** A row of a table that is selected: the first of them, counted below the header. */
interface AskedRow<Column extends string> {
  readonly index: number;
  readonly text: (column: Column) => string | null;
}

/** Only the tables that the selection touches are asked, so that rows of another sheet are never meant. */
function askRow<Column extends string>(selected: Excel.Range, spec: TableSpec<Column>) {
  const table = selected.getTables().getItemOrNullObject(spec.name);
  const header = table.getHeaderRowRange().load('values');
  const body = table.getDataBodyRange().load('rowIndex');
  const row = body.getIntersectionOrNullObject(selected.getEntireRow()).load('values,rowIndex');
  return (): AskedRow<Column> | null => {
    if (table.isNullObject || row.isNullObject) return null;
    const { at } = findColumns(spec, (header.values[0] ?? []).map(String));
    return {
      index: row.rowIndex - body.rowIndex,
      text: (column) => {
        const position = at[column];
        return position === undefined ? null : textOf(row.values[0]?.[position]).trim() || null;
      },
    };
  };
}
