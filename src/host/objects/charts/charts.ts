import { HostError } from '../../errors';
import type { Chart, ChartDefinition, Sheet } from '../../model';
import type { Json } from '../../wire/protocol';
import { asFlag, asNumber, asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { rangeClass, worksheetClass } from '../classes';
import { chartAxesClass } from './axes';
import { chartSeriesCollectionClass } from './series';
import { seriesOf } from './source';
import { define, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { columnsWidth, rowsHeight } from '../../model/geometry/lengths';
import { isAlive, rangeAt, type RangeRef } from '../range/ref';

/** The kinds that the host draws and writes into files. */
const types = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'Pie',
  'Doughnut',
  'Area',
  'AreaStacked',
] as const;

const DEFAULT_SIZE = { width: 360, height: 216 };
const CHART_OFFSET = 24;

function list(sheet: Sheet): readonly Chart[] {
  return sheet.drawings.charts;
}

function find(sheet: Sheet, args: Arguments): HostObject | null {
  const key = args.key(0);
  const lower = key.toLowerCase();
  const found =
    list(sheet).find(({ id }) => id === key) ??
    list(sheet).find(({ definition }) => definition.name.toLowerCase() === lower);
  return found ? chartClass.of(found) : null;
}

function add(sheet: Sheet, args: Arguments): HostObject {
  const type = args.text(0);
  const known = types.find((name) => name.toLowerCase() === type.toLowerCase());
  if (!known) {
    throw new HostError(
      'NotImplemented',
      `The embedded Excel host has no charts of type ${type}.`,
      `ChartType.${type}`,
    );
  }
  const source = args.requiredObject(1, rangeClass);
  const by = asOneOf(args.raw(2) ?? 'Auto', ['Auto', 'Rows', 'Columns'] as const);
  const series = seriesOf(source, by);
  const names = new Set(list(sheet).map(({ definition }) => definition.name));
  let number = 1;
  while (names.has(`${sheet.workbook.words.chart}${number}`)) number += 1;
  const definition: ChartDefinition = {
    name: `${sheet.workbook.words.chart}${number}`,
    type: known,
    title: series.length === 1 ? (series[0]?.name ?? null) : null,
    series,
    legend: 'Right',
    left: CHART_OFFSET,
    top: CHART_OFFSET,
    ...DEFAULT_SIZE,
    altText: '',
    categoryAxisReversed: false,
  };
  return chartClass.of(sheet.drawings.addChart(definition));
}

export const chartCollectionClass: ClassDefinition<Sheet> = define<Sheet>('ChartCollection', {
  get: { Count: (sheet) => list(sheet).length },
  items: (sheet) => list(sheet).map((chart) => chartClass.of(chart)),
  item: find,
  call: {
    Add: add,
    GetCount: (sheet) => list(sheet).length,
    GetItem: (sheet, args) => {
      const found = find(sheet, args);
      if (!found) throw itemNotFound();
      return found;
    },
    GetItemOrNullObject: find,
    GetItemAt: (sheet, args) => {
      const chart = list(sheet)[args.integer(0)];
      if (!chart) throw itemNotFound();
      return chartClass.of(chart);
    },
  },
});

function cornerOf(sheet: Sheet, args: Arguments, index: number): RangeRef {
  const range = args.object(index, rangeClass) ?? rangeAt(sheet, args.text(index));
  if (range.sheet !== sheet) throw invalidArgument();
  return range;
}

/** Over the cells from one corner to the other. */
function setPosition(chart: Chart, args: Arguments): void {
  const { sheet } = chart;
  const from = cornerOf(sheet, args, 0).rect;
  const to = args.raw(1) === undefined ? null : cornerOf(sheet, args, 1).rect;
  const left = columnsWidth(sheet, 0, from.column);
  const top = rowsHeight(sheet, 0, from.row);
  const size = to && {
    width: columnsWidth(sheet, from.column, to.column + to.columns - from.column),
    height: rowsHeight(sheet, from.row, to.row + to.rows - from.row),
  };
  chart.change({ left, top, ...size });
}

const place = (name: 'left' | 'top' | 'width' | 'height') => (chart: Chart, value: Json) => {
  const points = asNumber(value);
  if (points < 0) throw invalidArgument();
  chart.change({ [name]: points });
};

const chartClass: ClassDefinition<Chart> = define<Chart>('Chart', {
  identity: ({ id }) => ({ Id: id }),
  alive: (chart) => isAlive(chart.sheet) && chart.sheet.drawings.charts.includes(chart),
  get: {
    Id: ({ id }) => id,
    Name: ({ definition }) => definition.name,
    ChartType: ({ definition }) => definition.type,
    Left: ({ definition }) => definition.left,
    Top: ({ definition }) => definition.top,
    Width: ({ definition }) => definition.width,
    Height: ({ definition }) => definition.height,
  },
  set: {
    Name: (chart, value) => chart.change({ name: asText(value) }),
    ChartType: (chart, value) => chart.change({ type: asOneOf(value, types) }),
    Left: place('left'),
    Top: place('top'),
    Width: place('width'),
    Height: place('height'),
  },
  navigate: {
    Title: (chart) => chartTitleClass.of(chart),
    Legend: (chart) => chartLegendClass.of(chart),
    Series: (chart) => chartSeriesCollectionClass.of(chart),
    Axes: (chart) => chartAxesClass.of(chart),
    Worksheet: ({ sheet }) => worksheetClass.of(sheet),
  },
  call: {
    Delete: (chart) => chart.remove(),
    SetPosition: setPosition,
    SetData: (chart, args) => {
      const by = asOneOf(args.raw(1) ?? 'Auto', ['Auto', 'Rows', 'Columns'] as const);
      chart.change({ series: seriesOf(args.requiredObject(0, rangeClass), by) });
    },
  },
});

const chartTitleClass: ClassDefinition<Chart> = define<Chart>('ChartTitle', {
  get: {
    Text: ({ definition }) => definition.title ?? '',
    Visible: ({ definition }) => definition.title !== null,
  },
  set: {
    Text: (chart, value) => chart.change({ title: asText(value) }),
    Visible: (chart, value) => chart.change({ title: asFlag(value) ? (chart.definition.title ?? '') : null }),
  },
});

const legendSides = ['Top', 'Bottom', 'Left', 'Right'] as const;

const chartLegendClass: ClassDefinition<Chart> = define<Chart>('ChartLegend', {
  get: {
    Visible: ({ definition }) => definition.legend !== null,
    Position: ({ definition }) => definition.legend ?? 'Right',
  },
  set: {
    Visible: (chart, value) => chart.change({ legend: asFlag(value) ? (chart.definition.legend ?? 'Right') : null }),
    Position: (chart, value) => chart.change({ legend: asOneOf(value, legendSides) }),
  },
});
