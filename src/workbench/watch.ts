import { useSyncExternalStore } from 'react';
import type { ModelEvent, Workbook } from '../host/model';

/** Counters that tell a view when to draw again. */
export interface Seen {
  /** Grows with each change of what a sheet shows. */
  readonly content: number;
  /** Grows with each change at all, selections and activations included. */
  readonly all: number;
  readonly unsaved: boolean;
}

/** Watches one workbook for the page. */
export class WorkbookWatch {
  private seen: Seen = { content: 0, all: 0, unsaved: false };
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;

  constructor(workbook: Workbook) {
    this.unsubscribe = workbook.subscribe((events) => this.note(events));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Seen => this.seen;

  /** The workbook is on the person's disk as it is now. */
  saved(): void {
    this.seen = { ...this.seen, all: this.seen.all + 1, unsaved: false };
    this.tell();
  }

  close(): void {
    this.unsubscribe();
    this.listeners.clear();
  }

  private note(events: readonly ModelEvent[]): void {
    const changes = events.some(isChange);
    this.seen = {
      content: this.seen.content + (changes ? 1 : 0),
      all: this.seen.all + 1,
      unsaved: this.seen.unsaved || changes,
    };
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const isChange = (event: ModelEvent): boolean => event.kind !== 'selection' && event.kind !== 'activated';

export function useSeen(watch: WorkbookWatch): Seen {
  return useSyncExternalStore(watch.subscribe, watch.snapshot);
}
