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

/** Thousandths by UTF-16 unit, of the regular and of the bold font; 0 where nobody has asked yet. */
const known = [new Uint16Array(0x1_0000), new Uint16Array(0x1_0000)] as const;

/** Width in points, without any padding of a cell. */
export function textWidth(text: string, font: Font): number {
  return points(thousandths(text, 0, text.length, font.bold ?? false), font);
}

const points = (width: number, { size }: Font): number => (width * size) / 1000;

function thousandths(text: string, from: number, end: number, isBold: boolean): number {
  let sum = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.codePointAt(at)!;
    sum += advance(code, isBold);
    if (code > 0xffff) at += 1;
  }
  return sum;
}

function advance(code: number, isBold: boolean): number {
  const widths = known[isBold ? 1 : 0];
  const width = widths[code] ?? 0;
  if (width > 0) return width;
  // What lies beyond the table does not stay in it.
  return (widths[code] = characterWidth(code, isBold));
}

function characterWidth(code: number, isBold: boolean): number {
  const table = isBold ? bold : regular;
  const own = table[code - 0x20];
  if (own !== undefined) return own;
  const character = String.fromCodePoint(code);
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
  const isBold = font.bold ?? false;
  const lines: string[] = [];
  let line = 0;
  let used = 0;
  /** Puts a piece on the line, or on the next one. The space after a word hangs in the margin: it never pushes its word down. */
  const place = (start: number, shown: number, whole: number) => {
    if (start > line && used + shown > width) {
      lines.push(paragraph.slice(line, start));
      line = start;
      used = 0;
    }
    used += whole;
  };
  for (let start = 0, end = 0; start < paragraph.length; start = end) {
    end = wordEnd(paragraph, start);
    const last = shownEnd(paragraph, start, end);
    const letters = thousandths(paragraph, start, last, isBold);
    const shown = points(letters, font);
    if (shown <= width) {
      place(start, shown, points(letters + thousandths(paragraph, last, end, isBold), font));
      continue;
    }
    let at = start;
    for (const part of splitLongWord(paragraph.slice(start, end), width, font)) {
      place(at, textWidth(part.trimEnd(), font), textWidth(part, font));
      at += part.length;
    }
  }
  lines.push(paragraph.slice(line));
  return lines;
}

const space = 0x20;
const hyphen = 0x2d;

/** After the spaces or hyphens that end a word. A hyphen between digits joins them: « 2020-2025 » is one word. */
function wordEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== space && (code !== hyphen || (isDigit(text, at - 1) && isDigit(text, at + 1)))) continue;
    while (text.charCodeAt(at) === code) at += 1;
    return at;
  }
  return text.length;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Where the white space begins in which a word ends. */
function shownEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === space) last -= 1;
  const code = text.charCodeAt(last - 1);
  // Nearly every word ends in plain spaces, and those after a letter: what may be another white space is looked at.
  if (last === start || (code > space && code < 0x1680 && code !== 0xa0)) return last;
  return start + text.slice(start, last).trimEnd().length;
}

function splitLongWord(word: string, width: number, font: Font): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const next = textWidth(character, font);
    if (used + next > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += next;
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
