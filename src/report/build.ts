import type { Language } from '../i18n';
import type { Day, DayRange, Objective, TrackedPlan } from '../plan';
import { objectiveRows, unfiledRows, type BlockContext } from './blocks';
import { spacer, type DraftRow } from './flow';
import { columns, fontOf, fullRoom, heightOf, spacerHeight, textRoom, type ColumnIndex } from './geometry';
import { wrap } from './measure';
import type { CellStyle, ReportCell, ReportRow, ReportSheet, Rule } from './model';
import { breakPages } from './pages';
import { select, type ReportOrder, type Selection } from './select';
import { periodText, reportWords, type ReportWords } from './words';

export interface ReportOptions {
  /** Only dates in it are shown and counted; a range of days counts when any of its days does. */
  readonly period: DayRange;
  /** The day printed as the one the report was built on. */
  readonly today: Day;
  readonly language: Language;
  readonly order: ReportOrder;
  /** Only actions (and strategies without actions) that have no activity. */
  readonly onlyUncovered: boolean;
  readonly paper: 'letter' | 'a4';
}

/**
 * The report of a plan and its activities: title block, figures, the heads of the columns, then for
 * each objective a band and its strategies, actions and activities, then what serves no item of the
 * plan. Pure: the same input gives the same report.
 */
export function buildReport({ plan, activities }: TrackedPlan, options: ReportOptions): ReportSheet {
  const { period, today, language, order, onlyUncovered, paper } = options;
  const words = reportWords(language);
  const selection = select(plan, activities, period, order);
  const open = period.from === null && period.to === null;
  const context: BlockContext = {
    words,
    selection,
    onlyUncovered,
    nothing: open ? words.noActivity : words.noActivityInPeriod,
  };
  const when = periodText(period, words);
  const builtOn = words.builtOn({ date: words.day(today) });
  const top: ReportRow[] = [
    ...fullLines(plan.organisation, 'organisation'),
    ...fullLines(plan.title, 'title'),
    ...fullLines([when, builtOn, ...(onlyUncovered ? [words.onlyUncovered] : [])].join('  ·  '), 'subtitle'),
    ...fullLines(figures(plan.objectives, selection, words), 'figures'),
    strip(),
    headerRow([
      words.strategies({ period: plan.strategyPeriod }),
      words.actions({ period: plan.actionPeriod }),
      words.dates,
      words.activitiesHeader,
    ]),
  ];
  const sections = plan.objectives
    .map((objective) => ({
      label: objective.kind === 'strategic' ? words.objective({ no: objective.no }) : '',
      title: objective.title,
      rows: objectiveRows(objective, context),
    }))
    .filter(({ rows }) => rows.length > 0 || !onlyUncovered);
  if (selection.unfiled.length > 0 && !onlyUncovered) {
    sections.push({ label: '', title: words.unfiled, rows: unfiledRows(context) });
  }
  const body =
    sections.length === 0 && onlyUncovered
      ? [strip(), ...fullLines(words.everythingCovered, 'subtitle')]
      : sections.flatMap(({ label, title, rows }) => [
          ...bandRows(label, title),
          ...rows.map(finished),
          finished({ ...spacer(), rule: { strong: 0 } }),
        ]);
  return {
    language,
    columns: columns.map(({ width }) => ({ width })),
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
function fullLines(text: string, style: CellStyle, fill: CellStyle = 'blank'): ReportRow[] {
  if (text.trim() === '') return [];
  return wrap(text.replace(/\s*[\r\n]+\s*/g, ' '), fullRoom, fontOf(style)).map((line) => ({
    cells: [{ text: line.trimEnd(), style }, ...blanks(fill)],
    height: heightOf(style, 1),
  }));
}

function blanks(style: CellStyle): ReportCell[] {
  return columns.slice(1).map(() => ({ text: '', style }));
}

function bandRows(label: string, title: string): ReportRow[] {
  return [...fullLines(label, 'bandLabel', 'band'), ...fullLines(title, 'band', 'band')];
}

function headerRow(texts: readonly string[]): ReportRow {
  const lines = texts.map((text, column) => wrap(text, textRoom(column as ColumnIndex), fontOf('columnHeader')));
  return {
    cells: lines.map((parts) => ({ text: parts.map((part) => part.trimEnd()).join('\n'), style: 'columnHeader' })),
    height: heightOf('columnHeader', Math.max(...lines.map(({ length }) => length))),
  };
}

function strip(): ReportRow {
  return finished(spacer());
}

function finished({ cells, lines, rule, spacer: isSpacer }: DraftRow): ReportRow {
  return {
    cells: cells.map((cell, index) => {
      const drawn = ruleAt(rule, index);
      return { ...(cell ?? { text: '', style: 'blank' }), ...(drawn && { rule: drawn }) };
    }),
    height: isSpacer ? spacerHeight : heightOf('details', lines),
  };
}

function ruleAt(rule: Partial<Record<Rule, ColumnIndex>> | undefined, column: number): Rule | undefined {
  if (column >= (rule?.strong ?? Infinity)) return 'strong';
  return column >= (rule?.light ?? Infinity) ? 'light' : undefined;
}
