import type { ReadOptions } from './model';
import { isMark, isSilent, readLink, skipArticles, type Tokens } from './atoms';
import { type Aside, readMoment, readParenthesis } from './moments';
import { type DigitForm, isInterval, isTight, readNumericDay } from './numeric';
import { type Part, readFullYear, readPart } from './part';
import { endLinks, type Link, pairLeads } from './vocabulary';

/**
 * Days written together: what one does not say (month, year) another may. `links[i]` joins parts `i` and
 * `i + 1`; `asides[i]` is what stands between part `i` and that link: « 3 juin (AM) au 5 juin ».
 */
export interface Chain {
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  readonly asides: readonly (Aside | null)[];
  readonly next: number;
}

/** Nobody lists more days before naming their month; the bound keeps reading linear. */
const mostBareDays = 15;

/**
 * The longest run of days from a token on: « les 4, 11 et 18 novembre », « du 28 juin au 2 juillet
 * 2021 », "June 10 and 11", « 25/05 au 02/06/2021 ». Null where no day finds its month.
 */
export function readChain(tokens: Tokens, at: number, options: ReadOptions): Chain | null {
  const withPairs = mayBeginWithPair(tokens, at, options) ? readRun(tokens, at, options, 'pair') : null;
  return withPairs ?? readRun(tokens, at, options, null);
}

/** `25/05` where dates may be listed: « rencontre 4/6 » and « 24/7 » in a sentence are none. */
function mayBeginWithPair(tokens: Tokens, at: number, { language }: ReadOptions): boolean {
  const first = skipArticles(tokens, at);
  if (tokens[first]?.kind !== 'number' || tokens[first + 1]?.kind !== 'mark') return false;
  const before = tokens[first - 1];
  const mayList = before?.kind !== 'word' || isSilent(before) || pairLeads.has(before.text);
  // « 4/6 et 5/6, 15/06/2021 »: what follows the first of a list is as it is.
  const leads = tokens[first].gap === 'line' || (mayList && tokens[first - 2]?.kind !== 'number');
  return leads && readNumericDay(tokens, first, language, 'pair')?.value.year === null;
}

/** From `firstDigits` a pair, its days count from the first on that says its year. */
function readRun(tokens: Tokens, at: number, options: ReadOptions, firstDigits: DigitForm): Chain | null {
  const first = readPart(tokens, at, options, 'leads', firstDigits);
  if (!first) return null;
  const parts = [first];
  const links: Link[] = [];
  const asides: (Aside | null)[] = [];
  /** How many parts have their month: what follows them is given back where no month comes. */
  let settled = isSettled(first, firstDigits) ? 1 : 0;
  while (parts.length - settled <= mostBareDays) {
    const step = readNext(tokens, parts, options);
    if (!step) break;
    links.push(step.link);
    asides.push(step.aside);
    parts.push(step.part);
    if (isSettled(step.part, settled > 0 ? null : firstDigits)) settled = parts.length;
  }
  if (settled === 0) return null;
  const kept = parts.slice(0, settled);
  const within = asides.slice(0, settled - 1);
  const late = readLateYear(tokens, kept.at(-1)!, options);
  if (late) {
    kept[settled - 1] = late.part;
    within.push(late.aside);
  }
  const { next } = kept.at(-1)!;
  return { parts: inOneOrder(kept, options), links: links.slice(0, settled - 1), asides: within, next };
}

/** « 3 juin (AM) 2024 »: the year of the last day after what is said of it. */
function readLateYear(
  tokens: Tokens,
  last: Part,
  options: ReadOptions,
): { readonly part: Part; readonly aside: Aside } | null {
  if (last.year !== null || last.problem !== null) return null;
  const aside = readAside(tokens, last);
  const year = aside && tokens[aside.next]?.text.length === 4 ? readFullYear(tokens, aside.next, options) : null;
  const after = tokens[year?.next ?? 0];
  const closes = !after || after.gap === 'line' || after.kind === 'mark';
  return year && closes ? { part: { ...last, year: year.year, next: year.next }, aside: aside! } : null;
}

function isSettled({ month, year, monthFirst }: Part, firstDigits: DigitForm): boolean {
  return firstDigits === null ? month !== null || monthFirst : year !== null;
}

interface Step {
  readonly link: Link;
  readonly aside: Aside | null;
  readonly part: Part;
}

function readNext(tokens: Tokens, parts: readonly Part[], options: ReadOptions): Step | null {
  const previous = parts.at(-1)!;
  const direct = readLinked(tokens, previous.next, options, parts);
  if (direct && direct.part.month !== null) return direct;
  const aside = readAside(tokens, previous);
  const beyond = aside && readLinked(tokens, aside.next, options, parts);
  return beyond && beyond.link !== 'beside' && beyond.part.month !== null ? { ...beyond, aside } : direct;
}

/** « (AM) », « , 9 h »: beside a day without its month, only a time is surely said of it. */
function readAside(tokens: Tokens, { month, monthFirst, next }: Part): Aside | null {
  const inside = readParenthesis(tokens, next);
  if (month !== null || monthFirst) return inside ?? readMoment(tokens, next);
  return inside && readMoment(tokens, inside.first)?.next === inside.end ? inside : null;
}

function readLinked(tokens: Tokens, at: number, options: ReadOptions, parts: readonly Part[]): Step | null {
  const previous = parts.at(-1)!;
  const link = readLink(tokens, at);
  if (!link) {
    // « 2 juin 2021 8 septembre 2021 »: side by side, each with its month.
    if (previous.month === null && !previous.monthFirst) return null;
    const part = readPart(tokens, at, options);
    return part && part.month !== null ? { link: 'beside', aside: null, part } : null;
  }
  const isEnd = link.value === 'to' && previous.month !== null && endLinks.has(tokens[at]?.text ?? '');
  const bare = previous.monthFirst ? 'follows' : isEnd ? 'ends' : 'leads';
  // « du 3 au 5 », "from May 3 to May 5": the article of the link's second half may be doubled.
  const part = readPart(tokens, link.next, options, bare, digitsAfter(tokens, at, link.value, previous));
  if (!part || (part.month === null && followsIso(tokens, parts) && tokens[part.first]?.text.length !== 2)) return null;
  const interval = link.value === 'slash' && isInterval(tokens, at);
  if (link.value === 'slash' && !interval && !isSlashPair(parts, part)) return null;
  // A line that begins with a day begins a new list, unless a word joins them.
  if (isMark(tokens, at, '-') && tokens[at]?.gap === 'line') return null;
  return { link: interval ? 'to' : link.value, aside: null, part };
}

/** What digits may be after those of the part before them. */
function digitsAfter(tokens: Tokens, at: number, link: Link, { order, year }: Part): DigitForm {
  if (link === 'dash' && isTight(tokens, at)) return order === null ? 'rangeOfDays' : year === null ? 'range' : null;
  if (order === null) return null;
  if (order === 'year') return 'isoPair';
  // « 15/06/2021 et 4/6 des membres ».
  return year === null || link === 'to' ? 'pair' : 'paddedPair';
}

/** The days in digits of a list are written one way: `25/05/2021` says that `02/06/2021` is in June. */
function inOneOrder(parts: readonly Part[], { language }: ReadOptions): readonly Part[] {
  if (!parts.some(({ order }) => order === 'either')) return parts;
  const [dayFirst, monthFirst] = (['day', 'month'] as const).map((first) => parts.some(({ order }) => order === first));
  if (dayFirst === monthFirst) return parts;
  return parts.map((part) => {
    if (part.order !== 'either') return part;
    const [day, month] = dayFirst === (language === 'fr') ? [part.day, part.month] : [part.month ?? 0, part.day];
    return { ...part, day, month, doubts: [] };
  });
}

/** `2021-06-15, 22`: in digits, a day after a whole one is written as that one is. */
function followsIso(tokens: Tokens, parts: readonly Part[]): boolean {
  const whole = tokens[parts.findLast(({ month }) => month !== null)?.first ?? -1];
  return whole?.kind === 'number' && whole.text.length === 4;
}

/** `23/24 mai` and `May 23/24` are two days; `4/6, 29 sept.` is meeting 4 of 6 and a day. */
function isSlashPair(parts: readonly Part[], second: Part): boolean {
  const first = parts.at(-1);
  if (!first) return false;
  if (second.month === null) return second.monthFirst && second.day === first.day + 1;
  return first.month !== null || (parts.length === 1 && second.day === first.day + 1);
}
