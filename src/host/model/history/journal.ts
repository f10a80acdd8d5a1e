/**
 * What undo and rollback stand on. All state of the model lives in slots of stores: a cell of a sheet, the properties of
 * a row, or a single `Var`. Every change of a slot notes its former content; exchanging noted and present contents in
 * reverse order undoes, exchanging them again in order does again.
 */
export interface SlotStore<V> {
  /** Puts `value` into the slot without noting it and gives back what was there. */
  exchange(key: number, value: V): V;
}

/** A run of changes of one store: 100,000 cells written are one log. */
interface Log {
  readonly length: number;
  undo(): void;
  redo(): void;
  /** Undoes and forgets all but the first `length` changes. */
  rewind(length: number): void;
}

class StoreLog<V> implements Log {
  readonly #store: SlotStore<V>;
  readonly #keys: number[] = [];
  readonly #values: V[] = [];

  constructor(store: SlotStore<V>) {
    this.#store = store;
  }

  get length(): number {
    return this.#keys.length;
  }

  push(key: number, former: V): void {
    this.#keys.push(key);
    this.#values.push(former);
  }

  undo(): void {
    this.#exchangeBackTo(0);
  }

  redo(): void {
    this.#keys.forEach((key, i) => {
      // Within bounds, but V may itself include undefined, so that `!` would not do.
      this.#values[i] = this.#store.exchange(key, this.#values[i] as V);
    });
  }

  rewind(length: number): void {
    this.#exchangeBackTo(length);
    this.#keys.length = length;
    this.#values.length = length;
  }

  #exchangeBackTo(length: number): void {
    for (let i = this.#keys.length - 1; i >= length; i--) {
      this.#values[i] = this.#store.exchange(this.#keys[i]!, this.#values[i] as V);
    }
  }
}

/** A step that can be undone and done again. */
export interface Step {
  /** Slots changed, to bound what is kept. */
  readonly size: number;
  undo(): void;
  redo(): void;
}

/** A place in the journal to roll back to. */
export interface Savepoint {
  readonly logs: number;
  readonly length: number;
}

/** Collects the changes of the transaction under way. */
export class Journal {
  #logs: Log[] = [];
  #recording = false;

  get isRecording(): boolean {
    return this.#recording;
  }

  get last(): Log | undefined {
    return this.#logs.at(-1);
  }

  begin(): void {
    this.#logs = [];
    this.#recording = true;
  }

  add(log: Log): void {
    this.#logs.push(log);
  }

  savepoint(): Savepoint {
    return { logs: this.#logs.length, length: this.last?.length ?? 0 };
  }

  /** Undoes what came after the savepoint. */
  rollBack(to: Savepoint): void {
    while (this.#logs.length > to.logs) this.#logs.pop()?.undo();
    this.last?.rewind(to.length);
  }

  /** Ends the transaction: what it changed as one step, or null when it changed nothing. */
  end(): Step | null {
    const logs = this.#logs;
    this.#logs = [];
    this.#recording = false;
    const size = logs.reduce((sum, log) => sum + log.length, 0);
    if (size === 0) return null;
    return {
      size,
      undo: () => logs.toReversed().forEach((log) => log.undo()),
      redo: () => logs.forEach((log) => log.redo()),
    };
  }
}

/** By which a store tells the journal of its changes. */
export class Notes<V> {
  readonly #journal: Journal;
  readonly #store: SlotStore<V>;
  #log: StoreLog<V> | null = null;

  constructor(journal: Journal, store: SlotStore<V>) {
    this.#journal = journal;
    this.#store = store;
  }

  note(key: number, former: V): void {
    if (!this.#journal.isRecording) return;
    if (this.#log === null || this.#journal.last !== this.#log) {
      this.#log = new StoreLog(this.#store);
      this.#journal.add(this.#log);
    }
    this.#log.push(key, former);
  }
}

/** One journaled value. Its content is immutable: change it by `set`. */
export class Var<V> implements SlotStore<V> {
  readonly #notes: Notes<V>;
  #value: V;
  #version = 0;

  constructor(journal: Journal, value: V) {
    this.#value = value;
    this.#notes = new Notes(journal, this);
  }

  get value(): V {
    return this.#value;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  set(value: V): void {
    if (Object.is(value, this.#value)) return;
    this.#notes.note(0, this.exchange(0, value));
  }

  exchange(_key: number, value: V): V {
    const former = this.#value;
    this.#value = value;
    this.#version++;
    return former;
  }
}
