import type { Sheet } from './sheet';
import type { PivotDefinition, Rect } from './types';

export class Pivot {
  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    readonly definition: PivotDefinition,
    readonly anchor: { readonly row: number; readonly column: number },
  ) {}
  change(_patch: Partial<PivotDefinition>): void {
    throw new Error('skeleton');
  }
  /** Headers of the source, as they were at the last refresh. */
  get fields(): readonly string[] {
    throw new Error('skeleton');
  }
  /** Where its result stands. */
  get rect(): Rect {
    throw new Error('skeleton');
  }
  refresh(): void {
    throw new Error('skeleton');
  }
  remove(): void {
    throw new Error('skeleton');
  }
}
