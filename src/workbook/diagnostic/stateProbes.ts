import type { ProbeCode, ProbeResult } from './model';
import { failed, hasApi, notApplicable, passed, shortened, type Finding } from './probe';

/** What is looked at without writing anything: the state of the workbook, and what this Excel says of itself. */

const levels = { api113: '1.13', api114: '1.14', api115: '1.15', api118: '1.18', api120: '1.20' } as const;

/** Sets that no Excel sold once and for all has: without them nothing is lost but a refinement. */
const rare: readonly string[] = ['1.18', '1.20'];

export function levelProbes(): readonly ProbeResult[] {
  return Object.entries(levels).map(([code, version]) => {
    const missing = rare.includes(version) ? notApplicable : failed;
    // Object.entries forgets which keys it lists.
    return { code: code as keyof typeof levels, ...(hasApi(version) ? passed() : missing(`ExcelApi ${version}`)) };
  });
}

/** One sync, another one where there are tables. */
export async function probeState(context: Excel.RequestContext): Promise<readonly ProbeResult[]> {
  const { workbook } = context;
  workbook.load('readOnly');
  const structure = workbook.protection.load('protected');
  workbook.worksheets.load('items/name,items/protection/protected');
  workbook.tables.load('items/name');
  const { cultureInfo } = workbook.application;
  cultureInfo.load('name');
  await context.sync();
  const filters = workbook.tables.items.map(({ name, autoFilter }) => ({
    name,
    filter: autoFilter.load('isDataFiltered'),
  }));
  if (filters.length > 0) await context.sync();
  const closed = workbook.worksheets.items.filter(({ protection }) => protection.protected);
  const filtered = filters.filter(({ filter }) => filter.isDataFiltered);
  return [
    found('readOnly', workbook.readOnly ? failed('') : passed()),
    found('protectedWorkbook', structure.protected ? failed('') : passed()),
    found('protectedSheets', none(closed.map(({ name }) => name))),
    found('filteredTables', none(filtered.map(({ name }) => name))),
    found('cultureInfo', cultureInfo.name === '' ? failed('') : passed(cultureInfo.name)),
  ];
}

function found(code: ProbeCode, finding: Finding): ProbeResult {
  return { code, ...finding };
}

function none(names: readonly string[]): Finding {
  return names.length === 0 ? passed() : failed(shortened(names.join(', ')));
}
