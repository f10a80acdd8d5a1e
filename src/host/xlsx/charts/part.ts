import type { ChartDefinition, ChartSeries, Workbook } from '../../model';
import { numberReference, textReference } from './cache';
import { chartKind, type ChartKind } from './types';
import { RELATIONSHIPS } from '../xml/namespaces';
import { xml, xmlText, type AttributeValue, type XmlElement } from '../xml/xml';
import { encodeXstring } from '../xml/xstring';

export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Any two numbers will do, as long as the axes name each other. */
const CATEGORY_AXIS = 111;
const VALUE_AXIS = 112;
const GRID_COLOR = '#D9D9D9';
const TITLE_SIZE = 1400;
const DEFAULT_GAP = 150;

const value = (name: string, val: AttributeValue): XmlElement => xml(`c:${name}`, { val });

function solidFill(color: string): XmlElement {
  return xml('a:solidFill', {}, [xml('a:srgbClr', { val: color.slice(1).toUpperCase() })]);
}

function line(color: string): XmlElement {
  return xml('c:spPr', {}, [xml('a:ln', { w: 9525 }, [solidFill(color)])]);
}

function title(text: string): XmlElement {
  const run = xml('a:r', {}, [xml('a:rPr', { sz: TITLE_SIZE, b: 0 }), xmlText('a:t', text)]);
  const paragraph = xml('a:p', {}, [xml('a:pPr', {}, [xml('a:defRPr', { sz: TITLE_SIZE, b: 0 })]), run]);
  const rich = xml('c:rich', {}, [xml('a:bodyPr'), xml('a:lstStyle'), paragraph]);
  return xml('c:title', {}, [xml('c:tx', {}, [rich]), value('overlay', 0)]);
}

function shape(series: ChartSeries, kind: ChartKind): XmlElement | null {
  if (series.color === undefined || kind.plot === 'pieChart') return null;
  if (kind.plot === 'barChart') return xml('c:spPr', {}, [solidFill(series.color)]);
  return xml('c:spPr', {}, [xml('a:ln', { w: 28_575, cap: 'rnd' }, [solidFill(series.color), xml('a:round')])]);
}

function seriesElement(workbook: Workbook, series: ChartSeries, index: number, kind: ChartKind): XmlElement {
  const name =
    series.nameFormula === undefined
      ? xmlText('c:v', encodeXstring(series.name))
      : textReference(workbook, series.nameFormula);
  return xml('c:ser', {}, [
    value('idx', index),
    value('order', index),
    xml('c:tx', {}, [name]),
    shape(series, kind),
    kind.plot === 'lineChart' ? xml('c:marker', {}, [value('symbol', 'none')]) : null,
    kind.plot === 'barChart' ? value('invertIfNegative', 0) : null,
    series.categories === '' ? null : xml('c:cat', {}, [textReference(workbook, series.categories)]),
    xml('c:val', {}, [numberReference(workbook, series.values)]),
    kind.plot === 'lineChart' ? value('smooth', 0) : null,
  ]);
}

function plot(workbook: Workbook, definition: ChartDefinition, kind: ChartKind): XmlElement {
  const series = definition.series.map((each, index) => seriesElement(workbook, each, index, kind));
  const axes = [value('axId', CATEGORY_AXIS), value('axId', VALUE_AXIS)];
  switch (kind.plot) {
    case 'pieChart':
      return xml('c:pieChart', {}, [value('varyColors', 1), ...series, value('firstSliceAng', 0)]);
    case 'lineChart':
      return xml('c:lineChart', {}, [
        value('grouping', kind.grouping),
        value('varyColors', 0),
        ...series,
        value('marker', 1),
        ...axes,
      ]);
    case 'barChart':
      return xml('c:barChart', {}, [
        value('barDir', kind.direction),
        value('grouping', kind.grouping),
        value('varyColors', 0),
        ...series,
        value('gapWidth', definition.gapWidth ?? DEFAULT_GAP),
        // Without it stacked bars of one category would stand side by side.
        kind.grouping === 'clustered' ? null : value('overlap', 100),
        ...axes,
      ]);
  }
}

function axes(definition: ChartDefinition, kind: ChartKind): XmlElement[] {
  if (kind.plot === 'pieChart') return [];
  const isSideways = kind.direction === 'bar';
  const scaling = (isReversed: boolean, minimum?: number): XmlElement =>
    xml('c:scaling', {}, [
      value('orientation', isReversed ? 'maxMin' : 'minMax'),
      minimum === undefined ? null : value('min', minimum),
    ]);
  const ticks = [value('majorTickMark', 'none'), value('minorTickMark', 'none'), value('tickLblPos', 'nextTo')];
  const category = xml('c:catAx', {}, [
    value('axId', CATEGORY_AXIS),
    scaling(definition.categoryAxisReversed),
    value('delete', 0),
    value('axPos', isSideways ? 'l' : 'b'),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    ...ticks,
    line(GRID_COLOR),
    value('crossAx', VALUE_AXIS),
    value('crosses', 'autoZero'),
    value('auto', 1),
    value('lblAlgn', 'ctr'),
    value('lblOffset', 100),
    value('noMultiLvlLbl', 0),
  ]);
  const values = xml('c:valAx', {}, [
    value('axId', VALUE_AXIS),
    scaling(false, definition.valueAxisMinimum),
    value('delete', 0),
    value('axPos', isSideways ? 'b' : 'l'),
    xml('c:majorGridlines', {}, [line(GRID_COLOR)]),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    ...ticks.map((tick) => tick.clone()),
    xml('c:spPr', {}, [xml('a:ln', {}, [xml('a:noFill')])]),
    value('crossAx', CATEGORY_AXIS),
    value('crosses', 'autoZero'),
    value('crossBetween', 'between'),
    definition.valueAxisMajorUnit === undefined ? null : value('majorUnit', definition.valueAxisMajorUnit),
  ]);
  return [category, values];
}

export const legendPositions = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' } as const;

/** The part of a chart. */
export function chartElement(workbook: Workbook, definition: ChartDefinition): XmlElement {
  const kind = chartKind(definition.type);
  const legend =
    definition.legend &&
    xml('c:legend', {}, [value('legendPos', legendPositions[definition.legend]), value('overlay', 0)]);
  const chart = xml('c:chart', {}, [
    definition.title === null ? null : title(definition.title),
    value('autoTitleDeleted', definition.title === null),
    xml('c:plotArea', {}, [xml('c:layout'), plot(workbook, definition, kind), ...axes(definition, kind)]),
    legend,
    value('plotVisOnly', 1),
    value('dispBlanksAs', 'gap'),
  ]);
  return xml('c:chartSpace', { 'xmlns:c': CHART, 'xmlns:a': DRAWINGML, 'xmlns:r': RELATIONSHIPS }, [
    value('roundedCorners', 0),
    chart,
  ]);
}
