import type { CoverageRequest, Gateway } from '../../workbook';
import { buildInto, buildOptions, type Built } from './build';
import { say, type Call, type Command } from './command';
import { sayError } from './workbook';

/** `suivi coverage`: the coverage sheet with its source table, PivotTable, live list and chart. */
export const coverage: Command = {
  name: 'coverage',
  options: buildOptions,
  takesFile: true,
  run: (call) =>
    buildInto(call, async ({ gateway }, { tracked, period, language }) => {
      const { lastCommittee } = tracked.settings;
      const { paper } = await gateway.reportSetup(tracked.settings.language);
      const request = { ...tracked, period, language, today: call.today, paper, lastCommittee };
      return { ok: true, write: () => write(call, gateway, request) };
    }),
};

async function write(call: Call, gateway: Gateway, request: CoverageRequest): Promise<Built> {
  const written = await gateway.writeCoverage(request);
  if (!written.ok) return { ok: false, exit: sayError(call, written.error) };
  const { sheet, sourceRows, pivot } = written.value;
  if (!pivot) say(call, call.words.pivotRefused);
  return { ok: true, said: (file) => call.words.coverageBuilt({ sheet, rows: sourceRows, file }) };
}
