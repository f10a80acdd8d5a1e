import type { DateProblemCode, ReadOptions } from './model';
import {
  glued,
  isLowerWord,
  isMark,
  isWord,
  type Read,
  readDayNumber,
  readDigits,
  readMonth,
  readWeekday,
  skipPoint,
  startsFresh,
  type Tokens,
} from './atoms';
import { readUnclearNumbers } from './numeric';
import { readFullYear } from './part';
import {
  articles,
  dayPlaceholders,
  digitLookalikes,
  months,
  ofWords,
  relativeAdjectives,
  relativeUnits,
  relativeWords,
} from './vocabulary';

/** A piece that was surely meant as a date and cannot be read as one: to be asked, never guessed. */
export function readRefusal(
  tokens: Tokens,
  at: number,
  options: ReadOptions,
  segmentStart: boolean,
): Read<DateProblemCode> | null {
  if (tokens[at]?.kind === 'number') {
    const numbers = readUnclearNumbers(tokens, at, segmentStart);
    if (numbers !== null) return { value: 'unclearNumbers', next: numbers };
  } else {
    const relative = readRelative(tokens, at);
    if (relative !== null) return { value: 'relativeDate', next: relative };
    const missing = readMissingDay(tokens, at, options);
    if (missing !== null) return { value: 'missingDay', next: missing };
    const unclear = readMonthAndNumber(tokens, at);
    if (unclear !== null) return { value: 'unclearYear', next: unclear };
  }
  const garbled = readGarbledDay(tokens, at, options);
  if (garbled !== null) return { value: 'missingDay', next: garbled };
  const misspelt = readMisspelt(tokens, at, options, segmentStart);
  return misspelt === null ? null : { value: 'misspeltMonth', next: misspelt };
}

/** « demain », « la semaine prochaine », "next Monday". */
function readRelative(tokens: Tokens, at: number): number | null {
  if (isWord(tokens, at, relativeWords)) return at + 1;
  const unit = (index: number) => isWord(tokens, index, relativeUnits) || readWeekday(tokens, index) !== null;
  const adjective = (index: number) => isWord(tokens, index, relativeAdjectives);
  // « la dernière semaine de mai » is in May, whenever it is read.
  const ofAnother = tokens[at + 2]?.text === 'de' || tokens[at + 2]?.text === 'd' || tokens[at + 2]?.text === 'of';
  return (unit(at) && adjective(at + 1)) || (adjective(at) && unit(at + 1) && !ofAnother) ? at + 2 : null;
}

/** « ?? juin 2021 », « Ier juin »: not a month either. */
function readMissingDay(tokens: Tokens, at: number, options: ReadOptions): number | null {
  const ordinal = isWord(tokens, at, digitLookalikes) && tokens[at + 1]?.text === 'er' ? at + 2 : at + 1;
  if (ordinal === at + 2 || tokens[at]?.text === 'ier') return endOfMonth(tokens, ordinal, options);
  if (!dayPlaceholders.has(tokens[at]?.text ?? '')) return null;
  let next = at + 1;
  if (isMark(tokens, next, '?') || isMark(tokens, next, '_')) next += 1;
  return endOfMonth(tokens, next, options);
}

/** « l5 mai 2021 », « 1O mai »: digits with letters in them, where the day is to be. */
function readGarbledDay(tokens: Tokens, at: number, options: ReadOptions): number | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || !glued(tokens, at + 1) || first.text.length + second.text.length > 4) return null;
  const isGarbled =
    first.kind === 'number' ? second.kind === 'word' : second.kind === 'number' && isWord(tokens, at, digitLookalikes);
  return isGarbled && startsFresh(tokens, at) ? endOfMonth(tokens, at + 2, options) : null;
}

/** The token after a month and its year, where a month stands. */
function endOfMonth(tokens: Tokens, at: number, options: ReadOptions): number | null {
  const month = readMonth(tokens, at);
  return month && (readFullYear(tokens, month.next, options)?.next ?? month.next);
}

/** « sept. 21 », `sept-21`: September 2021 or 21 September. */
function readMonthAndNumber(tokens: Tokens, at: number): number | null {
  const month = readMonth(tokens, at);
  if (!month) return null;
  const dash = isMark(tokens, month.next, '-') && glued(tokens, month.next) ? 1 : 0;
  const number = readDigits(tokens, month.next + dash, 2, 2);
  return number && !isLowerWord(tokens, number.next) && !isMark(tokens, number.next, ':') ? number.next : null;
}

/** « 12 septemre 2021 », « 15 ju. 2021 », "Febuary 5, 2021": a day beside something close to a month; without a year, where nothing else is said. */
function readMisspelt(tokens: Tokens, at: number, options: ReadOptions, segmentStart: boolean): number | null {
  const monthFirst = tokens[at]?.kind === 'word';
  const day = startsFresh(tokens, at) ? readDayNumber(tokens, monthFirst ? skipPoint(tokens, at + 1) : at) : null;
  const word = day && tokens[monthFirst ? at : day.next];
  if (!day || word?.kind !== 'word' || months.has(word.text) || ofWords.has(word.text)) return null;
  const end = monthFirst ? day.next : skipPoint(tokens, day.next + 1);
  const year = readFullYear(tokens, end, options);
  if (year) return isNearMonth(word.text, 3) || (!monthFirst && beginsMonth(word.text)) ? year.next : null;
  const after = tokens[end];
  const isAlone = (segmentStart || isWord(tokens, at - 1, articles)) && (after?.gap ?? 'line') === 'line';
  return isNearMonth(word.text, isAlone ? 4 : 7) && (isAlone || !monthFirst) ? end : null;
}

const monthNames = [...months.keys()].filter((name) => name.length >= 3);

function beginsMonth(word: string): boolean {
  return word.length >= 2 && monthNames.some((name) => name.startsWith(word));
}

/** One or two slips of the keyboard away from a month: enough to ask, never to correct. */
function isNearMonth(word: string, shortest: number): boolean {
  const most = word.length >= 7 ? 2 : 1;
  return (
    word.length >= shortest &&
    word.length <= 12 &&
    monthNames.some(
      (name) =>
        name.length >= shortest &&
        Math.abs(name.length - word.length) <= most &&
        sharesAnEnd(word, name) &&
        slips(word, name) <= most,
    )
  );
}

/** People rarely miss both ends of a word; and the rest is then not worth counting. */
function sharesAnEnd(a: string, b: string): boolean {
  return a.charCodeAt(0) === b.charCodeAt(0) || a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1);
}

/** Letters added, left out, changed or swapped with their neighbour. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (row[j - 1] ?? 0) + (same ? 0 : 1);
      const moved = swapped ? (before[j - 2] ?? 0) + 1 : changed;
      next.push(Math.min(changed, moved, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? Infinity;
}
