import { flatten, ItemFinder, type TrackedPlan } from '../../plan';
import { buildReport, type ReportOptions, type ReportSheet } from '../../report';
import type { Gateway } from '../../workbook';
import { oneOf, type Arguments, type Parsed } from '../options';
import { buildInto, buildOptions, type Built } from './build';
import { sayUsage, type Call, type Command } from './command';
import { sayError } from './workbook';

type ReportChoices = Pick<ReportOptions, 'order' | 'layout' | 'objective' | 'dateList' | 'onlyUncovered'> &
  Partial<Pick<ReportOptions, 'paper'>>;

/** `suivi report`: the report sheet, built in place. */
export const report: Command = {
  name: 'report',
  options: [...buildOptions, 'only-uncovered', 'order', 'objective', 'layout', 'date-list', 'paper'],
  takesFile: true,
  run: (call) => {
    const choices = choicesOf(call.args);
    if (!choices.ok) return Promise.resolve(sayUsage(call, choices.problem));
    return buildInto(call, async ({ gateway }, { tracked, period, language }) => {
      const { objective } = choices.value;
      if (objective !== undefined && !hasObjective(tracked, objective)) {
        return { ok: false, exit: sayError(call, { code: 'unknownNo', params: { no: objective } }) };
      }
      const setup = await gateway.reportSetup(tracked.settings.language);
      const sheet = buildReport(tracked, { ...setup, ...choices.value, period, language, today: call.today });
      return { ok: true, write: () => write(call, gateway, sheet) };
    });
  },
};

async function write(call: Call, gateway: Gateway, sheet: ReportSheet): Promise<Built> {
  const written = await gateway.writeReport(sheet);
  if (!written.ok) return { ok: false, exit: sayError(call, written.error) };
  return { ok: true, said: (file) => call.words.reportBuilt({ ...written.value, file }) };
}

/** Since the committee, what is new comes first unless another order is asked for. */
function choicesOf(args: Arguments): Parsed<ReportChoices> {
  const order = oneOf(args, 'order', ['plan', 'date', 'news']);
  if (!order.ok) return order;
  const layout = oneOf(args, 'layout', ['columns', 'compact']);
  if (!layout.ok) return layout;
  const paper = oneOf(args, 'paper', ['letter', 'a4']);
  if (!paper.ok) return paper;
  const objective = args.text('objective');
  return {
    ok: true,
    value: {
      order: order.value ?? (args.has('since-committee') ? 'news' : 'plan'),
      ...(layout.value && { layout: layout.value }),
      ...(paper.value && { paper: paper.value }),
      ...(objective !== undefined && { objective }),
      dateList: args.has('date-list'),
      onlyUncovered: args.has('only-uncovered'),
    },
  };
}

function hasObjective({ plan }: TrackedPlan, no: string): boolean {
  return new ItemFinder(flatten(plan)).find(no)?.level === 'objective';
}
