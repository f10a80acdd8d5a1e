import { readDates } from '../../dates';
import { toParts } from '../../plan';
import { safeLink } from '../../report';
import { shownTarget } from '../io';
import { dateDoubts, dateProblem, unreadText } from '../messages';
import { say, sayUsage, type Command } from './command';
import { changeWorkbook, save, sayError } from './workbook';

/** `suivi add`: one activity appended, its dates given in words. */
export const add: Command = {
  name: 'add',
  options: ['item', 'dates', 'title', 'details', 'with', 'kind', 'link', 'by', 'today', 'output', 'in-place'],
  takesFile: true,
  run(call) {
    const { args, words } = call;
    const missing = (['item', 'dates', 'title'] as const).find((name) => !args.text(name)?.trim());
    if (missing) return Promise.resolve(sayUsage(call, () => words.missingOption({ option: `--${missing}` })));
    const link = args.text('link') ?? '';
    if (link && safeLink(link) === undefined) return Promise.resolve(sayUsage(call, () => words.badLink({ link })));

    const text = args.text('dates') ?? '';
    const dates = readDates(text, {
      language: call.language,
      referenceYear: toParts(call.today).year,
    });
    for (const problem of dates.problems) say(call, dateProblem(problem, call.language));
    for (const { start, end } of dates.unread) say(call, unreadText(text.slice(start, end), call.language));
    for (const doubt of dates.occurrences.flatMap((each) => dateDoubts(each, call.language))) say(call, doubt);
    if (dates.problems.length > 0 || dates.unread.length > 0) return Promise.resolve(1);
    if (dates.occurrences.length === 0) {
      say(call, words.noDate);
      return Promise.resolve(1);
    }

    return changeWorkbook(call, async (session, target) => {
      const appended = await session.gateway.append({
        planNo: args.text('item') ?? null,
        occurrences: dates.occurrences.map(({ span, doubts, ...occurrence }) => occurrence),
        title: args.text('title') ?? '',
        details: (args.text('details') ?? '').split('\n').filter(Boolean),
        participants: (args.text('with') ?? '')
          .split(';')
          .map((name) => name.trim())
          .filter(Boolean),
        kind: args.text('kind') ?? '',
        link,
        enteredBy: args.text('by') ?? '',
        enteredOn: call.today,
      });
      if (!appended.ok) return sayError(call, appended.error);
      const { sheet, address } = appended.value;
      return save(call, session, target, words.added({ sheet, address, file: shownTarget(target, words) }));
    });
  },
};
