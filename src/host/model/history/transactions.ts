import type { Journal, Step } from './journal';
import type { ModelEvent, Origin } from './events';

const MAX_STEPS = 100;
/** Changed slots kept for undo; beyond it the oldest steps go, so that memory stays bounded. */
const MAX_SLOTS = 6_000_000;

const NOBODY: Origin = { session: '', by: 'addin' };

interface UndoStep extends Step {
  readonly events: readonly ModelEvent[];
}

export interface TransactionHooks {
  /** Runs before a transaction ends, still within it: pivots and formulas. */
  readonly settle: () => void;
  /** Completes the events that are told: what follows from them. */
  readonly derive: (events: readonly ModelEvent[]) => readonly ModelEvent[];
  /** Throws where nothing may be changed, not even back. */
  readonly checkChangeable: () => void;
  /** Whether transactions are kept for undo. */
  readonly keepsUndo: () => boolean;
}

/** Transactions, undo and events of one workbook. */
export class Transactions {
  readonly #journal: Journal;
  readonly #hooks: TransactionHooks;
  readonly #listeners = new Set<(events: readonly ModelEvent[]) => void>();
  #events: ModelEvent[] = [];
  #origin: Origin = NOBODY;
  #open = false;
  #loading = false;
  #undo: UndoStep[] = [];
  #redo: UndoStep[] = [];

  constructor(journal: Journal, hooks: TransactionHooks) {
    this.#journal = journal;
    this.#hooks = hooks;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get isLoading(): boolean {
    return this.#loading;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Notes an event of the change under way. */
  tell(event: (origin: Origin) => ModelEvent): void {
    if (this.#loading) return;
    this.#events.push(event(this.#origin));
  }

  /** Runs a change as one transaction, or as a part of the one under way; a throw undoes what it did. */
  run<T>(origin: Origin | null, change: () => T): T {
    if (this.#loading) return change();
    return this.#open ? this.#nested(change) : this.#outermost(origin ?? NOBODY, change);
  }

  load<T>(fill: () => T): T {
    if (this.#loading) return fill();
    this.#loading = true;
    try {
      return fill();
    } finally {
      this.#loading = false;
      this.forget();
    }
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    this.#hooks.checkChangeable();
    const step = this.#undo.pop();
    if (!step) return false;
    step.undo();
    this.#redo.push(step);
    this.#publish(step.events.toReversed().map(reversed));
    return true;
  }

  redo(): boolean {
    this.#hooks.checkChangeable();
    const step = this.#redo.pop();
    if (!step) return false;
    step.redo();
    this.#undo.push(step);
    this.#publish(step.events);
    return true;
  }

  /** Nothing that was done so far can be undone from now on, as after Excel has saved the settings of an add-in. */
  forget(): void {
    this.#undo = [];
    this.#redo = [];
  }

  subscribe(listener: (events: readonly ModelEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #nested<T>(change: () => T): T {
    const savepoint = this.#journal.savepoint();
    const told = this.#events.length;
    try {
      return change();
    } catch (error) {
      this.#journal.rollBack(savepoint);
      this.#events.length = told;
      throw error;
    }
  }

  #outermost<T>(origin: Origin, change: () => T): T {
    this.#open = true;
    this.#origin = origin;
    this.#journal.begin();
    let result: T;
    try {
      result = this.#nested(() => {
        const value = change();
        this.#hooks.settle();
        return value;
      });
    } catch (error) {
      this.#close();
      throw error;
    }
    const events = this.#hooks.derive(this.#events);
    const step = this.#close();
    if (step && this.#hooks.keepsUndo()) this.#keep({ ...step, events });
    this.#publish(events);
    return result;
  }

  #close(): Step | null {
    this.#open = false;
    this.#events = [];
    this.#origin = NOBODY;
    return this.#journal.end();
  }

  #keep(step: UndoStep): void {
    this.#redo = [];
    this.#undo.push(step);
    let slots = this.#undo.reduce((sum, { size }) => sum + size, 0);
    while (this.#undo.length > 1 && (this.#undo.length > MAX_STEPS || slots > MAX_SLOTS)) {
      slots -= this.#undo.shift()?.size ?? 0;
    }
  }

  #publish(events: readonly ModelEvent[]): void {
    if (events.length === 0) return;
    for (const listener of [...this.#listeners]) listener(events);
  }
}

/** The event that undoing causes. */
function reversed(event: ModelEvent): ModelEvent {
  switch (event.kind) {
    case 'cells':
      return { ...event, before: event.after, after: event.before };
    case 'table':
    case 'sheet':
      if (event.what === 'added') return { ...event, what: 'removed' };
      if (event.what === 'removed') return { ...event, what: 'added' };
      return event;
    default:
      return event;
  }
}
