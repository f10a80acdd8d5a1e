import { isoText, readDateValues, statusOf, type DateLanguage, type Reading } from '../../dates';
import { toParts } from '../../plan';
import { readInput, STANDARD } from '../io';
import { dateProblem, doubtText, unreadText } from '../messages';
import { say, sayUsage, type Call, type Command } from './command';
import { languageOption } from './options';
import { sayNotRead } from './workbook';

/** `suivi dates`: lines of standard input read as dates; `expression<TAB>reference year`, the year of today where there is none. */
export const dates: Command = {
  name: 'dates',
  options: ['lang', 'json'],
  takesFile: false,
  async run(call) {
    const asked = languageOption(call.args);
    if (!asked.ok) return sayUsage(call, asked.problem);
    const language = asked.value ?? call.language;
    const input = await readInput(STANDARD, call.terminal);
    if (!input.ok) return sayNotRead(call, STANDARD, input.fault);
    const asJson = call.args.has('json');
    let sure = true;
    const out: string[] = [];
    for (const line of linesOf(new TextDecoder().decode(input.bytes))) {
      const reading = readLine(line, language, toParts(call.today).year);
      const result = resultOf(reading);
      sure &&= result.status === 'ok' || result.status === 'none';
      if (asJson) out.push(JSON.stringify(result));
      else out.push([result.status, ...result.occurrences, ...result.reasons].join('\t'));
      if (!asJson) for (const message of messagesOf(line, reading, call)) say(call, message);
    }
    call.terminal.stdout(out.map((text) => `${text}\n`).join(''));
    return sure ? 0 : 1;
  },
};

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function readLine(line: string, language: DateLanguage, thisYear: number): Reading {
  const [expression = '', year = ''] = line.split('\t');
  const referenceYear = /^\s*\d{4}\s*$/.test(year) ? Number(year) : thisYear;
  return readDateValues(expression, { language, referenceYear });
}

/** What is to be confirmed or put right in a line, in words. */
function messagesOf(line: string, { dates: read, problems }: Reading, { language, words }: Call): readonly string[] {
  const [expression = ''] = line.split('\t');
  if (read.length === 0 && problems.length === 0) {
    return expression.trim() === '' ? [] : [unreadText(expression.trim(), language)];
  }
  const doubts = read.flatMap((date) =>
    date.doubts.map((doubt) => {
      const place = expression.slice(date.span.start, date.span.end);
      return words.at({ place, message: doubtText(doubt, language) });
    }),
  );
  return [...doubts, ...problems.map((problem) => dateProblem(problem, language))];
}

function resultOf(reading: Reading) {
  const reasons = [...reading.dates.flatMap(({ doubts }) => doubts), ...reading.problems.map(({ code }) => code)];
  return {
    status: statusOf(reading),
    occurrences: reading.dates.map(({ value }) => isoText(value)),
    reasons: [...new Set<string>(reasons)],
  };
}
