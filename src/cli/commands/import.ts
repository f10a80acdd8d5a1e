import {
  describeImportProblem,
  describeRefusal,
  draftImport,
  type DraftActivity,
  type DraftImport,
  type ImportMerge,
  importWrite,
  outlineWords,
  planMerge,
  readDocument,
} from '../../import';
import { importing as en } from '../../i18n/en/import';
import { importing as fr } from '../../i18n/fr/import';
import { toParts, type TrackedPlan } from '../../plan';
import { readInput, shownTarget, STANDARD, targetOf, type Target } from '../io';
import { fileProblem, placedMessage } from '../messages';
import { newWorkbook, openWorkbook, type Session } from '../session';
import { say, sayUsage, type Call, type Command, type ExitCode } from './command';
import { languageOption } from './options';
import { save, sayError, sayNotRead } from './workbook';

const emptyTracked: TrackedPlan = {
  plan: { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] },
  activities: [],
  settings: { language: '', lastCommittee: null, committeeDates: [] },
  problems: [],
};

/**
 * `suivi import`: a document read to a plan and its activities, with every doubt. Written only with
 * `-o` (or, into a workbook, `--in-place`): into a new workbook, or what is new into the one of
 * `--into`. Exit 1 where something must be put right, and where it is not a plan.
 */
export const importCommand: Command = {
  name: 'import',
  options: ['into', 'lang', 'by', 'today', 'json', 'output', 'in-place'],
  takesFile: true,
  async run(call) {
    const { args } = call;
    const into = args.text('into');
    const asked = languageOption(args);
    if (!asked.ok) return sayUsage(call, asked.problem);
    const writes = args.has('output') || args.has('in-place');
    const target = writes ? targetOf(args, into ?? call.file) : null;
    if (target && !target.ok) return sayUsage(call, target.problem);
    if (args.has('in-place') && into === undefined) {
      return sayUsage(call, (words) => words.missingOption({ option: '--into' }));
    }
    const input = await readInput(call.file, call.terminal);
    if (!input.ok) return sayNotRead(call, call.file, input.fault);
    const document = readDocument({ kind: 'file', bytes: input.bytes });
    if (!document.ok) {
      say(call, describeRefusal(call.language, document.refusal));
      return 2;
    }
    const draft = draftImport(document.value, {
      words: outlineWords(asked.value ?? call.language),
      ...(asked.value && { language: asked.value }),
      referenceYear: toParts(call.today).year,
    });
    // Standard output may be the workbook itself.
    report(call, draft, target?.value.path === STANDARD ? call.terminal.stderr : call.terminal.stdout);
    if (!draft.isPlan) return 1;
    const exit = draft.problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
    if (!target?.ok && into === undefined) return exit;
    const written = await write(call, draft, into, target?.ok ? target.value : null);
    return written === 0 ? exit : written;
  },
};

/** The draft in the shape that every `--json` of a plan has, or in a line; each doubt on standard error. */
function report(call: Call, draft: DraftImport, out: (text: string) => void): void {
  const { plan, problems } = draft;
  const described = problems.map((problem) => ({
    ...problem,
    message: describeImportProblem(call.language, problem),
  }));
  if (call.args.has('json')) {
    const activities = draft.activities.map(published);
    out(`${JSON.stringify({ plan, activities, problems: described }, null, 2)}\n`);
  } else if (draft.isPlan) {
    const strategies = plan.objectives.flatMap((objective) => objective.strategies);
    const summary = call.words.readSummary({
      objectives: plan.objectives.length,
      strategies: strategies.length,
      actions: strategies.flatMap((strategy) => strategy.actions).length,
      activities: draft.activities.length,
      occurrences: draft.activities.flatMap((activity) => activity.occurrences).length,
    });
    out(`${summary}\n`);
  }
  for (const { place, message } of described) say(call, placedMessage(place, message, call.language));
}

/** Without what only a screen needs. */
function published(activity: DraftActivity) {
  const { source, place, candidates, unreadDates, ...rest } = activity;
  return rest;
}

async function write(
  call: Call,
  draft: DraftImport,
  into: string | undefined,
  target: Target | null,
): Promise<ExitCode> {
  const language = draft.language;
  const opened = await openTarget(call, into);
  if (typeof opened === 'number') return opened;
  const { session, tracked } = opened;
  const merge = planMerge(tracked ?? emptyTracked, draft);
  if (tracked) sayMerge(call, merge);
  if (!target) return 0;
  const request = importWrite(merge);
  if (tracked && request.addedItems.length === 0 && request.activities.length === 0) {
    say(call, call.words.nothingNew);
    return 0;
  }
  const written = await session.gateway.importPlan({
    ...request,
    into: tracked ? 'tracking' : 'blank',
    language,
    enteredBy: call.args.text('by') ?? '',
    enteredOn: call.today,
  });
  if (!written.ok) return sayError(call, written.error);
  const counts = { items: request.addedItems.length, activities: request.activities.length };
  return save(call, session, target, call.words.imported({ ...counts, file: shownTarget(target, call.words) }));
}

/** The workbook of `--into` with what it holds, or a new one. */
async function openTarget(
  call: Call,
  into: string | undefined,
): Promise<{ readonly session: Session; readonly tracked: TrackedPlan | null } | ExitCode> {
  const { language, today } = call;
  if (into === undefined) return { session: newWorkbook({ language, today }), tracked: null };
  const input = await readInput(into, call.terminal);
  if (!input.ok) return sayNotRead(call, into, input.fault);
  const opened = openWorkbook(input.bytes, { language, today });
  if (!opened.ok) {
    say(call, fileProblem(opened.reason, language));
    return 2;
  }
  const { gateway } = opened.session;
  const status = await gateway.status();
  if (status.ok && status.value.kind === 'blank') return { session: opened.session, tracked: null };
  const tracked = await gateway.readPlan();
  return tracked.ok ? { session: opened.session, tracked: tracked.value } : sayError(call, tracked.error);
}

/** What the workbook and the document have differently: kept as the workbook has it. */
function sayMerge(call: Call, { added, changed, missing, changedItems }: ImportMerge): void {
  const words = { fr, en }[call.language];
  say(call, words.summary({ added: added.length, changed: changed.length, missing: missing.length }));
  for (const { kept } of changed) say(call, words.keptActivity({ title: kept.title }));
  for (const { no, inDocument } of changedItems) say(call, words.keptItem({ no, text: inDocument }));
}
