import { sizes, type ReportRow, type TextRun } from '../../report';
import { fontFamily, palette } from '../sheets/palette';
import { looks } from './looks';
import { stretches } from '../sheets/stretches';

/**
 * Queues the texts in several fonts of some rows, after their values and their looks: a font given to a whole cell
 * takes the place of those of its runs. One action for each stretch of rows. `start` is the first row's place.
 */
export function drawRich(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number): void {
  const width = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const runsAt = (row: number) => rows[row]?.cells[column]?.runs;
    for (const { first, last } of stretches(rows.length, (row) => runsAt(row) !== undefined)) {
      const count = last - first + 1;
      sheet.getRangeByIndexes(start + first, column, count, 1).setCellProperties(
        Array.from({ length: count }, (_, index): Excel.SettableCellProperties[] => {
          const runs = runsAt(first + index);
          return [runs === undefined ? {} : { textRuns: runs.map(textRun) }];
        }),
      );
    }
  }
}

/** Everything about the font is said: what Excel gives a run that says less is not written anywhere. */
function textRun({ text, style }: TextRun): Excel.RangeTextRun {
  const { bold = false, italic = false, color = palette.ink, size = sizes.body } = looks[style];
  return { text, font: { name: fontFamily, size, bold, italic, color } };
}
