import { writeDay, writePeriod } from '../../dates';
import type { Language } from '../../i18n';
import {
  countSpans,
  coverageChange,
  coverageRows,
  fillSpans,
  flatten,
  readableSpan,
  type CoverageChange,
  type CoverageRow,
  type Level,
  type Span,
} from '../../plan';
import { shortenToWidth, sizes, wrapText } from '../../report';
import type { CoverageMeasure, CoverageRequest } from '../model';
import { timeSeries, type TimeSeries } from './timeSeries';
import { uncoveredItems, type UncoveredItem } from './uncovered';
import { coverageWords } from './words';

export const pivotName = 'CouverturePivot';

/** The columns of the coverage sheet: number, three of labels, then one for each figure or month. Points. */
export const labelColumns = [44, 140, 170, 220] as const;
export const figureWidth = 60;
/** Columns of months, quarters or years beyond those, and of their total. */
export const spanWidth = 48;
export const totalWidth = 72;
/** Columns of the live list after its labels: activities, dates, first, last, days, state (over two). */
export const figureColumns = 7;

const sheetWidth = labelColumns.reduce<number>((sum, width) => sum + width, 0) + figureColumns * figureWidth;
/** What a text may take from the second column to the last of labels. */
export const labelRoom = labelColumns.slice(1).reduce((sum, points) => sum + points, 0) * 0.93 - 8;

/**
 * Rows of 0 that the source may take so that each item has one in each month, quarter or year: enough for 160 items over
 * 18 months. Beyond, Excel shows its zeros all the same; programs that leave such cells blank do so, and the table
 * stays as long as the activities make it.
 */
const mostFilled = 3_000;

/**
 * Labels of the pivot: what one line of their column holds, with the number that makes each the only one. Some
 * programs set a PivotTable in their own font when they refresh it, larger than ours.
 */
const labelRooms = { objective: labelColumns[1], strategy: labelColumns[2], action: labelColumns[3] } as const;
const pivotFont = { size: 11 } as const;

function pivotLabel(text: string, field: keyof typeof labelRooms): string {
  return shortenToWidth(text, labelRooms[field] - 10, pivotFont);
}

export interface ListItem {
  readonly no: string;
  readonly level: Level;
  readonly text: string;
}

export interface StrategyItem extends ListItem {
  readonly actions: number;
}

/** What has changed since the committee's last meeting, item by item. */
export interface ChangeModel {
  readonly title: string;
  readonly figures: string;
  readonly changes: readonly CoverageChange[];
}

/** What the coverage sheet shows, before it is a sheet. */
export interface CoverageModel {
  readonly source: readonly CoverageRow[];
  readonly measure: CoverageMeasure;
  readonly across: Span;
  /** True where nobody asked for these columns: months would be too many. */
  readonly isCoarse: boolean;
  readonly items: readonly ListItem[];
  /** Strategies that have actions, and how many: the chart's. */
  readonly strategies: readonly StrategyItem[];
  readonly series: TimeSeries;
  /** What has had nothing in the period. */
  readonly uncovered: readonly UncoveredItem[];
  readonly change: ChangeModel | null;
  /** The period counted, in words. */
  readonly period: string;
  readonly subtitle: string;
  /** What the numbers mean, in lines that fit the sheet. */
  readonly notes: readonly string[];
}

export function coverageModel(request: CoverageRequest): CoverageModel {
  const { plan, activities, period, today, language, measure = 'activities' } = request;
  const words = coverageWords[language];
  const [objective, strategy, action] = [labels('objective'), labels('strategy'), labels('action')];
  const rows = coverageRows(plan, activities, period, today, words).map((row) => ({
    ...row,
    objective: objective(row.objective),
    strategy: strategy(row.strategy),
    action: action(row.action),
  }));
  const items = flatten(plan).map(({ no, level, text }) => ({ no, level, text }));
  const body = { size: sizes.body };
  const periodText = periodOf(period, language);
  const { across, isCoarse } = acrossOf(rows, request.across ?? 'auto');
  return {
    source: filled(rows, across, words),
    measure,
    across,
    isCoarse,
    items,
    strategies: strategiesOf(plan),
    series: timeSeries(rows, words),
    uncovered: uncoveredItems(request),
    change: changeOf(request),
    period: periodText,
    subtitle: [plan.organisation, words.coverageBuilt({ period: periodText, date: writeDay(today, { language }) })]
      .filter((part) => part !== '')
      .join('  ·  '),
    notes: [words.meaning, words.liveNote({ date: writeDay(today, { language }) })].flatMap((note) =>
      wrapText(note, sheetWidth * 0.92, body).map((line) => line.trimEnd()),
    ),
  };
}

/** Makes the pivot's labels of a level: each is measured once, however many rows have it. */
function labels(level: keyof typeof labelRooms): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const label = made.get(text) ?? pivotLabel(text, level);
    made.set(text, label);
    return label;
  };
}

function strategiesOf({ objectives }: CoverageRequest['plan']): StrategyItem[] {
  return objectives.flatMap(({ strategies }) =>
    strategies
      .filter(({ actions }) => actions.length > 0)
      .map(({ no, title, actions }) => ({ no, level: 'strategy', text: title, actions: actions.length })),
  );
}

function acrossOf(
  rows: readonly CoverageRow[],
  wanted: 'auto' | 'months' | 'quarters',
): Pick<CoverageModel, 'across' | 'isCoarse'> {
  if (wanted !== 'auto') return { across: wanted === 'months' ? 'month' : 'quarter', isCoarse: false };
  const across = readableSpan(rows);
  return { across, isCoarse: across !== 'month' };
}

function filled(
  rows: readonly CoverageRow[],
  across: Span,
  words: Parameters<typeof fillSpans>[2],
): readonly CoverageRow[] {
  const items = new Set(rows.map(({ no }) => no)).size;
  return items * countSpans(rows, across) <= mostFilled ? fillSpans(rows, across, words) : rows;
}

function changeOf({ plan, activities, today, language, lastCommittee }: CoverageRequest): ChangeModel | null {
  if (!lastCommittee) return null;
  const words = coverageWords[language];
  const changes = coverageChange(plan, activities, lastCommittee, today);
  const count = (kind: CoverageChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    title: words.since({ date: writeDay(lastCommittee, { language }), today: writeDay(today, { language }) }),
    figures: words.sinceFigures({
      newlyCovered: count('newlyCovered'),
      stillActive: count('stillActive'),
      silent: count('silent'),
      neverCovered: count('neverCovered'),
    }),
    changes,
  };
}

function periodOf(period: CoverageRequest['period'], language: Language): string {
  const text = writePeriod(period, { language });
  return text === '' ? coverageWords[language].allDates : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
