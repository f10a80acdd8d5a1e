import { fold } from '../plan';
import { cellText, hasWords, isFilled, type SourceCell } from './blocks';
import { beginsWithDate, type EntryContext, isOnlyDates } from './entries';
import { readItemLabel } from './labels';

/** What a column holds. */
export type ColumnRole =
  | 'no'
  | 'objective'
  | 'strategy'
  | 'action'
  | 'activity'
  | 'date'
  | 'end'
  | 'details'
  | 'participants'
  | 'owner'
  | 'due'
  | 'status'
  | 'kind'
  | 'link';

/** The role of each column; null for one that nothing is known of. */
export type Columns = readonly (ColumnRole | null)[];

type Row = readonly SourceCell[];

/** Tried in order on the folded text of a header. */
const headerWords: readonly (readonly [ColumnRole | 'generic', RegExp])[] = [
  ['no', /^(?:n[o°º]s?\.?|numeros?|numbers?|#|ref\.?)$/],
  ['link', /^(?:liens?|links?|url|preuves?|pieces?(?: jointes?)?|evidence|documents?)\b/],
  ['kind', /^(?:types?|nature|categor\w+|kinds?)\b/],
  ['due', /echeance|deadline|\bdue\b|date limite|date cible|target date/],
  ['end', /^(?:date (?:de )?)?fin$|^end(?: date)?$/],
  ['date', /^(?:dates?|quand|when|jours?|day|moment|calendrier|periode|debut|start|mois|month|date\b.*)/],
  ['status', /^(?:statuts?|etats?\b|status|avancement|progression|progress(?: status)?)\s*(?:$|de|of|d'|\()/],
  ['owner', /responsable|porteur|\bowners?\b|\bleads?\b|^resp\b|responsible|accountable|^par qui|^qui$|^who$/],
  ['participants', /participant|presen[ct]e|attend|^avec\b|^with\b|invite|personnes|people|interlocut|rencontre avec/],
  ['details', /^(?:details?|precisions?|descriptions?|commentaires?|comments?|notes?|remarques?|remarks?)\b/],
  ['action', /^(?:plan )?d?'?actions?\b|^moyens?\b|^mesures?\b|^initiatives?\b|^tactic|^taches?\b|^tasks?\b|^projets?\b/],
  ['activity', /activit|realisation|realise|evenement|\bevents?\b|rencontre|reunion|meeting|accompli|achievement|^suivis?\b|resultat|results?\b|travaux|interventions?\b|engagements?\b|what we did|^titres?\b|^titles?\b|^sujets?\b|^subjects?\b|^objet\b/],
  ['generic', /objecti[fv]|^axes?\b|^axis|orientation|^enjeu|^goals?\b|^priorit|^buts?\b|^pil|^themes?\b|^volet|^strategic (?:goal|objective|priorit)/],
  ['strategy', /strateg/],
]; // prettier-ignore

const longestHeader = 60;

/** The roles that a header row names; null for a row that is no header. */
export function readHeader(row: Row, context: EntryContext): Columns | null {
  const roles: (ColumnRole | null)[] = [];
  let named = 0;
  let filled = 0;
  let titled = 0;
  for (const cell of row) {
    const text = cellText(cell).replace(/\n/g, ' ');
    if (isFilled(cell)) {
      filled += 1;
      const [first] = cell.lines;
      if (text.length > longestHeader) return null;
      const isItem = first && (first.list !== null || beginsWithDate(first, context));
      if (isItem || (isTitled(text) && filled > 1)) return null;
    }
    const isOwnTitle = isFilled(cell) && isTitled(text);
    if (isOwnTitle) titled += 1;
    const role = isOwnTitle ? 'strategy' : isFilled(cell) ? roleOf(text, roles) : null;
    if (role !== null) named += 1;
    roles.push(role);
  }
  if (titled > 0) return named >= 3 && named === filled ? roles : null;
  // Beside four names, columns of other things (budget, city) are columns too.
  return named >= 2 && (named >= filled - 1 || (named >= 4 && named * 2 >= filled)) ? roles : null;
}

/** « OBJECTIF 1 : Verdir » over a column, beside the headers of the others, says what the table is of. */
export function isTitled(header: string): boolean {
  return hasWords(readItemLabel(header)?.title ?? '');
}

function roleOf(text: string, before: Columns): ColumnRole | null {
  const folded = fold(text)
    .replace(/[:*]+$/, '')
    .trim();
  const role = headerWords.find(([, pattern]) => pattern.test(folded))?.[0];
  if (role === undefined) return null;
  // « Axes | Objectifs | Actions »: words that stand at any level go from the left.
  const wanted = role === 'generic' ? (before.includes('objective') ? 'strategy' : 'objective') : role;
  if (!before.includes(wanted)) return wanted;
  return wanted === 'activity' ? 'details' : null;
}

/** How the cells of a column begin. */
interface ColumnFacts {
  filled: number;
  dated: number;
  onlyDates: number;
  marked: number;
  length: number;
}

/**
 * The roles of the columns by what their cells hold: one whose cells begin with dates holds
 * activities, one with list marks actions. `named` is what a header said, `before` what the table
 * above had: either is kept where the cells do not speak against it.
 */
export function settleColumns(
  rows: readonly Row[],
  named: Columns | null,
  before: Columns | null,
  context: EntryContext,
): Columns | null {
  const facts = factsOf(rows, context);
  const dated = datedColumn(facts);
  if (named) return corrected(named, facts, dated);
  const sameWidth = before?.length === facts.length;
  const fits = dated === null || before?.[dated] === 'activity' || before?.[dated] === 'date';
  if (before && sameWidth && fits) return before;
  if (dated === null) return null;
  const roles = facts.map((): ColumnRole | null => null);
  const onlyDates = facts[dated]!.onlyDates === facts[dated]!.filled && facts.length > 1;
  const text = onlyDates ? textColumn(facts, dated) : null;
  roles[dated] = text === null ? 'activity' : 'date';
  if (text !== null) roles[text] = 'activity';
  const first = Math.min(dated, text ?? dated);
  const left = facts.slice(0, first).flatMap((fact, column) => (fact.filled > 0 ? [column] : []));
  leftRoles(left.map((column) => facts[column]!)).forEach((role, at) => (roles[left[at]!] = role));
  for (let column = first + 1; column < roles.length; column++) roles[column] ??= 'details';
  return roles;
}

/** Columns before the activities, from the nearest: actions, strategies, objectives. */
function leftRoles(left: readonly ColumnFacts[]): ColumnRole[] {
  if (left.length === 0) return [];
  if (left.length === 1) return [left[0]!.marked * 2 >= left[0]!.filled ? 'action' : 'strategy'];
  const roles: ColumnRole[] = left.map(() => 'details');
  const order: ColumnRole[] = ['action', 'strategy', 'objective'];
  for (let back = 0; back < Math.min(left.length, order.length); back++) roles[left.length - 1 - back] = order[back]!;
  return roles;
}

function corrected(named: Columns, facts: readonly ColumnFacts[], dated: number | null): Columns {
  const activity = named.indexOf('activity');
  const roles = facts.map((_, column) => named[column] ?? null);
  const date = named.indexOf('date');
  if (activity < 0 && dated !== null && date < 0) {
    // A header over the dates that says something else, or nothing.
    const text = facts[dated]!.onlyDates === facts[dated]!.filled ? textColumn(facts, dated, roles) : null;
    roles[dated] = text === null ? 'activity' : 'date';
    if (text !== null) roles[text] = 'activity';
  } else if (activity < 0 && date >= 0) {
    const text = roles.includes('details') ? roles.indexOf('details') : textColumn(facts, date, roles);
    if (text !== null && !roles.includes('action')) roles[text] = 'activity';
    else if (text !== null && roles[text] === null) roles[text] = 'activity';
  } else if (dated !== null && dated !== activity && date < 0 && facts[activity]?.dated === 0) {
    const only = facts[dated]!.onlyDates === facts[dated]!.filled;
    if (only) roles[dated] = 'date';
    else [roles[activity], roles[dated]] = [roles[dated] ?? 'details', 'activity'];
  }
  return roles;
}

/** The column with most of its cells begun by a date; the one further right of two. */
function datedColumn(facts: readonly ColumnFacts[]): number | null {
  let best: number | null = null;
  facts.forEach((fact, column) => {
    const share = fact.filled === 0 ? 0 : fact.dated / fact.filled;
    const bestFact = best === null ? null : facts[best]!;
    if (share >= 0.4 && (!bestFact || fact.dated >= bestFact.dated)) best = column;
  });
  return best;
}

/** The column with most text, the dates' own and those already named left out. */
function textColumn(facts: readonly ColumnFacts[], dates: number, named: Columns = []): number | null {
  let best: number | null = null;
  facts.forEach((fact, column) => {
    if (column === dates || fact.length === 0 || (named[column] ?? null) !== null) return;
    const isRight = column > dates;
    const bestIsRight = best !== null && best > dates;
    if (best === null || (isRight && !bestIsRight) || (isRight === bestIsRight && fact.length > facts[best]!.length)) {
      best = column;
    }
  });
  return best;
}

/** Enough rows to know a table by. */
const sampled = 200;

function factsOf(rows: readonly Row[], context: EntryContext): ColumnFacts[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const facts = Array.from({ length: width }, () => ({ filled: 0, dated: 0, onlyDates: 0, marked: 0, length: 0 }));
  for (const row of rows.slice(0, sampled)) {
    row.forEach((cell, column) => {
      const fact = facts[column];
      const [first] = cell.lines;
      if (!fact || !first || !isFilled(cell)) return;
      fact.filled += 1;
      fact.length += cellText(cell).length;
      if (first.list) fact.marked += 1;
      if (!beginsWithDate(first, context)) return;
      fact.dated += 1;
      if (isOnlyDates(cell.lines, context)) fact.onlyDates += 1;
    });
  }
  return facts;
}
