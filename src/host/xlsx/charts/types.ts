/** How the kinds of chart that we make are named in Office.js and spelt in DrawingML. */
export interface ChartKind {
  readonly plot: 'barChart' | 'lineChart' | 'pieChart';
  readonly direction?: 'bar' | 'col';
  readonly grouping?: 'clustered' | 'stacked' | 'percentStacked' | 'standard';
}

const columnClustered: ChartKind = { plot: 'barChart', direction: 'col', grouping: 'clustered' };

const kinds: Readonly<Record<string, ChartKind>> = {
  BarClustered: { plot: 'barChart', direction: 'bar', grouping: 'clustered' },
  BarStacked: { plot: 'barChart', direction: 'bar', grouping: 'stacked' },
  BarStacked100: { plot: 'barChart', direction: 'bar', grouping: 'percentStacked' },
  ColumnClustered: columnClustered,
  ColumnStacked: { plot: 'barChart', direction: 'col', grouping: 'stacked' },
  ColumnStacked100: { plot: 'barChart', direction: 'col', grouping: 'percentStacked' },
  Line: { plot: 'lineChart', grouping: 'standard' },
  Pie: { plot: 'pieChart' },
};

/** A type that we cannot write is written as Excel's own default. */
export function chartKind(type: string): ChartKind {
  return kinds[type] ?? columnClustered;
}

/** The name of a kind read from a file; undefined when it is none of ours. */
export function chartType(kind: ChartKind): string | undefined {
  return Object.entries(kinds).find(
    ([, { plot, direction, grouping }]) =>
      plot === kind.plot && direction === kind.direction && grouping === kind.grouping,
  )?.[0];
}
