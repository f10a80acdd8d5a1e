import type { CellStyle, ReportCell, ReportRow } from '../../report';
import { cellText } from '../contract/escape';
import type { Block } from '../contract/values';
import { isFrame } from './looks';

/** What the cells of some rows ask for, beside what is usual in their column. */
export interface Gathered {
  /** As they are sent, row by row. */
  readonly texts: readonly string[][];
  readonly columns: readonly GatheredColumn[];
}

/** Of one column of text. */
export interface GatheredColumn {
  /** Where each style stands but the usual one; a blank cell of the body goes with the one above it. */
  readonly styles: ReadonlyMap<CellStyle, readonly Block[]>;
  /** Which of the rows hold a link, and which a text in several styles. */
  readonly links: readonly number[];
  readonly rich: readonly number[];
}

/** A column of text: its usual style, and how many columns of the sheet it takes. */
export interface TextColumn {
  readonly usual: CellStyle;
  readonly columns: number;
}

/**
 * Walks some rows once for all that is written of their cells: a walk for each column and each thing would wait for
 * the memory of every cell again. `start` is the first row's place.
 */
export function gather(rows: readonly ReportRow[], start: number, columns: readonly TextColumn[]): Gathered {
  const gathering = columns.map((each, column) => new Gathering(column, each));
  const texts = rows.map(({ cells }, index) =>
    gathering.map((each, column) => {
      const { text, style, link, runs } = cells[column] ?? blank;
      each.styled(style, start + index);
      if (link !== undefined) each.links.push(index);
      if (runs !== undefined) each.rich.push(index);
      return text === '' ? '' : cellText(text);
    }),
  );
  return { texts, columns: gathering };
}

const blank: ReportCell = { text: '', style: 'blank' };

interface Run extends Block {
  rows: number;
}

class Gathering implements GatheredColumn {
  readonly styles = new Map<CellStyle, Run[]>();
  readonly links: number[] = [];
  readonly rich: number[] = [];
  #above: CellStyle | null = null;
  /** Whether that is no style of the body. */
  #isFrame = false;
  /** Of the style above, where that is not the usual one. */
  #run: Run | null = null;

  constructor(
    readonly column: number,
    readonly place: TextColumn,
  ) {}

  styled(style: CellStyle, row: number): void {
    const above = this.#above;
    if (style === 'blank' && above !== null && !this.#isFrame) return;
    if (style !== above) this.#isFrame = isFrame(style);
    this.#above = style;
    if (style === above && this.#run) {
      this.#run.rows = row - this.#run.row + 1;
      return;
    }
    this.#run = null;
    if (style === 'blank' || style === this.place.usual) return;
    this.#run = { row, column: this.column, rows: 1, columns: this.place.columns };
    const runs = this.styles.get(style);
    if (runs) runs.push(this.#run);
    else this.styles.set(style, [this.#run]);
  }
}
