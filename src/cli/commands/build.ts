import { languageOf, type Language } from '../../i18n';
import type { DayRange, TrackedPlan } from '../../plan';
import { shownTarget } from '../io';
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

/** What is left to do once the plan has been read; or how the command ends. */
export type Prepared =
  { readonly ok: true; readonly write: () => Promise<Built> } | { readonly ok: false; readonly exit: ExitCode };

type Prepare = (session: Session, input: BuildInput) => Promise<Prepared>;

/** The common way of `report` and `coverage`: read, settle the period and language, build, save. */
export function buildInto(call: Call, prepare: Prepare): Promise<ExitCode> {
  const language = languageOption(call.args);
  if (!language.ok) return Promise.resolve(sayUsage(call, language.problem));
  const range = rangeOption(call.args);
  if (!range.ok) return Promise.resolve(sayUsage(call, range.problem));
  return changeWorkbook(call, async (session, target) => {
    const built = await buildFrom(call, session, { range: range.value, language: language.value }, prepare);
    return built.ok ? save(call, session, target, built.said(shownTarget(target, call.words))) : built.exit;
  });
}

interface Asked {
  readonly range: DayRange;
  readonly language: Language | null;
}

/** Apart from saving, so that what was built is let go before the file is made. */
async function buildFrom(call: Call, session: Session, asked: Asked, prepare: Prepare): Promise<Built> {
  const prepared = await prepareFrom(call, session, asked, prepare);
  return prepared.ok ? prepared.write() : prepared;
}

/** Apart from building, so that the plan is let go before it where what is built needs it no more. */
async function prepareFrom(call: Call, session: Session, asked: Asked, prepare: Prepare): Promise<Prepared> {
  const read = await session.gateway.readPlan();
  if (!read.ok) return { ok: false, exit: sayError(call, read.error) };
  const { settings } = read.value;
  const period = sinceCommittee(asked.range, call.args, settings);
  if (!period.ok) return { ok: false, exit: sayUsage(call, period.problem) };
  const language = asked.language ?? languageOf(settings.language || call.language);
  return prepare(session, { tracked: read.value, period: period.value, language });
}
