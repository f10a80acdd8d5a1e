import { buildInto, buildOptions } from './build';
import { say, type Command } from './command';
import { sayError } from './workbook';

/** `suivi coverage`: the coverage sheet with its source table, PivotTable, live list and chart. */
export const coverage: Command = {
  name: 'coverage',
  options: buildOptions,
  takesFile: true,
  run: (call) =>
    buildInto(call, async ({ gateway }, { tracked, period, language }) => {
      const { lastCommittee } = tracked.settings;
      const written = await gateway.writeCoverage({ ...tracked, period, language, today: call.today, lastCommittee });
      if (!written.ok) return { ok: false, exit: sayError(call, written.error) };
      const { sheet, sourceRows, pivot } = written.value;
      if (!pivot) say(call, call.words.pivotRefused);
      return { ok: true, said: (file) => call.words.coverageBuilt({ sheet, rows: sourceRows, file }) };
    }),
};
