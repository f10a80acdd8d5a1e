import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import { isoText, readDateValues, statusOf } from '../src/dates';
import { secondsOf } from './measure';

/** A row of the table of expressions: what is written, the year it is read in, what it means. */
export interface DateCase {
  readonly expression: string;
  readonly year: number;
  readonly expected: string;
  readonly language: 'fr' | 'en';
}

/** One reader over the whole table. */
export interface DateScore {
  readonly reader: string;
  readonly right: number;
  readonly of: number;
  readonly microseconds: number;
}

/** `expression⇥reference year⇥expected⇥note⇥kind`, the first line a header. */
export function readTable(path: string): readonly DateCase[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [expression = '', year = '', expected = '', , kind = ''] = line.split('\t');
    return { expression, year: Number(year), expected, language: kind === 'en' ? 'en' : 'fr' };
  });
}

function ours({ expression, year, language }: DateCase): string {
  const reading = readDateValues(expression, { language, referenceYear: year });
  const status = statusOf(reading);
  if (status === 'none' || status === 'error') return status.toUpperCase();
  return status === 'refused' ? 'REFUSE' : reading.dates.map(({ value }) => isoText(value)).join(';');
}

/** The peer in its strict form; days only, as it has no precision of its own for months in a list. Refusing is giving nothing. */
function peer({ expression, year, language }: DateCase): string {
  const parser = language === 'en' ? chrono.en.strict : chrono.fr.strict;
  const found = parser.parse(expression, new Date(year, 0, 1, 12));
  const text = (part: chrono.ParsedComponents): string => {
    const two = (unit: 'month' | 'day') => String(part.get(unit) ?? 0).padStart(2, '0');
    return part.isCertain('day')
      ? `${part.get('year') ?? 0}-${two('month')}-${two('day')}`
      : `${part.get('year') ?? 0}-${two('month')}`;
  };
  return found.map(({ start, end }) => (end ? `${text(start)}/${text(end)}` : text(start))).join(';');
}

/** Both readers over the table, `rounds` times: right answers, and microseconds for each expression. */
export async function benchDates(cases: readonly DateCase[], rounds = 20): Promise<readonly [DateScore, DateScore]> {
  const score = async (
    reader: string,
    read: (each: DateCase) => string,
    isRight: (read: string, expected: string) => boolean,
  ) => {
    const right = cases.filter((each) => isRight(read(each), each.expected)).length;
    // The first rounds pay for compiling: neither reader is judged by them.
    for (let round = 0; round < rounds; round++) for (const each of cases) read(each);
    const seconds = await secondsOf(() => {
      for (let round = 0; round < rounds; round++) for (const each of cases) read(each);
    });
    return { reader, right, of: cases.length, microseconds: (seconds * 1e6) / (rounds * cases.length) };
  };
  const nothing = new Set(['NONE', 'ERROR', 'REFUSE']);
  return [
    await score('suivi', ours, (read, expected) => read === expected),
    await score('chrono-node (strict)', peer, (read, expected) => read === (nothing.has(expected) ? '' : expected)),
  ];
}

/** Prints both readers side by side. */
export async function main(table: string): Promise<void> {
  const [own, other] = await benchDates(readTable(table));
  for (const { reader, right, of, microseconds } of [own, other]) {
    process.stdout.write(`${reader.padEnd(22)} ${right} of ${of} right  ${microseconds.toFixed(1)} µs an expression\n`);
  }
  process.stdout.write(`${(other.microseconds / own.microseconds).toFixed(1)} times as fast\n`);
}
