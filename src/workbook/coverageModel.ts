import { writeDay, writePeriod } from '../dates';
import type { Language } from '../i18n';
import { coverageRows, flatten, type CoverageRow, type Level } from '../plan';
import { shortenToWidth, sizes, wrapText } from '../report';
import { sheetWords } from './contract';
import type { CoverageRequest } from './gateway';
import { uncoveredItems, type UncoveredItem } from './uncovered';

export const pivotName = 'CouverturePivot';

/** The columns of the coverage sheet: number, three of labels, then one for each figure or month. Points. */
export const labelColumns = [44, 130, 150, 210] as const;
export const figureWidth = 54;
/** Columns of the live list after its labels: activities, dates, first, last, days, state (over two). */
export const figureColumns = 7;

export const sheetWidth = labelColumns.reduce<number>((sum, width) => sum + width, 0) + figureColumns * figureWidth;

/** A pivot with more months than that is too wide to print: it gets quarters. */
const mostMonths = 18;

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

/** What the coverage sheet shows, before it is a sheet. */
export interface CoverageModel {
  readonly source: readonly CoverageRow[];
  readonly across: 'month' | 'quarter';
  readonly items: readonly ListItem[];
  /** Strategies that have actions: the chart's. */
  readonly strategies: readonly ListItem[];
  /** What has had nothing in the period. */
  readonly uncovered: readonly UncoveredItem[];
  readonly subtitle: string;
  /** What the numbers mean, in lines that fit the sheet. */
  readonly notes: readonly string[];
}

export function coverageModel(request: CoverageRequest): CoverageModel {
  const { plan, activities, period, today, language } = request;
  const words = sheetWords[language];
  const source = coverageRows(plan, activities, period, today, words).map((row) => ({
    ...row,
    objective: pivotLabel(row.objective, 'objective'),
    strategy: pivotLabel(row.strategy, 'strategy'),
    action: pivotLabel(row.action, 'action'),
  }));
  const items = flatten(plan).map(({ no, level, text }) => ({ no, level, text }));
  const withActions = new Set(
    plan.objectives.flatMap(({ strategies }) =>
      strategies.filter(({ actions }) => actions.length > 0).map(({ no }) => no),
    ),
  );
  const body = { size: sizes.body };
  return {
    source,
    across: new Set(source.map(({ month }) => month)).size > mostMonths ? 'quarter' : 'month',
    items,
    strategies: items.filter(({ no }) => withActions.has(no)),
    uncovered: uncoveredItems(request),
    subtitle: [
      plan.organisation,
      words.coverageBuilt({ period: periodOf(period, language), date: writeDay(today, { language }) }),
    ]
      .filter((part) => part !== '')
      .join('  ·  '),
    notes: [words.meaning, words.liveNote].flatMap((note) =>
      wrapText(note, sheetWidth * 0.92, body).map((line) => line.trimEnd()),
    ),
  };
}

function periodOf(period: CoverageRequest['period'], language: Language): string {
  const text = writePeriod(period, { language });
  return text === '' ? sheetWords[language].allDates : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
