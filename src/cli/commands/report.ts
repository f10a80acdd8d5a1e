import { buildReport } from '../../report';
import { buildInto, buildOptions } from './build';
import type { Command } from './command';
import { sayError } from './workbook';

/** `suivi report`: the report sheet, built in place. */
export const report: Command = {
  name: 'report',
  options: [...buildOptions, 'only-uncovered'],
  takesFile: true,
  run: (call) =>
    buildInto(call, async ({ gateway }, { tracked, period, language }) => {
      const sheet = buildReport(tracked, {
        period,
        language,
        today: call.today,
        order: 'plan',
        onlyUncovered: call.args.has('only-uncovered'),
        paper: 'letter',
      });
      const written = await gateway.writeReport(sheet);
      if (!written.ok) return { ok: false, exit: sayError(call, written.error) };
      return { ok: true, said: (file) => call.words.reportBuilt({ ...written.value, file }) };
    }),
};
