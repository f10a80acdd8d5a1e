import type { Session } from '../src/host';

/** What one operation cost on the wire. */
export interface Counts {
  readonly syncs: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Bytes of the largest single request or answer. */
  readonly largest: number;
}

/** What one operation took on the clock. */
export interface Times {
  /** The first round of the process, in which everything is compiled that it runs. */
  readonly first: number;
  /** Median of the rounds that count. */
  readonly seconds: number;
}

/** How often an operation is run: first without counting, until the machine code that stays is made, then in earnest. */
export interface Rounds {
  readonly warmUps: number;
  readonly counted: number;
}

/** One round of what is measured: prepares it, and gives its seconds. */
export type Round = () => Promise<number>;

/**
 * Runs rounds in turn, one of each, so that another program on the machine slows all, and each is as warm as the others.
 * In the order given; with a single round at all, that one counts.
 */
export async function inTurn<Name extends string>(
  { warmUps, counted }: Rounds,
  rounds: Readonly<Record<Name, Round>>,
): Promise<Readonly<Record<Name, Times>>> {
  const each = Object.entries<Round>(rounds).map(([name, round]) => ({ name, round, times: [] as number[] }));
  for (let round = 0; round < warmUps + counted; round += 1) {
    for (const { round: run, times } of each) times.push(await run());
  }
  return Object.fromEntries(
    each.map(({ name, times }) => [name, { first: times[0] ?? Number.NaN, seconds: median(times.slice(warmUps)) }]),
  ) as Readonly<Record<Name, Times>>;
}

/** What the session has counted since `work` began, and its seconds. */
export async function costOf(
  session: Session,
  work: () => Promise<unknown>,
): Promise<{ readonly counts: Counts; readonly seconds: number }> {
  session.resetStatistics();
  const seconds = await secondsOf(work);
  const { requests, actions, bytesIn, bytesOut, largest } = session.statistics;
  return { counts: { syncs: requests, actions, bytesIn, bytesOut, largest }, seconds };
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
