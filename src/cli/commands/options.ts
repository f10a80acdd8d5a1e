import { languages, type Language } from '../../i18n';
import { parseIso, type Day, type DayRange, type Settings } from '../../plan';
import { refuse, type Arguments, type OptionName, type Parsed } from '../options';

/** A day given as `2021-06-01`, or null where the option was not given. */
export function dayOption(args: Arguments, name: OptionName): Parsed<Day | null> {
  const text = args.text(name);
  if (text === undefined) return { ok: true, value: null };
  const value = parseIso(text);
  return value ? { ok: true, value } : refuse((words) => words.badDay({ option: `--${name}`, text }));
}

export function languageOption(args: Arguments): Parsed<Language | null> {
  const text = args.text('lang');
  if (text === undefined) return { ok: true, value: null };
  const language = languages.find((known) => known === text.toLowerCase());
  return language ? { ok: true, value: language } : refuse((words) => words.badLanguage({ text }));
}

/** The days counted as `--from` and `--to` say, before any workbook is read. */
export function rangeOption(args: Arguments): Parsed<DayRange> {
  const from = dayOption(args, 'from');
  if (!from.ok) return from;
  const to = dayOption(args, 'to');
  if (!to.ok) return to;
  return ordered({ from: from.value, to: to.value });
}

/** The same, with `--since-committee` taken from the date that the workbook holds. */
export function sinceCommittee(range: DayRange, args: Arguments, settings: Settings): Parsed<DayRange> {
  if (!args.has('since-committee') || range.from) return { ok: true, value: range };
  if (!settings.lastCommittee) return refuse((words) => words.noCommitteeDate);
  return ordered({ ...range, from: settings.lastCommittee });
}

const ordered = (range: DayRange): Parsed<DayRange> =>
  range.from && range.to && range.from > range.to ? refuse((words) => words.fromAfterTo) : { ok: true, value: range };
