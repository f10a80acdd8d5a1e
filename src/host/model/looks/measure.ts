import { CARLITO, CARLITO_BOLD, CHARACTERS, MONO, SANS, SANS_BOLD, SERIF, SERIF_BOLD } from './font-widths';
import type { FontStyle } from './style';
import type { RichRun } from '../cells/cell';

/**
 * Measures text as Excel lays it out, with the metrics of four families. Good enough that a wrapped row is never lower
 * than its text needs; no kerning, no shaping.
 */

const UNITS_AN_EM = 2048;
/** Excel pads a cell by 2 pixels left and right and 1 for the gridline. */
export const CELL_PADDING = 3.75;
/** Hinting makes text on a screen wider than its metrics; LibreOffice never needs it. */
const SAFETY = 1.015;
const POINTS_A_PIXEL = 0.75;

/** Width of each UTF-16 unit, so that measuring a character is one look-up. */
type Face = Uint16Array;

interface Family {
  readonly regular: Face;
  readonly bold: Face;
  /** Height of a line, as a share of the font size. */
  readonly line: number;
  /** What the family is wider than the one it borrows metrics from. */
  readonly stretch: number;
}

function face(widths: string): Face {
  const list = widths.split(' ').map(Number);
  const units = new Uint16Array(0x10000);
  units.fill(list[CHARACTERS.indexOf('W')] ?? UNITS_AN_EM);
  for (let i = 0; i < CHARACTERS.length; i++) units[CHARACTERS.charCodeAt(i)] = list[i] ?? UNITS_AN_EM;
  return units;
}

const carlito: Family = { regular: face(CARLITO), bold: face(CARLITO_BOLD), line: 1.221, stretch: 1 };
const sans: Family = { regular: face(SANS), bold: face(SANS_BOLD), line: 1.15, stretch: 1 };
const serif: Family = { regular: face(SERIF), bold: face(SERIF_BOLD), line: 1.15, stretch: 1 };
const mono: Family = { regular: face(MONO), bold: face(MONO), line: 1.133, stretch: 1 };
/** Verdana, Tahoma, Segoe UI, Aptos and whatever else: wider than Arial rather than narrower. */
const unknown: Family = { ...sans, line: 1.25, stretch: 1.12 };

const families = new Map<string, Family>();

function familyOf(name: string): Family {
  let family = families.get(name);
  if (!family) families.set(name, (family = familyLike(name)));
  return family;
}

function familyLike(name: string): Family {
  if (/calibri|carlito/i.test(name)) return carlito;
  if (/arial|helvetica|liberation sans/i.test(name)) return sans;
  if (/times|cambria|caladea|liberation serif|garamond/i.test(name)) return serif;
  if (/courier|consolas|liberation mono/i.test(name)) return mono;
  return unknown;
}

type Measured = Pick<FontStyle, 'name' | 'size' | 'bold'>;

/** Width of one line of text, in points, without the padding of a cell. */
export function textWidth(text: string, font: Measured): number {
  const family = familyOf(font.name);
  const widths = font.bold ? family.bold : family.regular;
  let units = 0;
  for (let i = 0; i < text.length; i++) units += widths[text.charCodeAt(i)] ?? 0;
  return (units / UNITS_AN_EM) * font.size * family.stretch * SAFETY;
}

/** Height of one line in points, in whole pixels: 15 for Calibri 11. */
export function lineHeight(font: Pick<FontStyle, 'name' | 'size'>): number {
  const pixels = Math.ceil((font.size * familyOf(font.name).line) / POINTS_A_PIXEL) + 2;
  return pixels * POINTS_A_PIXEL;
}

/** A stretch of text in one font. */
export interface Run {
  readonly text: string;
  readonly font: FontStyle;
}

/** The runs of a cell, each with its whole font. */
export function runsOf(text: string, font: FontStyle, rich: readonly RichRun[] | undefined): readonly Run[] {
  if (!rich || rich.length === 0) return [{ text, font }];
  return rich.map((run) => ({ text: run.text, font: { ...font, ...run.font } }));
}

/**
 * Height in points of text that wraps at a width: at hard breaks, at blanks and after hyphens, and within a word that
 * is wider than the line.
 */
export function wrappedHeight(runs: readonly Run[], width: number): number {
  const lines = new LineBreaker(width);
  for (const run of runs) {
    const height = lineHeight(run.font);
    run.text.split(/\r\n|\r|\n/).forEach((paragraph, i) => {
      if (i > 0) lines.breakHard();
      lines.place(paragraph, run.font, height);
    });
  }
  return lines.height;
}

/** Width in points of the longest hard line, unwrapped. */
export function unwrappedWidth(runs: readonly Run[]): number {
  let widest = 0;
  let line = 0;
  for (const run of runs) {
    run.text.split(/\r\n|\r|\n/).forEach((paragraph, i) => {
      if (i > 0) line = 0;
      line += textWidth(paragraph, run.font);
      widest = Math.max(widest, line);
    });
  }
  return widest;
}

/** Lays words into lines. A word that continues from one run into the next may be broken there: higher, never lower. */
class LineBreaker {
  readonly #width: number;
  #done = 0;
  #used = 0;
  #lineHeight = 0;

  constructor(width: number) {
    this.#width = Math.max(width, 1);
  }

  get height(): number {
    return this.#done + this.#lineHeight;
  }

  breakHard(): void {
    this.#done += this.#lineHeight;
    this.#used = 0;
    this.#lineHeight = 0;
  }

  place(paragraph: string, font: FontStyle, height: number): void {
    this.#lineHeight = Math.max(this.#lineHeight, height);
    const whole = textWidth(paragraph, font);
    if (this.#used + whole <= this.#width) {
      this.#used += whole;
      return;
    }
    for (const [word] of paragraph.matchAll(/[^ \t-]*(?:-+|[ \t]+|$)/g)) {
      if (word !== '') this.#placeWord(word, font, height);
    }
  }

  #placeWord(word: string, font: FontStyle, height: number): void {
    const width = textWidth(word.trimEnd(), font);
    if (this.#used > 0 && this.#used + width > this.#width) this.#next(height);
    if (width > this.#width) this.#placeLongWord(word, font, height);
    else this.#used += textWidth(word, font);
  }

  #placeLongWord(word: string, font: FontStyle, height: number): void {
    for (const character of word) {
      const width = textWidth(character, font);
      if (this.#used > 0 && this.#used + width > this.#width) this.#next(height);
      this.#used += width;
    }
  }

  #next(height: number): void {
    this.breakHard();
    this.#lineHeight = height;
  }
}
