import { isMark, isSilent, readLink } from './atoms';
import { findAt } from './find';
import type { Found } from './found';
import type { DateProblem, ReadDate, Reading, ReadOccurrence, ReadOptions, TextSpan } from './model';
import { type Aside, longestNote, readMoment, readParenthesis } from './moments';
import { type Token, tokenize } from './tokens';
import { months } from './vocabulary';

/**
 * Everything a text says about time, in its order: days, ranges, months, quarters, deadlines, with
 * what was written but cannot be read as a date. Linear in the length of the text; never throws,
 * never guesses: what could be several days is a problem, not a date.
 */
export function readDateValues(text: string, options: ReadOptions): Reading {
  return new Reader(text, options).read();
}

/**
 * The occurrences written in a text: its days and ranges of days. A month or a deadline is no
 * occurrence, and becomes the problem `notADay`.
 */
export function readDates(
  text: string,
  options: ReadOptions,
): {
  readonly occurrences: readonly ReadOccurrence[];
  readonly problems: readonly DateProblem[];
  readonly unread: readonly TextSpan[];
} {
  const { dates, problems, unread } = readDateValues(text, options);
  const occurrences: ReadOccurrence[] = [];
  const notDays: DateProblem[] = [];
  for (const { value, note, doubts, span } of dates) {
    if (value.kind !== 'days') {
      notDays.push({ code: 'notADay', text: text.slice(span.start, span.end), span });
      continue;
    }
    const inferred = doubts.includes('inferredYear') || doubts.includes('yearBefore');
    occurrences.push({
      start: value.start,
      ...(value.end === value.start ? {} : { end: value.end }),
      ...(note === undefined ? {} : { note }),
      ...(inferred ? { inferred } : {}),
      span,
      doubts,
    });
  }
  const sorted = [...problems, ...notDays].sort((a, b) => a.span.start - b.span.start);
  return { occurrences, problems: sorted, unread };
}

/** Between what is said of the beginning of a range and of its end: « AM – PM ». */
const between = ' – ';

/** The date without the piece of its note that stands after it: what is said within it stays. */
export function withoutNoteAfter(date: ReadDate): ReadDate {
  const { note, noteSpan, ...bare } = date;
  if (note === undefined || !noteSpan) return date;
  const within = note.slice(0, noteSpan.start - noteSpan.end);
  return within === '' ? bare : { ...bare, note: within.slice(0, -between.length) };
}

class Reader {
  private readonly tokens: readonly Token[];
  private readonly dates: ReadDate[] = [];
  private readonly problems: DateProblem[] = [];
  /** Pieces of text that were understood, in order. */
  private readonly covered: TextSpan[] = [];
  /** Where a note of the last date may begin, as a token after its comma. */
  private noteFrom: number | null = null;
  /** The first token from the current one on that has a month. */
  private monthAhead = 0;

  constructor(
    private readonly text: string,
    private readonly options: ReadOptions,
  ) {
    this.tokens = tokenize(text);
  }

  read(): Reading {
    let at = 0;
    let lastEnd = 0;
    while (at < this.tokens.length) {
      const found = findAt(this.tokens, at, lastEnd, this.options, this.hasMonthNear(at));
      if (!found || this.belongsToNote(found, at)) {
        at += 1;
        continue;
      }
      this.endNote(at);
      this.keep(found, at);
      at = this.takeNote(found);
      lastEnd = at;
    }
    this.endNote(this.tokens.length);
    return { dates: this.dates, problems: this.problems, unread: this.unread() };
  }

  /** False where no day from a token on can find its month: long lists of numbers are then passed at once. */
  private hasMonthNear(at: number): boolean {
    if (this.monthAhead < at) this.monthAhead = at;
    while (this.monthAhead < this.tokens.length && !bearsMonth(this.tokens[this.monthAhead]!)) this.monthAhead += 1;
    return this.monthAhead < this.tokens.length && this.monthAhead - at <= longestWayToMonth;
  }

  /** « séance 1, 9 juin 2025 »: in a note, a bare number after a word is the word's and not a day of June. */
  private belongsToNote(found: Found, at: number): boolean {
    if (this.noteFrom === null || at <= this.noteFrom || !found.startsBare) return false;
    return (
      this.tokens[at - 1]?.kind === 'word' &&
      this.tokens[at]?.kind === 'number' &&
      readLink(this.tokens, at - 1) === null
    );
  }

  private keep(found: Found, at: number): void {
    for (const { value, doubts, notes, first, next } of found.dates) {
      const date = { value, doubts, span: this.span(first, next) };
      const said = notes && notes.length > 0 ? notes.map((aside) => this.textOf(aside)).join(between) : null;
      this.dates.push(said === null ? date : { ...date, note: said });
    }
    for (const { code, first, next } of found.problems) {
      const span = this.span(first, next);
      this.problems.push({ code, span, text: this.text.slice(span.start, span.end) });
    }
    this.covered.push(this.span(at, found.next));
  }

  /** Takes a time of day or a note in parentheses at once; remembers where one after a comma begins. Returns the token to go on from. */
  private takeNote(found: Found): number {
    const lastIsDate = found.dates.at(-1)?.next === found.next;
    if (!lastIsDate || this.tokens[found.next]?.gap === 'line') return found.next;
    if (isMark(this.tokens, found.next, ',')) {
      // « 2 juin, 9 h 30 : Rencontre »; without a colon, all that follows the comma is the note.
      const timed = this.takeMoment(found.next, ':|');
      if (timed > found.next) return timed;
      this.noteFrom = found.next + 1;
      return found.next + 1;
    }
    const inside = readParenthesis(this.tokens, found.next);
    return inside ? this.take(inside, found.next) : this.takeMoment(found.next);
  }

  /** Takes a time of day as the note, where one of the marks follows it, if any are named. */
  private takeMoment(from: number, marks = ''): number {
    const moment = readMoment(this.tokens, from);
    if (!moment || (marks !== '' && !marks.includes(this.tokens[moment.next]?.text ?? ' '))) return from;
    return this.take(moment, from);
  }

  private take(aside: Aside, from: number): number {
    this.giveNote(aside.first, aside.end);
    this.covered.push(this.span(from, aside.next));
    return aside.next;
  }

  /** Ends a note after a comma at the next date, the next line or the end of the text. */
  private endNote(at: number): void {
    const from = this.noteFrom;
    this.noteFrom = null;
    if (from === null) return;
    let end = from;
    while (end < at && (end === from || this.tokens[end]?.gap !== 'line')) end += 1;
    while (end > from && readLink(this.tokens, end - 1)) end -= 1;
    // « CA : 3 juin, CE : 10 juin »: what ends with a colon leads to the next date.
    if (at < this.tokens.length && isMark(this.tokens, end - 1, ':')) return;
    if (end > from && this.giveNote(from, end)) this.covered.push(this.span(from, end));
  }

  private giveNote(first: number, next: number): boolean {
    const span = this.span(first, next);
    const note = this.text.slice(span.start, span.end);
    const last = this.dates.at(-1);
    if (!last || note === '' || note.length > longestNote) return false;
    const said = last.note === undefined ? note : `${last.note}${between}${note}`;
    this.dates[this.dates.length - 1] = { ...last, note: said, noteSpan: span };
    return true;
  }

  private textOf({ first, end }: Aside): string {
    const span = this.span(first, end);
    return this.text.slice(span.start, span.end);
  }

  private span(first: number, next: number): TextSpan {
    const start = this.tokens[first]?.start ?? this.text.length;
    return { start, end: this.tokens[next - 1]?.end ?? start };
  }

  /** Runs of words or digits outside what was understood; marks, links and articles alone say nothing. */
  private unread(): TextSpan[] {
    const runs: { start: number; end: number }[] = [];
    let piece = 0;
    let run: { start: number; end: number } | null = null;
    for (const token of this.tokens) {
      while ((this.covered[piece]?.end ?? Infinity) <= token.start) {
        piece += 1;
        run = null;
      }
      if (token.start >= (this.covered[piece]?.start ?? Infinity)) run = null;
      else if (!isSilent(token)) {
        if (run) run.end = token.end;
        else runs.push((run = { start: token.start, end: token.end }));
      }
    }
    return runs;
  }
}

/** More tokens than the longest list of bare days has before the month that they share. */
const longestWayToMonth = 256;

/** A month's name, or the year or the whole of a day in digits. */
function bearsMonth(token: Token): boolean {
  return token.kind === 'number' ? token.text.length >= 4 : token.kind === 'word' && months.has(token.text);
}
