import { type Activity, newId, type Place, shorten, yearOf } from '../plan';
import type { DateLanguage } from '../dates';
import type { Entry, EntryContext, UnreadDate } from './entries';
import { ActionMarks } from './items';
import type { TimeHeading } from './labels';
import { Outline, type OutlineWords } from './outline';
import { type ImportProblem, importProblem } from './problems';

/** An activity with where it was read, and what a person may choose about it. */
export interface DraftActivity extends Activity {
  /** The text it was read from, and its place in the document. */
  readonly source: string;
  readonly place: Place;
  /** Actions that stand beside it, where there are several: `planNo` is the first. */
  readonly candidates: readonly string[];
  /** Dates that were written and could not be read: to be corrected. */
  readonly unreadDates: readonly UnreadDate[];
}

/** What an activity serves, as far as its place in the document says. */
export interface EntryLink {
  readonly planNo: string | null;
  readonly suggestedNo: string | null;
  readonly candidates: readonly string[];
  /** True where only standing on the same row says so. */
  readonly fromRow: boolean;
}

/** What cells beside an activity's own say of it. */
export interface EntryExtras {
  readonly details: readonly string[];
  readonly participants: readonly string[];
  readonly kind: string;
  readonly link: string;
}

const noExtras: EntryExtras = { details: [], participants: [], kind: '', link: '' };

export interface CollectOptions {
  readonly language: DateLanguage;
  readonly words: OutlineWords;
  /** The year for dates without one: by the number of activities before, else the last. */
  readonly years: readonly number[];
  readonly fallbackYear: number;
  /** Makes activity ids; random where it is left out. */
  readonly newId?: () => string;
}

/** Everything met in a document so far: the plan, its activities, what could not be placed. */
export class Collection {
  readonly outline: Outline;
  readonly marks = new ActionMarks();
  readonly activities: DraftActivity[] = [];
  readonly problems: ImportProblem[] = [];
  /** The heading of a month or a year that stands above. */
  time: TimeHeading | null = null;
  /** Whether labels, headers or arrows say that this is a plan; and activities that stand in lists or tables. */
  isLabelled = false;
  structured = 0;
  /** Characters of text that found no place. */
  unplaced = 0;

  constructor(private readonly options: CollectOptions) {
    this.outline = new Outline(options.words);
  }

  get context(): EntryContext {
    const { language, years, fallbackYear } = this.options;
    const year = years[Math.min(this.activities.length, years.length - 1)] ?? fallbackYear;
    return { language, year, time: this.time && { ...this.time, year: this.time.year ?? null } };
  }

  /** Where an activity stands that no action is beside. */
  get sectionLink(): EntryLink {
    const planNo = this.outline.section;
    return { planNo, suggestedNo: this.outline.currentAction, candidates: [], fromRow: false };
  }

  add(entry: Entry, link: EntryLink, extras: EntryExtras = noExtras): void {
    const { suggestedNo } = link;
    const untitled = entry.title === '';
    const [title = '', ...details] = untitled ? [...entry.details, ...extras.details] : [entry.title];
    const activity: DraftActivity = {
      id: (this.options.newId ?? newId)(),
      planNo: link.planNo,
      ...(suggestedNo === null ? {} : { suggestedNo }),
      occurrences: entry.occurrences,
      title,
      details: untitled ? details : [...entry.details, ...extras.details],
      participants: [...new Set([...entry.participants, ...extras.participants])],
      kind: extras.kind,
      link: extras.link,
      source: entry.source,
      place: entry.place,
      candidates: link.candidates,
      unreadDates: entry.unreadDates,
    };
    this.activities.push(activity);
    this.sayDates(activity, entry);
    this.sayLink(activity, link);
    if (activity.title === '') this.say('missingTitle', entry.place, { text: shorten(entry.source, 80) });
  }

  /** Puts lines that go on with the last activity (a page break in its cell) under it. */
  continueActivity(lines: readonly string[]): boolean {
    const last = this.activities.at(-1);
    if (!last) return false;
    this.activities[this.activities.length - 1] = { ...last, details: [...last.details, ...lines] };
    return true;
  }

  /** Text that is neither of the plan nor of an activity: shown, and not written. */
  unplacedText(text: string, place: Place): void {
    this.unplaced += text.length;
    this.say('unplacedText', place, { text });
  }

  private sayDates(activity: DraftActivity, entry: Entry): void {
    const title = shorten(activity.title, 80);
    const { place } = entry;
    for (const { code, text } of entry.unreadDates) {
      this.say('unreadableDate', place, { text, title, reason: code });
    }
    for (const { doubt, text: written } of entry.doubts) {
      const text = written.trim();
      const inferred = doubt === 'inferredYear' && activity.occurrences[0];
      if (inferred) this.say('inferredYear', place, { text, title, year: yearOf(inferred.start) });
      else this.say('doubtfulDate', place, { text, title, doubt });
    }
    if (entry.occurrences.length === 0 && entry.unreadDates.length === 0) this.say('missingDate', place, { title });
  }

  private sayLink(activity: DraftActivity, { planNo, suggestedNo, candidates, fromRow }: EntryLink): void {
    const title = shorten(activity.title, 80);
    const { place } = activity;
    if (planNo === null) this.say('noPlanItem', place, { title });
    else if (candidates.length > 1) {
      this.say('severalActions', place, { title, no: planNo, candidates: candidates.join(', ') });
    } else if (fromRow) this.say('rowAction', place, { title, no: planNo });
    else if (suggestedNo !== null) this.say('noAction', place, { title, no: planNo, suggested: suggestedNo });
  }

  private say(...[code, place, params]: Parameters<typeof importProblem>): void {
    this.problems.push(importProblem(code, place, params));
  }
}
