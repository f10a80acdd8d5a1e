/** "am", « p.m. ». */
const half = String.raw`[ap]\.?m\b\.?`;
/** « 9 h 30 », "10:30 am"; the unit may be said once for two: « de 9 à 12 h ». */
const hour = String.raw`\d{1,2}\s?(?:h(?:eures?)?\s?(?:[0-5]\d)?|:[0-5]\d)?(?:\s?${half})?`;
const partOfDay = 'avant-midi|apr[eè]s-midi|matin|soir(?:ée)?|morning|afternoon|evening';
const lead = String.raw`^\s*(?:[-–—@,]\s*)?(?:(?:à|de|dès|en|at|from|in the)\s+)?`;
/** « 3 h de formation » is how long, and not when. */
const end = String.raw`(?=[\s.,;:)–—-]|$)(?!\s+d[e’'])`;
const moment = new RegExp(`${lead}((?:${half}|${partOfDay}|${hour}(?:\\s*(?:à|to|-|–)\\s*${hour})?)${end})`, 'iu');

/** The time of day that a text begins with: where it begins and ends in it; null where it begins with none. */
export function readMoment(text: string): { readonly start: number; readonly end: number } | null {
  const [whole = '', said = ''] = moment.exec(text) ?? [];
  // A number alone counts something.
  return /[\p{L}:]/u.test(said.replace(/^\d+\s*(?:à|to)/u, ''))
    ? { start: whole.length - said.length, end: whole.length }
    : null;
}
