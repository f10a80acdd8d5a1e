import type { Occurrence } from '../../plan';
import type { NewActivity } from '../../workbook';
import type { Draft } from './draft';
import { readLines, readParticipants } from './lines';
import { readLink } from './link';

/** What the date field was read as; `problems` are already in words, as they depend on the text. */
export interface DatesRead {
  readonly occurrences: readonly Occurrence[];
  readonly problems: readonly string[];
}

/** What is missing or wrong on the form, by field; the words are in the catalogue. */
export interface EntryIssues {
  readonly planNo?: 'missing' | 'gone';
  readonly dates?: 'missing' | 'unread';
  readonly title?: 'missing';
  readonly link?: 'unsafe';
}

export type Entry = Omit<NewActivity, 'enteredBy' | 'enteredOn'>;

export type EntryReading =
  { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly issues: EntryIssues };

/** A title is one line; the no-break spaces of typography in it are the person's, and stay. */
const looseSpaces = /[^\S\u00a0\u202f]+/g;

/** The activity that the form holds. A date that was not read refuses the whole: half the dates would be lost unseen. */
export function readEntry(draft: Draft, dates: DatesRead): EntryReading {
  const title = draft.title.replace(looseSpaces, ' ').trim();
  const link = readLink(draft.link);
  if (
    draft.planNo === null ||
    title === '' ||
    link === null ||
    dates.problems.length > 0 ||
    !dates.occurrences.length
  ) {
    return { ok: false, issues: issuesOf(draft, title, link, dates) };
  }
  return {
    ok: true,
    entry: {
      planNo: draft.planNo,
      occurrences: dates.occurrences,
      title,
      details: readLines(draft.details),
      participants: readParticipants(draft.participants),
      kind: draft.kind.trim(),
      link,
    },
  };
}

function issuesOf(draft: Draft, title: string, link: string | null, dates: DatesRead): EntryIssues {
  return {
    ...(draft.planNo === null ? { planNo: 'missing' } : {}),
    ...(dates.problems.length > 0 ? { dates: 'unread' } : dates.occurrences.length === 0 ? { dates: 'missing' } : {}),
    ...(title === '' ? { title: 'missing' } : {}),
    ...(link === null ? { link: 'unsafe' } : {}),
  };
}

/** The form's fields from top to bottom: the first with an issue gets the focus. */
export const fieldOrder = ['planNo', 'dates', 'title', 'link'] as const satisfies readonly (keyof EntryIssues)[];
