import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import { isoText, readDateValues, type Reading, statusOf } from '../src/dates';
import { median, secondsOf } from './measure';
import { Table } from './table';

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
  /** An expression, the median of the rounds. */
  readonly microseconds: number;
}

/** `expression⇥reference year⇥expected⇥note⇥kind`, the first line a header. */
function readTable(path: string): readonly DateCase[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [expression = '', year = '', expected = '', , kind = ''] = line.split('\t');
    return { expression, year: Number(year), expected, language: kind === 'en' ? 'en' : 'fr' };
  });
}

const own = ({ expression, year, language }: DateCase): Reading =>
  readDateValues(expression, { language, referenceYear: year });

function ownText(each: DateCase): string {
  const reading = own(each);
  const status = statusOf(reading);
  if (status === 'none' || status === 'error') return status.toUpperCase();
  return status === 'refused' ? 'REFUSE' : reading.dates.map(({ value }) => isoText(value)).join(';');
}

/** The peer in its strict form, which is its better one here: the other invents more days than it finds. */
const peer = ({ expression, year, language }: DateCase): chrono.ParsedResult[] =>
  (language === 'en' ? chrono.en.strict : chrono.fr.strict).parse(expression, new Date(year, 0, 1, 12));

/** A month where the peer is not certain of a day. */
function peerText(each: DateCase): string {
  const text = (part: chrono.ParsedComponents): string => {
    const two = (unit: 'month' | 'day') => String(part.get(unit) ?? 0).padStart(2, '0');
    const month = `${part.get('year') ?? 0}-${two('month')}`;
    return part.isCertain('day') ? `${month}-${two('day')}` : month;
  };
  return peer(each)
    .map(({ start, end }) => (end ? `${text(start)}/${text(end)}` : text(start)))
    .join(';');
}

/** The peer can only stay silent: silence is right for what is no date, impossible or to be refused. */
const silences: ReadonlySet<string> = new Set(['NONE', 'ERROR', 'REFUSE']);

/** The first rounds pay for compiling: no reader is judged by them. */
const warmUp = 20;

/** Both readers over the table: right answers, and the time of reading alone, round by round in turn. */
async function benchDates(cases: readonly DateCase[], rounds = 41): Promise<readonly [DateScore, DateScore]> {
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    // In turn, so that another program on the machine slows both.
    const ownSeconds = await secondsOf(() => cases.forEach(own));
    const peerSeconds = await secondsOf(() => cases.forEach(peer));
    if (round < 0) continue;
    ownTimes.push(ownSeconds);
    peerTimes.push(peerSeconds);
  }
  const score = (reader: string, right: readonly DateCase[], times: readonly number[]): DateScore => ({
    reader,
    right: right.length,
    of: cases.length,
    microseconds: (median(times) * 1e6) / cases.length,
  });
  const wanted = ({ expected }: DateCase): string => (silences.has(expected) ? '' : expected);
  return [
    score(
      'suivi',
      cases.filter((each) => ownText(each) === each.expected),
      ownTimes,
    ),
    score(
      'chrono-node, strict',
      cases.filter((each) => peerText(each) === wanted(each)),
      peerTimes,
    ),
  ];
}

/** Prints both readers side by side. */
export async function main(path: string): Promise<void> {
  const [ours, theirs] = await benchDates(readTable(path));
  const table = new Table(['Right', 'Reader of dates', 'Of', 'µs each']);
  for (const { reader, right, of, microseconds } of [ours, theirs])
    table.add(String(right), reader, String(of), microseconds.toFixed(1));
  process.stdout.write(`${table.toString()}\n${(theirs.microseconds / ours.microseconds).toFixed(1)} times as fast\n`);
}
