import type { Language } from '../../i18n';
import type { Activity } from '../../plan';
import { withOccurrences } from './dates';
import type { Draft } from './draft';
import type { Entry } from './entry';

/** The form for an activity that exists. */
export function draftOf(activity: Activity, language: Language): Draft {
  return {
    planNo: activity.planNo,
    dates: withOccurrences(activity.occurrences, language),
    title: activity.title,
    details: activity.details.join('\n'),
    participants: activity.participants.join('; '),
    kind: activity.kind,
    link: activity.link,
  };
}

/** The activity as the form has it. What was not touched on the form is as it was read, to the letter. */
export function edited(activity: Activity, initial: Draft, draft: Draft, entry: Entry): Activity {
  const kept = <Key extends 'title' | 'details' | 'participants' | 'kind' | 'link'>(key: Key) =>
    draft[key] === initial[key] ? activity[key] : entry[key];
  return {
    ...entry,
    id: activity.id,
    occurrences: draft.dates === initial.dates ? activity.occurrences : entry.occurrences,
    title: kept('title'),
    details: kept('details'),
    participants: kept('participants'),
    kind: kept('kind'),
    link: kept('link'),
  };
}
