import type { Action, Activity, Objective, Strategy } from '../plan';
import { lead, pour, spacer, type DraftRow, type Paragraph } from './flow';
import type { Grid } from './geometry';
import { safeLink } from './link';
import type { CellStyle, Rule } from './model';
import type { Selection } from './select';
import { occurrenceLines, type ReportWords } from './words';

/** What the blocks of a report are made from. */
export interface BlockContext {
  readonly grid: Grid;
  readonly words: ReportWords;
  readonly selection: Selection;
  readonly onlyUncovered: boolean;
  /** What stands where there is nothing, in words. */
  readonly nothing: string;
}

/** An objective's strategies, then what serves the objective as a whole; nothing where the options leave nothing. */
export function objectiveRows(objective: Objective, context: BlockContext): DraftRow[] {
  const strategies = objective.strategies.flatMap((strategy) => strategyRows(strategy, context));
  const own = context.selection.for(objective.no);
  if (context.onlyUncovered || (own.length === 0 && objective.strategies.length > 0)) return strategies;
  return [
    ...strategies,
    ...headed(paragraphs(context.words.wholeObjective, 'note'), activityRows(own, context), context),
  ];
}

/** Activities under no heading of the plan. */
export function unfiledRows(context: BlockContext): DraftRow[] {
  return ruled(activityRows(context.selection.unfiled, context), 'strong', context.grid.strategy);
}

function strategyRows(strategy: Strategy, context: BlockContext): DraftRow[] {
  const own = context.selection.for(strategy.no);
  const uncovered = (no: string) => context.selection.for(no).length === 0;
  const rows = strategy.actions
    .filter(({ no }) => !context.onlyUncovered || uncovered(no))
    .flatMap((action) => actionRows(action, context));
  if (strategy.actions.length === 0) {
    if (!context.onlyUncovered || own.length === 0) rows.push(...activityRows(own, context));
  } else if (own.length > 0 && !context.onlyUncovered) {
    const whole = activityRows(own, context);
    pour(context.grid, context.grid.action, paragraphs(context.words.wholeStrategy, 'note'), whole);
    rows.push(...ruled(whole, 'light', context.grid.action));
  }
  return rows.length === 0 ? [] : headed(strategyText(strategy, context), rows, context);
}

function headed(text: readonly Paragraph[], rows: DraftRow[], { grid }: BlockContext): DraftRow[] {
  pour(grid, grid.strategy, text, rows);
  return ruled(rows, 'strong', grid.strategy);
}

function strategyText({ no, title, actions }: Strategy, { words, selection }: BlockContext): Paragraph[] {
  const text = paragraphs(`${no} ${title}`, 'strategy');
  if (actions.length === 0) return text;
  const covered = actions.filter((action) => selection.for(action.no).length > 0).length;
  return [...text, ...paragraphs(words.strategyCovered(covered, actions.length), 'note')];
}

function actionRows(action: Action, context: BlockContext): DraftRow[] {
  const { words, grid } = context;
  const rows = activityRows(context.selection.for(action.no), context);
  const facts = [
    ...(action.owner === '' ? [] : [words.owner({ owner: action.owner })]),
    ...(action.due === null ? [] : [words.due({ date: words.day(action.due) })]),
    ...(action.status === '' ? [] : [words.status({ status: action.status })]),
  ];
  pour(
    grid,
    grid.action,
    [
      ...paragraphs(`${action.no} ${action.text}`, 'action'),
      ...action.subItems.flatMap((item) => paragraphs(`–\u00a0${item}`, 'action')),
      ...facts.flatMap((fact) => paragraphs(fact, 'note')),
    ],
    rows,
  );
  return ruled(rows, 'light', grid.action);
}

/** A block for each activity; where there is none, that is said. */
export function activityRows(activities: readonly Activity[], context: BlockContext): DraftRow[] {
  const { words, nothing, grid } = context;
  if (activities.length === 0) {
    const rows = [spacer(), ...lead(grid, grid.activity, paragraphs(nothing, 'none'))];
    return ruled(rows, 'light', grid.dates);
  }
  return activities.flatMap((activity) => {
    const dates = occurrenceLines(activity.occurrences, words).flatMap((line) => paragraphs(line, 'dates'));
    const text = activityText(activity, words);
    if (grid.dates === grid.activity) {
      return ruled([spacer(), ...lead(grid, grid.activity, [...dates, ...text])], 'light', grid.activity);
    }
    const rows = lead(grid, grid.activity, text);
    pour(grid, grid.dates, dates, rows);
    return ruled([spacer(), ...rows], 'light', grid.dates);
  });
}

function activityText({ title, details, participants, kind, link }: Activity, words: ReportWords): Paragraph[] {
  const address = safeLink(link);
  const text = [
    ...paragraphs(title, 'activity'),
    ...details.flatMap((line) => paragraphs(line, 'details')),
    ...(participants.length > 0 ? paragraphs(words.participants({ names: words.list(participants) }), 'details') : []),
    ...(kind === '' ? [] : paragraphs(words.kind({ kind }), 'details')),
    // An address that may not be a link is still what the person wrote: shown as text.
    ...paragraphs(link, address === undefined ? 'details' : 'link').map((paragraph) => ({
      ...paragraph,
      ...(address !== undefined && { link: address }),
    })),
  ];
  return text.length === 0 ? [{ text: '', style: 'activity' }] : text;
}

/** One for each line of a text; blank lines are left out. */
export function paragraphs(text: string, style: CellStyle): Paragraph[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, style }));
}

/** Draws a line over a block, from a column to the right edge. */
export function ruled(rows: DraftRow[], rule: Rule, from: number): DraftRow[] {
  const [first] = rows;
  // An outer block draws later, and further to the left, than the one it begins with.
  if (first) first.rule = { ...first.rule, [rule]: from };
  return rows;
}
