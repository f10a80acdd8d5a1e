import type { Language } from '../i18n';
import type { Day, DayRange, Objective, Plan, TrackedPlan } from '../plan';
import { objectiveRows, unfiledRows, type BlockContext } from './blocks';
import { datedRows, silentRows } from './dated';
import type { DraftRow } from './flow';
import { columnWidths, gridOf, type ReportLayout } from './geometry';
import type { Paper, ReportRow, ReportSheet } from './model';
import { bandRows, finished, fullLines, headerRow, sectionRows, strip } from './rows';
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
  /** What the report is printed on where nobody has chosen otherwise: see `paperOf`. */
  readonly paper: Paper;
  /** Whether a cell may hold several styles: an action and its facts, in the compact layout dates, title and details too. */
  readonly richText?: boolean;
}

interface Section {
  readonly label: string;
  readonly title: string;
  /** Figures at the end of the band. */
  readonly coverage?: string;
  readonly rows: readonly DraftRow[];
}

/**
 * The report of a plan and its activities: title block, figures, the heads of the columns, then the sections that
 * the order asks for, each a band with its rows. Pure: the same input gives the same report. Its pages are not
 * planned yet: `paginate` does, for the paper that the sheet has.
 */
export function buildReport(tracked: TrackedPlan, options: ReportOptions): ReportSheet {
  const { period, today, language, order, onlyUncovered, paper, layout = 'columns', objective } = options;
  const { plan, activities } =
    objective === undefined ? tracked : narrowed(tracked.plan, tracked.activities, objective);
  const words = reportWords(language);
  const selection = select(plan, activities, period, order);
  const open = period.from === null && period.to === null;
  // What is new and what is silent is not set out by strategy: there a coverage would have no place.
  const grid = gridOf(layout, order !== 'news');
  const context: BlockContext = {
    grid,
    richText: options.richText === true,
    words,
    selection,
    onlyUncovered,
    nothing: open ? words.noActivity : words.noActivityInPeriod,
  };
  const when = whenText(tracked, period, words);
  const builtOn = words.builtOn({ date: words.day(today) });
  const title = plan.title.trim() === '' ? words.untitled : plan.title;
  const heads = [
    words.strategies({ period: plan.strategyPeriod }),
    words.actions({ period: plan.actionPeriod }),
    ...(grid.dates === grid.activity ? [] : [words.dates]),
    words.activitiesHeader,
  ];
  const top: ReportRow[] = [
    ...fullLines(grid, plan.organisation, 'organisation'),
    ...fullLines(grid, title, 'title'),
    ...fullLines(grid, [when, builtOn, ...choicesSaid(options, words)].join('  ·  '), 'subtitle'),
    ...fullLines(grid, figures(plan.objectives, selection, words), 'figures'),
    strip(grid),
    headerRow(grid, heads, words.coverage),
  ];
  const sections = order === 'news' ? newsSections({ plan, activities }, today, context) : planSections(plan, context);
  const nothing = onlyUncovered ? words.everythingCovered : words.nothingToShow;
  const shown = [
    ...sections.flatMap((section) => laidOut(section, context)),
    ...(sections.length === 0 ? [strip(grid), ...fullLines(grid, nothing, 'subtitle'), strip(grid)] : []),
    ...(options.dateList === true
      ? laidOut(band(words.byDate, datedRows(selection.activities, context)), context)
      : []),
  ];
  return {
    language,
    columns: columnWidths(grid).map((width) => ({ width })),
    bar: grid.bar,
    rows: [...top, ...shown],
    header: { firstRow: top.length - 1, lastRow: top.length - 1 },
    print: {
      orientation: 'landscape',
      paper,
      header: { left: plan.organisation, right: when },
      footer: { left: `${title}  ·  ${builtOn}`, right: words.page({ page: '{page}', pages: '{pages}' }) },
    },
  };
}

/** The period; the last committee's day by its name, where the period is all that came since. */
function whenText({ settings }: TrackedPlan, period: DayRange, words: ReportWords): string {
  const { lastCommittee } = settings;
  return lastCommittee !== null && period.from === lastCommittee && period.to === null
    ? words.sinceCommittee({ date: words.day(lastCommittee) })
    : periodText(period, words);
}

/** What was chosen beside the period: a report that shows less, or in another order, says so. */
function choicesSaid({ objective, order, onlyUncovered, dateList }: ReportOptions, words: ReportWords): string[] {
  return [
    objective === undefined ? '' : words.onlyObjective({ no: objective }),
    words.ordered[order],
    onlyUncovered ? words.onlyUncovered : '',
    dateList === true ? words.withDateList : '',
  ].filter((text) => text !== '');
}

const band = (title: string, rows: readonly DraftRow[]): Section => ({ label: '', title, rows });

function laidOut({ label, title, coverage = '', rows }: Section, { grid }: BlockContext): ReportRow[] {
  return [...bandRows(grid, label, title, coverage), ...sectionRows(grid, rows), finished(grid, closing())];
}

/** The line that ends a section. */
const closing = (): DraftRow => ({ lines: 0, cells: [], again: [], spacer: true, rule: { strong: 0 } });

function planSections({ objectives }: Plan, context: BlockContext): Section[] {
  const { words, selection, onlyUncovered } = context;
  const sections = objectives
    .map((objective): Section => {
      const { covered, all } = share([objective], selection);
      return {
        label: objective.kind === 'strategic' ? words.objective({ no: objective.no }) : '',
        title: objective.title,
        coverage: all > 0 ? words.covered(covered, all) : '',
        rows: objectiveRows(objective, context),
      };
    })
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

function share(objectives: readonly Objective[], selection: Selection) {
  const actions = objectives.flatMap(({ strategies }) => strategies.flatMap((strategy) => strategy.actions));
  return { covered: actions.filter(({ no }) => selection.for(no).length > 0).length, all: actions.length };
}

function figures(objectives: readonly Objective[], selection: Selection, words: ReportWords): string {
  const occurrences = selection.activities.reduce((sum, activity) => sum + activity.occurrences.length, 0);
  const { covered, all } = share(objectives, selection);
  return [
    words.count(selection.activities.length, words.activities),
    words.count(occurrences, words.occurrences),
    ...(all > 0 ? [words.actionsCovered(covered, all)] : []),
  ].join('  ·  ');
}
