/** Text made comparable: no accents, lower case, plain spaces and apostrophes. Its length may differ from the original's. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

/**
 * The text within `max` UTF-16 units (as Excel counts), cut between words with « … »; within a word
 * where a single one is too long. Line breaks become spaces.
 */
export function shorten(text: string, max: number): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (line.length <= max) return line;
  const room = line.slice(0, Math.max(0, max - 1));
  const nextIsBreak = /\s/.test(line.charAt(room.length));
  const atWord = nextIsBreak ? room : room.replace(/\s+\S*$/, '');
  const tooShort = atWord.length < room.length / 2 || !/\s/.test(room);
  // Half a surrogate pair at the cut would be an invalid character in a file.
  const kept = (tooShort ? room : atWord).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
