import type { Result, WorkbookError } from '../model';
import { translateError } from '../errors';
import { pause, type BuildOptions } from '../progress';
import { done, Refusal } from '../result';
import { run } from '../run';
import { probeCodes, type Diagnosis, type ExcelKind, type ProbeCode, type ProbeResult } from './model';
import { buildProbes } from './buildProbes';
import { pivotProbes } from './pivotProbes';
import { failed, hasApi, notApplicable, passed, type Finding, type Probe } from './probe';
import { addScratch, benchOf, removeScratch } from './scratch';
import { searchProbes } from './searchProbes';
import { sheetProbes } from './sheetProbes';
import { levelProbes, probeState } from './stateProbes';
import { tableProbes } from './tableProbes';
import { textProbes } from './textProbes';
import { valueProbes } from './valueProbes';

/** In the order in which they are tried. */
const scratchProbes: readonly Probe[] = [
  ...textProbes,
  ...valueProbes,
  ...tableProbes,
  ...searchProbes,
  ...pivotProbes,
  ...sheetProbes,
  ...buildProbes,
];

/** Sets are numbered without a gap; this is well above the last one. */
const mostSets = 40;

/**
 * Tries in this Excel what the product relies on, on a sheet that is added for it and removed whatever happens;
 * nothing else of the workbook changes. A run for each probe, so that one failure leaves the others be; some three
 * syncs each. Stopped by its signal, it removes its sheet and gives `cancelled`. A probe that fails is no error.
 */
export async function diagnose(options: BuildOptions = {}): Promise<Result<Diagnosis>> {
  try {
    const results = await allResults(options);
    return done({ excel: excelKind(), probes: complete(results) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    throw error;
  }
}

/** The probes on the scratch sheet, and the look at the workbook before them. */
const total = scratchProbes.length + 1;

async function allResults(options: BuildOptions): Promise<readonly ProbeResult[]> {
  const editing = await probeCellEditing();
  const levels = levelProbes();
  if (editing.outcome === 'failed') return [editing, ...levels];
  const state = await run(probeState);
  if (!state.ok) throw new Refusal(state.error);
  await pause(options, { done: 1, total });
  const known = [editing, ...levels, ...state.value];
  const isClosed = state.value.some(
    ({ code, outcome }) => (code === 'readOnly' || code === 'protectedWorkbook') && outcome === 'failed',
  );
  return isClosed ? known : [...known, ...(await onScratch(options))];
}

/** Calls fail while a cell is being edited; the product's own wait, and so would everything after this one. */
async function probeCellEditing(): Promise<ProbeResult> {
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().load('id');
      await context.sync();
    });
    return { code: 'cellEditing', ...passed() };
  } catch (error) {
    const { code, detail = '' } = translateError(error);
    return { code: 'cellEditing', ...(code === 'cellEdit' ? failed(detail) : passed(detail)) };
  }
}

async function onScratch(options: BuildOptions): Promise<readonly ProbeResult[]> {
  const added = await run(addScratch);
  if (!added.ok) return [{ code: 'scratchSheet', ...findingOf(added.error) }];
  const id = added.value;
  const results: ProbeResult[] = [];
  let removal: Result<void> | undefined;
  try {
    for (const [number, probe] of scratchProbes.entries()) {
      results.push(await tried(probe, id, number));
      await pause(options, { done: number + 2, total });
    }
  } finally {
    removal = await run((context) => removeScratch(context, id));
  }
  return [...results, { code: 'scratchSheet', ...(removal.ok ? passed() : findingOf(removal.error)) }];
}

async function tried(probe: Probe, id: string, number: number): Promise<ProbeResult> {
  const found = await run((context) => probe.run(benchOf(context, id, number)));
  return { code: probe.code, ...(found.ok ? found.value : findingOf(found.error)) };
}

/** What this Excel has not got cannot fail. */
function findingOf({ code, detail = '' }: WorkbookError): Finding {
  return code === 'unsupported' ? notApplicable(detail) : failed(detail === '' ? code : detail);
}

/** One result for each code, in their order: what was not tried is not applicable. */
function complete(results: readonly ProbeResult[]): readonly ProbeResult[] {
  const byCode = new Map<ProbeCode, ProbeResult>(results.map((result) => [result.code, result]));
  return probeCodes.map((code) => byCode.get(code) ?? { code, ...notApplicable() });
}

function excelKind(): ExcelKind {
  const { context } = Office;
  // Without a page around it, Excel's own part of Office.js knows nothing of the machine.
  const machine: Partial<Office.ContextInformation> = Reflect.has(context, 'diagnostics') ? context.diagnostics : {};
  const sets = Array.from({ length: mostSets }, (_, index) => `1.${index + 1}`).filter(hasApi);
  return {
    platform: String(machine.platform ?? ''),
    version: machine.version ?? '',
    api: sets.at(-1) ?? '',
    displayLanguage: context.displayLanguage,
    contentLanguage: context.contentLanguage,
  };
}
