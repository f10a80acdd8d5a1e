import { isPhrase, isWord, type Read, readLink, type Tokens } from './atoms';
import type { DateProblemCode, ReadOptions } from './model';
import { readPeriods } from './periods';
import { calledOffWords, fromWords, presentPhrases, verbWords } from './vocabulary';

/**
 * What ends a range without being a day: « du 3 juin à aujourd’hui » is as long as the day it is read, « du 3 juin à
 * septembre » ends on no day. Null where the date before is not the beginning of such a range.
 */
export function readEnd(tokens: Tokens, at: number, options: ReadOptions): Read<DateProblemCode> | null {
  const link = readLink(tokens, at);
  if (link?.value !== 'to' && link?.value !== 'dash') return null;
  const present = presentPhrases[link.value].find((phrase) => isPhrase(tokens, link.next, phrase));
  if (present) return { value: 'relativeDate', next: link.next + present.length };
  // « 3 juin – Septembre en fête ».
  if (link.value === 'dash') return null;
  const period = readPeriods(tokens, link.next, options, { segmentStart: false, between: false, expected: true });
  return period && { value: 'notADay', next: period.next };
}

/** True where what follows a date says that nothing takes place then: « 3 juin (annulé) », « 3 juin, reporté au 10 ». */
export function isCalledOff(tokens: Tokens, at: number): boolean {
  let next = at;
  const sameLine = (): boolean => tokens[next] !== undefined && tokens[next]!.gap !== 'line';
  while (next < at + 2 && sameLine() && tokens[next]!.kind === 'mark' && '-:|,;.(['.includes(tokens[next]!.text))
    next += 1;
  while (next < at + 4 && sameLine() && isWord(tokens, next, verbWords)) next += 1;
  // « 3 juin (reporté du 27 mai) » takes place.
  return sameLine() && isWord(tokens, next, calledOffWords) && !isWord(tokens, next + 1, fromWords);
}
