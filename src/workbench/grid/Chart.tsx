import type { ChartDefinition, Workbook } from '../../host/model';
import type { GridWords } from '../words';
import { pixels } from './axis';
import { axisTicks, chartData, type ChartData } from './chart-data';
import { textWidth } from './measure';

interface ChartProps {
  readonly workbook: Workbook;
  readonly definition: ChartDefinition;
  readonly left: number;
  readonly top: number;
  readonly words: GridWords;
}

const font = '11px Calibri, Carlito, "Workbench Calibri", sans-serif';

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Bar {
  readonly category: number;
  readonly series: number;
  readonly start: number;
  readonly end: number;
  /** Place within the category, 0 to 1, and its share. */
  readonly place: number;
  readonly share: number;
}

/** A chart of bars or columns, side by side or stacked, drawn from the cells it refers to; others as columns. */
export function Chart({ workbook, definition, left, top, words }: ChartProps) {
  const data = chartData(workbook, definition);
  const width = pixels(definition.width);
  const height = pixels(definition.height);
  const horizontal = definition.type.startsWith('Bar');
  const bars = barsOf(data, definition.type.includes('Stacked'));
  const ends = bars.flatMap((bar) => [bar.start, bar.end]);
  const ticks = axisTicks(Math.min(0, ...ends), Math.max(0, ...ends));
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const fraction = (value: number) => (value - low) / (high - low);
  const plot = plotOf(definition, data, width, height, horizontal);
  const slot = (horizontal ? plot.height : plot.width) / Math.max(1, data.categories.length);
  const reversed = horizontal !== definition.categoryAxisReversed;
  const slotStart = (category: number) => (reversed ? data.categories.length - 1 - category : category) * slot;
  const gap = (slot * (definition.gapWidth ?? 150)) / ((definition.gapWidth ?? 150) + 100);
  const details = data.series
    .map(({ name, values }) =>
      words.chartSeries({ name, points: values.map((value, i) => `${data.categories[i] ?? ''} ${value}`).join(', ') }),
    )
    .join('. ');
  const label = definition.altText || words.chart({ title: definition.title ? ` ${definition.title}` : '', details });

  return (
    <svg
      className="chart"
      role="img"
      aria-label={label}
      style={{ left, top, width, height }}
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect className="chart-ground" x={0.5} y={0.5} width={width - 1} height={height - 1} />
      {definition.title !== null && (
        <text className="chart-title" x={width / 2} y={24}>
          {definition.title}
        </text>
      )}
      {ticks.map((tick) => {
        const x = plot.left + fraction(tick) * plot.width;
        const y = plot.top + plot.height - fraction(tick) * plot.height;
        return horizontal ? (
          <g key={tick}>
            <line className="chart-line" x1={x} x2={x} y1={plot.top} y2={plot.top + plot.height} />
            <text className="chart-text middle" x={x} y={plot.top + plot.height + 15}>
              {tick}
            </text>
          </g>
        ) : (
          <g key={tick}>
            <line className="chart-line" x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} />
            <text className="chart-text end" x={plot.left - 6} y={y + 4}>
              {tick}
            </text>
          </g>
        );
      })}
      {bars.map((bar) => {
        const from = Math.min(fraction(bar.start), fraction(bar.end));
        const size = Math.abs(fraction(bar.end) - fraction(bar.start));
        const thickness = (slot - gap) * bar.share;
        const across = slotStart(bar.category) + gap / 2 + (slot - gap) * bar.place;
        const box = horizontal
          ? { x: plot.left + from * plot.width, y: plot.top + across, width: size * plot.width, height: thickness }
          : {
              x: plot.left + across,
              y: plot.top + plot.height * (1 - from - size),
              width: thickness,
              height: size * plot.height,
            };
        return <rect key={`${bar.category}:${bar.series}`} {...box} fill={data.series[bar.series]?.color} />;
      })}
      {data.categories.map((category, i) => {
        const middle = slotStart(i) + slot / 2;
        return horizontal ? (
          <text key={i} className="chart-text end" x={plot.left - 6} y={plot.top + middle + 4}>
            {shortened(category, plot.left - 14)}
          </text>
        ) : (
          <text key={i} className="chart-text middle" x={plot.left + middle} y={plot.top + plot.height + 15}>
            {shortened(category, slot)}
          </text>
        );
      })}
      {definition.legend !== null && (
        <Legend data={data} width={width} height={height} top={definition.legend === 'Top' ? 40 : height - 12} />
      )}
    </svg>
  );
}

function Legend({ data, width, top }: { data: ChartData; width: number; height: number; top: number }) {
  const entries = data.series.map((series) => ({ ...series, width: textWidth(series.name, font) + 28 }));
  const starts = entries.map((_, i) => entries.slice(0, i).reduce((sum, entry) => sum + entry.width, 0));
  const left = (width - entries.reduce((sum, entry) => sum + entry.width, 0)) / 2;
  return (
    <g>
      {entries.map((entry, i) => (
        <g key={entry.name}>
          <rect x={left + (starts[i] ?? 0)} y={top - 8} width={9} height={9} fill={entry.color} />
          <text className="chart-text" x={left + (starts[i] ?? 0) + 14} y={top}>
            {entry.name}
          </text>
        </g>
      ))}
    </g>
  );
}

function barsOf({ categories, series }: ChartData, stacked: boolean): Bar[] {
  return categories.flatMap((_, category) => {
    let above = 0;
    let below = 0;
    return series.map(({ values }, index): Bar => {
      const value = values[category] ?? 0;
      if (!stacked)
        return {
          category,
          series: index,
          start: 0,
          end: value,
          place: index / series.length,
          share: 1 / series.length,
        };
      const start = value < 0 ? below : above;
      if (value < 0) below += value;
      else above += value;
      return { category, series: index, start, end: start + value, place: 0, share: 1 };
    });
  });
}

function plotOf(
  definition: ChartDefinition,
  data: ChartData,
  width: number,
  height: number,
  horizontal: boolean,
): Plot {
  const top = (definition.title === null ? 14 : 38) + (definition.legend === 'Top' ? 20 : 0);
  const bottom = 26 + (definition.legend !== null && definition.legend !== 'Top' ? 22 : 0);
  const widest = Math.max(0, ...data.categories.map((category) => textWidth(category, font)));
  const left = horizontal ? Math.min(widest + 16, width * 0.45) : 44;
  return { left, top, width: Math.max(10, width - left - 18), height: Math.max(10, height - top - bottom) };
}

function shortened(text: string, room: number): string {
  if (textWidth(text, font) <= room) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, font) > room) end -= 1;
  return `${text.slice(0, end)}…`;
}
