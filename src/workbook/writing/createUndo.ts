import { activitiesTable, planTable, settingsTable } from '../contract/contract';
import { isLeftOut } from '../refinements';
import { disableEvents, enableEvents } from '../run';

/** Rows that each table of a new workbook has. */
export interface NewRowCounts {
  readonly plan: number;
  readonly activities: number;
  readonly settings: number;
}

/** What becomes of a workbook in which sheets are being made, known from before they are. */
export interface Making {
  /**
   * After an error of Excel: true where all was made nevertheless. Otherwise takes away what there is of it, two
   * syncs, and is false: sheets of these names that were there before stay.
   */
  isMade(rows: NewRowCounts): Promise<boolean>;
}

const tables = [planTable, activitiesTable, settingsTable] as const;

/** Asks, with the next sync, what is there before sheets of these names are made; `renames` where the first sheet becomes one of them. */
export function askBefore(context: Excel.RequestContext, names: readonly string[], renames: boolean): Making {
  const { worksheets } = context.workbook;
  const first = worksheets.getFirst().load('id,name');
  const there = names.map((name) => ({ name, sheet: worksheets.getItemOrNullObject(name).load('id') }));
  return {
    isMade: async (rows) => {
      const found = tables.map(({ name, key }) => {
        const table = context.workbook.tables.getItemOrNullObject(name);
        return { table: table.load('name'), key, body: table.getDataBodyRange().load('rowCount') };
      });
      const now = there.map(({ name }) => worksheets.getItemOrNullObject(name).load('id'));
      await context.sync();
      const isWhole = found.every(
        ({ table, key, body }) => !table.isNullObject && key !== 'coverage' && body.rowCount === Math.max(1, rows[key]),
      );
      if (isWhole) return true;
      disableEvents(context);
      now.forEach((sheet, index) => {
        const wasThere = there[index]?.sheet.isNullObject === false;
        if (!sheet.isNullObject && !wasThere && sheet.id !== first.id) sheet.delete();
      });
      if (renames) {
        const sheet = worksheets.getItem(first.id);
        sheet.tables.getItemOrNullObject(planTable.name).delete();
        sheet.getRange().clear();
        if (!isLeftOut(context, 'frozenRows')) sheet.freezePanes.unfreeze();
        sheet.name = first.name;
      }
      enableEvents(context);
      await context.sync();
      return false;
    },
  };
}
