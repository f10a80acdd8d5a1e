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

/** The common way of `report` and `coverage`: read, settle the period and language, build, save. */
export function buildInto(
  call: Call,
  build: (
    session: Session,
    input: BuildInput,
  ) => Promise<
    { readonly ok: true; readonly said: (file: string) => string } | { readonly ok: false; readonly exit: ExitCode }
  >,
): Promise<ExitCode> {
  const language = languageOption(call.args);
  if (!language.ok) return Promise.resolve(sayUsage(call, language.problem));
  const range = rangeOption(call.args);
  if (!range.ok) return Promise.resolve(sayUsage(call, range.problem));
  return changeWorkbook(call, async (session, target) => {
    const read = await session.gateway.readPlan();
    if (!read.ok) return sayError(call, read.error);
    const period = sinceCommittee(range.value, call.args, read.value.settings);
    if (!period.ok) return sayUsage(call, period.problem);
    const built = await build(session, {
      tracked: read.value,
      period: period.value,
      language: language.value ?? languageOf(read.value.settings.language || call.language),
    });
    return built.ok ? save(call, session, target, built.said(target.path)) : built.exit;
  });
}
