import type { ReadOptions } from './model';
import { isMark, readLink, type Tokens } from './atoms';
import { isInterval } from './numeric';
import { type Part, readPart } from './part';
import type { Link } from './vocabulary';

/** Days written together: what one does not say (month, year) another may. `links[i]` joins parts `i` and `i + 1`. */
export interface Chain {
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  readonly next: number;
}

/** Nobody lists more days before naming their month; the bound keeps reading linear. */
const mostBareDays = 15;

/**
 * The longest run of days from a token on: « les 4, 11 et 18 novembre », « du 28 juin au 2 juillet
 * 2021 », "June 10 and 11". Null where no day finds its month.
 */
export function readChain(tokens: Tokens, at: number, options: ReadOptions): Chain | null {
  const parts: Part[] = [];
  const links: Link[] = [];
  /** How many parts have their month: what follows them is given back where no month comes. */
  let settled = 0;
  let next = at;
  while (parts.length - settled <= mostBareDays) {
    const step = readNext(tokens, next, options, parts);
    if (!step) break;
    if (step.link !== null) links.push(step.link);
    parts.push(step.part);
    next = step.part.next;
    if (step.part.month !== null || step.part.monthFirst) settled = parts.length;
  }
  const kept = parts.slice(0, settled);
  const last = kept.at(-1);
  return last ? { parts: kept, links: links.slice(0, settled - 1), next: last.next } : null;
}

interface Step {
  readonly link: Link | null;
  readonly part: Part;
}

function readNext(tokens: Tokens, at: number, options: ReadOptions, parts: readonly Part[]): Step | null {
  const previous = parts.at(-1);
  if (!previous) {
    const part = readPart(tokens, at, options, false);
    return part && { link: null, part };
  }
  const link = readLink(tokens, at);
  if (!link) {
    // « 2 juin 2021 8 septembre 2021 »: side by side, each with its month.
    if (previous.month === null && !previous.monthFirst) return null;
    const part = readPart(tokens, at, options, false);
    return part && part.month !== null ? { link: 'beside', part } : null;
  }
  // « du 3 au 5 », "from May 3 to May 5": the article of the link's second half may be doubled.
  const part = readPart(tokens, link.next, options, previous.monthFirst);
  if (!part || (part.month === null && followsIso(tokens, parts) && tokens[part.first]?.text.length !== 2)) return null;
  const interval = link.value === 'slash' && isInterval(tokens, at);
  if (link.value === 'slash' && !interval && !isSlashPair(parts, part)) return null;
  // A line that begins with a day begins a new list, unless a word joins them.
  if (isMark(tokens, at, '-') && tokens[at]?.gap === 'line') return null;
  return { link: interval ? 'to' : link.value, part };
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
