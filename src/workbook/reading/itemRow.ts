import { normalizeNo } from '../../plan';
import { planTable } from '../contract/contract';
import { refuse } from '../result';
import { TableSearch } from '../contract/tables';

/**
 * Shows the row of a plan item and selects its number; for a strategy or an objective without a row of its
 * own, the first row under it. Three syncs, four where the table has lost its name.
 */
export async function goToItem(context: Excel.RequestContext, no: string): Promise<void> {
  const search = new TableSearch(context, [planTable]);
  await search.sync();
  const table = search.require(planTable);
  const numbers = table.proxy
    .getDataBodyRange()
    .getColumn(table.at.no ?? 0)
    .load('values');
  await context.sync();
  const written = numbers.values.map(([value]) => normalizeNo(String(value)));
  const own = written.indexOf(normalizeNo(no));
  const position = own >= 0 ? own : written.findIndex((each) => each.startsWith(`${normalizeNo(no)}.`));
  if (position < 0) throw refuse('notFound', { what: no });
  table.sheet.activate();
  numbers.getCell(position, 0).select();
  await context.sync();
}
