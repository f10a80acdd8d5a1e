import { type Day, fold, type ObjectiveKind, parseNo, type Place, type Plan } from '../plan';
import { withoutContinuation } from './labels';
import { type ImportProblem, importProblem } from './problems';

interface DraftAction {
  readonly no: string;
  text: string;
  readonly subItems: string[];
  owner: string;
  due: Day | null;
  status: string;
}

/** What the columns beside an action say of it; empty or null where they say nothing. */
type ActionFacts = Pick<DraftAction, 'owner' | 'due' | 'status'>;

interface DraftStrategy {
  readonly no: string;
  readonly title: string;
  readonly actions: DraftAction[];
  /** By folded text: documents of a thousand pages have thousands. */
  readonly byText: Map<string, DraftAction>;
}

interface DraftObjective {
  readonly no: string;
  title: string;
  readonly kind: ObjectiveKind;
  readonly strategies: DraftStrategy[];
  readonly byTitle: Map<string, DraftStrategy>;
}

/** The words for what a document leaves out. */
export interface OutlineWords {
  readonly untitledObjective: string;
}

/**
 * The plan as it is met in a document, item after item: numbers are taken from their labels where
 * they can be and given otherwise, an item met again (a page break, a repeated cell) is the same
 * one. Only whole texts are compared: equal beginnings are not equal items.
 */
export class Outline {
  readonly problems: ImportProblem[] = [];
  title = '';
  organisation = '';
  strategyPeriod = '';
  actionPeriod = '';
  private readonly objectives: DraftObjective[] = [];
  private readonly taken = new Set<string>();
  /** The highest number given under each parent. */
  private readonly highest = new Map<string, number>();
  private objective: DraftObjective | null = null;
  private strategy: DraftStrategy | null = null;
  private action: DraftAction | null = null;
  /** An objective's label whose title is still to come, on the next line. */
  private untitled: DraftObjective | null = null;

  constructor(private readonly words: OutlineWords) {}

  /** Number of the action, strategy or objective that is open, in that order; null before any. */
  get current(): string | null {
    return this.action?.no ?? this.section;
  }

  /** Number of the strategy, or of the objective, that is open. */
  get section(): string | null {
    return this.strategy?.no ?? this.objective?.no ?? null;
  }

  get currentAction(): string | null {
    return this.action?.no ?? null;
  }

  get hasObjective(): boolean {
    return this.objective !== null;
  }

  get hasStrategy(): boolean {
    return this.strategy !== null;
  }

  /** True where the next plain line is the title of the objective just labelled. */
  get awaitsTitle(): boolean {
    return this.untitled !== null;
  }

  get counts(): { readonly objectives: number; readonly strategies: number; readonly actions: number } {
    const strategies = this.objectives.flatMap((objective) => objective.strategies);
    return {
      objectives: this.objectives.length,
      strategies: strategies.length,
      actions: strategies.reduce((sum, strategy) => sum + strategy.actions.length, 0),
    };
  }

  openObjective(no: string, text: string, place: Place): void {
    const title = withoutContinuation(text);
    const known = this.objectives.find(
      (each) =>
        each.kind === 'strategic' &&
        (title === '' ? each.no === no : same(each.title, title) && (no === '' || each.no === no)),
    );
    this.strategy = this.action = null;
    this.objective = known ?? this.addObjective(no, title, place);
    this.untitled = this.objective.title === '' ? this.objective : null;
  }

  openRecurring(text: string): void {
    const known = this.objectives.find((each) => each.kind === 'recurring');
    this.objective = known ?? { no: 'R', title: text, kind: 'recurring', strategies: [], byTitle: new Map() };
    if (!known) this.objectives.push(this.objective);
    this.strategy = this.action = this.untitled = null;
  }

  giveTitle(text: string): void {
    if (this.untitled) this.untitled.title = text;
    this.untitled = null;
  }

  openStrategy(no: string, text: string, place: Place): void {
    const objective = this.objective ?? this.missingObjective(place);
    const title = withoutContinuation(text);
    this.action = null;
    this.strategy = objective.byTitle.get(fold(title)) ?? this.addStrategy(objective, no, title, place);
  }

  openAction(no: string, text: string, place: Place): string {
    const strategy = this.strategy ?? this.missingStrategy(place);
    const known = strategy.byText.get(fold(text));
    this.action = known ?? {
      no: this.numberFor(strategy.no, no, place),
      text,
      subItems: [],
      owner: '',
      due: null,
      status: '',
    };
    if (!known) {
      strategy.actions.push(this.action);
      strategy.byText.set(fold(text), this.action);
    }
    return this.action.no;
  }

  /** False where there is no action for it. */
  addSubItem(text: string): boolean {
    if (!this.action) return false;
    if (!this.action.subItems.some((each) => same(each, text))) this.action.subItems.push(text);
    return true;
  }

  /** A line that goes on with the item above. */
  continueItem(text: string): boolean {
    if (!this.action) return false;
    const last = this.action.subItems.length - 1;
    if (last >= 0) this.action.subItems[last] = `${this.action.subItems[last] ?? ''} ${text}`;
    else this.action.text = `${this.action.text} ${text}`;
    return true;
  }

  /** What a row says of the action that is open; gives what the action now says so: what an earlier row said stays. */
  describeAction(known: ActionFacts): ReadonlySet<keyof ActionFacts> {
    const { action } = this;
    if (!action) return new Set();
    action.owner ||= known.owner;
    action.due ??= known.due;
    action.status ||= known.status;
    const facts = ['owner', 'due', 'status'] as const;
    return new Set(facts.filter((fact) => known[fact] === action[fact]));
  }

  /** True where a number is that of an item. */
  has(no: string): boolean {
    return this.taken.has(no) || (no === 'R' && this.objectives.some((each) => each.no === 'R'));
  }

  plan(): Plan {
    const { title, organisation, strategyPeriod, actionPeriod } = this;
    return {
      organisation,
      title,
      strategyPeriod,
      actionPeriod,
      objectives: this.objectives.map((objective) => ({
        no: objective.no,
        kind: objective.kind,
        title: objective.title === '' ? this.words.untitledObjective : objective.title,
        strategies: objective.strategies.map((strategy) => ({
          no: strategy.no,
          title: strategy.title,
          actions: strategy.actions.map((action) => ({ ...action, subItems: [...action.subItems] })),
        })),
      })),
    };
  }

  private addObjective(no: string, title: string, place: Place): DraftObjective {
    const objective: DraftObjective = {
      no: this.numberFor(null, no, place),
      title,
      kind: 'strategic',
      strategies: [],
      byTitle: new Map(),
    };
    this.objectives.push(objective);
    return objective;
  }

  /** Strategies without any objective above them: the document's own title stands for it. */
  private missingObjective(place: Place): DraftObjective {
    const objective = this.addObjective('', this.title === '' ? this.words.untitledObjective : this.title, place);
    this.problems.push(importProblem('missingObjective', place, { no: objective.no }));
    this.objective = objective;
    return objective;
  }

  /** Actions right under an objective: a strategy of the same title holds them, as the workbook asks for one. */
  private missingStrategy(place: Place): DraftStrategy {
    const objective = this.objective ?? this.missingObjective(place);
    const known = objective.byTitle.get(fold(objective.title));
    const strategy = known ?? this.addStrategy(objective, '', objective.title, place);
    if (!known) this.problems.push(importProblem('missingStrategy', place, { no: strategy.no }));
    this.strategy = strategy;
    return strategy;
  }

  private addStrategy(objective: DraftObjective, no: string, title: string, place: Place): DraftStrategy {
    const strategy = { no: this.numberFor(objective.no, no, place), title, actions: [], byText: new Map() };
    objective.strategies.push(strategy);
    objective.byTitle.set(fold(title), strategy);
    return strategy;
  }

  /** The written number where it fits under its parent and is free, else the next. */
  private numberFor(parent: string | null, written: string, place: Place): string {
    const whole = parseNo(written);
    const ownPart = whole?.parts.at(-1);
    const wanted = parent === null || ownPart === undefined ? written : `${parent}.${ownPart}`;
    const fits = written !== '' && parseNo(wanted)?.no === wanted && !this.taken.has(wanted);
    const no = fits && (parent !== null || whole?.parts.length === 1) ? wanted : this.nextNumber(parent);
    if (written !== '' && this.taken.has(wanted)) this.problems.push(importProblem('takenNo', place, { written, no }));
    this.taken.add(no);
    const last = parseNo(no)?.parts.at(-1) ?? 0;
    this.highest.set(parent ?? '', Math.max(this.highest.get(parent ?? '') ?? 0, last));
    return no;
  }

  private nextNumber(parent: string | null): string {
    const next = String((this.highest.get(parent ?? '') ?? 0) + 1);
    return parent === null ? next : `${parent}.${next}`;
  }
}

function same(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}
