import { fold, type Level, yearOf } from '../plan';
import { type DateLanguage, readDateValues } from '../dates';

/** What a label before a title says: `Objectif stratégique 1 |`, `Stratégie 1.2 :`, `1.2.3`. */
export interface ItemLabel {
  /** Null where the word may stand at any level (`axe`, `orientation`, `objectif`): its place decides. */
  readonly level: Level | null;
  /** The word, folded and in the singular; empty for a number alone. */
  readonly word: string;
  /** As written, Roman numerals and letters made digits; empty where there is none. */
  readonly no: string;
  readonly title: string;
}

const anyLevel =
  'objectif|objective|orientation|axe|axis|enjeu|goal|priorité|priorite|priority|but|pilier|pillar|thème|theme|volet|chantier|perspective';
const before = '(?:(?:grande?|strategic|key|overall|specific|general)\\s+)?';
const qualifier =
  "(?:\\s+(?:stratégique|strategique|générale?|spécifique|prioritaire|opérationnel(?:le)?|strategic|d['’]intervention|de développement))?";
const number = '(?:n[o°º]\\.?\\s*|#\\s*)?(\\d{1,2}(?:[.,]\\d{1,2}){0,2}(?![\\d/])|[IVX]{1,4}\\b|[A-H]\\b)?';
const separator = '\\s*([|:–—]|[-.)](?=\\s|$))?\\s*';
const worded = new RegExp(
  `^${before}(${anyLevel}|stratégie|strategie|strategy|action|moyen|mesure|initiative|tactique|tactic)s?${qualifier}\\s*${number}${separator}`,
  'iu',
);
const numbered = /^(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s*[|:–—)-]?\s+(?=["«“(]?\p{Lu})/u;

/** Reads the label that a text begins with; null where it has none. */
export function readItemLabel(text: string): ItemLabel | null {
  const match = worded.exec(text);
  const word = match?.[1] ?? '';
  const title = text.slice(match?.[0].length ?? 0).trim();
  const [no, mark] = [match?.[2] ?? '', match?.[3]];
  // A word alone is prose or a header (« Action communautaire », « Objectifs »): a number or a mark makes a label.
  const isLabel =
    no === ''
      ? mark !== undefined && mark !== '-' && mark !== '.'
      : mark !== undefined || /^(?:["«“(]?\p{Lu}|$)/u.test(title);
  if (match && isLabel) return { level: levelOfWord(fold(word)), word: fold(word), no: digits(no), title };
  const bare = numbered.exec(text);
  if (!bare?.[1]) return null;
  return {
    level: bare[1].split('.').length === 2 ? 'strategy' : 'action',
    word: '',
    no: bare[1],
    title: text.slice(bare[0].length).trim(),
  };
}

/** `1. Titre`, `2) Titre`: a heading's own number. */
export function readHeadingNumber(text: string): { readonly no: string; readonly title: string } {
  const match = /^(\d{1,2}|[IVX]{1,4}|[A-H])\s*[|:–—.)-]\s+(?=\S)/u.exec(text);
  return match?.[1] ? { no: digits(match[1]), title: text.slice(match[0].length).trim() } : { no: '', title: text };
}

function levelOfWord(word: string): Level | null {
  if (word.startsWith('strateg')) return 'strategy';
  return /^(?:action|moyen|mesure|initiative|tacti)/.test(word) ? 'action' : null;
}

/** A number in digits: Roman numerals and letters as what they count, commas as points. */
export function digits(no: string): string {
  if (/^[IVX]+$/.test(no)) return String(fromRoman(no));
  if (/^[A-H]$/i.test(no)) return String(no.toUpperCase().charCodeAt(0) - 64);
  return no.replace(/,/g, '.');
}

function fromRoman(text: string): number {
  const values = text.split('').map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const recurring =
  /\b(?:recurrent\w*|recurring|operations? courantes?|activites? courantes?|day-to-day|ongoing (?:operations?|activities))\b/;

/** The title of the section of recurring operational activities. */
export function isRecurringTitle(text: string): boolean {
  return text.length <= 120 && recurring.test(fold(text));
}

/** « (suite) », "(continued)": the title goes on from the page before. */
export function withoutContinuation(text: string): string {
  return text.replace(/\s*[([](?:suite|cont(?:inued|['’]d|\.)?)\.?[)\]]\s*$/i, '').trim();
}

/** The time that a heading gives to what is under it: a month, or a year alone. */
export interface TimeHeading {
  readonly year: number | null;
  readonly month: number | null;
}

/** « Octobre 2022 », "October", « Automne 2022 », « 2022 »: null for a heading that says anything else. */
export function readTimeHeading(text: string, language: DateLanguage): TimeHeading | null {
  // Days begin with a digit; no month or season does.
  if (text.length > 40 || (/^\d/.test(text) && !/^\d{4}$/.test(text))) return null;
  const year = /^(?:année|year|exercice)?\s*((?:19|20)\d\d)$/i.exec(text.trim());
  if (year) return { year: Number(year[1]), month: null };
  const probe = readDateValues(`1 ${text.replace(/^mois\s+(?:de\s+|d['’])/i, '')}`, { language, referenceYear: 2000 });
  const [date] = probe.dates;
  if (
    probe.dates.length === 1 &&
    date?.value.kind === 'days' &&
    probe.unread.length === 0 &&
    !/\d\s*$/.test(text.replace(/(?:19|20)\d\d\s*$/, ''))
  ) {
    const stated = !date.doubts.includes('inferredYear');
    return { year: stated ? Number(date.value.start.slice(0, 4)) : null, month: Number(date.value.start.slice(5, 7)) };
  }
  const { dates, unread } = readDateValues(text, { language, referenceYear: 2000 });
  const [period, ...others] = dates;
  if (period?.value.kind !== 'months' || others.length > 0 || unread.length > 0) return null;
  // « Début juin » says no year: that of the probe is not one.
  const { start, end } = period.value;
  const stated = period.doubts.includes('inferredYear') ? null : yearOf(start);
  const month = start === end ? Number(start.slice(5, 7)) : null;
  return stated === null && month === null ? null : { year: stated, month };
}

/** Years of a plan as a header prints them, `2020-2023`; empty where there are none. */
export function readPeriod(text: string): string {
  const match = /\b((?:19|20)\d\d)\s*(?:[-–—/]|à|to)\s*((?:19|20)?\d\d)\b/i.exec(text);
  if (!match?.[1] || !match[2]) return '';
  return `${match[1]}-${match[2].length === 2 ? match[1].slice(0, 2) + match[2] : match[2]}`;
}
