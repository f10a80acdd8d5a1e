/**
 * How wide text is, and where it breaks, in the one font family of the report: enough to spread a
 * long text over several rows and to plan pages before Excel has drawn anything. Widths are those
 * of Arial (and of Liberation Sans, which is cut to the same metrics).
 */

export interface Font {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Advance widths of U+0020 to U+007E, in thousandths of the font size. */
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;

const bold = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
] as const;

/** Characters outside ASCII that French and English use and that are no letter with an accent. */
const others: Readonly<Record<string, number>> = {
  '\u00a0': 278,
  '\u202f': 278,
  '’': 250,
  '‘': 250,
  '“': 420,
  '”': 420,
  '…': 1000,
  '—': 1000,
  Œ: 1000,
  œ: 944,
  Æ: 1000,
  æ: 889,
  '€': 556,
};

/** Wider than most: an unknown character must not make a line look shorter than it is. */
const unknownWidth = 700;
const wideWidth = 1000;

const cache: readonly [Map<string, number>, Map<string, number>] = [new Map(), new Map()];

/** Width in points, without any padding of a cell. */
export function textWidth(text: string, font: Font): number {
  const known = cache[font.bold ? 1 : 0];
  let thousandths = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) {
      width = characterWidth(character, font.bold ?? false);
      known.set(character, width);
    }
    thousandths += width;
  }
  return (thousandths * font.size) / 1000;
}

function characterWidth(character: string, isBold: boolean): number {
  const table = isBold ? bold : regular;
  const own = table[(character.codePointAt(0) ?? 0) - 0x20];
  if (own !== undefined) return own;
  const other = others[character];
  if (other !== undefined) return other;
  const base = character.normalize('NFD').codePointAt(0) ?? 0;
  return table[base - 0x20] ?? (base > 0x2e7f ? wideWidth : unknownWidth);
}

/**
 * The lines that a paragraph takes in `width` points: broken after a space or a hyphen (not between digits), inside a word
 * only where the word alone is wider than the line. At least one line; joined they are the paragraph,
 * as a space at a break stays at the end of its line.
 */
export function wrap(paragraph: string, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const endLine = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  // A hyphen between digits joins them: « 2020-2025 » is one word.
  for (const word of paragraph.match(/(?:[^ -]|-(?<=\d-)(?=\d))*(?:-+| +|$)/g) ?? []) {
    for (const part of splitLongWord(word, width, font)) {
      // The space after a word hangs in the margin: it never pushes its word down.
      if (line !== '' && used + textWidth(part.trimEnd(), font) > width) endLine();
      line += part;
      used += textWidth(part, font);
    }
  }
  if (line !== '' || lines.length === 0) endLine();
  return lines;
}

function splitLongWord(word: string, width: number, font: Font): readonly string[] {
  if (textWidth(word.trimEnd(), font) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const advance = textWidth(character, font);
    if (used + advance > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += advance;
  }
  parts.push(part);
  return parts;
}

/** The text itself where it fits in `width` points, in so many lines, else as many of its words as do, and « … ». */
export function shortenToWidth(text: string, width: number, font: Font, lines = 1): string {
  const flat = text.replace(/\s*\n\s*/g, ' ');
  const broken = wrap(flat, width, font);
  if (broken.length <= lines) return flat;
  const whole = broken.slice(0, lines - 1).join('');
  const rest = flat.slice(whole.length);
  const last = wrap(rest, width - textWidth('…', font), font)[0] ?? '';
  return `${whole}${last.replace(/[\s,;:.–-]+$/, '')}…`;
}
