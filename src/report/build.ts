import type { Language } from '../i18n';
import type { Day, DayRange, Objective, Plan, TrackedPlan } from '../plan';
import { objectiveRows, unfiledRows, type BlockContext } from './blocks';
import { datedRows, silentRows } from './dated';
import { spacer, type DraftRow } from './flow';
import { fontOf, fullRoom, grids, heightOf, spacerHeight, textRoom, type Grid, type ReportLayout } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportCell, ReportRow, ReportSheet, Rule } from './model';
import { breakPages } from './pages';
import { narrowed, select, type ReportOrder, type Selection } from './select';
import { periodText, reportWords, type ReportWords } from './words';

export interface ReportOptions {
  /** Only dates in it are shown and counted; a range of days counts when any of its days does. */
  readonly period: DayRange;
  /** The day printed as the one the report was built on. */
  readonly today: Day;
  readonly language: Language;
  readonly order: ReportOrder;
  /** `columns` where it is not said. */
  readonly layout?: ReportLayout;
  /** The number of the one objective to report on. */
  readonly objective?: string;
  /** A last section with all activities by date. */
  readonly dateList?: boolean;
  /** Only actions (and strategies without actions) that have no activity. */
  readonly onlyUncovered: boolean;
  readonly paper: 'letter' | 'a4';
}

interface Section {
  readonly label: string;
  readonly title: string;
  readonly rows: readonly DraftRow[];
}

/**
 * The report of a plan and its activities: title block, figures, the heads of the columns, then the sections that
 * the order asks for, each a band with its rows. Pure: the same input gives the same report.
 */
export function buildReport(tracked: TrackedPlan, options: ReportOptions): ReportSheet {
  const { period, today, language, order, onlyUncovered, paper, layout = 'columns', objective } = options;
  const { plan, activities } =
    objective === undefined ? tracked : narrowed(tracked.plan, tracked.activities, objective);
  const words = reportWords(language);
  const selection = select(plan, activities, period, order);
  const open = period.from === null && period.to === null;
  const grid = grids[layout];
  const context: BlockContext = {
    grid,
    words,
    selection,
    onlyUncovered,
    nothing: open ? words.noActivity : words.noActivityInPeriod,
  };
  const when = periodText(period, words);
  const builtOn = words.builtOn({ date: words.day(today) });
  const full = (text: string, style: CellStyle, fill?: CellStyle) => fullLines(grid, text, style, fill);
  const heads = [
    words.strategies({ period: plan.strategyPeriod }),
    words.actions({ period: plan.actionPeriod }),
    ...(grid.dates === grid.activity ? [] : [words.dates]),
    words.activitiesHeader,
  ];
  const top: ReportRow[] = [
    ...full(plan.organisation, 'organisation'),
    ...full(plan.title, 'title'),
    ...full([when, builtOn, ...(onlyUncovered ? [words.onlyUncovered] : [])].join('  ·  '), 'subtitle'),
    ...full(figures(plan.objectives, selection, words), 'figures'),
    strip(grid),
    headerRow(grid, heads),
  ];
  const sections = [
    ...(order === 'news' ? newsSections({ plan, activities }, today, context) : planSections(plan, context)),
    ...(options.dateList === true ? [band(words.byDate, datedRows(selection.activities, context))] : []),
  ];
  const body =
    sections.length === 0 && onlyUncovered
      ? [strip(grid), ...full(words.everythingCovered, 'subtitle')]
      : sections.flatMap(({ label, title, rows }) => [
          ...full(label, 'bandLabel', 'band'),
          ...full(title, 'band', 'band'),
          ...rows.map((row) => finished(grid, row)),
          finished(grid, { ...spacer(), rule: { strong: 0 } }),
        ]);
  return {
    language,
    columns: grid.widths.map((width) => ({ width })),
    rows: breakPages([...top, ...body], { header: top.length - 1, paper }),
    header: { firstRow: top.length - 1, lastRow: top.length - 1 },
    print: {
      orientation: 'landscape',
      paper,
      header: { left: plan.organisation, right: when },
      footer: { left: `${plan.title}  ·  ${builtOn}`, right: words.page({ page: '{page}', pages: '{pages}' }) },
    },
  };
}

const band = (title: string, rows: readonly DraftRow[]): Section => ({ label: '', title, rows });

function planSections({ objectives }: Plan, context: BlockContext): Section[] {
  const { words, selection, onlyUncovered } = context;
  const sections = objectives
    .map((objective): Section => ({
      label: objective.kind === 'strategic' ? words.objective({ no: objective.no }) : '',
      title: objective.title,
      rows: objectiveRows(objective, context),
    }))
    .filter(({ rows }) => rows.length > 0 || !onlyUncovered);
  if (selection.unfiled.length > 0 && !onlyUncovered) sections.push(band(words.unfiled, unfiledRows(context)));
  return sections;
}

/** What is new, then what is silent. */
function newsSections(
  { plan, activities }: Pick<TrackedPlan, 'plan' | 'activities'>,
  today: Day,
  context: BlockContext,
): Section[] {
  const { words, selection, onlyUncovered } = context;
  const news = selection.activities.length > 0 ? words.newIn : words.nothingNew;
  const silent = silentRows(plan, activities, today, context);
  return [
    ...(onlyUncovered ? [] : [band(news, datedRows(selection.activities, context))]),
    ...(silent.length > 0 ? [band(words.silentIn, silent)] : []),
  ];
}

function figures(objectives: readonly Objective[], selection: Selection, words: ReportWords): string {
  const occurrences = selection.activities.reduce((sum, activity) => sum + activity.occurrences.length, 0);
  const actions = objectives.flatMap(({ strategies }) => strategies.flatMap((strategy) => strategy.actions));
  const covered = actions.filter(({ no }) => selection.for(no).length > 0).length;
  return [
    words.count(selection.activities.length, words.activities),
    words.count(occurrences, words.occurrences),
    ...(actions.length > 0 ? [words.actionsCovered(covered, actions.length)] : []),
  ].join('  ·  ');
}

/** A row for each line that a text takes over the whole width: it runs over blank cells, which merging would not improve. */
function fullLines(grid: Grid, text: string, style: CellStyle, fill: CellStyle = 'blank'): ReportRow[] {
  if (text.trim() === '') return [];
  return wrap(text.replace(/\s*[\r\n]+\s*/g, ' '), fullRoom, fontOf(style)).map((line) => ({
    cells: [{ text: line.trimEnd(), style }, ...blanks(grid, fill)],
    height: heightOf(style, 1),
  }));
}

function blanks({ widths }: Grid, style: CellStyle): ReportCell[] {
  return widths.slice(1).map(() => ({ text: '', style }));
}

function headerRow(grid: Grid, texts: readonly string[]): ReportRow {
  const lines = texts.map((text, column) => wrap(text, textRoom(grid, column), fontOf('columnHeader')));
  return {
    cells: lines.map((parts) => ({ text: parts.map((part) => part.trimEnd()).join('\n'), style: 'columnHeader' })),
    height: heightOf('columnHeader', Math.max(...lines.map(({ length }) => length))),
  };
}

function strip(grid: Grid): ReportRow {
  return finished(grid, spacer());
}

function finished({ widths }: Grid, { cells, lines, rule, spacer: isSpacer }: DraftRow): ReportRow {
  return {
    cells: widths.map((_, index) => {
      const drawn = ruleAt(rule, index);
      return { ...(cells[index] ?? { text: '', style: 'blank' }), ...(drawn && { rule: drawn }) };
    }),
    height: isSpacer ? spacerHeight : heightOf('details', lines),
  };
}

function ruleAt(rule: Partial<Record<Rule, number>> | undefined, column: number): Rule | undefined {
  if (column >= (rule?.strong ?? Infinity)) return 'strong';
  return column >= (rule?.light ?? Infinity) ? 'light' : undefined;
}
