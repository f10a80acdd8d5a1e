import { expectSame, failed, notApplicable, passed, type Bench, type Finding, type Probe } from './probe';

/** A PivotTable as the coverage makes it. */

const fields = ['No', 'Mois', 'Activités'] as const;

interface Made {
  readonly source: Excel.Table;
  readonly pivot: Excel.PivotTable;
}

function addPivot({ at, name, sheet }: Bench): Made {
  at(0, 0, 4, 3).values = [[...fields], ["'1.1", "'01", 1], ["'1.1", "'02", 1], ["'1.2", "'02", 0]];
  const source = sheet.tables.add(at(0, 0, 4, 3), true);
  source.name = name;
  const pivot = sheet.pivotTables.add(`${name}P`, source, at(0, 5));
  const rows = pivot.rowHierarchies.add(pivot.hierarchies.getItem('No'));
  const data = pivot.dataHierarchies.add(pivot.hierarchies.getItem('Activités'));
  data.summarizeBy = 'Sum';
  pivot.layout.layoutType = 'Tabular';
  rows.fields.getItem('No').subtotals = { automatic: false };
  pivot.layout.repeatAllItemLabels(true);
  pivot.layout.autoFormat = false;
  pivot.refreshOnOpen = true;
  pivot.refresh();
  return { source, pivot };
}

/** The figures of the rows and their total. */
async function figures({ context }: Bench, pivot: Excel.PivotTable): Promise<readonly unknown[]> {
  const body = pivot.layout.getDataBodyRange().load('values');
  await context.sync();
  return body.values.map(([value]): unknown => value);
}

/** What comes after the making of a pivot: nothing to try where it cannot be made. */
async function withPivot(bench: Bench, then: (made: Made) => Promise<Finding>): Promise<Finding> {
  const made = addPivot(bench);
  try {
    await bench.context.sync();
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return notApplicable(error.code);
    throw error;
  }
  return then(made);
}

export const pivotProbes: readonly Probe[] = [
  {
    code: 'pivot',
    run: async (bench) => {
      const { pivot } = addPivot(bench);
      pivot.load('refreshOnOpen');
      const shown = await figures(bench, pivot);
      return expectSame([shown, pivot.refreshOnOpen], [[2, 0, 2], true]);
    },
  },
  {
    code: 'pivotRefresh',
    run: (bench) =>
      withPivot(bench, async ({ source, pivot }) => {
        // The row is put into the table whether this Excel makes it grow or not.
        source.resize(bench.at(0, 0, 5, 3));
        bench.at(4, 0, 1, 3).values = [["'1.3", "'03", 5]];
        await bench.context.sync();
        pivot.refresh();
        return expectSame(await figures(bench, pivot), [2, 0, 5, 7]);
      }),
  },
  {
    code: 'pivotFilter',
    run: (bench) =>
      withPivot(bench, async ({ pivot }) => {
        const field = pivot.rowHierarchies.getItem('No').fields.getItem('No');
        field.applyFilter({ manualFilter: { selectedItems: ['1.1'] } });
        return expectSame(await figures(bench, pivot), [2, 2]);
      }),
  },
  {
    code: 'slicers',
    run: (bench) =>
      withPivot(bench, async ({ pivot }) => {
        const { sheet, context } = bench;
        try {
          sheet.slicers.add(pivot, 'Mois', sheet).load('caption');
          await context.sync();
          return passed();
        } catch (error) {
          if (!(error instanceof OfficeExtension.Error)) throw error;
          if (error.code === 'NotImplemented') return notApplicable(error.code);
          return failed(`${error.code}: ${error.message}`);
        }
      }),
  },
];
