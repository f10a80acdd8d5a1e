import type { ProbeCode, ProbeOutcome } from './model';

/** What a probe saw. */
export interface Finding {
  readonly outcome: ProbeOutcome;
  readonly detail: string;
}

/** Where a probe works: cells of the scratch sheet that no other probe touches. */
export interface Bench {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  /** A range by its place from the first cell of the probe, 0-based; nothing is beside or under it. */
  readonly at: (row: number, column: number, rows?: number, columns?: number) => Excel.Range;
  /** For objects of the probe: no other of the workbook has it. */
  readonly name: string;
}

/**
 * One thing that the product relies on, tried. An error of Excel that a probe lets through is its failure, but
 * one that says that this Excel has not got the member: then it is not applicable.
 */
export interface Probe {
  readonly code: ProbeCode;
  run(bench: Bench): Promise<Finding>;
}

export function passed(detail = ''): Finding {
  return { outcome: 'passed', detail };
}

export function failed(detail: string): Finding {
  return { outcome: 'failed', detail };
}

export function notApplicable(detail = ''): Finding {
  return { outcome: 'notApplicable', detail };
}

/** Passed where what was found is what was meant, compared as JSON; else failed with both. */
export function expectSame(found: unknown, meant: unknown): Finding {
  const [seen, wanted] = [JSON.stringify(found), JSON.stringify(meant)];
  return seen === wanted ? passed() : failed(`${shortened(seen)} ≠ ${shortened(wanted)}`);
}

const longestDetail = 200;

export function shortened(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;
}

/** Whether this Excel says that it has a requirement set of ExcelApi. */
export function hasApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
