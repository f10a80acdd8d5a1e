import { languageOf, type Language } from '../../i18n';
import type { DayRange, TrackedPlan } from '../../plan';
import type { OptionName } from '../options';
import type { Session } from '../session';
import { sayUsage, type Call, type ExitCode } from './command';
import { languageOption, rangeOption, sinceCommittee } from './options';
import { changeWorkbook, save, sayError } from './workbook';

export const buildOptions = [
  'from',
  'to',
  'since-committee',
  'lang',
  'today',
  'output',
  'in-place',
] as const satisfies readonly OptionName[];

/** What a report or a coverage is built from. */
export interface BuildInput {
  readonly tracked: TrackedPlan;
  readonly period: DayRange;
  readonly language: Language;
}

/** What was built, as it is said once it is saved; or how the command ends. */
export type Built =
  { readonly ok: true; readonly said: (file: string) => string } | { readonly ok: false; readonly exit: ExitCode };

type Build = (session: Session, input: BuildInput) => Promise<Built>;

/** The common way of `report` and `coverage`: read, settle the period and language, build, save. */
export function buildInto(call: Call, build: Build): Promise<ExitCode> {
  const language = languageOption(call.args);
  if (!language.ok) return Promise.resolve(sayUsage(call, language.problem));
  const range = rangeOption(call.args);
  if (!range.ok) return Promise.resolve(sayUsage(call, range.problem));
  return changeWorkbook(call, async (session, target) => {
    const built = await buildFrom(call, session, { range: range.value, language: language.value }, build);
    return built.ok ? save(call, session, target, built.said(target.path)) : built.exit;
  });
}

/** Apart from saving, so that the plan that was read and what was made of it are let go before the file is made. */
async function buildFrom(
  call: Call,
  session: Session,
  asked: { readonly range: DayRange; readonly language: Language | null },
  build: Build,
): Promise<Built> {
  const read = await session.gateway.readPlan();
  if (!read.ok) return { ok: false, exit: sayError(call, read.error) };
  const { settings } = read.value;
  const period = sinceCommittee(asked.range, call.args, settings);
  if (!period.ok) return { ok: false, exit: sayUsage(call, period.problem) };
  const language = asked.language ?? languageOf(settings.language || call.language);
  return build(session, { tracked: read.value, period: period.value, language });
}
