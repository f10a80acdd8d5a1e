import type { ChartDefinition, ChartSeries } from '../../model';
import { legendPositions } from './part';
import { chartType, type ChartKind } from './types';
import type { XmlElement } from '../xml/xml';
import { decodeXstring } from '../xml/xstring';

/** What the part of a chart says; its name, its place and its alternative text stand in the drawing. */
export type ReadChart = Omit<ChartDefinition, 'name' | 'left' | 'top' | 'width' | 'height' | 'altText'>;

function below(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((at, local) => at?.child(local), element);
}

function val(element: XmlElement | undefined, local: string): string | undefined {
  return element?.child(local)?.get('val');
}

/** `strRef` or `numRef`: a cache of several levels, or literal numbers, are not ours. */
function formula(element: XmlElement | undefined): string | undefined {
  return (element?.child('strRef') ?? element?.child('numRef'))?.child('f')?.text();
}

function readColor(element: XmlElement): string | undefined {
  const shape = element.child('spPr');
  const fill = shape?.child('solidFill') ?? below(shape, 'ln', 'solidFill');
  const color = fill?.child('srgbClr')?.get('val');
  return color === undefined ? undefined : `#${color.toUpperCase()}`;
}

function readSeries(element: XmlElement): ChartSeries | null {
  const text = element.child('tx');
  const nameFormula = formula(text);
  const named = nameFormula === undefined ? text?.child('v') : below(text, 'strRef', 'strCache', 'pt', 'v');
  const categories = element.child('cat') ? formula(element.child('cat')) : '';
  const values = formula(element.child('val'));
  if (categories === undefined || values === undefined) return null;
  const color = readColor(element);
  return {
    name: decodeXstring(named?.text() ?? ''),
    ...(nameFormula === undefined ? {} : { nameFormula }),
    categories,
    values,
    ...(color === undefined ? {} : { color }),
  };
}

function readKind(plot: XmlElement): ChartKind | null {
  switch (plot.local) {
    case 'pieChart':
      return { plot: 'pieChart' };
    case 'lineChart':
      return val(plot, 'grouping') === 'standard' ? { plot: 'lineChart', grouping: 'standard' } : null;
    case 'barChart': {
      const grouping = val(plot, 'grouping') ?? 'clustered';
      if (grouping !== 'clustered' && grouping !== 'stacked' && grouping !== 'percentStacked') return null;
      return { plot: 'barChart', direction: val(plot, 'barDir') === 'bar' ? 'bar' : 'col', grouping };
    }
    default:
      return null;
  }
}

function readLegend(chart: XmlElement): ChartDefinition['legend'] {
  const element = chart.child('legend');
  if (!element) return null;
  const position = val(element, 'legendPos');
  return (['Top', 'Bottom', 'Left'] as const).find((name) => legendPositions[name] === position) ?? 'Right';
}

/** Reads a chart of one plot of a kind of ours; null for any other. */
export function readChart(root: XmlElement): ReadChart | null {
  const chart = root.child('chart');
  const area = chart?.child('plotArea');
  const plots = area?.elements().filter(({ local }) => local.endsWith('Chart')) ?? [];
  const [plot] = plots;
  const kind = plot && readKind(plot);
  if (!chart || !plot || !kind || plots.length > 1) return null;
  const series = plot.elements('ser').map(readSeries);
  const type = chartType(kind);
  if (type === undefined || series.includes(null)) return null;
  const gapWidth = Number(val(plot, 'gapWidth') ?? NaN);
  const valueAxisMinimum = Number(val(below(area, 'valAx', 'scaling'), 'min') ?? NaN);
  const valueAxisMajorUnit = Number(val(below(area, 'valAx'), 'majorUnit') ?? NaN);
  return {
    type,
    title: below(chart, 'title', 'tx') ? (chart.child('title')?.text() ?? '') : null,
    series: series.filter((each) => each !== null),
    legend: readLegend(chart),
    categoryAxisReversed: val(below(area, 'catAx', 'scaling'), 'orientation') === 'maxMin',
    ...(Number.isNaN(gapWidth) ? {} : { gapWidth }),
    ...(Number.isNaN(valueAxisMinimum) ? {} : { valueAxisMinimum }),
    ...(Number.isNaN(valueAxisMajorUnit) ? {} : { valueAxisMajorUnit }),
  };
}
