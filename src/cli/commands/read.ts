import { describeProblem } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import { problemLine } from '../messages';
import { say, type Call, type Command } from './command';
import { sayError, withWorkbook } from './workbook';

/** `suivi read`: what the workbook holds and what is wrong with it; exit 1 where something is. */
export const read: Command = {
  name: 'read',
  options: ['json'],
  takesFile: true,
  run: (call) =>
    withWorkbook(call, async ({ gateway }) => {
      const result = await gateway.readPlan();
      if (!result.ok) return sayError(call, result.error);
      const { problems } = result.value;
      if (call.args.has('json')) call.terminal.stdout(json(result.value, call));
      else call.terminal.stdout(`${summary(result.value, call)}\n`);
      for (const problem of problems) say(call, problemLine(problem, call.language));
      return problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
    }),
};

/** The domain as it is, each problem with its message: the shape that every `--json` of a plan has. */
function json({ plan, activities, problems }: TrackedPlan, call: Call): string {
  const described = problems.map((problem) => ({ ...problem, message: describeProblem(call.language, problem) }));
  return `${JSON.stringify({ plan, activities, problems: described }, null, 2)}\n`;
}

function summary({ plan, activities }: TrackedPlan, call: Call): string {
  const strategies = plan.objectives.flatMap((objective) => objective.strategies);
  return call.words.readSummary({
    objectives: plan.objectives.length,
    strategies: strategies.length,
    actions: strategies.flatMap((strategy) => strategy.actions).length,
    activities: activities.length,
    occurrences: activities.flatMap((activity) => activity.occurrences).length,
  });
}
