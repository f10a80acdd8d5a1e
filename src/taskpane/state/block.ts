import type { Language } from '../../i18n';
import type { Day } from '../../plan';
import { readDatesField } from './dates';
import type { Draft } from './draft';

/** What a pasted block fills in; a field that it does not speak of is left as it is. */
export type Block = Partial<Pick<Draft, 'dates' | 'title' | 'details' | 'participants'>>;

/**
 * A whole activity as people write one: a line of dates, the title, details, « (Avec …) ». Null where the
 * first line is not dates and nothing else: it is then text for one field.
 */
export function readBlock(text: string, language: Language, today: Day): Block | null {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
  const isDates = (line: string) => {
    const { occurrences, problems } = readDatesField(line, language, today);
    return occurrences.length > 0 && problems.length === 0;
  };
  const firstOther = lines.findIndex((line) => !isDates(line));
  const dates = lines.slice(0, firstOther < 0 ? lines.length : firstOther);
  if (dates.length === 0) return null;
  const people: string[] = [];
  const rest = lines.slice(dates.length).flatMap((line) => {
    const without = line.replace(company, (_all, names: string) => {
      people.push(...namesIn(names));
      return '';
    });
    return without.trim() === '' ? [] : [without.trim()];
  });
  const [title, ...details] = rest;
  return {
    dates: dates.join('; '),
    ...(title === undefined ? {} : { title }),
    ...(details.length === 0 ? {} : { details: details.join('\n') }),
    ...(people.length === 0 ? {} : { participants: people.join('; ') }),
  };
}

const company = /\s*\(\s*(?:avec|with)\s+([^()]+)\)\s*\.?/giu;

/** A comma comes before a role as often as before a name: only what parts names for certain parts them. */
function namesIn(text: string): string[] {
  return text
    .split(/\s*;\s*|\s+(?:et|and)\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
