import type { Action, Activity, Objective, Occurrence, Strategy } from '../plan';
import { lead, opening, pour, sayAgain, spacer, type DraftRow, type Paragraph, type Setting } from './flow';
import { filledCells, fontOf, textRoom } from './geometry';
import { safeLink } from './link';
import { shortenToWidth, textWidth, wrap } from './measure';
import type { CellStyle, Rule } from './model';
import { unnamed } from './named';
import type { Selection } from './select';
import { occurrenceLines, type ReportWords } from './words';

/** What the blocks of a report are made from. */
export interface BlockContext extends Setting {
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

/** Activities under no heading of the plan, each with the number that it was given, where it has one. */
export function unfiledRows(context: BlockContext): DraftRow[] {
  const { grid, words, selection } = context;
  const rows = selection.unfiled.flatMap((activity) => {
    const own = activityRows([activity], context);
    if (activity.planNo === null) return own;
    pour(context, grid.action, paragraphs(words.unknownNo({ no: activity.planNo }), 'note'), own);
    return ruled(own, 'light', grid.action);
  });
  return ruled(rows, 'strong', grid.strategy);
}

function strategyRows(strategy: Strategy, context: BlockContext): DraftRow[] {
  const own = context.selection.for(strategy.no);
  const { onlyUncovered, words, grid, selection } = context;
  const isCovered = ({ no }: Action) => selection.for(no).length > 0;
  const rows = strategy.actions
    .filter((action) => !onlyUncovered || !isCovered(action))
    .flatMap((action) => actionRows(action, context));
  if (strategy.actions.length === 0) {
    if (!onlyUncovered || own.length === 0) rows.push(...activityRows(own, context));
  } else if (own.length > 0 && !onlyUncovered) {
    const whole = activityRows(own, context);
    pour(context, grid.action, paragraphs(words.wholeStrategy, 'note'), whole);
    sayAgain(whole, grid.action, again(words.wholeStrategy, grid.action, context));
    rows.push(...ruled(whole, 'light', grid.action));
  }
  if (rows.length === 0) return [];
  const title = `${strategy.no} ${strategy.title}`;
  const block = headed(paragraphs(title, 'strategy'), rows, context);
  sayAgain(block, grid.strategy, again(title, grid.strategy, context));
  const covered = strategy.actions.filter(isCovered).length;
  if (strategy.actions.length > 0) coverBar(block, covered, strategy.actions.length, context);
  return block;
}

/** A bar on a strip of its own, free of the line above it, and under it its figures in words. */
function coverBar(block: DraftRow[], covered: number, all: number, { grid, words }: BlockContext): void {
  const first = block.find(({ spacer: isSpacer }) => isSpacer !== true);
  if (!grid.bar || !first) return;
  first.cells[grid.bar.column] = { text: words.covered(covered, all), style: 'coverage' };
  block.splice(1, 0, { ...spacer(), bar: filledCells(covered, all) });
}

function headed(text: readonly Paragraph[], rows: DraftRow[], context: BlockContext): DraftRow[] {
  pour(context, context.grid.strategy, text, rows);
  return ruled(rows, 'strong', context.grid.strategy);
}

/** « 1.1 Rencontrer les employeurs… (suite) », on one line. */
function again(text: string, column: number, { grid, words }: BlockContext): string {
  const font = fontOf('continued');
  const mark = `\u00a0${words.continued}`;
  return `${shortenToWidth(text, textRoom(grid, column) - textWidth(mark, font), font)}${mark}`;
}

function actionRows(action: Action, context: BlockContext): DraftRow[] {
  const { words, grid, onlyUncovered, nothing } = context;
  const facts = [
    ...expected(action, words),
    ...(action.status === '' ? [] : [words.status({ status: action.status })]),
  ];
  // Where nothing is said of any action, the facts stand in that place: the rows are half as high.
  const rows = onlyUncovered
    ? nothingRows(paragraphs(nothing, 'none'), facts, context)
    : activityRows(context.selection.for(action.no), context);
  const text = `${action.no} ${action.text}`;
  pour(
    context,
    grid.action,
    [
      ...paragraphs(text, 'action'),
      ...action.subItems.flatMap((item) => paragraphs(`–\u00a0${item}`, 'action')),
      ...(onlyUncovered ? [] : facts).flatMap((fact) => paragraphs(fact, 'note')),
    ],
    rows,
  );
  sayAgain(rows, grid.action, again(text, grid.action, context));
  return ruled(rows, 'light', grid.action);
}

/** Who answers for an action and by when, as far as the plan says. */
export function expected({ owner, due }: Action, words: ReportWords): string[] {
  return [
    ...(owner === '' ? [] : [words.owner({ owner })]),
    ...(due === null ? [] : [words.due({ date: words.day(due) })]),
  ];
}

/** A block that says that there is nothing, and what is expected. */
export function nothingRows(said: readonly Paragraph[], facts: readonly string[], context: BlockContext): DraftRow[] {
  const { grid } = context;
  const text = [...said, ...facts.flatMap((fact) => paragraphs(fact, 'details'))];
  return ruled([opening(), ...lead(context, grid.activity, text)], 'light', grid.dates);
}

/** A block for each activity; where there is none, that is said. */
export function activityRows(activities: readonly Activity[], context: BlockContext): DraftRow[] {
  const { words, nothing, grid } = context;
  if (activities.length === 0) return nothingRows(paragraphs(nothing, 'none'), [], context);
  return activities.flatMap((activity) => {
    const { occurrences } = activity;
    const dates =
      occurrences.length === 0
        ? paragraphs(words.undated, 'note')
        : datesLines(occurrences, context).flatMap((line) => paragraphs(line, 'dates'));
    const text = activityText(activity, words);
    if (grid.dates === grid.activity) {
      return ruled([opening(), ...lead(context, grid.activity, [...dates, ...text])], 'light', grid.activity);
    }
    const rows = lead(context, grid.activity, text);
    pour(context, grid.dates, dates, rows);
    return ruled([opening(), ...rows], 'light', grid.dates);
  });
}

/** The dates in words; each on a line of its own where a list would leave its « et » alone on one. */
function datesLines(occurrences: readonly Occurrence[], { grid, words }: BlockContext): string[] {
  const lines = occurrenceLines(occurrences, words);
  const room = textRoom(grid, grid.dates);
  const isBroken = lines.some((line) =>
    wrap(line, room, fontOf('dates')).some((part) => /^\p{L}+$/u.test(part.trim())),
  );
  return isBroken ? occurrences.flatMap((each) => occurrenceLines([each], words)) : lines;
}

function activityText({ title, details, participants, kind, link }: Activity, words: ReportWords): Paragraph[] {
  const address = safeLink(link);
  const others = unnamed(participants, details);
  const text = [
    ...paragraphs(title, 'activity'),
    ...details.flatMap((line) => paragraphs(line, 'details')),
    ...paragraphs(kindAndNames(kind, words.list(others), words), 'details'),
    // An address that may not be a link is still what the person wrote: shown as text.
    ...paragraphs(link, address === undefined ? 'details' : 'link').map((paragraph) => ({
      ...paragraph,
      ...(address !== undefined && { link: address }),
    })),
  ];
  return text.length === 0 ? [{ text: '', style: 'activity' }] : text;
}

/** « Rencontre, avec Noé Roy »: one line for what is said of most activities. */
function kindAndNames(kind: string, names: string, words: ReportWords): string {
  if (names === '') return kind === '' ? '' : words.kind({ kind });
  return kind === '' ? words.participants({ names }) : words.kindWith({ kind, names });
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
