import { Notes, type Journal, type SlotStore } from '../history/journal';
import type { StyleId } from './style';

/** A row that is not as the sheet's default. */
export interface RowProperties {
  readonly row: number;
  /** Points; absent is the sheet's default. */
  readonly height?: number;
  /** The height was set by hand, not by autofit. */
  readonly custom: boolean;
  readonly hidden: boolean;
  readonly style: StyleId;
}

export const MAX_ROW_HEIGHT = 409;

export type RowLook = Omit<RowProperties, 'row'>;

const PLAIN: RowLook = { custom: false, hidden: false, style: 0 };

/** Heights, styles and visibility of the rows that differ from the sheet's default. */
export class Rows implements SlotStore<RowLook | undefined> {
  readonly #looks = new Map<number, RowLook>();
  readonly #notes: Notes<RowLook | undefined>;
  #version = 0;

  constructor(journal: Journal) {
    this.#notes = new Notes(journal, this);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
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
    this.#version++;
    const former = this.#looks.get(row);
    if (look) this.#looks.set(row, look);
    else this.#looks.delete(row);
    return former;
  }

  /** In order of rows. */
  all(): readonly RowProperties[] {
    const rows = Uint32Array.from(this.#looks.keys()).sort();
    return Array.from(rows, (row) => ({ row, ...this.at(row) }));
  }
}

function isPlain(look: RowLook): boolean {
  return look.height === undefined && !look.custom && !look.hidden && look.style === 0;
}

/** The look with another height; null is the sheet's default. */
export function withHeight({ hidden, style }: RowLook, height: number | null, custom: boolean): RowLook {
  return height === null ? { hidden, style, custom } : { hidden, style, custom, height };
}
