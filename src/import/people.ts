/**
 * People named as taking part: « (Avec X, DG) », « (X, DG, y a assisté en mon absence) »,
 * « Animatrice : X », "With X". Other parentheses are text, and prose is not searched for names.
 */
export function readPeople(lines: readonly string[]): string[] {
  const people = lines.flatMap((line) => peopleOf(line));
  return [...new Set(people)];
}

const company =
  /\(\s*(?:avec|with|accompagnée?s?\s+(?:de|par)|en\s+compagnie\s+d[eu]|en\s+présence\s+d[eu]|along\s+with|together\s+with|accompanied\s+by)\s+([^()]{2,200})\)/giu;
/** Somebody who went in the author's place. */
const replacement =
  /\(\s*([^()]{2,120}?),?\s+(?:y\s+a(?:vait)?\s|a\s|ont\s|m['’]a\s|(?:has\s+|have\s+)?(?:attended|stood|filled|represented|replaced|participated|took))[^()]{0,80}?(?:absence|behalf|place|nom|stead|remplac|represent|représent|\bme\b)[^()]{0,40}\)/giu;
const represented = /\(\s*(?:représentée?s?|remplacée?s?|represented|replaced)\s+(?:par|by)\s+([^()]{2,200})\)/giu;
const labelled =
  /^\(?\s*(?:animat(?:eur|rice)s?|co-?animat(?:eur|rice)s?|conférenci(?:er|ère)s?|format(?:eur|rice)s?|invitée?s?|participante?s?|personnes?\s+présentes?|présents?|présences?|panélistes?|interlocut(?:eur|rice)s?|avec|hosts?|facilitators?|moderators?|speakers?|guests?|trainers?|participants?|attendees|present|with)\s*:\s*([^()]{2,300})\)?\s*$/iu;
const opening = /^(?:avec|with)\s+((?:(?:M\.|Mme|Me|Dre?|Mr\.?|Mrs\.?|Ms\.?)\s+)?\p{Lu}[\p{L}’'-]+\s+\p{Lu}.{1,200})$/u;

function peopleOf(line: string): string[] {
  const inside = [company, replacement, represented].flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap((match) => splitNames(match[1] ?? '')),
  );
  const whole =
    labelled.exec(line)?.[1] ?? opening.exec(line.replace(/^(?:Avec|With)/, (word) => word.toLowerCase()))?.[1];
  return whole === undefined ? inside : [...inside, ...splitNames(whole)];
}

const person =
  /^(?:(?:M\.|Mme|Mmes|MM\.|Me|Dre?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?)\s+)?\p{Lu}[\p{Ll}’'-][\p{L}’'-]*(?:\s+(?:de|du|des|la|le|van|von|d['’]\S+))*\s+\p{Lu}[\p{L}’'-]+/u;

/** « A B, DG, C D et E F » is three people: what follows a comma is a role unless it looks like a name. */
export function splitNames(text: string): string[] {
  const people: string[] = [];
  for (const part of text.split(/\s*;\s*|\s*\n\s*/)) {
    const pieces = part.split(/\s*,\s+(?:et\s+|and\s+)?|\s+(?:et|and|&|ainsi\s+que)\s+/iu);
    const glue = part.match(/\s*,\s+(?:et\s+|and\s+)?|\s+(?:et|and|&|ainsi\s+que)\s+/giu) ?? [];
    pieces.forEach((piece, at) => {
      const last = people.length - 1;
      if (at === 0 || (person.test(piece) && people[last] !== undefined)) people.push(piece);
      else people[last] = `${people[last] ?? ''}${glue[at - 1] ?? ' '}${piece}`;
    });
  }
  return people.map((name) => name.trim().replace(/[.,;]+$/, '')).filter((name) => name !== '');
}

/** A line that ends with people in parentheses, as the text before and the parentheses: two lines that were one. */
export function splitPeople(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (parts.length < mostParentheses) {
    const trimmed = rest.trimEnd();
    const open = trimmed.endsWith(')') ? trimmed.lastIndexOf('(') : 0;
    const inside = trimmed.slice(open);
    if (open <= 0 || inside.length > 210 || peopleOf(inside).length === 0) break;
    parts.unshift(inside);
    rest = trimmed.slice(0, open).trimEnd();
  }
  return rest === '' ? parts : [rest, ...parts];
}

const mostParentheses = 10;
