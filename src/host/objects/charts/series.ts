import type { Chart, ChartSeries } from '../../model';
import { asNumber, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass } from '../classes';
import { asColor } from '../range/colors';
import { chartFormula } from './source';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';

interface SeriesRef {
  readonly chart: Chart;
  readonly index: number;
}

function current({ chart, index }: SeriesRef): ChartSeries {
  const series = chart.definition.series[index];
  if (!series) throw itemNotFound();
  return series;
}

function change(ref: SeriesRef, patch: Partial<ChartSeries>): void {
  const changed = { ...current(ref), ...patch };
  ref.chart.change({
    series: ref.chart.definition.series.map((series, index) => (index === ref.index ? changed : series)),
  });
}

function at(chart: Chart, index: number): HostObject {
  const ref = { chart, index };
  current(ref);
  return chartSeriesClass.of(ref);
}

function add(chart: Chart, args: Arguments): HostObject {
  const { series } = chart.definition;
  const index = args.optionalInteger(1) ?? series.length;
  if (index < 0 || index > series.length) throw invalidArgument();
  const added: ChartSeries = { name: args.optionalText(0) ?? '', categories: '', values: '' };
  chart.change({ series: [...series.slice(0, index), added, ...series.slice(index)] });
  return chartSeriesClass.of({ chart, index });
}

export const chartSeriesCollectionClass: ClassDefinition<Chart> = define<Chart>('ChartSeriesCollection', {
  get: { Count: ({ definition }) => definition.series.length },
  items: (chart) => chart.definition.series.map((_, index) => chartSeriesClass.of({ chart, index })),
  call: {
    Add: add,
    GetItemAt: (chart, args) => at(chart, args.integer(0)),
    GetCount: ({ definition }) => definition.series.length,
  },
});

const chartSeriesClass: ClassDefinition<SeriesRef> = define<SeriesRef>('ChartSeries', {
  get: {
    Name: (ref) => current(ref).name,
    ChartType: ({ chart }) => chart.definition.type,
    GapWidth: ({ chart }) => chart.definition.gapWidth ?? 150,
  },
  set: {
    Name: (ref, value) => {
      const { nameFormula: _formula, ...series } = current(ref);
      const name = asText(value);
      const { chart, index } = ref;
      chart.change({
        series: chart.definition.series.map((other, at) => (at === index ? { ...series, name } : other)),
      });
    },
    GapWidth: ({ chart }, value) => {
      const gapWidth = asNumber(value);
      if (gapWidth < 0 || gapWidth > 500) throw invalidArgument();
      chart.change({ gapWidth });
    },
  },
  navigate: { Format: (ref) => seriesFormatClass.of(ref) },
  call: {
    SetValues: (ref, args) => change(ref, { values: chartFormula(args.requiredObject(0, rangeClass)) }),
    SetXAxisValues: (ref, args) => change(ref, { categories: chartFormula(args.requiredObject(0, rangeClass)) }),
    Delete: ({ chart, index }) => chart.change({ series: chart.definition.series.filter((_, at) => at !== index) }),
  },
});

const seriesFormatClass: ClassDefinition<SeriesRef> = define<SeriesRef>('ChartSeriesFormat', {
  navigate: { Fill: (ref) => seriesFillClass.of(ref) },
});

const seriesFillClass: ClassDefinition<SeriesRef> = define<SeriesRef>('ChartFill', {
  call: { SetSolidColor: (ref, args) => change(ref, { color: asColor(args.raw(0)) }) },
});
