import type { HostOptions } from '../host/model';

/** What this Excel can be, beside what it usually is: chosen on the page or in its address. */
export interface Switches {
  /** Milliseconds after which each answer reaches the add-in. */
  readonly delay: number;
  /** Highest ExcelApi answered. */
  readonly excelApi: string;
  readonly limits: readonly Limit[];
}

/** What some Excel or somebody in it forbids. */
export type Limit = (typeof limits)[number];

export const limits = ['readOnly', 'structureProtected', 'tablesFixed', 'pivotsRefused', 'slicersRefused'] as const;

/** Milliseconds that are offered; the address may ask for others. */
export const delays: readonly number[] = [0, 100, 500, 2000, 10_000];

/** The first is older than the add-in needs, and the last the newest. */
export const excelApis = ['1.12', '1.13', '1.14', '1.15', '1.16', '1.17', '1.18'] as const;

const longestDelay = 60_000;

export const usualSwitches: Switches = { delay: 0, excelApi: excelApis.at(-1) ?? '', limits: [] };

/**
 * The switches in the query of an address, as `?delay=500&excelApi=1.13&limits=readOnly,slicersRefused`.
 * What is missing there, or is nothing that can be switched, is as usual.
 */
export function readSwitches(query: string): Switches {
  const given = new URLSearchParams(query);
  const delay = Number(given.get('delay') ?? 0);
  const asked = (given.get('limits') ?? '').split(',');
  return {
    delay: Number.isInteger(delay) && delay > 0 ? Math.min(delay, longestDelay) : usualSwitches.delay,
    excelApi: excelApis.find((version) => version === given.get('excelApi')) ?? usualSwitches.excelApi,
    limits: limits.filter((limit) => asked.includes(limit)),
  };
}

/** The query with these switches in place of its own; what is as usual is not said. */
export function withSwitches(query: string, { delay, excelApi, limits: chosen }: Switches): string {
  const given = new URLSearchParams(query);
  const say = (name: string, value: string, isUsual: boolean) =>
    isUsual ? given.delete(name) : given.set(name, value);
  say('delay', String(delay), delay === usualSwitches.delay);
  say('excelApi', excelApi, excelApi === usualSwitches.excelApi);
  say('limits', chosen.join(','), chosen.length === 0);
  return given.size === 0 ? '' : `?${given.toString().replaceAll('%2C', ',')}`;
}

/** The host's options for the switches; a workbook that is read-only by itself stays so. */
export function hostOptions({ delay, excelApi, limits: chosen }: Switches, isReadOnly: boolean): Partial<HostOptions> {
  return {
    answersAfter: delay,
    excelApi,
    readOnly: isReadOnly || chosen.includes('readOnly'),
    tableGrowth: !chosen.includes('tablesFixed'),
    pivotsRefused: chosen.includes('pivotsRefused'),
    slicersRefused: chosen.includes('slicersRefused'),
  };
}

/** What an add-in learns as its page loads, and never again: with another of it the page starts anew. */
export const learnedOnce = ({ excelApi, limits: chosen }: Switches): string =>
  `${excelApi} ${String(chosen.includes('readOnly'))}`;
