import type { Sheet } from './sheet';
import type { ChartDefinition } from './types';

export class Chart {
  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    readonly definition: ChartDefinition,
  ) {}
  change(_patch: Partial<ChartDefinition>): void {
    throw new Error('skeleton');
  }
  remove(): void {
    throw new Error('skeleton');
  }
}
