import type { Plan } from '../../plan';
import { shownTarget, targetOf } from '../io';
import { newWorkbook } from '../session';
import { sayUsage, type Command } from './command';
import { languageOption } from './options';
import { save, sayError } from './workbook';

const emptyPlan: Plan = { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] };

/** `suivi new`: an empty tracking workbook in the language asked for. */
export const newCommand: Command = {
  name: 'new',
  options: ['lang', 'output'],
  takesFile: false,
  async run(call) {
    const target = targetOf(call.args, call.file);
    if (!target.ok) return sayUsage(call, target.problem);
    const asked = languageOption(call.args);
    if (!asked.ok) return sayUsage(call, asked.problem);
    const language = asked.value ?? call.language;
    const session = newWorkbook({ language, today: call.today });
    const created = await session.gateway.createTrackingWorkbook({ plan: emptyPlan, activities: [], language });
    if (!created.ok) return sayError(call, created.error);
    return save(call, session, target.value, call.words.created({ file: shownTarget(target.value, call.words) }));
  },
};
