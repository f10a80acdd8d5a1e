import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveXlsx, type Workbook } from '../../src/host';
import {
  coverage,
  coverageTotals,
  parseNo,
  type Activity,
  type Day,
  type Plan,
  type TrackedPlan,
} from '../../src/plan';
import { createGateway } from '../../src/workbook/createGateway';
import type { CoverageRequest, Result } from '../../src/workbook/gateway';
import type { LibreOffice } from './libreoffice';
import { openBridge } from './office';

type Cells = readonly (readonly (string | number)[])[];

/** What LibreOffice makes of the coverage sheet of a file. */
export interface SeenCoverage {
  /** The PivotTable as the file has it, and after LibreOffice's own refresh. */
  readonly before: Cells;
  readonly after: Cells;
  /** Activities, dates and state by number, as its formulas compute them; `added` after rows were added. */
  readonly list: Readonly<Record<string, readonly [number, number, string]>>;
  readonly added?: SeenCoverage['list'];
  /** Charts and anything else drawn on the sheet. */
  readonly shapes: number;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Builds the coverage of a workbook, or of a plan in a new one, and gives the workbook with what was read in it. */
export async function builtCoverage(
  source: Workbook | { readonly plan: Plan; readonly activities: readonly Activity[] },
  today: Day,
  request: Partial<CoverageRequest> = {},
): Promise<{ readonly workbook: Workbook; readonly tracked: TrackedPlan; readonly sheet: string }> {
  const isPlan = 'plan' in source;
  const office = openBridge(isPlan ? undefined : source);
  try {
    const gateway = createGateway({ today: () => today });
    if (isPlan) value(await gateway.createTrackingWorkbook({ ...source, language: 'fr' }));
    const tracked = value(await gateway.readPlan());
    const period = { from: null, to: null };
    const { sheet } = value(await gateway.writeCoverage({ ...tracked, period, today, language: 'fr', ...request }));
    return { workbook: office.workbook, tracked, sheet };
  } finally {
    office.dispose();
  }
}

/** Has LibreOffice open the workbook, refresh its PivotTable, compute its formulas, and again with more activities. */
export async function seenCoverage(
  office: LibreOffice,
  workbook: Workbook,
  sheet: string,
  rows: readonly (readonly (string | number)[])[] = [],
): Promise<SeenCoverage> {
  return JSON.parse(await scripted(office, workbook, 'coverage.py', [sheet, JSON.stringify(rows)])) as SeenCoverage;
}

/** What somebody does to the rows of the table of activities, by their place among them: see `coverage_rows.py`. */
export type Deed =
  | readonly ['insert' | 'insertSheetRow', number, readonly (string | number)[]]
  | readonly ['repeat' | 'delete', string]
  | readonly ['sort', number];

/** What the sheet says right after each deed, in LibreOffice, of its items and of rows that it does not count. */
export async function seenAfter(
  office: LibreOffice,
  workbook: Workbook,
  sheet: string,
  deeds: readonly Deed[],
): Promise<readonly { readonly list: SeenCoverage['list']; readonly warning: string }[]> {
  const printed = await scripted(office, workbook, 'coverage_rows.py', [sheet, JSON.stringify(deeds)]);
  return JSON.parse(printed) as Awaited<ReturnType<typeof seenAfter>>;
}

/** What a script prints that is given the workbook as a file, and more. */
async function scripted(
  office: LibreOffice,
  workbook: Workbook,
  script: string,
  args: readonly string[],
): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'coverage-'));
  try {
    const file = path.join(folder, 'coverage.xlsx');
    writeFileSync(file, saveXlsx(workbook));
    return await office.uno(path.join(__dirname, '../e2e/support', script), [file, ...args]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the plan room counts: the whole, by number, and by action alone. */
export function countedCoverage(
  { plan, activities }: Pick<TrackedPlan, 'plan' | 'activities'>,
  today: Day,
): {
  readonly totals: ReturnType<typeof coverageTotals>;
  readonly list: Readonly<Record<string, readonly [number, number]>>;
  readonly actions: Readonly<Record<string, number>>;
} {
  const items = coverage(plan, activities, { from: null, to: null }, today);
  return {
    totals: coverageTotals(items),
    list: Object.fromEntries(
      items.map(({ no, activities: count, occurrences }) => [no, [count, occurrences] as const]),
    ),
    actions: Object.fromEntries(
      items.flatMap(({ no, level, activities: count }) => (level === 'action' ? [[no, count] as const] : [])),
    ),
  };
}

/** The sum of each action's row in a PivotTable laid out by objective, strategy and action, by its number. */
export function actionTotals(cells: Cells): Readonly<Record<string, number>> {
  const totals = cells.flatMap((row): [string, number][] => {
    const [, , label] = row;
    const no = typeof label === 'string' ? parseNo(label.split(' ', 1)[0] ?? '') : null;
    return no?.level === 'action' ? [[no.no, Number(row.at(-1))]] : [];
  });
  return Object.fromEntries(totals);
}
