import { hasWords, type Run, type TextLine, writtenText } from './blocks';
import { sliceRuns, textOf } from './builder';

/** A plain text of at most this many characters before a bold line belongs to the title: « Invitation », « Rencontre ». */
const longestPrefix = 40;

/** The title, the first bold stretch with the plain words before it, else the first line; and the other lines. */
export function titleAndDetails(body: readonly TextLine[]): {
  readonly title: string;
  readonly details: readonly string[];
} {
  const lines = withoutSeparator(body);
  const bold = lines.findIndex((line) => line.runs.some((run) => run.bold && hasWords(run.text)));
  const line = lines[bold];
  const before = lines.slice(0, Math.max(0, bold));
  const prefix = before.map((each) => each.text).join(' ');
  if (!line || before.length > 1 || prefix.length > longestPrefix) {
    const [first, ...rest] = lines;
    return { title: first?.text ?? '', details: rest.map(writtenText) };
  }
  const pieces = boldPieces(line.runs);
  const [own = '', ...others] = pieces;
  const title = prefix === '' ? own : `${prefix} ${own}`;
  return { title, details: [...others, ...lines.slice(bold + 1).map(writtenText)] };
}

/**
 * A line as its title and the stretches after it. A stretch that goes on with the phrase (a small
 * letter, a colon, a dash) stays with what it follows.
 */
function boldPieces(runs: readonly Run[]): string[] {
  const pieces: { text: string; bold: boolean }[] = [];
  let gap = '';
  for (const run of runs) {
    if (run.text.trim() === '') {
      gap += run.text;
      continue;
    }
    const last = pieces.at(-1);
    const spaced = gap !== '' || /^\s/.test(run.text) || last === undefined || /\s$/.test(last.text);
    const before = last !== undefined && !pieces.some((piece) => piece.bold);
    const goesOn =
      !spaced ||
      before ||
      /^\s*(?:[:;,.–—)\]»!?/&'’]|-\s|\p{Ll})/u.test(run.text) ||
      (last?.bold === true && run.bold && gap === '');
    if (last && goesOn) {
      last.text += gap + run.text;
      last.bold ||= run.bold;
    } else {
      pieces.push({ text: run.text, bold: run.bold });
    }
    gap = '';
  }
  return pieces.map((piece) => piece.text.trim());
}

/** The colon or dash between the date and the text. */
function withoutSeparator(body: readonly TextLine[]): TextLine[] {
  const [first, ...rest] = body;
  if (!first) return [];
  const length = /^[\s:;,.–—|)/*-]+/.exec(first.text)?.[0].length ?? 0;
  const runs = sliceRuns(first.runs, length, first.text.length);
  return [{ ...first, runs, text: textOf(runs), list: null }, ...rest];
}

/** Without the commas and dashes that led to a date after it. */
export function withoutEnd(title: string): string {
  let end = title.length;
  while (end > 0 && /[\s,;–—]/.test(title.charAt(end - 1))) end -= 1;
  return title.slice(0, end);
}
