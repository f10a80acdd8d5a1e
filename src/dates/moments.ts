import { isMark, type Tokens } from './atoms';
import { momentWords } from './vocabulary';

/** "am", « p.m. ». */
const half = String.raw`[ap]\.?m\b\.?`;
/** « 9 h 30 », "10:30 am", `09:00:00`; the unit may be said once for two: « de 9 à 12 h ». */
const hour = String.raw`\d{1,2}\s?(?:h(?:eures?)?\s?(?:[0-5]\d)?|(?::[0-5]\d){1,2})?(?:\s?${half})?`;
const partOfDay = 'avant-midi|apres-midi|matin|soir(?:ee)?|morning|afternoon|evening';
const lead = String.raw`^\s*(?:[-@,]\s*)?(?:(?:a|de|des|en|at|from|in the)\s+)?`;
/** « 3 h de formation » is how long, and not when; « matin-causerie » is no part of a day. */
const end = String.raw`(?=[\s.,;:)-]|$)(?!-\w|\s+d[e'])`;
const moment = new RegExp(
  `${lead}((?:${half}|${partOfDay}|${hour}(?:\\s*(?:a|to|-)\\s*(?:${hour}|midi|noon))?)${end})`,
);

/** More tokens than « - de 9 h 30 à 11 h 30 » has. */
const longest = 14;

/** A piece of the text that is said of a date: from its first token to `end`; `next` is the token after it and its parenthesis. */
export interface Aside {
  readonly first: number;
  readonly end: number;
  readonly next: number;
}

/** The time of day that stands at a token, after « à », a dash or a comma; null where none does. */
export function readMoment(tokens: Tokens, at: number): Aside | null {
  const token = tokens[at];
  if (!token || (token.kind === 'word' && !momentWords.has(token.text))) return null;
  let text = '';
  const ends: number[] = [];
  for (let i = at; i < at + longest && i < tokens.length && (i === at || tokens[i]!.gap !== 'line'); i++) {
    text += tokens[i]!.gap === 'none' ? tokens[i]!.text : ` ${tokens[i]!.text}`;
    ends.push(text.length);
  }
  const [whole = '', said = ''] = moment.exec(text) ?? [];
  // A number alone counts something.
  if (!/[a-z:]/.test(said.replace(/^\d+\s*(?:a|to)/, ''))) return null;
  const next = at + ends.findIndex((offset) => offset >= whole.length) + 1;
  return { first: at + ends.findIndex((offset) => offset > whole.length - said.length), end: next, next };
}

/** A note longer than this, in characters, is not about the date: it is the activity itself. */
export const longestNote = 60;

/** What parentheses at a token say, where it can be a note. */
export function readParenthesis(tokens: Tokens, at: number): Aside | null {
  if (!isMark(tokens, at, '(')) return null;
  const from = tokens[at + 1]?.start ?? 0;
  for (let close = at + 1; close < tokens.length && tokens[close - 1]!.end - from <= longestNote; close++) {
    if (isMark(tokens, close, ')')) return close === at + 1 ? null : { first: at + 1, end: close, next: close + 1 };
  }
  return null;
}
