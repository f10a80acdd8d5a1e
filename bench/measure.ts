import type { Session } from '../src/host';

/** What one operation cost on the wire and on the clock. */
export interface Cost {
  readonly syncs: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Bytes of the largest single request or answer. */
  readonly largest: number;
  /** Median of the rounds. */
  readonly seconds: number;
}

/** Runs an operation `rounds` times, each on what `prepare` gives; counts are those of the last round. */
export async function measure<T extends { readonly session: Session }>(
  rounds: number,
  prepare: () => Promise<T>,
  operation: (prepared: T) => Promise<unknown>,
): Promise<Cost> {
  const times: number[] = [];
  let counts = { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0, largest: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const prepared = await prepare();
    prepared.session.resetStatistics();
    times.push(await secondsOf(() => operation(prepared)));
    counts = prepared.session.statistics;
  }
  const { requests, ...rest } = counts;
  return { syncs: requests, ...rest, seconds: median(times) };
}

export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
