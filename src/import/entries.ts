import {
  type DateDoubt,
  type DateLanguage,
  type DateProblemCode,
  isoText,
  monthNames,
  type ReadDate,
  readDateValues,
  type TextSpan,
  withoutNoteAfter,
} from '../dates';
import type { Occurrence, Place } from '../plan';
import { hasWords, type TextLine, writtenText } from './blocks';
import { sliceRuns } from './builder';
import { CellText } from './cellText';
import { readPeople, splitPeople } from './people';
import type { TimeHeading } from './labels';
import { titleAndDetails, withoutEnd } from './titles';

/** A date that was written and is not among the occurrences. */
export interface UnreadDate {
  readonly code: DateProblemCode;
  readonly text: string;
}

/** What is to be confirmed about a date that was read. */
export interface EntryDoubt {
  readonly doubt: DateDoubt;
  readonly text: string;
}

/** An activity as it was read from a cell or an item of a list. */
export interface Entry {
  readonly occurrences: readonly Occurrence[];
  readonly unreadDates: readonly UnreadDate[];
  readonly doubts: readonly EntryDoubt[];
  readonly title: string;
  readonly details: readonly string[];
  readonly participants: readonly string[];
  /** The whole text it was read from. */
  readonly source: string;
  readonly place: Place;
}

export interface EntryContext {
  readonly language: DateLanguage;
  /** The year of dates written without one. */
  readonly year: number;
  /** The heading above, which gives days without a month theirs. */
  readonly time: TimeHeading | null;
  /** True where the text is a cell of dates: what follows one is its note, and no activity. */
  readonly datesOnly?: boolean;
}

/** A head: dates side by side, from where they begin (with « Le » before them) to the end of their notes. */
interface Head {
  readonly from: number;
  end: number;
  readonly items: Item[];
}

interface Item {
  readonly start: number;
  end: number;
  readonly date: ReadDate | null;
  readonly problem: UnreadDate | null;
}

/**
 * The activities of a cell. Dates at the beginning of a line, or between a bold title and the next,
 * begin one; dates in the middle of a text are text. Where no line begins with a date, a date that
 * ends a line dates what stands before it. A text without any date is one activity without
 * occurrences: whether it is one at all is for the caller to say.
 */
export function readEntries(lines: readonly TextLine[], context: EntryContext): Entry[] {
  const cell = new CellText(lines);
  if (!hasWords(cell.text)) return [];
  const groups = groupsOf(cell, context);
  const heads = groups.filter((group) => isHead(cell, group));
  if (heads.length === 0) return trailing(cell, groups);
  const [first] = heads;
  const leading = cell.text.slice(0, first!.from);
  const lastBody = cell.text.slice(heads.at(-1)!.end);
  if (hasWords(leading) && !hasWords(lastBody)) return titleFirst(cell, heads);
  return heads.map((head, at) => {
    const to = heads[at + 1]?.from ?? cell.text.length;
    const extra = at === 0 && hasWords(leading) ? cell.slice(0, first!.from) : [];
    return entryOf(cell, head, cell.slice(head.end, to), extra, at === 0 ? 0 : head.from, to);
  });
}

/** True where a text begins with a date, as the first line of an activity does. */
export function beginsWithDate(line: TextLine, context: EntryContext): boolean {
  if (!maySayDate(line.text.slice(0, glance))) return false;
  const cell = new CellText([glanceAt(line, 0, glance)]);
  return groupsOf(cell, context).some((group) => group.from === 0 && isHead(cell, group));
}

/** True where a text ends with a date and nothing else dates it: « Rencontre du comité (4 octobre 2022) ». */
export function endsWithDate(line: TextLine, context: EntryContext): boolean {
  const { length } = line.text;
  if (!maySayDate(line.text.slice(-glance)) || beginsWithDate(line, context)) return false;
  const cell = new CellText([glanceAt(line, Math.max(0, length - glance), length)]);
  return groupsOf(cell, context).some((group) => endsLine(cell, group));
}

/** As much of a line as is looked at to know how it begins or ends. */
const glance = 160;

/** Dates have digits, but for the first of a month: most lines are known not to begin with one at little cost. */
function maySayDate(text: string): boolean {
  return /[\p{Nd}?_]|premier|first/iu.test(text);
}

function glanceAt(line: TextLine, from: number, to: number): TextLine {
  if (from === 0 && line.text.length <= to) return line;
  return { ...line, text: line.text.slice(from, to), runs: sliceRuns(line.runs, from, to) };
}

/** An activity whose dates stand in a cell of their own; what that cell says beside them is a detail. */
export function entryOfColumns(dates: readonly TextLine[], body: readonly TextLine[], context: EntryContext): Entry {
  const cell = new CellText(dates.length > 0 ? dates : body.slice(0, 1));
  const read = readEntries(dates, { ...context, datesOnly: true });
  const { title, details } = titleAndDetails(body);
  const beside = read.flatMap((entry) => [entry.title, ...entry.details]).filter(hasWords);
  const lines = [...details, ...beside].flatMap((line) => splitPeople(line.trim()));
  const [ownTitle = '', ...fromTitle] = splitPeople(title.trim());
  return {
    occurrences: read.flatMap((entry) => entry.occurrences),
    unreadDates: read.flatMap((entry) => entry.unreadDates),
    doubts: read.flatMap((entry) => entry.doubts),
    title: ownTitle,
    details: [...fromTitle, ...lines],
    participants: readPeople([ownTitle, ...fromTitle, ...lines]),
    source: [...dates, ...body].map(writtenText).join('\n'),
    place: cell.place(0),
  };
}

/** True where a text is dates and nothing else. */
export function isOnlyDates(lines: readonly TextLine[], context: EntryContext): boolean {
  const cell = new CellText(lines);
  const heads = groupsOf(cell, context);
  return heads.length === 1 && heads[0]!.from === 0 && !hasWords(cell.text.slice(heads[0]!.end));
}

/** Words that may stand before a date or between two without saying anything. */
const quiet = new Set(
  'le la les l du de des d au aux en et puis à a the on of to and from entre between semaine week début mi fin date dates quand when également ainsi que & jour'.split(
    ' ',
  ),
);

/** Longer than this, a text says something: the bound keeps reading linear. */
const longestQuiet = 80;

function isQuiet(text: string): boolean {
  if (text.length > longestQuiet) return false;
  return (text.match(/[\p{L}\p{N}&]+/gu) ?? []).every((word) => quiet.has(word.toLowerCase()));
}

function groupsOf(cell: CellText, context: EntryContext): Head[] {
  const heads: Head[] = [];
  for (const item of itemsOf(cell, context)) {
    const last = heads.at(-1);
    if (last && isQuiet(cell.text.slice(last.end, item.start))) {
      last.end = item.end;
      last.items.push(item);
    } else {
      const lineStart = cell.lineStart(item.start);
      const from = isQuiet(cell.text.slice(lineStart, item.start)) ? lineStart : item.start;
      heads.push({ from, end: item.end, items: [item] });
    }
  }
  return heads;
}

function itemsOf(cell: CellText, context: EntryContext): Item[] {
  const { language, year, time } = context;
  const reading = readDateValues(forDates(cell.text), { language, referenceYear: time?.year ?? year });
  const items: Item[] = [];
  for (const date of reading.dates) {
    if (date.value.kind !== 'open') items.push(dateItem(cell, date, context.datesOnly === true));
  }
  for (const { code, text, span } of reading.problems) {
    items.push({ ...span, date: null, problem: { code, text } });
  }
  const month = time?.month ?? null;
  if (month !== null) items.push(...dayOnlyItems(cell, items, { ...context, month }));
  return items.sort((a, b) => a.start - b.start);
}

/** "June 20: Board meeting": a colon before a space parts the date from its text, and is no part of a time. */
function forDates(text: string): string {
  return text.replace(/(?<=\d):(?=\s)/g, '|');
}

/** A day with its note, unless the note is the activity itself: « 4 octobre 2021, Rencontre du comité ». */
function dateItem(cell: CellText, date: ReadDate, datesOnly: boolean): Item {
  const { span } = date;
  const after = date.noteSpan ?? (date.note === undefined ? noteBeforeBold(cell, span.end) : undefined);
  if (after === undefined) return { ...span, date, problem: null };
  const note = cell.text.slice(after.start, after.end);
  const parenthesis = cell.text.slice(span.end, after.start).includes('(');
  const end = after.end + (parenthesis ? 1 : 0);
  if (!datesOnly && isTitle(cell, note, after.start, end, parenthesis)) {
    return { ...span, date: withoutNoteAfter(date), problem: null };
  }
  return { start: span.start, end, date: date.noteSpan ? date : { ...date, note }, problem: null };
}

const longestNote = 60;

/** « 29 sept. 2021, rencontre 6/6 **Comité de travail** » on one line: the note ends where the bold title begins. */
function noteBeforeBold(cell: CellText, from: number): TextSpan | undefined {
  const bold = cell.nextBold(from);
  const comma = /^\s*,\s*/.exec(cell.text.slice(from, bold ?? from));
  if (bold === null || !comma) return undefined;
  const start = from + comma[0].length;
  const note = cell.text.slice(start, bold).trim();
  const isNote = note.length <= longestNote && /^\p{Ll}|\d/u.test(note) && !note.endsWith(':');
  return isNote ? { start, end: start + note.length } : undefined;
}

function isTitle(cell: CellText, note: string, at: number, end: number, parenthesis: boolean): boolean {
  if (readPeople([`(${note})`]).length > 0) return true;
  const after = cell.text.slice(end);
  const nextIsDate = /^[\s;,)]*(?:et\s+)?\d/u.test(after);
  if (parenthesis) return false;
  if (!hasWords(after)) return true;
  if (cell.isBold(at, 1)) return true;
  if (nextIsDate || cell.isBold(end, 1) || /\d/.test(note)) return false;
  return /^\p{Lu}/u.test(note) && note.split(/\s+/).length >= 2;
}

const dayList =
  /^\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\.?)\s+)?(?:le\s+|les\s+)?(\d{1,2}(?:er|st|nd|rd|th)?(?:\s*(?:,|et|and|&|-|–|au|to)\s*\d{1,2}(?:er|st|nd|rd|th)?){0,15})\s*(?=[:–—.)|]|-\s|$)/iu;

/** « ## Octobre 2022 », « - 4 : … »: days that the heading above gives their month. */
function dayOnlyItems(
  cell: CellText,
  found: readonly Item[],
  context: EntryContext & { readonly month: number },
): Item[] {
  const items: Item[] = [];
  const { language, year, time, month } = context;
  const taken = new Set(found.map((item) => cell.lineStart(item.start)));
  const name = monthNames[language][month - 1] ?? '';
  for (let start = 0; start <= cell.text.length; start = cell.lineEnd(start) + 1) {
    const match = taken.has(start) ? null : dayList.exec(cell.text.slice(start, cell.lineEnd(start)));
    const days = match?.[1];
    if (days === undefined) continue;
    const text = language === 'en' ? `${name} ${days}, ${time?.year ?? year}` : `${days} ${name} ${time?.year ?? year}`;
    const span = { start, end: start + match![0].length };
    const reading = readDateValues(text, { language, referenceYear: year });
    for (const date of reading.dates) {
      const doubts: DateDoubt[] = [...date.doubts, 'inferredYear'];
      items.push({ ...span, date: { ...date, doubts, span }, problem: null });
    }
    for (const { code } of reading.problems) items.push({ ...span, date: null, problem: { code, text } });
  }
  return items;
}

/** Codes of what can only have been meant as a date, wherever it stands. */
const surelyDates: ReadonlySet<DateProblemCode> = new Set([
  'impossibleDay',
  'misspeltMonth',
  'unclearYear',
  'missingDay',
  'undecided',
  'endBeforeStart',
]);

function isHead(cell: CellText, group: Head): boolean {
  const [first] = group.items;
  if (!first) return false;
  const atLineStart = group.from === cell.lineStart(first.start);
  if (!atLineStart) {
    return cell.isBold(group.from, -1) && !cell.isBold(group.from, 1) && cell.isBold(group.end, 1);
  }
  if (group.items.some(({ date }) => date?.value.kind === 'days')) return true;
  if (group.from === 0) return true;
  if (group.items.some(({ problem }) => problem !== null && surelyDates.has(problem.code))) return true;
  // « Octobre 2021 » on a line of its own or before a colon; « Automne chaud » is text.
  const rest = cell.text.slice(group.end, cell.lineEnd(group.end));
  return group.items.some(({ date }) => date !== null) && /^\s*(?:[:–—-]|$)/.test(rest);
}

/** A date that ends its line dates what stands before it. */
function trailing(cell: CellText, groups: readonly Head[]): Entry[] {
  const heads = groups
    .filter((group) => endsLine(cell, group))
    .map((group) => ({ ...group, from: quietStart(cell, group.from), end: cell.lineEnd(group.end) }));
  if (heads.length > 0) return titleFirst(cell, heads);
  const body = cell.slice(0, cell.text.length);
  return [entryOf(cell, { from: 0, end: 0, items: [] }, body, [], 0, cell.text.length)];
}

function endsLine(cell: CellText, group: Head): boolean {
  const start = cell.lineStart(group.from);
  return (
    group.items.every(({ date }) => date?.value.kind === 'days') &&
    !hasWords(cell.text.slice(group.end, cell.lineEnd(group.end))) &&
    /[,(–—:-]\s*(?:(?:le|les|on|du)\s+)*$/i.test(
      cell.text.slice(Math.max(start, group.from - longestQuiet), group.from),
    )
  );
}

function quietStart(cell: CellText, offset: number): number {
  const before = cell.text.slice(Math.max(cell.lineStart(offset), offset - longestQuiet), offset);
  return offset - (/[\s,(–—:-]+(?:(?:le|les|on|du)\s+)*$/i.exec(before)?.[0].length ?? 0);
}

/** Titles before their dates; what follows the last date is detail of the last activity. */
function titleFirst(cell: CellText, heads: readonly Head[]): Entry[] {
  return heads.map((head, at) => {
    const from = heads[at - 1]?.end ?? 0;
    const isLast = at === heads.length - 1;
    const after = isLast ? cell.slice(head.end, cell.text.length) : [];
    const to = isLast ? cell.text.length : head.end;
    return entryOf(cell, head, [...cell.slice(from, head.from), ...after], [], from, to);
  });
}

function entryOf(
  cell: CellText,
  head: Head,
  body: readonly TextLine[],
  extra: readonly TextLine[],
  from: number,
  to: number,
): Entry {
  const occurrences: Occurrence[] = [];
  const unreadDates: UnreadDate[] = [];
  const doubts: EntryDoubt[] = [];
  for (const { date, problem } of head.items) {
    if (problem) unreadDates.push(problem);
    if (!date) continue;
    const text = cell.text.slice(date.span.start, date.span.end);
    if (date.value.kind !== 'days') {
      unreadDates.push({ code: 'notADay', text: text.trim() || isoText(date.value) });
      continue;
    }
    for (const doubt of date.doubts) doubts.push({ doubt, text });
    occurrences.push(occurrenceOf(date.value, date));
  }
  const { title, details } = titleAndDetails(body);
  const lines = [...extra.map(writtenText), ...details].flatMap((line) => splitPeople(line.trim()));
  const [ownTitle = '', ...fromTitle] = splitPeople(withoutEnd(title.trim()));
  return {
    occurrences,
    unreadDates,
    doubts,
    title: ownTitle,
    details: [...fromTitle, ...lines],
    participants: readPeople([ownTitle, ...fromTitle, ...lines]),
    source: cell.text.slice(from, to).trim(),
    place: cell.place(head.items[0]?.start ?? from),
  };
}

function occurrenceOf({ start, end }: Extract<ReadDate['value'], { kind: 'days' }>, date: ReadDate): Occurrence {
  const inferred = date.doubts.includes('inferredYear') || date.doubts.includes('yearBefore');
  return {
    start,
    ...(end === start ? {} : { end }),
    ...(date.note === undefined ? {} : { note: date.note }),
    ...(inferred ? { inferred } : {}),
  };
}
