import { type DateLanguage } from '../dates';
import { type Day, day, daysBetween, fold, type Place, type Plan, shorten, toParts, yearOf } from '../plan';
import type { Block } from './blocks';
import { type CollectOptions, Collection, type DraftActivity } from './collect';
import { Enumeration } from './enumeration';
import { guessLanguage } from './language';
import { LineReader } from './lines';
import type { OutlineWords } from './outline';
import { type ImportProblem, importProblem } from './problems';
import type { SourceDocument } from './source';
import { TableReader } from './tables';

/** Something to settle once for many activities, or for one, before anything is written. */
export type ImportQuestion =
  /** Dates whose year was taken from context: right for all, or to be corrected for all. */
  | { readonly kind: 'inferredYear'; readonly year: number; readonly activities: readonly string[] }
  /** Filed under their strategy: keep, take the suggestion, or choose. */
  | {
      readonly kind: 'withoutAction';
      readonly planNo: string;
      readonly suggestedNo: string;
      readonly activities: readonly string[];
    }
  /** Filed under the action of their row, which may stand there by chance. */
  | { readonly kind: 'rowAction'; readonly activities: readonly string[] }
  | { readonly kind: 'severalActions'; readonly activity: string; readonly candidates: readonly string[] }
  /** Dates written that could not be read: the activity is kept. */
  | { readonly kind: 'unreadDate'; readonly activity: string; readonly text: string };

/** What a document would bring in. Nothing is written. */
export interface DraftImport {
  readonly plan: Plan;
  readonly activities: readonly DraftActivity[];
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly language: DateLanguage;
  /** False where the document holds neither a plan nor activities: the draft is then empty. */
  readonly isPlan: boolean;
}

export interface DraftOptions {
  readonly words: OutlineWords;
  /** Decides 04/10/2021; found out from the text where it is left out. */
  readonly language?: DateLanguage;
  /** For dates without a year in a document that states none. */
  readonly referenceYear: number;
  readonly newId?: () => string;
}

const emptyPlan: Plan = { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] };

/**
 * The plan and activities that a document holds, with every doubt. Pure and total: any document gives
 * a draft, one that holds no plan an empty one with the problem `notAPlan`. A second pass gives dates
 * without a year that of their neighbours.
 */
export function draftImport(document: SourceDocument, options: DraftOptions): DraftImport {
  const language = options.language ?? guessLanguage(document.blocks);
  const { words, referenceYear } = options;
  const collect = {
    language,
    words,
    years: [],
    fallbackYear: referenceYear,
    ...(options.newId && { newId: options.newId }),
  };
  const first = collectBlocks(document.blocks, collect);
  const guess = first.activities.some(hasInferredYear);
  const years = guess ? neighbourYears(first, referenceYear) : [];
  const found = guess ? collectBlocks(document.blocks, { ...collect, years }) : first;
  if (!isPlan(found)) {
    const place: Place = { kind: 'line', line: 1 };
    const problems = [importProblem('notAPlan', place, {})];
    return { plan: emptyPlan, activities: [], problems, questions: [], language, isPlan: false };
  }
  const { activities, outline } = found;
  const problems = [...outline.problems, ...found.problems, ...similarTitles(activities)];
  return {
    plan: outline.plan(),
    activities,
    problems: inOrder(problems),
    questions: questionsOf(activities, found.problems),
    language,
    isPlan: true,
  };
}

function collectBlocks(blocks: readonly Block[], options: CollectOptions): Collection {
  const found = new Collection(options);
  const lines = new LineReader(found, new Enumeration(blocks, found.context));
  const tables = new TableReader(found, lines);
  blocks.forEach((block, at) => {
    if (block.kind === 'table') {
      lines.flush();
      tables.read(block);
      return;
    }
    const next = blocks[at + 1];
    lines.read(block.line, next?.kind === 'line' ? next.line : null);
  });
  lines.flush();
  return found;
}

/**
 * A plan says so (labels, headers, arrows) or lists dated activities. Prose with a date here and there
 * is none, and neither are numbered headings alone.
 */
function isPlan({ activities, isLabelled, structured, unplaced, outline }: Collection): boolean {
  const { strategies, actions, objectives } = outline.counts;
  const dated = activities.filter(({ occurrences, unreadDates }) => occurrences.length + unreadDates.length > 0);
  if (isLabelled) return strategies + actions + dated.length > 0 || objectives > 1;
  const placed = activities.reduce((sum, { source }) => sum + source.length, 0);
  return structured >= 1 && dated.length >= 2 && dated.length * 3 >= activities.length && placed * 2 >= unplaced;
}

function hasInferredYear({ occurrences }: DraftActivity): boolean {
  return occurrences.some(({ inferred }) => inferred);
}

/** Half a year: farther from its neighbour than this, a date is rather in the year beside. */
const halfYear = 183;

/** The year that brings a date written without one close to its neighbour: « 28 novembre 2022 », then « 9 janvier ». */
function nearYear(activity: DraftActivity, neighbour: Day | null, period: string): number | null {
  const own = activity.occurrences.find(({ inferred }) => inferred)?.start;
  if (own === undefined || neighbour === null) return null;
  const { month, day: date } = toParts(own);
  const year = yearOf(neighbour);
  const [from = 0, to = 0] = period.split('-').map(Number);
  const others = [year + 1, year - 1].filter((other) => from <= other && other <= to);
  const distance = (candidate: number) => {
    const there = day(candidate, month, date);
    return there === null ? Infinity : Math.abs(daysBetween(neighbour, there));
  };
  return distance(year) <= halfYear ? year : (others.find((other) => distance(other) <= halfYear) ?? year);
}

/** For each activity, the year stated nearest to it in the document, the one before it first; the last for those after. */
function neighbourYears({ activities, outline }: Collection, referenceYear: number): number[] {
  const first = activities.map(({ occurrences }) => occurrences.find(({ inferred }) => !inferred)?.start ?? null);
  const last = activities.map(({ occurrences }) => occurrences.findLast(({ inferred }) => !inferred)?.start ?? null);
  const period = outline.actionPeriod || outline.strategyPeriod;
  const fallback = yearOfPeriod(period, referenceYear);
  const before = nearest(last);
  const after = nearest([...first].reverse()).reverse();
  const years = activities.map((activity, at) => {
    const own = first[at] ?? null;
    if (own !== null) return yearOf(own);
    const [earlier, later] = [before[at]!, after[at]!];
    const neighbour = earlier.distance <= later.distance ? earlier.day : later.day;
    return nearYear(activity, neighbour, period) ?? fallback;
  });
  return [...years, fallback];
}

/** For each place the last day at or before it, and how far back that is. */
function nearest(days: readonly (Day | null)[]): { readonly day: Day | null; readonly distance: number }[] {
  let last: Day | null = null;
  let distance = Infinity;
  return days.map((own) => {
    [last, distance] = own === null ? [last, distance + 1] : [own, 0];
    return { day: last, distance };
  });
}

/** The reference year where it lies in the period, else the period's last. */
function yearOfPeriod(period: string, referenceYear: number): number {
  const [from = 0, to = 0] = period.split('-').map(Number);
  return from === 0 || (referenceYear >= from && referenceYear <= to) ? referenceYear : to;
}

/** Titles that differ by little more than a letter are different activities: at most worth a look. */
function similarTitles(activities: readonly DraftActivity[]): ImportProblem[] {
  const seen = new Map<string, DraftActivity>();
  const problems: ImportProblem[] = [];
  for (const activity of activities) {
    const key = fold(activity.title)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const other = seen.get(key);
    if (other && key !== '') {
      const titles = { title: shorten(activity.title, 80), other: shorten(other.title, 80) };
      problems.push(importProblem('similarTitles', activity.place, titles));
    } else {
      seen.set(key, activity);
    }
  }
  return problems;
}

function questionsOf(activities: readonly DraftActivity[], problems: readonly ImportProblem[]): ImportQuestion[] {
  const questions: ImportQuestion[] = [];
  const rows = new Set(problems.filter(({ code }) => code === 'rowAction').map(({ place }) => place));
  const years = new Map<number, string[]>();
  const blocks = new Map<string, { planNo: string; suggestedNo: string; activities: string[] }>();
  const onRows: string[] = [];
  for (const { id, planNo, suggestedNo, occurrences, candidates, unreadDates, place } of activities) {
    const inferred = occurrences.find((each) => each.inferred);
    if (inferred) push(years, yearOf(inferred.start), id);
    if (planNo !== null && suggestedNo !== undefined) {
      const key = `${planNo} ${suggestedNo}`;
      const block = blocks.get(key) ?? { planNo, suggestedNo, activities: [] };
      block.activities.push(id);
      blocks.set(key, block);
    }
    if (candidates.length > 1) questions.push({ kind: 'severalActions', activity: id, candidates });
    else if (rows.has(place)) onRows.push(id);
    for (const { text } of unreadDates) questions.push({ kind: 'unreadDate', activity: id, text });
  }
  for (const [year, ids] of years) questions.push({ kind: 'inferredYear', year, activities: ids });
  for (const block of blocks.values()) questions.push({ kind: 'withoutAction', ...block });
  if (onRows.length > 0) questions.push({ kind: 'rowAction', activities: onRows });
  return questions;
}

function push<Key>(map: Map<Key, string[]>, key: Key, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

/** By line where the document has lines; sheets are read in order already. */
function inOrder(problems: readonly ImportProblem[]): ImportProblem[] {
  const lineOf = ({ place }: ImportProblem) => (place.kind === 'line' ? place.line : 0);
  return [...problems].sort((a, b) => lineOf(a) - lineOf(b));
}
