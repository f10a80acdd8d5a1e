import { activitiesTable, findColumns, planTable, type TableSpec } from './contract';
import { textOf } from './values';

/** The plan number of the selected row of the plan's or the activities' table, or null. One sync. */
export async function readSelectedNo(context: Excel.RequestContext): Promise<string | null> {
  const selected = context.workbook.getSelectedRange();
  const under = [ask(selected, planTable, 'no'), ask(selected, activitiesTable, 'planNo')];
  await context.sync();
  for (const no of under) {
    const found = no();
    if (found !== null) return found;
  }
  return null;
}

/** Only the tables that the selection touches are asked, so that rows of another sheet are never meant. */
function ask<Column extends string>(selected: Excel.Range, spec: TableSpec<Column>, column: Column) {
  const table = selected.getTables().getItemOrNullObject(spec.name);
  const header = table.getHeaderRowRange().load('values');
  const row = table.getDataBodyRange().getIntersectionOrNullObject(selected.getEntireRow()).load('values');
  return (): string | null => {
    if (table.isNullObject || row.isNullObject) return null;
    const position = findColumns(spec, (header.values[0] ?? []).map(String)).at[column];
    if (position === undefined) return null;
    return textOf(row.values[0]?.[position]).trim() || null;
  };
}

/** Shows a sheet and selects a cell of it. One sync. */
export async function goTo(
  context: Excel.RequestContext,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): Promise<void> {
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRange(address).select();
  await context.sync();
}
