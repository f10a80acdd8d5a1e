import { fold } from '../plan';

/**
 * The participants whom the details do not name already, in their order: a document says « (Avec Noé Roy, DG) », and
 * that line is kept as it was written. Case, accents and punctuation do not count; a part of a word names nobody.
 */
export function unnamed(participants: readonly string[], details: readonly string[]): readonly string[] {
  if (participants.length === 0 || details.length === 0) return participants;
  const said = details.map(asWords);
  return participants.filter((name) => {
    const words = asWords(name);
    return !said.some((line) => line.includes(words));
  });
}

const space = 0x20;
/** For a mark, which is left out. */
const none = 1;
/** For a character that is no single one when folded, or another one beside others. */
const several = 2;

/** What a UTF-16 unit is among folded words; 0 where nobody has asked yet. */
const known = new Uint16Array(0x1_0000);

/** The words alone, each between two spaces: most of a large report's text comes through here, so unit by unit. */
function asWords(text: string): string {
  const units = [space];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = knownUnit(code);
    if (unit === several) return foldedWords(text);
    if (unit !== none && (unit !== space || units.at(-1) !== space)) units.push(unit);
  }
  if (units.length === 1 || units.at(-1) !== space) units.push(space);
  return String.fromCharCode(...units);
}

function knownUnit(code: number): number {
  const unit = known[code] ?? 0;
  return unit === 0 ? (known[code] = unitOf(code)) : unit;
}

const sigma = 'Σ'.charCodeAt(0);

function unitOf(code: number): number {
  const character = String.fromCharCode(code);
  // At the end of a word it has another small letter.
  if (code === sigma || /\p{Surrogate}/u.test(character)) return several;
  if (/\p{M}/u.test(character)) return none;
  if (!/[\p{L}\p{N}]/u.test(character)) return space;
  const folded = fold(character);
  return folded.length === 1 ? folded.charCodeAt(0) : several;
}

const foldedWords = (text: string): string => ` ${fold(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))} `;
