import { expectSame, failed, passed, type Bench, type Probe } from './probe';

/** Tables that grow, filters that are seen. */

function addTable({ at, name, sheet }: Bench, rows: number): Excel.Table {
  at(0, 0, rows + 1, 2).values = [
    ['Id', 'Jour'],
    ...Array.from({ length: rows }, (_, index) => [`r${index + 1}`, index + 1]),
  ];
  const table = sheet.tables.add(at(0, 0, rows + 1, 2), true);
  table.name = name;
  return table;
}

/** How many rows of data the table has once `change` is done. */
async function rowsAfter(bench: Bench, table: Excel.Table, change: () => void): Promise<number> {
  await bench.context.sync();
  change();
  const body = table.getDataBodyRange().load('rowCount');
  await bench.context.sync();
  return body.rowCount;
}

export const tableProbes: readonly Probe[] = [
  {
    code: 'tableGrowth',
    run: async (bench) => {
      const table = addTable(bench, 2);
      const rows = await rowsAfter(bench, table, () => {
        table.getDataBodyRange().getRowsBelow(2).values = [
          ['r3', 3],
          ['r4', 4],
        ];
      });
      return rows === 4 ? passed() : failed(`${rows} ≠ 4`);
    },
  },
  {
    code: 'tableResize',
    run: async (bench) => {
      const table = addTable(bench, 2);
      const rows = await rowsAfter(bench, table, () => table.resize(bench.at(0, 0, 5, 2)));
      return rows === 4 ? passed() : failed(`${rows} ≠ 4`);
    },
  },
  {
    code: 'emptyTable',
    run: async (bench) => {
      const table = addTable(bench, 0);
      const body = table.getDataBodyRange().load('rowCount,values');
      await bench.context.sync();
      return expectSame([body.rowCount, body.values.flat()], [1, ['', '']]);
    },
  },
  {
    code: 'filterSeen',
    run: async (bench) => {
      const table = addTable(bench, 3);
      table.columns.getItemAt(0).filter.applyValuesFilter(['r2']);
      await bench.context.sync();
      table.autoFilter.load('isDataFiltered');
      await bench.context.sync();
      const isSeen = table.autoFilter.isDataFiltered;
      table.clearFilters();
      table.autoFilter.load('isDataFiltered');
      await bench.context.sync();
      return expectSame([isSeen, table.autoFilter.isDataFiltered], [true, false]);
    },
  },
];
