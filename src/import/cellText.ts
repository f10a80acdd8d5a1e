import type { Place } from '../plan';
import { hasWords, type Run, type TextLine } from './blocks';

interface PlacedRun {
  readonly start: number;
  readonly run: Run;
}

/** The lines of a cell as one text, with the look at each place. Places are found by halving: cells may be long. */
export class CellText {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly runs: PlacedRun[] = [];

  constructor(readonly lines: readonly TextLine[]) {
    let at = 0;
    for (const line of lines) {
      this.starts.push(at);
      let start = at;
      for (const run of line.runs) {
        this.runs.push({ start, run });
        start += run.text.length;
      }
      at += line.text.length + 1;
    }
    this.text = lines.map((line) => line.text).join('\n');
  }

  lineStart(offset: number): number {
    return this.starts[this.lineAt(offset)] ?? 0;
  }

  lineEnd(offset: number): number {
    const line = this.lineAt(offset);
    return this.starts[line]! + this.lines[line]!.text.length;
  }

  place(offset: number): Place {
    return this.lines[this.lineAt(offset)]!.place;
  }

  /** Whether the nearest text at or after (`1`) or before (`-1`) an offset is bold. */
  isBold(offset: number, direction: 1 | -1): boolean {
    let at = direction === 1 ? offset : offset - 1;
    while (/\s/.test(this.text[at] ?? '')) at += direction;
    return at >= 0 && at < this.text.length && (this.runs[this.runAt(at)]?.run.bold ?? false);
  }

  /** Where bold text next begins on the line of an offset; null where none does. */
  nextBold(offset: number): number | null {
    const end = this.lineEnd(offset);
    for (let at = this.runAt(offset); (this.runs[at]?.start ?? end) < end; at++) {
      const { start, run } = this.runs[at]!;
      if (run.bold && start >= offset) return start;
    }
    return null;
  }

  /** The lines from one offset to another, cut where they are. */
  slice(from: number, to: number): TextLine[] {
    const kept: TextLine[] = [];
    for (let at = this.lineAt(from); at < this.lines.length; at++) {
      const line = this.lines[at]!;
      const start = this.starts[at]!;
      if (start >= to) break;
      const whole = start >= from && start + line.text.length <= to;
      const text = whole ? line.text : this.text.slice(Math.max(start, from), Math.min(start + line.text.length, to));
      if (!hasWords(text)) continue;
      const runs = whole ? line.runs : this.runsBetween(Math.max(start, from), Math.max(start, from) + text.length);
      kept.push({ ...line, runs, text, list: start >= from ? line.list : null });
    }
    return kept;
  }

  private runsBetween(from: number, to: number): Run[] {
    const kept: Run[] = [];
    for (let at = this.runAt(from); (this.runs[at]?.start ?? to) < to; at++) {
      const { start, run } = this.runs[at]!;
      const text = run.text.slice(Math.max(0, from - start), to - start);
      if (text !== '') kept.push({ ...run, text });
    }
    return kept;
  }

  private lineAt(offset: number): number {
    return lastBefore(this.starts.length, (index) => this.starts[index]! <= offset);
  }

  private runAt(offset: number): number {
    return lastBefore(this.runs.length, (index) => this.runs[index]!.start <= offset);
  }
}

/** The last index for which a test that turns from true to false holds; 0 where none does. */
function lastBefore(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
