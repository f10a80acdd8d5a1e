import { Notes, type Journal, type SlotStore } from './journal';
import type { RowProperties } from './types';

type RowLook = Omit<RowProperties, 'row'>;

const PLAIN: RowLook = { custom: false, hidden: false, style: 0 };

/** Heights, styles and visibility of the rows that differ from the sheet's default. */
export class Rows implements SlotStore<RowLook | undefined> {
  readonly #looks = new Map<number, RowLook>();
  readonly #notes: Notes<RowLook | undefined>;

  constructor(journal: Journal) {
    this.#notes = new Notes(journal, this);
  }

  at(row: number): RowLook {
    return this.#looks.get(row) ?? PLAIN;
  }

  change(row: number, change: (look: RowLook) => RowLook): void {
    const former = this.at(row);
    const next = change(former);
    if (next === former) return;
    this.#notes.note(row, this.exchange(row, isPlain(next) ? undefined : next));
  }

  exchange(row: number, look: RowLook | undefined): RowLook | undefined {
    const former = this.#looks.get(row);
    if (look) this.#looks.set(row, look);
    else this.#looks.delete(row);
    return former;
  }

  get isEmpty(): boolean {
    return this.#looks.size === 0;
  }

  /** In order of rows. */
  all(): readonly RowProperties[] {
    return [...this.#looks].sort(([a], [b]) => a - b).map(([row, look]) => ({ row, ...look }));
  }

  /** Rows among `count` from `first` that are not as the default, in no particular order. */
  *within(first: number, count: number): Generator<RowProperties> {
    if (count < this.#looks.size) {
      for (let row = first; row < first + count; row++) {
        const look = this.#looks.get(row);
        if (look) yield { row, ...look };
      }
      return;
    }
    for (const [row, look] of [...this.#looks]) if (row >= first && row < first + count) yield { row, ...look };
  }
}

function isPlain(look: RowLook): boolean {
  return look.height === undefined && !look.custom && !look.hidden && look.style === 0;
}
